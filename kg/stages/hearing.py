"""The second voice: what the learned reader hears proposes events and who takes part in them, in the terms of the ontology."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.heads import head_of, substance, tokens_in
from kg.language.syntax import gathered
from kg.language.vetoes import harms_nobody, is_figurative, is_violent, kills_as_thing, names_no_event
from kg.language.victims import tells_outcome
from kg.language.voices import judged
from kg.language.words import within_phrase
from kg.lookup import Lookup
from kg.model import Heard, Proposal, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX, RDFS

__all__ = ["stage"]

_TOLD = 0.5                  # how likely it must be that an article in capitals tells of a type of incident


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Adds a Proposal for each event that the reader hears, and for each part in one that a path of its class allows."""
    if not reading.heard:
        return reading
    hearing = _Hearing(reading, doc, ontology)
    events = tuple(hearing.events())
    proposed = replace(reading, proposals=reading.proposals + events)
    types = {found.trigger: found.type for found in judged(proposed, ontology) if found.filler is None}
    parts = (*hearing.participants(types), *hearing.fillers(types))
    return replace(proposed, proposals=proposed.proposals + parts)


class _Hearing:
    """What was heard, at the tokens of the parse."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self.heard = reading.heard
        self.lookup = Lookup(reading)
        self.doc = doc
        self.ontology = ontology
        self.worded = {proposal.trigger for proposal in reading.proposals}
        self.capitals = reading.in_capitals
        self.told = [ontology.incidents[label.label] for label in reading.heard if not label.end and label.confidence >= _TOLD]

    def events(self) -> Iterator[Proposal]:
        """The words that name events; what can name none for the rules can for nobody."""
        figurative = is_figurative(self.doc, self.ontology)
        for label in self.heard:
            kind = self._kind(label)
            if kind is not None and label.end and self.ontology.is_a(kind, KG.Event):
                for token in tokens_in(self.doc, label.begin, label.end)[:1]:
                    if not (figurative and is_violent(kind, self.ontology) or self._is_vetoed(token, kind)):
                        yield Proposal(token.i, kind, KGX.eventReader, label.confidence)

    def _kind(self, label: Heard) -> str | None:
        """The class that a label means; where the article tells of an incident that it may turn out to be, that."""
        kind = self.ontology.learned.get(label.label)
        return next((told for told in self.told if kind is not None and self.ontology.may_turn_out(kind, told)), kind)

    def _is_vetoed(self, token: Token, kind: str) -> bool:
        """Whether a word can name no event, or only the reader says so of one that tells no outcome: 3 of 11 such were right."""
        named = token.pos_ != "VERB" and names_no_event(token, self.lookup, self.ontology)
        alone = not self.capitals and token.i not in self.worded and kind != KG.Statement and not tells_outcome(token, self.ontology)
        unhurt = is_violent(kind, self.ontology) and harms_nobody(token, kind, self.lookup, self.ontology)
        thing = kills_as_thing(token, kind, self.lookup, self.ontology)
        return named or alone or unhurt or thing or within_phrase(token, self.ontology.exceptions(kind))

    def participants(self, types: Mapping[int, str]) -> Iterator[Proposal]:
        """Who and what takes part in an event, in its own sentence."""
        for label in self.heard:
            if label.trigger is not None:
                for trigger in tokens_in(self.doc, label.trigger, label.trigger + 1):
                    filler = self._filler(label)
                    if filler is not None and trigger.i in types and self._sentence(filler) == self._sentence(trigger):
                        yield from self._part(label, trigger.i, types[trigger.i], filler, KGX.partReader)

    def fillers(self, types: Mapping[int, str]) -> Iterator[Proposal]:
        """Who and what an incident's roles are filled with: of the nearest incident of the sentence, else of the one before."""
        named = self.ontology.incidents.values()
        incidents = [index for index, kind in sorted(types.items()) if any(self.ontology.is_a(kind, other) for other in named)]
        for label in self.heard:
            if label.trigger is None and label.end and label.label in self.ontology.learned_fillers:
                filler = self._filler(label)
                trigger = self._nearest(filler, incidents) if filler is not None else None
                if filler is not None and trigger is not None:
                    here = self._sentence(self.doc[trigger]) == self._sentence(filler)
                    yield from self._part(label, trigger, types[trigger], filler, KGX.incidentReader if here else KGX.articleReader)

    def _nearest(self, filler: Token, incidents: Iterable[int]) -> int | None:
        def far(index: int) -> tuple[bool, bool, int]:
            same = self._sentence(self.doc[index]) == self._sentence(filler)
            return not same, not same and index > filler.i, abs(index - filler.i)
        return min(incidents, key=far, default=None)

    def _sentence(self, token: Token) -> int:
        return self.lookup.sentence_at(token.idx)

    def _filler(self, label: Heard) -> Token | None:
        """The token by which heard words stand for an entity: the one the others hang on, or a part of the same name."""
        tokens = tokens_in(self.doc, label.begin, label.end)
        heads = (gathered(head_of(tokens), self.ontology), head_of(tokens), substance(head_of(tokens))) if tokens else ()
        return next((head for head in heads if self.lookup.entity_at(head.i, head.idx) is not None), None)

    def _part(self, label: Heard, trigger: int, event: str, filler: Token, source: str) -> Iterator[Proposal]:
        role = self._role(event, self.ontology.learned.get(label.label), filler)
        if role is not None and filler.i != trigger:
            yield Proposal(trigger, event, source, label.confidence, role, filler.i)

    def _role(self, event: str, family: str | None, filler: Token) -> str | None:
        """The role of a family that a class of event has, and that may be filled so, by its paths; else that which was heard itself."""
        entity = self.lookup.entity_at(filler.i, filler.idx)
        if family is None or entity is None:
            return None
        kind = self.lookup.reading.entities[entity].kind
        for path in self.ontology.paths(event):
            fits = not path.fillers or any(self.ontology.is_a(kind, allowed) for allowed in path.fillers)
            if fits and self.ontology.is_a(path.role, family):
                return path.role
        allowed = self.ontology.facts.iris(family, RDFS.range)
        return family if any(self.ontology.is_a(kind, one) for one in allowed) else None
