"""Parts of an event and their order: "struck …, opening fire on … before blowing themselves up at …", "two bombings … one in …"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.profiles import apart_in_time
from kg.language.subjects import is_verbal
from kg.lookup import Lookup
from kg.model import Evidence, Link, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["stage"]

_CONFIDENCE = 0.7
_REACH = 3  # so many sentences after "two bombings" may tell its parts


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Links parts to their whole (kg:partOf) and to the part that follows them (kg:before)."""
    links = [*_steps(reading, doc, ontology), *_members(reading, doc, ontology), *_acts(reading, doc, ontology)]
    events = list(reading.events)
    for part, link in links:
        events[part] = replace(events[part], links=(*events[part].links, link))
    return replace(reading, events=tuple(events))


def _steps(reading: Reading, doc: Doc, ontology: Ontology) -> Iterator[tuple[int, Link]]:
    """Violent acts told in clauses below a more general one, each with a target or place of its own."""
    tokens = {index: doc[reading.mentions[event.triggers[0]].head] for index, event in enumerate(reading.events)}
    for whole, above in tokens.items():
        below = [part for part in tokens if _is_step(part, whole, tokens, reading, ontology)]
        if not is_verbal(above) or len({reading.events[part].type for part in below}) < 2:
            continue
        for index, part in enumerate(below):
            proof = (_evidence(reading, whole, part),)
            yield part, Link(KG.partOf, whole, proof)
            if index + 1 < len(below):
                first, then = (part, below[index + 1]) if _in_order(tokens[part], tokens[below[index + 1]]) else (below[index + 1], part)
                yield first, Link(KG.before, then, proof)


def _is_step(part: int, whole: int, tokens: dict[int, Token], reading: Reading, ontology: Ontology) -> bool:
    event, above = reading.events[part], reading.events[whole]
    if part == whole or not is_verbal(tokens[part]) or not tokens[whole].is_ancestor(tokens[part]):
        return False
    if not (ontology.is_a(event.type, KG.Violence) and ontology.is_a(event.type, above.type)) or event.realis != above.realis:
        return False
    aimed = any(ontology.is_a(role.property, KG.patient) or role.property in (KG.place, KG.near) for role in event.roles)
    return aimed and all(node.dep_ not in ("relcl", "ccomp") for node in _between(tokens[part], tokens[whole]))


def _between(lower: Token, upper: Token) -> Iterator[Token]:
    node = lower
    while node != upper:
        yield node
        node = node.head


def _in_order(first: Token, second: Token) -> bool:
    """Whether the text tells the first act first: not where the second is what it came after."""
    between = {token.lower_ for token in first.doc[first.i:second.i]}
    return "after" not in between


def _acts(reading: Reading, doc: Doc, ontology: Ontology) -> Iterator[tuple[int, Link]]:
    """Different acts of one attack told after it in sentences of their own: "attacked … They fired … Minutes later they blew …"."""
    tokens = {index: doc[reading.mentions[event.triggers[0]].head] for index, event in enumerate(reading.events)}
    taken: set[int] = set()
    for whole in sorted(tokens, key=lambda index: tokens[index].i):
        acts = [part for part in tokens if part not in taken and _is_act(part, whole, tokens, reading, ontology)]
        if len({reading.events[part].type for part in acts}) < 2 or whole in taken:
            continue
        taken.update(acts)
        for index, part in enumerate(acts):
            yield part, Link(KG.partOf, whole, (_evidence(reading, whole, part),))
            if index + 1 < len(acts) and _is_later(tokens[acts[index + 1]]):
                yield part, Link(KG.before, acts[index + 1], (_evidence(reading, part, acts[index + 1]),))


def _is_act(part: int, whole: int, tokens: dict[int, Token], reading: Reading, ontology: Ontology) -> bool:
    event, above = reading.events[part], reading.events[whole]
    if event.links or not is_verbal(tokens[part]) or event.realis != KG.Actual or above.realis != KG.Actual:
        return False
    first, then = reading.mentions[above.triggers[0]], reading.mentions[event.triggers[0]]
    if not 0 < then.sentence - first.sentence <= _REACH or not ontology.is_a(above.type, KG.Attack):
        return False
    narrower = event.type != above.type and ontology.is_a(event.type, above.type)
    shared = {role.entity for role in event.roles} & {role.entity for role in above.roles if role.property != KG.place}
    return narrower and bool(shared)


def _is_later(verb: Token) -> bool:
    """Whether a sentence says that it goes on in time: "Minutes later they …", "then"."""
    return any(token.lower_ in ("later", "then", "afterwards", "next") for token in verb.sent)


def _members(reading: Reading, doc: Doc, ontology: Ontology) -> Iterator[tuple[int, Link]]:
    """Single events told after a plural with a numeral of their kind."""
    lookup = Lookup(reading)
    for whole, event in enumerate(reading.events):
        mention = reading.mentions[event.triggers[0]]
        if not _is_several(doc[mention.head], lookup):
            continue
        for part, other in enumerate(reading.events):
            trigger = reading.mentions[other.triggers[0]]
            near = 0 <= trigger.sentence - mention.sentence <= _REACH and trigger.begin > mention.begin
            akin = ontology.is_a(other.type, event.type) and other.realis == event.realis and not apart_in_time(event.time, other.time)
            if near and akin and doc[trigger.head].tag_ not in ("NNS", "NNPS"):
                yield part, Link(KG.partOf, whole, (_evidence(reading, whole, part),))


def _is_several(noun: Token, lookup: Lookup) -> bool:
    quantity = lookup.quantities.get(noun.i)
    return noun.tag_ in ("NNS", "NNPS") and quantity is not None and (lookup.reading.quantities[quantity].minimum or 0) > 1


def _evidence(reading: Reading, whole: int, part: int) -> Evidence:
    mentions = [reading.mentions[reading.events[index].triggers[0]] for index in (whole, part)]
    return Evidence(mentions[1].sentence, KGX.sequence, _CONFIDENCE, tuple(sorted((mention.begin, mention.end) for mention in mentions)))
