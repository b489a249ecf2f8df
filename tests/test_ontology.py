"""The reader of the ontology, on small Turtle written here: classes, words, paths, cues, names, examples."""

from pathlib import Path

import pytest

from kg.facts import Facts, OntologyError
from kg.ontology import Example, Ontology, folder, load
from kg.terms import KG, KGX, local

PREFIXES = """
@prefix kg: <https://w3id.org/dateline/ontology#> . @prefix kgx: <https://w3id.org/dateline/extraction#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix my: <https://example.org/my#> .
@prefix entity: <https://w3id.org/dateline/data/entity/> .
"""


def small(tmp_path: Path, turtle: str) -> Ontology:
    """An ontology of this Turtle alone."""
    path = tmp_path / "small.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return Ontology(Facts.of_folders((path,)))


MY = "https://example.org/my#"
CLASSES = """
kg:Event a owl:Class . kg:Deed a owl:Class ; rdfs:subClassOf kg:Event .
kg:Raid a owl:Class ; rdfs:subClassOf kg:Deed ; rdfs:label "raid"@en .
kg:Blast a owl:Class ; rdfs:subClassOf kg:Event ; kgx:mayBe kg:Deed .
kg:Cloud a owl:Class ; rdfs:subClassOf kg:Blast .
kg:doer rdfs:subPropertyOf kg:partaker .
"""


def test_what_lies_above(tmp_path: Path) -> None:
    ontology = small(tmp_path, CLASSES)
    assert ontology.ancestors(KG.Raid) == {KG.Raid, KG.Deed, KG.Event}
    assert ontology.is_a(KG.Raid, KG.Event) and ontology.is_a(KG.Raid, KG.Raid) and not ontology.is_a(KG.Event, KG.Raid)
    assert ontology.is_a(KG.doer, KG.partaker)
    assert (ontology.depth(KG.Raid), ontology.depth(KG.Event)) == (3, 1)
    assert set(ontology.event_types) == {KG.Event, KG.Deed, KG.Raid, KG.Blast, KG.Cloud}


def test_a_cycle_of_classes_ends(tmp_path: Path) -> None:
    ontology = small(tmp_path, "kg:A rdfs:subClassOf kg:B . kg:B rdfs:subClassOf kg:C . kg:C rdfs:subClassOf kg:A .")
    assert KG.C in ontology.ancestors(KG.A)


def test_what_may_turn_out_to_be_what(tmp_path: Path) -> None:
    ontology = small(tmp_path, CLASSES)
    assert ontology.may_turn_out(KG.Blast, KG.Raid) and ontology.may_turn_out(KG.Cloud, KG.Deed)
    assert not ontology.may_turn_out(KG.Raid, KG.Blast)
    assert not ontology.may_turn_out(KG.Cloud, KG.Blast)  # it lies above


def test_labels(tmp_path: Path) -> None:
    ontology = small(tmp_path, CLASSES)
    assert (ontology.label(KG.Raid), ontology.label(KG.Deed)) == ("raid", "Deed")


# --- words

WORDS = CLASSES + """
kg:Raid kgx:verb "raid", "break into" ; kgx:noun "raid", "bank raid" ;
    kgx:word [ kgx:verb "break" ; kgx:needs kg:doer, kgx:toll ] ; kgx:except "air raid siren" .
kg:Deed kgx:except "good deed" .
kg:Killed a kg:Outcome ; kgx:verb "kill" ; kgx:adjective "dead" ; kgx:noun "loss of life" .
"""


def test_words_stand_under_their_anchor_the_longest_first(tmp_path: Path) -> None:
    ontology = small(tmp_path, WORDS)
    assert set(ontology.verbs) == {"raid", "break"} and set(ontology.nouns) == {"raid"}
    assert [word.lemmas for word in ontology.verbs["break"]] == [("break", "into"), ("break",)]
    assert [word.lemmas for word in ontology.nouns["raid"]] == [("bank", "raid"), ("raid",)]
    assert {word.owner for word in ontology.verbs["raid"]} == {KG.Raid}


