"""One node per real event: triggers that tell the same event become one, with the roles, times and tolls of all.

Two triggers are one event where their classes, realis, times, places and people agree and something ties them: a definite noun takes up
what was told, a verb shares a participant, a clause says how the other came about, the body tells the headline again. What might be
another event of the same kind stays apart.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc

from kg.language.attribution import called
from kg.language.realis import ORDER
from kg.language.sameness import Sameness
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Event, EventTime, Link, Reading, Role, Toll
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["stage"]

T = TypeVar("T")
_ACQUITTING, _CONVICTING = (KG.Acquittal,), (KG.Conviction, KG.GuiltyPlea, KG.Sentencing)


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Merges the events of a Reading and unites the tolls that tell the same figure."""
    clusters = _clusters(reading, doc, ontology)
    place = {index: number for number, cluster in enumerate(clusters) for index in cluster}
    # what is only acted, invented or drilled is in no cluster: it is no event, and its tolls are none
    told = [_hurt_elsewhere([reading.events[index] for index in cluster], reading, doc, ontology) for cluster in clusters]
    events = tuple(_merged(parts, number, place, ontology) for number, parts in enumerate(told))
    events = tuple(_as_whole(event, number, events, ontology) for number, event in enumerate(events))
    events = tuple(_without_headline_verdict(event, reading) for event in events)
    acquitted, convicted = (_judged(events, kinds, ontology) for kinds in (_ACQUITTING, _CONVICTING))
    voided = _voided(events, convicted.keys(), reading, doc, ontology)
    convicted = {entity: topics for entity, topics in convicted.items() if entity not in voided}
    acquitted = {**acquitted, **{entity: set() for entity in voided}}
    events = tuple(_without_doers(event, _cleared(number, acquitted, convicted), ontology) for number, event in enumerate(events))
    tolls, moved = _united(reading.tolls, place)
    return replace(reading, events=tuple(_with_tolls(event, moved) for event in events), tolls=tolls)


def _clusters(reading: Reading, doc: Doc, ontology: Ontology) -> list[list[int]]:
    """The events as lists of those that are one, each in the order of the text."""
    sameness = Sameness(reading, doc, ontology, Lookup(reading))
    clusters: list[list[int]] = []
    real = [index for index, event in enumerate(reading.events) if event.realis != KGX.Unreal and not _is_unspoken(event, ontology)]

    def begin(index: int) -> int:
        return reading.mentions[reading.events[index].triggers[0]].begin

    def is_told_again(index: int) -> bool:  # it goes where the event goes that it was found to be
        return any(link.property == KGX.same for link in reading.events[index].links)

    order = sorted(real, key=lambda index: (is_told_again(index), begin(index)))
    for index in order:
        home = sameness.home(index, clusters)
        if home is None:
            clusters.append([index])
        else:
            home.append(index)
            for cluster in sameness.tied(index, clusters):
                if cluster is not home and sameness.agrees(home, cluster):
                    home += cluster
                    clusters.remove(cluster)
    return sorted((sorted(cluster, key=begin) for cluster in clusters), key=lambda cluster: begin(cluster[0]))


def _is_unspoken(event: Event, ontology: Ontology) -> bool:
    """Whether a statement has no speaker: it tells a reader nothing but what it did to its content."""
    return ontology.is_a(event.type, KG.Statement) and not any(role.property == KG.speaker for role in event.roles)


def _hurt_elsewhere(parts: list[Event], reading: Reading, doc: Doc, ontology: Ontology) -> list[Event]:
    """The parts of an event, without the places of those who died in hospital: it was not there that it happened."""
    def is_bedside(role: Role) -> bool:
        return bool(called(role.entity, reading, doc) & ontology.listed(KGX.careNoun))

    def without_places(event: Event) -> Event:
        bedside = ontology.is_a(event.type, KG.Harm) and any(role.property == KG.place and is_bedside(role) for role in event.roles)
        return replace(event, roles=tuple(role for role in event.roles if role.property not in (KG.place, KG.near))) if bedside else event

    return [without_places(part) for part in parts] if len(parts) > 1 else parts


