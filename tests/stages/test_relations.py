"""Relations between entities: what patterns find, and what they must not."""

import datetime

import pytest

from kg import articles, pipeline
from kg.language.model import load as load_model
from kg.model import Reading
from kg.ontology import load
from kg.terms import local

FOUND = [
    ("Fighters of the Rasool Brigade fought alongside the Kenyan army against the Islamic State group.",
     {"Fighters memberOf Rasool Brigade", "Fighters foughtAlongside Kenyan army", "Fighters opposedTo Islamic State group"}),
    ("Iraqi police arrested a Tunisian electrician and a Syrian.",
     {"Iraqi police ofCountry Iraq", "Tunisian electrician nationality Tunisia", "Syrian nationality Syria"}),
    ("US-backed forces entered the Taliban-held town of Kandar.", {"US-backed forces backedBy US", "Taliban controls Kandar"}),
    ("Kenya's president William Ruto met German Foreign Minister Heiko Maas.",
     {"William Ruto worksIn Kenya", "Heiko Maas worksIn Germany", "Heiko Maas nationality Germany"}),
    ("Anna Keller is the mayor of Bremen and a member of the Green Party.",
     {"Anna Keller worksIn Bremen", "Anna Keller memberOf Green Party"}),
    ("The claim was carried by the Islamic State's propaganda arm Amaq.", {"Amaq mediaArmOf Islamic State"}),
    ("The company, based in Hamburg, is a unit of Siemens.", {"company basedIn Hamburg", "company partOfGroup Siemens"}),
    ("Laura Bishop, who heads the transport board, said the port was closed.", {"Laura Bishop memberOf transport board"}),
    ("The army drove the rebels out of Kidal.", {"rebels formerlyControlled Kidal"}),
    ("Hezbollah is an ally of Iran.", {"Hezbollah alliedWith Iran"}),
]
NOT_FOUND = [
    ("The rebels do not control Kidal.", "controls"),
    ("The rebels want to control Kidal.", "controls"),
    ("The rebels controlled Kidal in 2012.", "controls"),
    ("Former Kenyan president Daniel Moi spoke.", "worksIn"),
    ("An alleged member of the Rasool Brigade was released.", "memberOf"),
    ("He denied that Iran backs Hezbollah.", "backedBy"),
    ("Washington accuses Iran of backing Hezbollah.", "backedBy"),
    ("Britain may back the rebels.", "backedBy"),
    ("He is suspected of being a member of the Rasool Brigade.", "memberOf"),
    ("A man claiming to be a member of the Rasool Brigade rang the newspaper.", "memberOf"),
    ("The Rasool Brigade is not a member of the coalition.", "partOfGroup"),
    ("If the Taliban control Kunduz, the road is shut.", "controls"),
]


@pytest.fixture(scope="module")
def nlp():
    return load_model()


def read(text: str, nlp) -> Reading:
    return pipeline.read(articles.from_text(text, date=datetime.date(2017, 9, 14)), load(), nlp)


def told(reading: Reading) -> set[str]:
    label = [entity.label for entity in reading.entities]
    return {f"{label[one.subject]} {local(one.property)} {label[one.object]}" for one in reading.relations}


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_relation_is_found(text, expected, nlp):
    assert {one.lower() for one in expected} <= {one.lower() for one in told(read(text, nlp))}


@pytest.mark.parametrize(("text", "term"), NOT_FOUND)
def test_what_is_not_told_as_a_fact_is_no_relation(text, term, nlp):
    assert not [one for one in told(read(text, nlp)) if f" {term} " in one]


def test_evidence_names_the_pattern_and_marks_words(nlp):
    reading = read("A member of the Green Party spoke. Anna Keller, a member of the Green Party, left.", nlp)
    for relation in reading.relations:
        for evidence in relation.evidence:
            assert evidence.rule.startswith("https://w3id.org/dateline/extraction#")
            assert evidence.words and 0 < evidence.confidence <= 1


def test_a_head_of_a_group_has_that_position_and_a_surname_is_none(nlp):
    reading = read("Laura Bishop, who heads the transport board, said the port was closed.", nlp)
    (bishop,) = [entity for entity in reading.entities if entity.label == "Laura Bishop"]
    assert [words for words, _ in bishop.positions] == ["head"]


def test_creeds_are_strings_of_groups(nlp):
    reading = read("The Sunni extremist group attacked a far-right party.", nlp)
    assert {words for entity in reading.entities for words, _ in entity.ideologies} >= {"Sunni"}


def test_the_speaker_answers_for_what_he_says(nlp):
    reading = read("Officials said that the Taliban control the town of Sangin.", nlp)
    (control,) = [relation for relation in reading.relations if local(relation.property) == "controls"]
    assert reading.entities[control.evidence[0].according_to].label == "officials"


def test_only_the_most_specific_relation_is_written(nlp):
    assert "Nashir News partOfGroup al-Qaeda" not in told(read("Nashir News, the media arm of al-Qaeda, carried the claim.", nlp))


def test_an_office_told_without_its_country_is_of_the_only_country_told(nlp):
    one = read("President Tomas Vela spoke in Peru. Peru is poor.", nlp)
    two = read("President Tomas Vela spoke in Peru. Chile is rich.", nlp)
    assert "Tomas Vela worksIn Peru" in told(one)
    assert "Tomas Vela worksIn Peru" not in told(two)


def test_offices_in_apposition_are_positions(nlp):
    reading = read("Chris Vane, head of the Arden Project, met the boss of the harbour union, Peter Moss.", nlp)
    found = {entity.label: [words for words, _ in entity.positions] for entity in reading.entities}
    assert found["Chris Vane"] == ["head"]
    assert found["Peter Moss"] == ["boss of the harbour union"]


def test_a_country_inside_a_name_and_a_known_actor_at_home(nlp):
    found = told(read("The Kenyan Defence Ministry and the University of Leeds, in the city of Leeds, wrote to Siemens in Germany.", nlp))
    assert {"Kenyan Defence Ministry ofCountry Kenya", "University of Leeds basedIn Leeds", "Siemens basedIn Germany"} <= found
    assert "University of Leeds ofCountry Leeds" not in found
