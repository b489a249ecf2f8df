"""Where an event was, by the settlement or region that its clause names: "a bus fell off a bridge near Savannakhet"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.subjects import is_verbal
from kg.language.syntax import phrase
from kg.lookup import Lookup
from kg.model import Form
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["SURE", "whereabouts"]

SURE = 0.75                  # read in training articles: 14 of 15 such places were the event's

_WITHIN = frozenset({"in", "at", "inside", "within", "on", "across"})
_BESIDE = frozenset({"near", "outside", "above", "below", "beside", "around", "north", "south", "east", "west"})
_ON_THE_WAY = _WITHIN | _BESIDE | {"of", "into", "off", "over", "through", "against", "under", "behind", "with", "along"}
_MEANWHILE = frozenset({"when", "as"})  # "died when a helicopter flew into a cliff near Jumla"
_RANKS = {KG.City: 0, KG.Place: 0, KG.Region: 1}  # a name of which nobody knows what it is may be a village's
_STEPS = 10


def whereabouts(trigger: Token, lookup: Lookup, ontology: Ontology) -> tuple[Token, str] | None:
    """The name of the settlement or region that stands nearest in the phrases about a trigger, with the role that it has.

    What lies near a place that is near it is near it. A settlement of somebody, from or to which something goes, or told in another
    clause is none; nor is there any where two stand equally near, and neither is a settlement in a region.
    """
    found = sorted(_settlements(trigger, lookup, ontology), key=lambda place: (len(place[2]), place[1]))
    if not found or len(found) > 1 and (len(found[0][2]), found[0][1]) == (len(found[1][2]), found[1][1]):
        return None
    name, _, preps = found[0]
    return name, KG.near if _BESIDE.intersection(preps) else KG.place


def _settlements(trigger: Token, lookup: Lookup, ontology: Ontology) -> Iterator[tuple[Token, int, list[str]]]:
    """The names, with their rank (a settlement before a region) and the prepositions between them and the trigger."""
    upper = _carriers(trigger, ontology)
    for token in trigger.sent:
        entity, mention = lookup.entity_at(token.i, token.idx), lookup.mention_at(token.i, token.idx)
        if token.dep_ != "pobj" or entity is None or mention is None or lookup.reading.mentions[mention].form != Form.NAME:
            continue
        rank = _RANKS.get(lookup.reading.entities[entity].kind)
        preps = _prepositions(token, upper, lookup, ontology) if rank is not None else []
        if rank is not None and preps and (preps[0] in _WITHIN | _BESIDE or preps[0] == "of" and len(preps) > 1):
            yield token, rank, preps


def _carriers(trigger: Token, ontology: Ontology) -> set[Token]:
    """A trigger, and the verb by which it happens, or in whose course: "a fire broke out", "crushed in a stampede"."""
    if is_verbal(trigger):
        return {trigger}
    happens = trigger.dep_ == "nsubj" and bool(phrase(trigger.head) & (ontology.happen_verbs | ontology.hit_verbs))
    during = trigger.dep_ == "pobj" and trigger.head.lower_ in ("in", "by", "during") and trigger.head.dep_ in ("prep", "agent")
    return {trigger, *([trigger.head] if happens else []), *([trigger.head.head] if during and is_verbal(trigger.head.head) else [])}


def _prepositions(name: Token, upper: set[Token], lookup: Lookup, ontology: Ontology) -> list[str]:
    """The prepositions from a name up to a trigger, none where anything else stands between them."""
    preps: list[str] = []
    node = name
    for _step in range(_STEPS):
        if node in upper:
            return preps
        step = _step_up(node, lookup, ontology)
        if step is None:
            return []
        preps += step
        node = node.head
    return []


def _step_up(node: Token, lookup: Lookup, ontology: Ontology) -> list[str] | None:
    """What a step up from a token adds to the prepositions, None where it leaves the phrases that tell the place."""
    head = node.head
    if node.dep_ == "prep" or node == head:
        return None if node == head else []
    if node.dep_ == "pobj" and (head.lower_ in _ON_THE_WAY or head.lower_ == "for" and head.head.pos_ == "NOUN"):
        return [head.lower_]
    if node.dep_ == "advmod" and node.lower_ in _BESIDE:  # "north of Beira"
        return [node.lower_]
    if node.dep_ == "advcl" and not _MEANWHILE.isdisjoint(child.lower_ for child in node.children if child.dep_ in ("mark", "advmod")):
        return ["when"]
    entity = lookup.entity_at(node.i, node.idx)
    actor = entity is not None and ontology.is_a(lookup.reading.entities[entity].kind, KG.Actor)
    return ["object"] if node.dep_ == "dobj" and not actor else None
