"""What is not the same becomes two: an entity or event whose mentions a reader parts, each with what its own words tell."""

from collections.abc import Iterable
from dataclasses import replace

from kg.corrected import Part
from kg.model import Entity, Event, Evidence, Form, Reading, Relation, Span, Toll

__all__ = ["parted"]


def parted(reading: Reading, part: Part, words: Iterable[Span], others: Iterable[Span]) -> Reading:
    """A Reading in which a part keeps some words, and others denote a new one (the last of its layer); the same Reading if either is none.

    Mentions that neither side names go with the side that has the same words, or else stay. Roles, relations, times and tolls go with the
    words that their evidence rests on.
    """
    split = _Split(reading, part, set(words), set(others))
    if not split.going or not split.staying:
        return reading
    return split.entity() if part.layer == "entity" else split.event()


class _Split:
    """One part on its way to being two; `staying` and `going` are indices of mentions."""

    def __init__(self, reading: Reading, part: Part, words: set[Span], others: set[Span]) -> None:
        self.reading = reading
        self.part = part
        told = dict.fromkeys(map(self._text, others), True) | dict.fromkeys(map(self._text, words), False)
        mentions = reading.entities[part.index].mentions if part.layer == "entity" else reading.events[part.index].triggers
        goes = {mention: self._goes(mention, words, others, told) for mention in mentions}
        self.going = tuple(mention for mention in mentions if goes[mention])
        self.staying = tuple(mention for mention in mentions if not goes[mention])

    def _goes(self, mention: int, words: set[Span], others: set[Span], told: dict[str, bool]) -> bool:
        found = self.reading.mentions[mention]
        for same in (lambda span: span == (found.begin, found.end), lambda span: found.begin < span[1] and span[0] < found.end):
            sides = {side for side, spans in ((False, words), (True, others)) if any(map(same, spans))}
            if len(sides) == 1:
                return sides.pop()
        return told.get(self._text((found.begin, found.end)), False)

    def _text(self, span: Span) -> str:
        return " ".join(self.reading.text_of(span).lower().split())

    def moves(self, evidence: Iterable[Evidence]) -> bool:
        """Whether a fact goes: its evidence rests on the words of what goes, or stands in its sentences alone."""
        for proof in evidence:
            near = [self._touches(side, proof) for side in (self.staying, self.going)]
            if near[0] != near[1]:
                return near[1]
            told = [{self.reading.mentions[mention].sentence for mention in side} for side in (self.staying, self.going)]
            inside = [proof.sentence in sentences for sentences in told]
            if inside[0] != inside[1]:
                return inside[1]
        return False

    def _touches(self, side: tuple[int, ...], proof: Evidence) -> bool:
        mentions = [self.reading.mentions[mention] for mention in side]
        return any(begin < mention.end and mention.begin < end for begin, end in proof.words for mention in mentions)

    def entity(self) -> Reading:
        """An entity parted."""
        reading, old, new = self.reading, self.part.index, len(self.reading.entities)
        events = tuple(replace(event, roles=tuple(
            replace(role, entity=new) if role.entity == old and self.moves(role.evidence) else role for role in event.roles
        )) for event in reading.events)
        first, second = self._named(reading.entities[old])
        entities = (*reading.entities[:old], first, *reading.entities[old + 1:], second)
        return replace(
            reading, entities=entities, events=events,
            relations=tuple(self._relation(relation, new) for relation in reading.relations),
            tolls=tuple(self._toll(toll, new) for toll in reading.tolls),
        )

    def _relation(self, relation: Relation, new: int) -> Relation:
        old = self.part.index
        if old not in (relation.subject, relation.object) or not self.moves(relation.evidence):
            return relation
        subject, value = (new if end == old else end for end in (relation.subject, relation.object))
        return replace(relation, subject=subject, object=value)

    def _toll(self, toll: Toll, new: int) -> Toll:
        """A toll whose people or source go with the words of its evidence."""
        old = self.part.index
        if old not in (toll.of_people, *toll.including, *toll.according_to) or not self.moves(toll.evidence):
            return toll
        return replace(
            toll, of_people=new if toll.of_people == old else toll.of_people,
            including=tuple(new if index == old else index for index in toll.including),
            according_to=tuple(new if index == old else index for index in toll.according_to),
        )

    def _named(self, entity: Entity) -> tuple[Entity, Entity]:
        """The two halves: what is known of the whole (its key, its matches, where it lies) stays with the half that bears its name."""
        first, second = self._names(self.staying), self._names(self.going)
        known, fresh = (first, second) if entity.label in first or entity.label not in second else (second, first)
        bearer, other = (self.staying, self.going) if known is first else (self.going, self.staying)
        moved = [told for told in entity.positions if self.moves([told[1]]) == (other is self.going)]
        whole = replace(
            entity, mentions=bearer, alt_labels=tuple(name for name in entity.alt_labels if name not in fresh or name in known),
            positions=tuple(told for told in entity.positions if told not in moved),
        )
        half = Entity(entity.kind, fresh[0], other, tuple(fresh[1:]), positions=tuple(moved))
        return (whole, half) if bearer is self.staying else (half, whole)

    def _names(self, side: tuple[int, ...]) -> list[str]:
        """What the mentions of a side call it: names, the longest first, or else what else there is."""
        mentions = [self.reading.mentions[mention] for mention in side]
        names = [mention for mention in mentions if mention.form == Form.NAME]
        described = [mention for mention in mentions if mention.form != Form.PRONOUN]
        texts = dict.fromkeys(self.reading.text_of((mention.begin, mention.end)) for mention in names or described or mentions)
        return sorted(texts, key=len, reverse=True)

    def event(self) -> Reading:
        """An event parted."""
        reading, old, new = self.reading, self.part.index, len(self.reading.events)
        whole = reading.events[old]
        stays, goes = _shared(whole, self)
        events = tuple(replace(event, links=tuple(
            replace(link, event=new) if link.event == old and self.moves(link.evidence) else link for link in event.links
        )) for event in (*reading.events[:old], stays, *reading.events[old + 1:], goes))
        tolls = tuple(replace(toll, event=new) if toll.event == old and self.moves(toll.evidence) else toll for toll in reading.tolls)
        return replace(reading, events=events, tolls=tolls)


def _shared(whole: Event, split: _Split) -> tuple[Event, Event]:
    """An event as two, each with its triggers and what they tell; both have the type, and evidence for it."""
    proofs = [tuple(proof for proof in whole.evidence if split.moves([proof]) == going) or whole.evidence for going in (False, True)]
    roles = [tuple(role for role in whole.roles if split.moves(role.evidence) == going) for going in (False, True)]
    links = [tuple(link for link in whole.links if split.moves(link.evidence) == going) for going in (False, True)]
    time_goes = whole.time is not None and split.moves(whole.time.evidence)
    times = (None, whole.time) if time_goes else (whole.time, None)
    first, second = (
        replace(whole, triggers=triggers, roles=roles[side], links=links[side], time=times[side], evidence=proofs[side])
        for side, triggers in enumerate((split.staying, split.going))
    )
    return first, replace(second, said=None) if whole.said else second
