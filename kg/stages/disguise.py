"""As whom the doers were disguised: kg:disguisedAs, which makes nobody a participant."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.syntax import arcs
from kg.lookup import Lookup
from kg.model import Event, Evidence, Reading, Role
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["stage"]

_CONFIDENCE = 0.8


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Gives each violent event the disguise of those who did it."""
    lookup = Lookup(reading)
    worn: dict[int, list[tuple[int, Evidence]]] = {}
    for token in doc:
        if token.lemma_.lower() in ontology.listed(KGX.disguiseVerb):
            for wearer, look, evidence in _disguises(token, lookup, ontology):
                worn.setdefault(wearer, []).append((look, evidence))
    return replace(reading, events=tuple(_dressed(event, worn, ontology) for event in reading.events)) if worn else reading


def _disguises(verb: Token, lookup: Lookup, ontology: Ontology) -> Iterator[tuple[int, int, Evidence]]:
    own = arcs(verb, ontology)
    for arc in own:
        wearer = lookup.entity_at(arc.token.i, arc.token.idx)
        for other in own if arc.label in ("subj", "obj") and wearer is not None else ():
            look = lookup.entity_at(other.token.i, other.token.idx)
            if other.label == "as" and look is not None and wearer is not None:
                words = tuple(sorted((token.idx, token.idx + len(token)) for token in (verb, other.token)))
                yield wearer, look, Evidence(lookup.sentence_at(verb.idx), KGX.disguise, _CONFIDENCE, words)


def _dressed(event: Event, worn: dict[int, list[tuple[int, Evidence]]], ontology: Ontology) -> Event:
    if not ontology.is_a(event.type, KG.Violence):
        return event
    doers = [role.entity for role in event.roles if ontology.is_a(role.property, KG.agent)]
    looks = tuple(Role(KG.disguisedAs, look, (evidence,)) for doer in doers for look, evidence in worn.get(doer, ()))
    seeming = {role.entity for role in looks}
    return replace(event, roles=tuple(role for role in event.roles if role.entity not in seeming) + looks) if looks else event
