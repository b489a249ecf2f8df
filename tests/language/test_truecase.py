"""Text in capitals set in small letters; everything else left as it is."""

import pytest
from spacy.language import Language

from kg.articles import from_text
from kg.language.truecase import is_capitals, truecase, truecased
from kg.model import Form
from kg.ontology import Ontology
from kg.pipeline import read
from kg.terms import KG

WIRE = """   SAN SALVADOR, 4 APR 89 (XYZ) -- [TEXT] THREE REBELS OF THE FREE
COAST FRONT (FCF) KILLED MAYOR RAMON CASTRO IN SANTA ANA TODAY, A
POLICE SPOKESMAN SAID.  A GRENADE WAS FOUND BESIDE THE ROAD ON WHICH
THE MAYOR USED TO DRIVE HOME FROM THE TOWN HALL WITH HIS FAMILY.

   THE FCF HAS NOT YET SAID WHETHER IT DID THIS.
"""


@pytest.mark.parametrize(("text", "expected"), [
    ("THE FREE COAST FRONT (FCF) SAID THE FREE COAST FRONT FLED.", "The Free Coast Front (FCF) said the Free Coast Front fled."),
    ("MEMBERS OF THE FCF [FREE COAST FRONT] FLED.", "Members of the FCF (Free Coast Front) fled."),
    ("THE ALLIANCE FOR ROADS AND NATURE (ARENA) WON. ARENA GREW.", "The Alliance for Roads and Nature (ARENA) won. ARENA grew."),
    ("HE ASKED HOW THE FIRE BEGAN. [WHEELOCK] WE SAW IT.", "He asked how the fire began. (Wheelock) We saw it."),
    ("HE ASKED HOW THE FIRE BEGAN. [REPORTER] WE SAW IT.", "He asked how the fire began.            We saw it."),
    ("IT DIDN'T MATTER; EL SALVADOR'S ARMY MARCHED ON 3 MARCH.", "It didn't matter; El Salvador's army marched on 3 March."),
    ("JUDGE HECTOR LARIOS AND JOHN F. MORAN MAY COME IN MAY 1990.", "Judge Hector Larios and John F. Moran may come in May 1990."),
    ("THE U.S. EMBASSY AND THE BBC WERE HIT.", "The U.S. embassy and the BBC were hit."),
    ("U.S. SOLDIERS [WORDS INDISTINCT] FLED. THEY [THE SOLDIERS] LEFT.", "U.S. soldiers" + " " * 20 + "fled. They (the soldiers) left."),
    ("DR ANA RUIZ OF THE UNION [UP] WAS MACHINEGUNNED.", "Dr Ana Ruiz of the union (up) was machinegunned."),
    ("MEN OF THE SELF-STYLED FREE COAST FRONT (FCF) FLED.", "Men of the self-styled Free Coast Front (FCF) fled."),
    ("THE EPA\n[ARMY OF EASTERN PEASANTS] AND THE COPA [CIRCLE OF EASTERN PEASANTS] MET.",
     "The EPA\n(Army of Eastern Peasants) and the COPA (Circle of Eastern Peasants) met."),
    ("SHE MET THE SHINING PATH.", "She met the Shining Path."),
])
def test_capitals_are_left_to_names(text: str, expected: str, ontology: Ontology) -> None:
    assert truecase(text, ontology) == expected


@pytest.mark.parametrize("text", ["STRAßE", "İSTANBUL ATTACKED AGAIN", "ŉ WAS HERE"])
def test_the_length_stays(text: str, ontology: Ontology) -> None:
    assert len(truecase(text, ontology)) == len(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("TROOPS LEAVE OSLO", True), ("NATO", False), ("The FCF and the BBC met NATO", False), ("", False), ("1989", False),
])
def test_what_is_in_capitals(text: str, expected: bool) -> None:
    assert is_capitals(text) is expected


def test_other_articles_are_left_alone(ontology: Ontology) -> None:
    article = from_text("NATO and THE WHO met in OSLO on Monday.\n\nThe BBC SHOUTED.")
    assert truecased(article, ontology) is article


def test_a_headline_follows_the_story(ontology: Ontology) -> None:
    article = from_text("FREE COAST FRONT KILLS NINE\n\nNine men were killed by the Free Coast Front in Oslo on Monday.")
    found = truecased(article, ontology).text
    assert found.startswith("Free Coast Front kills nine\n\nNine men") and found[27:] == article.text[27:]


def test_a_wire_report_is_read(nlp: Language, ontology: Ontology) -> None:
    article = from_text(WIRE)
    reading = read(article, ontology, nlp)
    assert reading.article is article and article.published == "1989-04-04"
    attack = next(event for event in reading.events if ontology.is_a(event.type, KG.Attack))
    roles = {(role.property, reading.entities[role.entity].label) for role in attack.roles}
    assert (KG.victim, "Ramon Castro") in roles and (KG.perpetrator, "rebels") in roles
    names = {reading.words_of(index) for index, mention in enumerate(reading.mentions) if mention.form == Form.NAME}
    assert {"RAMON CASTRO", "FCF", "SANTA ANA"} <= names


def test_names_alone_follow_the_rest_of_an_article_in_capitals(ontology: Ontology) -> None:
    article = from_text("THE ARMY FIRED ON THE TOWN OF SANTA ANA, AND A CHURCH WAS DESTROYED.\n\nRAMON CASTRO, JOSE RUIZ, UNHCR.")
    assert truecased(article, ontology).text.endswith("Ramon Castro, Jose Ruiz, UNHCR.")