def _merged(parts: list[Event], number: int, place: dict[int, int], ontology: Ontology) -> Event:
    kind = ontology.settled(part.type for part in parts)
    return Event(
        kind,
        tuple(dict.fromkeys(trigger for part in parts for trigger in part.triggers)),
        _realis([part.realis for part in parts]),
        roles=_roles([role for part in parts for role in part.roles], ontology),
        links=_links([link for part in parts for link in part.links], number, place),
        time=_time([part.time for part in parts if part.time]),
        said=next((part.said for part in parts if part.said), None),
        evidence=tuple(dict.fromkeys(proof for part in parts for proof in part.evidence)),
        realis_evidence=tuple(dict.fromkeys(proof for part in parts for proof in part.realis_evidence)),
    )


def _as_whole(event: Event, number: int, events: tuple[Event, ...], ontology: Ontology) -> Event:
    """An event with parts has a class that holds for all of them, or that they may turn out to be; where there is none, its own."""
    parts = [other.type for other in events if any(link.property == KG.partOf and link.event == number for link in other.links)]
    above = [kind for kind in ontology.ancestors(event.type) if kind != KG.Event]
    shared = [kind for kind in above if all(ontology.is_a(part, kind) or ontology.may_turn_out(part, kind) for part in parts)]
    return replace(event, type=max(shared, key=lambda kind: (ontology.depth(kind), kind))) if parts and shared else event


def _without_headline_verdict(event: Event, reading: Reading) -> Event:
    """What a headline alone tells as a fact and the body as a claim or an accusation is a claim or an accusation."""
    headline = reading.article.headline
    if headline is None:
        return event
    said = {role.entity for role in event.roles if role.property in (KG.claimedBy, KG.allegedPerpetrator)}

    def is_verdict(role: Role) -> bool:
        doer = role.property in (KG.perpetrator, KG.responsibleGroup, KG.agent)
        return doer and role.entity in said and all(reading.sentences[proof.sentence][1] <= headline[1] for proof in role.evidence)

    return replace(event, roles=tuple(role for role in event.roles if not is_verdict(role)))


def _judged(events: tuple[Event, ...], kinds: tuple[str, ...], ontology: Ontology) -> dict[int, set[int]]:
    """Whom verdicts of some kinds are about, with the events that they are judged for, none where the text does not tell."""
    found: dict[int, set[int]] = {}
    for event in events:
        if event.realis == KG.Actual and any(ontology.is_a(event.type, kind) for kind in kinds):
            topics = {link.event for link in event.links if link.property == KG.topic}
            for role in event.roles:
                if role.property == KG.patient:
                    found.setdefault(role.entity, set()).update(topics)
    return found


def _voided(events: tuple[Event, ...], convicted: Collection[int], reading: Reading, doc: Doc, ontology: Ontology) -> set[int]:
    """Those whose conviction did not stand: "his conviction was thrown out"; all who were convicted by "their convictions"."""
    found: set[int] = set()
    for event in events:
        if event.type == KG.Acquittal and event.realis == KG.Actual:
            words = [doc[reading.mentions[trigger].head] for trigger in event.triggers]
            undone = [child for word in words for child in word.children if child.dep_ in ("dobj", "nsubjpass")]
            void = [noun for noun in undone if lemma(noun) in ontology.listed(KGX.voidedNoun)]
            whose = {role.entity for role in event.roles if role.property == KG.patient}
            if void and not whose and (len(convicted) == 1 or any(noun.tag_ == "NNS" for noun in void)):
                whose = set(convicted)
            found |= whose if void else set()
    return found


