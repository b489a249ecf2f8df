"""Who says so: what a speaker reports, claims, denies, threatens, charges or is convicted of goes to the events spoken of."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.attribution import scope, speakers
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Event, Evidence, Link, Reading, Role, Said
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["stage"]

_OPEN, _CLOSE = '"“', '"”'
_BELIEVED = frozenset({KG.Actual, KG.Habitual})


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Applies the frames of speech and of law, attributes what is reported, and adds quotations."""
    frames = _Frames(reading, doc, ontology)
    for index in range(len(reading.events)):
        frames.apply(index)
    events = _attributed(frames, reading, doc, ontology)
    return replace(reading, events=tuple(_without_working_roles(event, ontology) for event in events))


class _Frames:
    """The events while the frames among them are applied, in the order of the text."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self.reading, self.doc, self.ontology = reading, doc, ontology
        self.lookup = Lookup(reading)
        self.events = list(reading.events)

    def apply(self, index: int) -> None:
        """Lets one event of speech or law act on its content."""
        event = self.events[index]
        if self.ontology.is_a(event.type, KG.Statement):
            event = self._reporting(index)
        doer_role = self.ontology.inherited(event.type, KGX.doerRole)
        realis = self.ontology.inherited(event.type, KGX.contentRealis)
        if doer_role is None and realis is None:
            return
        contents = [link.event for link in event.links if link.property == KGX.content]
        if self._is_mistaken(index):
            doer_role = None  # "wrongly convicted of the murder"
        elif realis == KG.Denied:
            doer_role = KG.allegedPerpetrator  # who denies a deed is the one that others say did it
        if not contents and doer_role is not None and event.realis == KG.Actual:
            contents, realis = self._understood(index), None
        for content in contents:
            self._act_on(content, event, doer_role, realis)

    def _is_mistaken(self, index: int) -> bool:
        """Whether the text itself says that the claim or verdict was wrong."""
        adverbs = {word for cue in self.ontology.cues for word in cue.words["reportAdverb"]}
        return any(child.dep_ == "advmod" and lemma(child) in adverbs for child in self._token(index).children)

    def told_by(self, event: Event, speaker: int) -> Event:
        """An event as a speaker tells it: violence that an accuser tells again is still his accusation."""
        accuses = any(self.ontology.is_a(other.type, KG.Accusation) and _entity(other, KG.speaker) == speaker for other in self.events)
        if accuses and self.ontology.is_a(event.type, KG.Violence):
            return replace(event, roles=tuple(self._lowered(role, None, KG.allegedPerpetrator) for role in event.roles))
        return event

    def _reporting(self, index: int) -> Event:
        """A statement with its content found, its cue and its quotation; one in which a speaker tells his own violence is a claim."""
        event = self.events[index]
        token = self._token(index)
        known = {link.event for link in event.links}
        inside = [other for other in map(self.lookup.event_at, sorted(found.i for found in scope(token))) if other is not None]
        links = [Link(KGX.content, other, event.evidence) for other in inside if other not in known and other != index]
        event = replace(event, links=event.links + tuple(links), said=Said(token.text, _quote(self.reading, token.idx)))
        own = [link.event for link in event.links if link.property == KGX.content and self._is_own_deed(event, link.event)]
        if own and event.type == KG.Statement:
            event = replace(event, type=KG.ResponsibilityClaim)
        self.events[index] = event
        return event

    def _is_own_deed(self, statement: Event, content: int) -> bool:
        speaker = _entity(statement, KG.speaker)
        deed = self.events[content]
        doers = [role.entity for role in deed.roles if self.ontology.is_a(role.property, KG.agent)]
        if speaker is None or not self.ontology.is_a(deed.type, KG.Violence):
            return False
        return speaker in doers or any(self._owner(doer, self._token(content)) == speaker for doer in doers)

    def _owner(self, entity: int, deed: Token) -> int | None:
        """Whose people the doers are, where the sentence says so: "its men had planted the device"."""
        heads = {self.reading.mentions[index].head for index in self.reading.entities[entity].mentions}
        owners = (child for token in deed.sent if token.i in heads for child in token.children if child.dep_ == "poss")
        return next((owner for child in owners if (owner := self.lookup.entity_at(child.i, child.idx)) is not None), None)

    def _understood(self, index: int) -> list[int]:
        """The attack that a claim or an accusation without a content of its own is about: the last one told before."""
        if not self.ontology.is_a(self.events[index].type, KG.Statement):
            return []
        before = [
            other for other in range(index)
            if self.ontology.is_a(self.events[other].type, KG.Violence) and self.events[other].realis == KG.Actual
        ]
        return before[-1:]

    def _act_on(self, content: int, event: Event, doer_role: str | None, realis: str | None) -> None:
        target = self.events[content]
        if realis is not None and event.realis in _BELIEVED and target.realis == KG.Actual and self._can_doubt(content, realis):
            target = replace(target, realis=realis, realis_evidence=target.realis_evidence + event.evidence)
        doer = _entity(event, self.ontology.inherited(event.type, KGX.doer) or "")
        if doer_role is not None and doer_role != KG.perpetrator:
            claimed = event.type == KG.ResponsibilityClaim and self._is_own_deed(event, content)
            roles = [self._lowered(role, None if claimed else doer, doer_role) for role in target.roles]
            if claimed:  # "its men had planted the bomb": it is the group that claims it
                roles = [role for role in roles if role.property != doer_role or role.entity == doer]
            target = replace(target, roles=tuple(roles))
        named = doer_role is not None and doer is not None and event.realis == KG.Actual
        if named and not any(role.entity == doer for role in target.roles):
            assert doer_role is not None and doer is not None
            target = replace(target, roles=(*target.roles, Role(doer_role, doer, event.evidence)))
        self.events[content] = target

    def _lowered(self, role: Role, doer: int | None, doer_role: str) -> Role:
        """A doer's role in the content of an accusation or claim as what it is: said by someone."""
        is_agent = self.ontology.is_a(role.property, KG.agent)
        return replace(role, property=doer_role) if is_agent and (doer is None or role.entity == doer) else role

    def _can_doubt(self, content: int, realis: str) -> bool:
        """An accusation takes a definite noun's event ("the strike") for granted and disputes the doer; so does a denial of one told."""
        token = self._token(content)
        definite = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "any") for child in token.children)
        if not definite or token.pos_ != "NOUN":
            return True
        return realis == KG.Denied and not self._is_told_before(content)

    def _is_told_before(self, content: int) -> bool:
        kind = self.events[content].type
        told = (other for other in self.events[:content] if other.realis == KG.Actual)
        return any(self.ontology.is_a(other.type, kind) or self.ontology.is_a(kind, other.type) for other in told)

    def _token(self, index: int) -> Token:
        return self.doc[self.reading.mentions[self.events[index].triggers[0]].head]


