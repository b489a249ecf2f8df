"""Whether the words of the ontology stand at a token, on parses built by hand."""

from pathlib import Path

import pytest

from kg.facts import Facts
from kg.language.words import lemma, lemmas, matches, verb_parts, within_phrase
from kg.ontology import Ontology
from tests.parsed import parsed, token

TURTLE = """
@prefix kg: <https://w3id.org/dateline/ontology#> . @prefix kgx: <https://w3id.org/dateline/extraction#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
kg:Event a owl:Class ; kgx:verb "stage", "open fire", "take hostage", "blow up", "set fire to" ;
    kgx:noun "attack", "suicide attack", "car bomb attack", "raid" ; kgx:except "heart attack", "raid fridge", "open fire door" .
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """An ontology of a few words."""
    path: Path = tmp_path_factory.mktemp("words") / "words.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    return Ontology(Facts.of_folders((path,)))


@pytest.mark.parametrize(("text", "expected"), [
    ("stages:stag/VBZ", ("stag", "stage")),
    ("raided:raid/VBD", ("raid", "raide")),
    ("striking:strike/VBG", ("strike", "strik")),
    ("zapgunned:zapgunned/VBD", ("zapgunned", "zapgunne", "zapgunn", "zapgun")),
    ("Attacks:Attacks/NNPS", ("attack",)),
    ("raid/NN", ("raid",)),
])
def test_lemmas(text: str, expected: tuple[str, ...]) -> None:
    assert lemmas(parsed(text)[0]) == expected
    assert lemma(parsed(text)[0]) == expected[0]


@pytest.mark.parametrize(("text", "word", "expected"), [
    ("They/PRP>1:nsubj opened:open/VBD fire/NN>1:dobj", "opened", ["open fire"]),
    ("They/PRP>1:nsubj opened:open/VBD doors:door/NNS>1:dobj", "opened", []),
    ("It/PRP>1:nsubj blew:blow/VBD the/DT>3:det car/NN>1:dobj up/RP>1:prt", "blew", ["blow up"]),
    ("They/PRP>1:nsubj took:take/VBD him/PRP>1:dobj hostage/NN>1:oprd", "took", ["take hostage"]),
    ("They/PRP>1:nsubj set:set/VBD fire/NN>1:dobj to/IN>2:prep cars:car/NNS>3:pobj", "set", ["set fire to"]),
    ("Fire/NN>2:nsubjpass was:be/VBD>2:auxpass opened:open/VBN", "opened", ["open fire"]),
    ("He/PRP>1:nsubj stages:stag/VBZ", "stages", ["stage"]),
])
def test_verbs(text: str, word: str, expected: list[str], small: Ontology) -> None:
    assert [" ".join(found.lemmas) for found in matches(token(parsed(text), word), small.verbs)] == expected


@pytest.mark.parametrize(("text", "word", "expected"), [
    ("a/DT>2:det suicide/NN>2:compound attack/NN", "attack", ["suicide attack", "attack"]),
    ("a/DT>4:det car/NN>4:compound -/HYPH>4:punct bomb/NN>4:compound attack/NN", "attack", ["car bomb attack", "attack"]),
    ("attack/NN", "attack", ["attack"]),
    ("attack/NN bomb/NN>0:dep", "bomb", []),
    ("Attacks/NNPS", "Attacks", ["attack"]),
])
def test_nouns_the_longest_first(text: str, word: str, expected: list[str], small: Ontology) -> None:
    assert [" ".join(found.lemmas) for found in matches(token(parsed(text), word), small.nouns)] == expected


def test_the_parts_of_a_verb_in_their_order() -> None:
    doc = parsed("They/PRP>1:nsubj set:set/VBD fire/NN>1:dobj to/IN>2:prep cars:car/NNS>3:pobj")
    parts = verb_parts(doc[1], ("fire", "to"))
    assert parts is not None and [part.text for part in parts] == ["fire", "to"]
    assert verb_parts(doc[1], ("off",)) is None
    assert verb_parts(doc[1], ()) == []


EVENT = "https://w3id.org/dateline/ontology#Event"


@pytest.mark.parametrize(("text", "word", "expected"), [
    ("a/DT>2:det heart/NN>2:compound attack/NN", "attack", True),
    ("a/DT>3:det heart/NN>3:compound -/HYPH>3:punct attack/NN", "attack", True),
    ("an/DT>1:det attack/NN at/IN>1:prep heart/NN>2:pobj", "attack", False),
    ("They/PRP>1:nsubj raided:raid/VBD the/DT>3:det fridge/NN>1:dobj", "raided", True),
    ("They/PRP>1:nsubj raided:raid/VBD the/DT>5:det old/JJ>5:amod big/JJ>5:amod fridge/NN>1:dobj", "raided", True),
    ("They/PRP>1:nsubj raided:raid/VBD shops:shop/NNS>1:dobj", "raided", False),
])
def test_phrases_in_which_a_word_means_something_else(text: str, word: str, expected: bool, small: Ontology) -> None:
    assert within_phrase(token(parsed(text), word), small.exceptions(EVENT)) is expected
