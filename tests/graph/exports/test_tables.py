"""The tables of events, roles and tolls, in the columns of ACLED."""

import csv
import io
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.exports import csv_tables
from kg.graph.exports.acled import codes
from kg.graph.exports.event_rows import COLUMNS
from kg.graph.store import union
from kg.ontology import load
from kg.terms import SKOS

MARKET = Path(__file__).parents[2] / "page" / "market.ttl"
PREFIXES = """@prefix kg: <https://w3id.org/dateline/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix e: <https://w3id.org/dateline/data/entity/> .
@prefix country: <https://w3id.org/dateline/data/entity/country/> . @prefix : <https://example.org/> .
"""
RAID = PREFIXES + """
:raid a kg:Event, kg:Attack, kg:ArmedAssault ; rdfs:label "Raid" ; kg:realis kg:Actual ; kg:perpetrator :men ; kg:responsibleGroup e:front ;
    kg:claimedBy e:league ; kg:victim :guards ; kg:target :mill ; kg:place :mill ; kg:toll :dead ; kg:preferredToll :dead ;
    kg:date "2020-05"^^xsd:gYearMonth ; kg:earliest "2020-05-01"^^xsd:date ; kg:latest "2020-05-31"^^xsd:date .
:men a kg:Entity, kg:Actor, kg:People ; rdfs:label "men" ; kg:memberOf e:front .
:guards a kg:Entity, kg:Actor, kg:People ; rdfs:label "=guards" ; kg:memberOf e:force .
e:front a kg:Entity, kg:Actor, kg:Group ; rdfs:label "Northern Front" .
e:force a kg:Entity, kg:Actor, kg:Group ; rdfs:label "mill police" .
e:league a kg:Entity, kg:Actor, kg:Group ; rdfs:label "League" .
:mill a kg:Entity, kg:Place, kg:Facility ; rdfs:label "mill" ; kg:locatedIn :town, :province, country:pe .
:town a kg:Entity, kg:Place, kg:City ; rdfs:label "Port Alder" ; kg:locatedIn :district, :province, country:pe ;
    geo:lat 1.5 ; geo:long -2.25 .
:district a kg:Entity, kg:Place, kg:Region ; rdfs:label "Low Alder" ; kg:locatedIn :province, country:pe .
:province a kg:Entity, kg:Place, kg:Region ; rdfs:label "Alder" ; kg:locatedIn country:pe .
country:pe a kg:Entity, kg:Actor, kg:Place, kg:Country ; rdfs:label "Peru" .
:dead a kg:Toll ; kg:outcome kg:Killed ; kg:minCount 7 ; kg:countText "at least seven" .
"""


def rows(turtle: str, name: str) -> list[dict[str, str]]:
    store = ox.Store()
    store.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    return list(csv.DictReader(io.StringIO(csv_tables.write(store, load())[f"{name}.csv"])))


def test_an_event_in_the_columns_of_acled() -> None:
    [raid] = rows(RAID, "events")
    told = {name: raid[name] for name in COLUMNS[1:17]}
    assert told == {
        "event_date": "2020-05-01", "year": "2020", "time_precision": "3", "event_type": "Violence against civilians",
        "sub_event_type": "Attack", "actor1": "men", "assoc_actor_1": "Northern Front", "actor2": "'=guards",
        "assoc_actor_2": "mill police", "country": "Peru", "admin1": "Alder", "admin2": "Low Alder", "location": "Port Alder",
        "latitude": "1.5", "longitude": "-2.25", "geo_precision": "1",
    }
    assert raid["event_id_cnty"].startswith("PE") and raid["event_id_cnty"][2:].isdecimal()
    assert (raid["fatalities"], raid["claimed_by"], raid["place"], raid["target"]) == ("7", "League", "mill", "mill")


def test_who_claims_an_act_or_is_accused_of_it_is_no_actor_of_it() -> None:
    turtle = RAID.replace("kg:perpetrator :men ; kg:responsibleGroup", "kg:allegedPerpetrator :men ; kg:claimedBy")
    [raid] = rows(turtle, "events")
    assert (raid["actor1"], raid["assoc_actor_1"]) == ("", "")
    assert (raid["alleged_perpetrator"], raid["claimed_by"]) == ("men", "Northern Front; League")


def test_an_unknown_figure_is_not_nought() -> None:
    [raid] = rows(RAID.replace("kg:preferredToll :dead ;", ""), "events")
    assert raid["fatalities"] == ""


def test_an_event_near_a_town_or_in_a_province_is_less_precise() -> None:
    [near] = rows(RAID.replace("kg:place :mill", "kg:near :town"), "events")
    somewhere = RAID.replace("kg:place :mill", "kg:place :province").replace('"Alder" ;', '"Alder" ; geo:lat 2.0 ; geo:long 3.0 ;')
    [wide] = rows(somewhere, "events")
    assert (near["geo_precision"], wide["geo_precision"], wide["location"], wide["admin1"]) == ("2", "3", "Alder", "Alder")


def test_tables_of_a_story() -> None:
    store, ontology = union([MARKET], load()), load()
    made = {name: list(csv.DictReader(io.StringIO(text))) for name, text in csv_tables.write(store, ontology).items()}
    [bombing] = [row for row in made["events.csv"] if row["main"] == "true"]
    assert (bombing["source"], bombing["fatalities"], bombing["event_date"]) == ("Tavira Courier", "9", "2021-03-07")
    assert "tore through a crowded fish market" in bombing["notes"]
    figures = {(row["outcome"], row["count"] or row["min_count"], row["according_to"], row["preferred"]) for row in made["tolls.csv"]}
    assert figures == {("Killed", "9", "police", "true"), ("Killed", "11", "hospital staff", "false"), ("Injured", "20", "police", "true")}
    roles = {(row["role"], row["entity_label"]) for row in made["roles.csv"] if row["event"] == bombing["event"]}
    assert ("claimedBy", "Red Dawn Front") in roles
    assert {row["event"] for name in made for row in made[name]} == {row["event"] for row in made["events.csv"]}


def test_the_codes_of_the_ontology_are_acled_s() -> None:
    known = {sub for subs in codes()["sub_event_types"].values() for sub in subs}
    facts = load().facts
    used = {text for term in facts.subjects_of(SKOS.notation) for text in facts.texts(term, SKOS.notation)}
    words = {text for text in used if text[0].isupper() and " " in text}  # other schemes have no blanks in their codes
    assert words <= known


@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in ("label", "type", "realis", "main")])
def test_each_column_is_explained_or_plain(column: str) -> None:
    told = (files("kg.graph.exports") / "tables.py").read_text(encoding="utf-8")
    assert column in told or COLUMNS.index(column) > COLUMNS.index("fatalities")
