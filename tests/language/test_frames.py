"""The fillers of roles, found along the paths of small Turtle on parses built by hand."""

from pathlib import Path

import pytest

from kg.facts import Facts
from kg.language.frames import fill, is_kind
from kg.lookup import Lookup
from kg.ontology import Ontology
from kg.terms import KG, local
from tests.parsed import parsed, token, understood

TURTLE = """
@prefix kg: <https://w3id.org/dateline/ontology#> . @prefix kgx: <https://w3id.org/dateline/extraction#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
kg:Event a owl:Class ; kgx:path kgx:agent, kgx:place, kgx:by .
kg:Raid rdfs:subClassOf kg:Event ; kgx:transitive true ; kgx:path kgx:raider, kgx:raided, kgx:near .
kg:Talk rdfs:subClassOf kg:Event ; kgx:path kgx:topic .
kg:Person rdfs:subClassOf kg:Actor . kg:People rdfs:subClassOf kg:Actor . kg:Facility rdfs:subClassOf kg:Place .
kgx:agent kgx:steps "subj" ; kgx:role kg:agent ; kgx:filler kg:Actor .
kgx:raider kgx:steps "subj" ; kgx:role kg:raider ; kgx:filler kg:People .
kgx:place kgx:steps "in|at" ; kgx:role kg:place ; kgx:filler kg:Place . kgx:raided kgx:steps "obj" ; kgx:role kg:target .
kgx:near kgx:steps "obj near" ; kgx:role kg:near ; kgx:filler kg:Place . kgx:by kgx:on "noun" ; kgx:steps "by" ; kgx:role kg:agent .
kgx:topic kgx:steps "about" ; kgx:role kg:topic ; kgx:filler kg:Event .
"""
KINDS = {
    "gunmen": KG.People, "men": KG.People, "cook": KG.Person, "bank": KG.Facility, "Gao": KG.Place, "Otto": KG.Person, "Celia": KG.Person,
    "cars": KG.Vehicle,
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """An ontology of a few paths."""
    path: Path = tmp_path_factory.mktemp("frames") / "frames.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    return Ontology(Facts.of_folders((path,)))


def filled(text: str, word: str, kind: str, ontology: Ontology, triggers: dict[int, str] | None = None) -> set[str]:
    """The fillers of an event as "role word"."""
    doc = parsed(text)
    found = fill(token(doc, word), kind, Lookup(understood(doc, KINDS)), triggers or {}, ontology)
    assert len({item.token.i for item in found}) == len(found)  # a token fills one role
    return {f"{local(item.path.role)} {item.token.text}" for item in found}


RAID = "gunmen:gunman/NNS>1:nsubj raided:raid/VBD the/DT>3:det bank/NN>1:dobj near/IN>3:prep Gao/NNP>4:pobj"


@pytest.mark.parametrize(("text", "word", "expected"), [
    (RAID, "raided", {"raider gunmen", "target bank", "near Gao"}),
    ("the/DT>1:det cook/NN>2:nsubj raided:raid/VBD a/DT>4:det bank/NN>2:dobj", "raided", {"agent cook", "target bank"}),
    ("cars:car/NNS>1:nsubj raided:raid/VBD a/DT>3:det bank/NN>1:dobj", "raided", {"target bank"}),
    ("raid/NN in/IN>0:prep Gao/NNP>1:pobj by/IN>0:prep men:man/NNS>3:pobj", "raid", {"place Gao", "agent men"}),
    ("raided:raid/VBN by/IN>0:prep men:man/NNS>1:pobj", "raided", set()),
    ("They/PRP>1:nsubj raided:raid/VBD it/PRP>1:dobj", "raided", set()),
])
def test_fillers(text: str, word: str, expected: set[str], small: Ontology) -> None:
    assert filled(text, word, KG.Raid, small) == expected


def test_a_headlines_lone_subject_of_a_past_form_is_the_object(small: Ontology) -> None:
    assert filled("gunmen:gunman/NNS>1:nsubj raided:raid/VBD today/NN>1:npadvmod", "raided", KG.Raid, small) == {"target gunmen"}
    assert filled("gunmen:gunman/NNS>1:nsubj raided:raid/VBD today/NN>1:npadvmod", "raided", KG.Talk, small) == {"agent gunmen"}


def test_who_is_named_beside_the_people_takes_part_too(small: Ontology) -> None:
    text = (
        "He/PRP>1:nsubj raided:raid/VBD two/CD>3:nummod men:man/NNS>1:dobj ,/,>3:punct Otto/NNP>3:appos and/CC>5:cc Celia/NNP>5:conj"
    )
    assert filled(text, "raided", KG.Raid, small) == {"target men", "target Otto", "target Celia"}


def test_an_event_fills_a_role_that_asks_for_one(small: Ontology) -> None:
    text = "gunmen:gunman/NNS>1:nsubj talked:talk/VBD about/IN>1:prep a/DT>4:det raid/NN>2:pobj"
    assert filled(text, "talked", KG.Talk, small, {4: KG.Raid}) == {"agent gunmen", "topic raid"}
    assert filled(text, "talked", KG.Talk, small) == {"agent gunmen"}


def test_kinds(small: Ontology) -> None:
    doc = parsed(RAID)
    lookup = Lookup(understood(doc, KINDS))
    assert is_kind(doc[0], (KG.Actor,), lookup, {}, small) and is_kind(doc[0], (), lookup, {}, small)
    assert not is_kind(doc[0], (KG.Place,), lookup, {}, small)
    assert not is_kind(doc[2], (), lookup, {}, small)  # "the" stands for nothing
