"""The writer of RDF: what it writes, that it writes it twice alike, and that it is quick."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.graph.rdf import to_rdflib, to_store, to_turtle
from kg.model import Article, Evidence, Form, Mention, Reading
from kg.terms import BASE, DCTERMS, GAF, KG, NIF, PROV, RDF, RDFS, SCHEMA, SKOS, XSD
from tests.graph.examples import TEXT, bridge_reading, small_ontology

GOLDEN = Path(__file__).parent / "bridge.ttl"
ONTOLOGY = small_ontology()
READING = bridge_reading()
ASK = {"kg": KG.iri, "nif": NIF.iri, "gaf": GAF.iri, "prov": PROV.iri, "rdf": RDF.iri, "rdfs": RDFS.iri, "skos": SKOS.iri, "xsd": XSD.iri,
       "schema": SCHEMA.iri, "dcterms": DCTERMS.iri}


def ask(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=ASK))


def test_golden() -> None:
    written = rdflib.Graph().parse(data=to_turtle(READING, ONTOLOGY, model="en_core_web_md-3.8.0"), format="turtle")
    expected = rdflib.Graph().parse(GOLDEN)
    run = PROV.wasGeneratedBy  # its IRI holds the version of Dateline
    for graph in (written, expected):
        for made in list(graph.objects(None, rdflib.URIRef(run))):
            for part in graph.objects(made, rdflib.URIRef(PROV.wasAssociatedWith)):
                graph.remove((part, None, None))
            graph.remove((made, None, None))
        graph.remove((None, rdflib.URIRef(run), None))
    assert isomorphic(written, expected)


@pytest.mark.parametrize("pattern", [
    '?a a kg:Article ; schema:headline "Nine die as rebels bomb bridge" ; schema:datePublished "2017-09-14"^^xsd:date',
    '?a a kg:Article ; kg:dateline/rdfs:label "Port Alder" ; kg:mainEvent/kg:near/rdfs:label "Port Alder"',
    "?e a kg:Bombing, kg:Attack, kg:Violence, kg:Event ; kg:realis kg:Actual",
    "?e a kg:Bombing ; kg:date '2017-09-13'^^xsd:date ; kg:earliest ?d ; kg:latest ?d ; kg:timeOfDay 'morning'",
    "?e kg:preferredToll ?t . ?e kg:toll ?t . ?t kg:outcome kg:Killed ; kg:minCount 9 ; kg:accordingTo/rdfs:label 'police'",
    "?t a kg:Toll ; kg:reportedIn ?a ; gaf:denotedBy/kg:form kg:Trigger . ?a a kg:Article",
    "?s a kg:ResponsibilityClaim ; kg:speaker ?g ; kg:quote 'it carried out the attack' ; kg:reports ?e . ?e kg:claimedBy ?g",
    "?m a kg:TimeMention, kg:Mention ; kg:timexValue '2017-09-13' ; kg:timexType 'DATE' ; nif:anchorOf 'Wednesday'",
    "?p skos:exactMatch <https://sws.geonames.org/1/> ; schema:sameAs <https://sws.geonames.org/1/>",
    "?f a prov:Entity ; prov:wasDerivedFrom ?a ; prov:wasGeneratedBy/prov:used ?m ; dcterms:license ?l . ?a a kg:Article",
    "?v a kg:Evidence ; rdf:predicate kg:claimedBy ; kg:factuality kg:Reported ; kg:accordingTo/rdfs:label 'Northern Front'",
    "?v a kg:Evidence ; rdf:predicate kg:claimedBy ; kg:confidence 0.85",
    "?v rdf:predicate kg:memberOf ; kg:asOf '2017-09-14'^^xsd:date ; prov:wasDerivedFrom/nif:anchorOf ?words",
])
def test_contract(pattern: str) -> None:
    assert ask(to_store(READING, ONTOLOGY, model="en_core_web_md-3.8.0"), pattern)


@pytest.mark.parametrize("pattern", [
    "?x a <http://semanticweb.cs.vu.nl/2009/11/sem/Event>",
    "?x kg:perpetrator/rdfs:label 'army'",
    "?x nif:anchorOf 'at least nine'",  # a quantity that nothing points to
    "?x a kg:Mention ; nif:anchorOf 'carried out the attack'",  # mere words of evidence
    f"?s nif:anchorOf '{TEXT.splitlines()[0]}'",  # a sentence that nothing was read from
])
def test_not_written(pattern: str) -> None:
    assert not ask(to_store(READING, ONTOLOGY), pattern)


def test_offsets_index_the_text_as_read() -> None:
    store = to_store(READING, ONTOLOGY)
    rows = list(store.query(
        "SELECT ?begin ?end ?words ?text { ?m nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words ;"
        " nif:referenceContext/nif:isString ?text }", prefixes=ASK))
    assert len(rows) > 15
    for begin, end, words, text in rows:
        assert text.value[int(begin.value):int(end.value)] == words.value


@pytest.mark.parametrize(("share", "strings", "sentences", "quotes"), [("full", 1, 3, 1), ("sentences", 0, 3, 1), ("none", 0, 0, 0)])
def test_share_of_text(share: str, strings: int, sentences: int, quotes: int) -> None:
    store = to_store(READING, ONTOLOGY, text=share)  # type: ignore[arg-type]
    counted = [len(list(store.query(f"SELECT * {{ {pattern} }}", prefixes=ASK)))
               for pattern in ("?t nif:isString ?s", "?s a kg:Sentence ; nif:anchorOf ?w", "?s kg:quote ?q")]
    assert counted == [strings, sentences, quotes]


def test_without_evidence() -> None:
    assert not ask(to_store(READING, ONTOLOGY, evidence=False), "?v a kg:Evidence")


def test_other_base() -> None:
    assert BASE not in to_turtle(READING, ONTOLOGY, base="https://example.org/").replace(BASE + "run", "").replace(BASE + "software", "")


def test_same_evidence_twice_is_one_with_the_better_confidence() -> None:
    first = READING.events[0]
    weaker = replace(first.evidence[0], confidence=0.3)
    roles = (*first.roles, replace(first.roles[0], evidence=(weaker,)))
    events = (replace(first, evidence=(weaker, *first.evidence), roles=roles), *READING.events[1:])
    assert to_turtle(replace(READING, events=events), ONTOLOGY) == to_turtle(READING, ONTOLOGY)


def test_two_sources_in_a_sentence_are_two_evidences() -> None:
    one = Evidence(1, KG.rule, 0.9, according_to=4)
    toll = replace(READING.tolls[0], evidence=(one, replace(one, according_to=5)))
    store = to_store(replace(READING, tolls=(toll,)), ONTOLOGY)
    assert len(list(store.query("SELECT ?v { ?v rdf:predicate kg:toll }", prefixes=ASK))) == 2


def test_same_name_twice_is_two_entities_and_same_key_is_one() -> None:
    twins = replace(READING.entities[2], mentions=()), replace(READING.entities[1], label="Front")
    twin = replace(READING, entities=(*READING.entities, *twins))
    store = to_store(twin, ONTOLOGY)
    assert len(list(store.query("SELECT ?x { ?x rdfs:label 'bridge' }", prefixes=ASK))) == 2
    assert ask(store, "?x rdfs:label 'Northern Front' ; skos:altLabel 'Front'")
    assert not ask(store, "?x rdfs:label 'Front'")


def test_same_words_in_two_forms_are_two_mentions() -> None:
    bombed = READING.mentions[2]
    extra = replace(bombed, form=Form.NOMINAL)
    entities = (replace(READING.entities[0], mentions=(0, len(READING.mentions))), *READING.entities[1:])
    store = to_store(replace(READING, mentions=(*READING.mentions, extra), entities=entities), ONTOLOGY)
    assert not ask(store, "?m kg:form kg:Trigger, kg:Nominal")
    assert ask(store, "?m nif:anchorOf 'bombed' ; kg:form kg:Nominal")


@pytest.mark.parametrize("text", ["", "A\x00B\x07\r\n\t\"quoted\" \\ back\u2028slash\ufffe \U0001f525", "</script><b>'''\"\"\""])
def test_any_text_comes_back_as_it_was(text: str) -> None:
    written = to_turtle(Reading(Article(text, ())), ONTOLOGY)
    strings = {str(o) for o in rdflib.Graph().parse(data=written, format="turtle").objects(None, rdflib.URIRef(NIF.isString))}
    assert strings == {text}


def test_odd_metadata_is_still_rdf() -> None:
    published, url = "2017-09-14T10:00:00+02:00", "https://news.example/a b<c>"
    store = to_store(Reading(Article("Text", (), published=published, url=url, publisher='The "Post"\n', keywords=("",))), ONTOLOGY)
    assert ask(store, "?a schema:url <https://news.example/a%20b%3Cc%3E>")
    assert ask(store, "?a schema:datePublished ?d FILTER(DATATYPE(?d) = xsd:dateTime)")


@pytest.mark.parametrize(("value", "datatype"), [("2014", XSD.gYear), ("2017-07", XSD.gYearMonth), ("2017-07-01", XSD.date)])
def test_date_as_precise_as_known(value: str, datatype: str) -> None:
    time_told = READING.events[0].time
    assert time_told
    event = replace(READING.events[0], time=replace(time_told, value=value))
    assert ask(to_store(replace(READING, events=(event, *READING.events[1:])), ONTOLOGY), f"?e kg:date '{value}'^^<{datatype}>")


def test_mere_bound_has_its_own_evidence() -> None:
    time_told = READING.events[0].time
    assert time_told
    event = replace(READING.events[0], time=replace(time_told, value=None, earliest=date(2014, 1, 1), latest=None, time_of_day=None))
    store = to_store(replace(READING, events=(event, *READING.events[1:])), ONTOLOGY)
    assert ask(store, "?v rdf:predicate kg:earliest ; rdf:object '2014-01-01'^^xsd:date")
    assert not ask(store, "?e kg:date|kg:latest ?d")


def test_rdflib_graph() -> None:
    graph = to_rdflib(to_store(READING, ONTOLOGY))
    assert len(graph) == len(to_rdflib(to_turtle(READING, ONTOLOGY))) == len(to_store(READING, ONTOLOGY))
    assert (None, rdflib.RDF.type, rdflib.URIRef(KG.Bombing)) in graph
    assert len(list(graph.query("SELECT ?e { ?e a kg:Bombing }"))) == 1


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = "from tests.graph.test_rdf import *; import sys; sys.stdout.write(to_turtle(READING, ONTOLOGY))"
    made = {
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
                       capture_output=True, check=True).stdout
        for seed in ("0", "1", "77")
    }
    assert made == {to_turtle(READING, ONTOLOGY).encode()}


def test_three_thousand_triples_are_written_in_well_under_a_parse() -> None:
    words = tuple(Mention(i, i + 1, Form.NOMINAL, KG.People, 0, 1) for i in range(len(TEXT) - 1))
    entities = tuple(replace(READING.entities[0], label=f"people {i}", mentions=(i,)) for i in range(len(words)))
    large = replace(READING, mentions=words, entities=(*READING.entities, *entities), events=READING.events * 5, times=())
    assert len(to_store(large, ONTOLOGY)) > 3000
    started = time.perf_counter()
    for _ in range(5):
        to_turtle(large, ONTOLOGY)
    assert (time.perf_counter() - started) / 5 < 0.2  # about 20 ms; ten times that on a busy machine