def _entity(event: Event, term: str) -> int | None:
    return next((role.entity for role in event.roles if role.property == term), None)


def _attributed(frames: _Frames, reading: Reading, doc: Doc, ontology: Ontology) -> list[Event]:
    """Events whose evidence says whose word they are."""
    whose = speakers(reading, doc, ontology)
    found = []
    for event in frames.events:
        speaker = whose.get(reading.mentions[event.triggers[0]].head)
        found.append(event if speaker is None else _said_by(frames.told_by(event, speaker), speaker))
    return found


def _said_by(event: Event, speaker: int) -> Event:
    def told(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(proof, according_to=speaker, factuality=KG.Reported) for proof in evidence)

    time = replace(event.time, evidence=told(event.time.evidence)) if event.time else None
    roles = tuple(replace(role, evidence=told(role.evidence)) for role in event.roles)
    return replace(event, evidence=told(event.evidence), realis_evidence=told(event.realis_evidence), roles=roles, time=time)


def _without_working_roles(event: Event, ontology: Ontology) -> Event:
    """An event as the contract knows it: its content becomes what it reports, or its topic."""
    about = KG.reports if ontology.is_a(event.type, KG.Statement) else KG.topic
    links = tuple(replace(link, property=about) if link.property == KGX.content else link for link in event.links)
    known = {link.event: link for link in links if not link.property.startswith(KGX.iri)}
    roles = tuple(role for role in event.roles if not role.property.startswith(KGX.iri))
    return replace(event, roles=roles, links=tuple(known[index] for index in sorted(known)))


def _quote(reading: Reading, offset: int) -> str | None:
    """The words in quotation marks of the sentence at an offset; the longest where there are several."""
    sentence = next((span for span in reading.sentences if span[0] <= offset < span[1]), None)
    if sentence is None:
        return None
    text, found, begin = reading.text_of(sentence), [], None
    for position, character in enumerate(text):
        if begin is None and character in _OPEN:
            begin = position + 1
        elif begin is not None and character in _CLOSE:
            found.append(text[begin:position])
            begin = None
    longest = max(found, key=len, default=None)
    return longest.rstrip(",").strip() if longest else None