def test_a_word_knows_what_it_needs_and_its_rule(tmp_path: Path) -> None:
    ontology = small(tmp_path, WORDS)
    into, alone = ontology.verbs["break"]
    assert into.needs == frozenset() and alone.needs == {KG.doer, KGX.toll}
    assert into.rule == f"{KGX.iri}Raid/verb/break-into"


def test_outcome_words_by_part_of_speech(tmp_path: Path) -> None:
    outcomes = small(tmp_path, WORDS).outcomes
    assert {pos: set(index) for pos, index in outcomes.items()} == {"verb": {"kill"}, "noun": {"life"}, "adjective": {"dead"}}


# --- paths

PATHS = CLASSES + """
kg:Event kgx:path kgx:all . kgx:all kgx:steps "in|at" ; kgx:role kg:place ; kgx:confidence 0.9 .
kg:Deed kgx:path kgx:low, kgx:high . kgx:low kgx:steps "obj of" ; kgx:role kg:patient ; kgx:confidence 0.4 .
kgx:high kgx:steps "subj" ; kgx:role kg:doer ; kgx:filler kg:Person, kg:Group ; kgx:on "verb" ; kgx:confidence 0.95 .
kg:Raid kgx:path kgx:own . kgx:own kgx:steps "into" ; kgx:confidence 0.1 .
kg:Deed kgx:doer kg:speaker ; kgx:doerRole kg:claimedBy . kg:Raid kgx:doerRole kg:doer ; kgx:transitive true .
"""


def test_paths_of_the_lower_class_come_first_then_the_surest(tmp_path: Path) -> None:
    ontology = small(tmp_path, PATHS)
    assert [local(path.iri) for path in ontology.paths(KG.Raid)] == ["own", "high", "low", "all"]
    assert [local(path.iri) for path in ontology.paths(KG.Blast)] == ["all"]


def test_a_path_as_it_is_written(tmp_path: Path) -> None:
    ontology = small(tmp_path, PATHS)
    own, high, low, all_ = ontology.paths(KG.Raid)
    assert (own.role, own.fillers, own.on, own.confidence) == (KG.participant, (), None, 0.1)
    assert (high.fillers, high.on) == ((KG.Person, KG.Group), "verb")
    assert low.steps == (frozenset({"obj"}), frozenset({"of"}))
    assert all_.steps == (frozenset({"in", "at"}),)


def test_annotations_are_inherited_from_the_nearest(tmp_path: Path) -> None:
    ontology = small(tmp_path, PATHS)
    assert ontology.inherited(KG.Raid, KGX.doerRole) == KG.doer
    assert ontology.inherited(KG.Raid, KGX.doer) == KG.speaker
    assert ontology.inherited(KG.Blast, KGX.doer) is None
    assert ontology.is_marked(KG.Raid, KGX.transitive) and not ontology.is_marked(KG.Deed, KGX.transitive)


# --- cues, names, examples

def test_a_cue_as_it_is_written(tmp_path: Path) -> None:
    text = 'kgx:c a kgx:Cue ; kgx:realis kg:Denied ; kgx:scope "obj|comp", "of" ; kgx:verb "deny" ; kgx:noun "denial" .'
    [cue] = small(tmp_path, text).cues
    assert cue.realis == KG.Denied and cue.scope == {"obj", "comp", "of"}
    assert {kind: set(words) for kind, words in cue.words.items() if words} == {"verb": {"deny"}, "noun": {"denial"}}


NAMES = """
kg:Entity a owl:Class . kg:Actor rdfs:subClassOf kg:Entity . kg:Group rdfs:subClassOf kg:Actor . kg:Country rdfs:subClassOf kg:Entity .
kg:Group kgx:noun "gang", "Street Gang" .
entity:blue-gang a kg:Actor, kg:Group ; rdfs:label "Blue Gang" ; skos:altLabel "BG" ; skos:exactMatch <http://www.wikidata.org/entity/Q1> .
<https://w3id.org/dateline/data/entity/country/xx> a kg:Country ; rdfs:label "Xland" ;
    kgx:demonym "Xish" ; kgx:peopleName "Xes" ; kgx:metonym "Xton" .
"""