def _cleared(number: int, acquitted: dict[int, set[int]], convicted: dict[int, set[int]]) -> frozenset[int]:
    """Who is acquitted of an event, or of what is not told and convicted of nothing: "guilty of bribery, cleared of murder"."""
    return frozenset(
        entity for entity, topics in acquitted.items()
        if number not in convicted.get(entity, ()) and (number in topics or not topics and entity not in convicted)
    )


def _without_doers(event: Event, cleared: frozenset[int], ontology: Ontology) -> Event:
    """An act of violence without those who are cleared of it: an acquittal leaves neither a perpetrator nor an accused."""
    said = (KG.claimedBy, KG.allegedPerpetrator)

    def is_doer(role: Role) -> bool:
        return role.entity in cleared and (role.property in said or ontology.is_a(role.property, KG.agent))

    if not ontology.is_a(event.type, KG.Violence):
        return event
    return replace(event, roles=tuple(role for role in event.roles if not is_doer(role)))


def _realis(values: list[str]) -> str:
    return min(values, key=ORDER.index)


def _roles(roles: list[Role], ontology: Ontology) -> tuple[Role, ...]:
    """Each entity once a role, a general role given way to the more specific one of the same entity."""
    found: dict[tuple[str, int], Role] = {}
    for role in roles:
        key = (role.property, role.entity)
        known = found.get(key)
        found[key] = role if known is None else replace(known, evidence=tuple(dict.fromkeys(known.evidence + role.evidence)))
    return tuple(
        role for (term, entity), role in found.items()
        if not any(other != term and owner == entity and ontology.is_a(other, term) for other, owner in found)
    )


def _links(links: list[Link], number: int, place: dict[int, int]) -> tuple[Link, ...]:
    moved: dict[tuple[str, int], Link] = {}
    for link in links:
        target = place.get(link.event) if link.property != KGX.same else None
        if target is not None and target != number:
            moved.setdefault((link.property, target), replace(link, event=target))
    return tuple(moved.values())


def _time(times: list[EventTime]) -> EventTime | None:
    """The narrowest of the times told, with the time of day that any of them has."""
    if not times:
        return None
    best = min(times, key=lambda time: (time.latest - time.earliest).days if time.earliest and time.latest else 10_000)
    clock = next((time for time in times if time.time_of_day), None)
    if clock is None or clock is best:
        return best
    return replace(best, time_of_day=clock.time_of_day, evidence=tuple(dict.fromkeys(best.evidence + clock.evidence)))


def _with_tolls(event: Event, moved: dict[int, int]) -> Event:
    if event.said is None:
        return event
    return replace(event, said=replace(event.said, tolls=tuple(sorted({moved[toll] for toll in event.said.tolls if toll in moved}))))


def _united(tolls: tuple[Toll, ...], place: dict[int, int]) -> tuple[tuple[Toll, ...], dict[int, int]]:
    """The tolls of the merged events, and where each of the old ones went.

    The same figure for the same outcome of an event is one toll: "at least 52" and "52" too.
    """
    found: dict[tuple[int, str, int], Toll] = {}
    keys: dict[int, tuple[int, str, int]] = {}
    for index, told in enumerate(tolls):
        if told.event not in place:
            continue
        toll = replace(told, event=place[told.event])
        figures = [figure for figure in (toll.count, toll.minimum, toll.maximum) if figure is not None]
        key = (toll.event, toll.outcome, figures[0])
        keys[index] = key
        known = found.get(key)
        found[key] = toll if known is None else _joined(known, toll)
    order = {key: number for number, key in enumerate(found)}
    return tuple(found.values()), {index: order[key] for index, key in keys.items()}


def _joined(known: Toll, other: Toll) -> Toll:
    exact = known if known.count is not None else other
    return replace(
        exact,
        mentions=_both(known.mentions, other.mentions),
        of_people=known.of_people if known.of_people is not None else other.of_people,
        including=_both(known.including, other.including),
        according_to=_both(known.according_to, other.according_to),
        evidence=_both(known.evidence, other.evidence),
    )


def _both(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(first + second))