def test_names(tmp_path: Path) -> None:
    ontology = small(tmp_path, NAMES)
    gang = ontology.names["BG"]
    assert gang == ontology.names["Blue Gang"]
    assert (gang.key, gang.kind, gang.label, gang.exact) == ("blue-gang", KG.Group, "Blue Gang", ("http://www.wikidata.org/entity/Q1",))
    assert ontology.names["Xland"].key == "country/xx" and ontology.names["Xland"].kind == KG.Country
    found = (ontology.demonyms["Xish"], ontology.people_names["Xes"], ontology.metonyms["Xton"])
    assert {known.label for known in found} == {"Xland"}


def test_nominals_are_in_lower_case(tmp_path: Path) -> None:
    assert small(tmp_path, NAMES).nominals == {"gang": KG.Group, "street gang": KG.Group}


def test_examples(tmp_path: Path) -> None:
    ontology = small(tmp_path, CLASSES + """
        kg:Raid kgx:example "They raided a bank.", [ kgx:text "A raid was foiled." ; kg:realis kg:Attempted ; kg:doer "they" ] .""")
    assert ontology.examples == (
        Example(KG.Raid, "They raided a bank."), Example(KG.Raid, "A raid was foiled.", ((KG.doer, "they"),), KG.Attempted),
    )


# --- the files that come with Dateline

def test_no_list_that_the_stages_ask_for_is_empty(ontology: Ontology) -> None:
    lists = {
        "light": ontology.light_verbs, "happen": ontology.happen_verbs, "hit": ontology.hit_verbs,
        "disguise": ontology.listed(KGX.disguiseVerb),
        "agents": ontology.listed(KGX.agentNoun), "cues": ontology.cues, "domains": ontology.domains, "names": ontology.names,
        "demonyms": ontology.demonyms, "people": ontology.people_names, "metonyms": ontology.metonyms, "nominals": ontology.nominals,
        "examples": ontology.examples, "verbs": ontology.verbs, "nouns": ontology.nouns,
        "suspects": ontology.listed(KGX.suspectNoun), "officials": ontology.listed(KGX.officialNoun),
        "updates": ontology.listed(KGX.updateVerb), "sources": ontology.listed(KGX.sourceVerb), "older": ontology.listed(KGX.olderWord),
        "newer": ontology.listed(KGX.newerWord), "undergone": ontology.listed(KGX.undergoneVerb),
    }
    assert [name for name, found in lists.items() if not found] == []
    assert all(ontology.outcomes[pos] for pos in ("verb", "noun", "adjective"))
    assert ontology.version.startswith("https://")


def test_there_are_source_prepositions(ontology: Ontology) -> None:
    assert "according" in ontology.source_prepositions


def test_the_folder_is_found_and_loaded_once() -> None:
    assert (folder() / "core.ttl").is_file()
    assert load() is load()


def test_a_users_folder_is_read_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(
        PREFIXES + 'my:Joust a owl:Class ; rdfs:subClassOf kg:Attack ; rdfs:label "joust"@en ; kgx:verb "joust" .', encoding="utf-8",
    )
    mine = load((tmp_path,))
    assert mine.is_a(f"{MY}Joust", KG.Violence) and "joust" in mine.verbs and "bomb" in mine.verbs
    assert {path.role for path in mine.paths(f"{MY}Joust")} >= {KG.perpetrator, KG.target}
    assert "joust" not in load().verbs


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="nowhere"):
        load((tmp_path / "nowhere",))


def test_a_file_that_is_not_turtle_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(PREFIXES + "\nkg:A rdfs:label ", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bad\.ttl"):
        load((tmp_path,))
