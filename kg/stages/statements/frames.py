"""The frames of speech and of law: what a claim, a denial, a threat, a charge or a verdict makes of the events that it is about."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.attribution import scope, speaker_of, speeches
from kg.language.cues import has_harmed
from kg.language.eras import is_background
from kg.language.subjects import surface_subject, verb_over
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Event, Link, Reading, Role, Said
from kg.ontology import Ontology
from kg.stages.statements.disputes import alleged, dispute
from kg.stages.statements.parties import is_accused, is_answerable, represented, takes_sides
from kg.stages.statements.quotes import quote
from kg.terms import KG, KGX

__all__ = ["Frames"]

_BELIEVED = frozenset({KG.Actual, KG.Habitual})
_WILL = frozenset({"will", "would", "shall", "'ll"})
_MATTERS = frozenset({"for", "over", "of"})
_TO_COME = frozenset({KG.Possible, KG.Planned, KG.Threatened})


class Frames:
    """The events while the frames among them are applied, in the order of the text."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self.reading, self.doc, self.ontology = reading, doc, ontology
        self.lookup = Lookup(reading)
        self.events = list(reading.events)
        self._speeches = speeches(reading, doc, ontology)

    def apply(self, index: int) -> None:
        """Lets one event of speech or law act on its content."""
        event = self.events[index]
        if self.ontology.is_a(event.type, KG.Statement):
            event = self._reporting(index)
        doer_role = self.ontology.inherited(event.type, KGX.doerRole)
        realis = self.ontology.inherited(event.type, KGX.contentRealis)
        if doer_role is None and realis is None:
            return
        contents = self._contents(event)
        doers = self._doers(event)
        if self._is_mistaken(index):
            doer_role = None  # "wrongly convicted of the murder"
        elif doer_role == KG.allegedPerpetrator and self._speaks_for(self._teller(index), doers):
            doer_role = KG.claimedBy  # "said that it was behind the attack"
        elif realis == KG.Denied:
            doer_role = KG.allegedPerpetrator  # who denies a deed is the one that others say did it
        plain = not contents and event.realis == KG.Actual
        if plain and event.type == KG.Denial and dispute(self.events, index, self._token(index), self.ontology):
            return
        if plain and doer_role is not None:
            contents, realis = self._understood(index), None
        for content in contents:
            self._act_on(content, event, doer_role, doers, realis)

    def withdraw(self, index: int) -> None:
        """Takes from who was accused, or claimed it himself, what the speaker of an event takes back."""
        event = self.events[index]
        if not self.ontology.is_a(event.type, KG.Retraction) or event.realis not in _BELIEVED:
            return
        speaker, objects = speaker_of(event), self._contents(event)
        for number, other in enumerate(self.events):
            if self.ontology.inherited(other.type, KGX.doerRole) is None or not self.ontology.is_a(other.type, KG.Statement):
                continue
            if number in objects or speaker is not None and speaker_of(other) == speaker:
                for content in self._contents(other):
                    self._clear(content, self._doers(other))

    def _clear(self, content: int, doers: frozenset[int]) -> None:
        said = (KG.allegedPerpetrator, KG.claimedBy)
        event = self.events[content]
        roles = tuple(role for role in event.roles if role.property not in said or doers and role.entity not in doers)
        self.events[content] = replace(event, roles=roles)

    def _contents(self, event: Event) -> list[int]:
        return [link.event for link in event.links if link.property == KGX.content]

    def _doers(self, event: Event) -> frozenset[int]:
        """Who is said to have done the content of an event."""
        term = self.ontology.inherited(event.type, KGX.doer)
        doers = frozenset(role.entity for role in event.roles if role.property == term)
        if event.type != KG.ResponsibilityClaim:
            return doers
        return doers.union(group for doer in doers for group in represented(doer, event, self.lookup, self.doc, self.ontology))

    def _teller(self, index: int) -> int | None:
        """The speaker of the statement that an event is told in."""
        speech = self._speeches.get(self._token(index).i)
        return None if speech is None else speaker_of(self.events[speech])

    def _speaks_for(self, teller: int | None, doers: frozenset[int]) -> bool:
        """Whether somebody tells of himself, or of those whose man he is: "their spokesman said that they were behind the attack"."""
        return teller in doers or any(
            relation.subject == teller and relation.object in doers and self.ontology.is_a(relation.property, KG.memberOf)
            for relation in self.reading.relations
        )

    def _is_mistaken(self, index: int) -> bool:
        """Whether the text itself says that the claim or verdict was wrong."""
        adverbs = {word for cue in self.ontology.cues for word in cue.words["reportAdverb"]}
        return any(child.dep_ == "advmod" and lemma(child) in adverbs for child in self._token(index).children)

    def told_by(self, event: Event, speaker: int) -> Event:
        """An event as a speaker tells it: violence that an accuser, one side of another, or a doubted word tells is an accusation."""
        if not self.ontology.is_a(event.type, KG.Violence):
            return event
        accuses = any(self.ontology.is_a(other.type, KG.Accusation) and speaker_of(other) == speaker for other in self.events)
        doers = frozenset(role.entity for role in event.roles)
        if not accuses:
            suffers = any(role.entity == speaker and self._suffers(role) for role in event.roles)
            party = takes_sides(speaker, self.reading, self.doc, self.ontology) or is_accused(speaker, self.events, self.ontology)
            sides = suffers or party or self._is_hearsay(event)
            others = (doer for doer in doers - {speaker} if is_answerable(doer, self.reading, self.doc, self.ontology))
            doers = frozenset(others if sides else ())
        return replace(event, roles=tuple(self._lowered(role, doers, KG.allegedPerpetrator) if doers else role for role in event.roles))

    def _suffers(self, role: Role) -> bool:
        return self.ontology.is_a(role.property, KG.patient)

    def read_in(self, event: Event) -> Event:
        """An event as a document tells it, or a question: who did violence by "a leaked report" is accused of it."""
        word = self._told_by_word(event)
        subject = surface_subject(word) if word is not None else None
        document = subject is not None and lemma(subject) in self.ontology.listed(KGX.reportNoun)
        begin, end = self.reading.sentences[self.reading.mentions[event.triggers[0]].sentence]
        asked = self.reading.article.text[begin:end].rstrip().endswith("?")
        return alleged(event, self.ontology) if document or asked or self._is_hearsay(event) else event

    def _is_hearsay(self, event: Event) -> bool:
        """Whether an event is told by a verb of those whose word the text does not take for granted: "claimed that rebels killed"."""
        word = self._told_by_word(event)
        return word is not None and lemma(word) in self.ontology.listed(KGX.hearsay)

    def _told_by_word(self, event: Event) -> Token | None:
        """The word of the statement that an event is told in."""
        speech = self._speeches.get(self.reading.mentions[event.triggers[0]].head)
        return None if speech is None else self._token(speech)

    def _reporting(self, index: int) -> Event:
        """A statement with its content found, its cue and its quotation; one in which a speaker tells his own violence is a claim."""
        event = self.events[index]
        token = self._token(index)
        known = {link.event for link in event.links}
        inside = [other for other in map(self.lookup.event_at, sorted(found.i for found in scope(token))) if other is not None]
        links = [Link(KGX.content, other, event.evidence) for other in inside if other not in known and other != index]
        event = replace(event, links=event.links + tuple(links), said=Said(token.text, quote(self.reading, token.idx)))
        own = [content for content in self._contents(event) if self._is_own_deed(event, content)]
        if own and event.type == KG.Statement:
            event = self._of_own_deeds(event, own)
        elif self.ontology.is_a(event.type, KG.Blame):
            event = self._adopted(event, self._teller(index))
        elif event.type == KG.ResponsibilityClaim:
            event = self._adopted(event, next(represented(None, event, self.lookup, self.doc, self.ontology), None))
        self.events[index] = event
        return event

    def _of_own_deeds(self, event: Event, deeds: list[int]) -> Event:
        """A statement of what its speaker did or will do to others: a claim, or a threat."""
        if any(self.events[deed].realis in _BELIEVED for deed in deeds):
            return replace(event, type=KG.ResponsibilityClaim)
        threats = [deed for deed in deeds if self.events[deed].realis in _TO_COME and self._is_threat(deed)]
        for deed in threats:
            self.events[deed] = replace(self.events[deed], realis=KG.Threatened)
        return replace(event, type=KG.Threat) if threats else event

    def _adopted(self, event: Event, teller: int | None) -> Event:
        """Blame or a claim without a speaker ("was the work of") as that of whoever tells it, or in whose name it is told."""
        if teller is None or speaker_of(event) is not None:
            return event
        return replace(event, roles=(*event.roles, Role(KG.speaker, teller, event.evidence)))

    def _is_threat(self, deed: int) -> bool:
        """Whether it is violence against others that somebody says he will do."""
        wills = {lemma(child) for child in self._token(deed).children if child.dep_ == "aux"} & _WILL
        return bool(wills) and any(self.ontology.is_a(self.events[deed].type, above) for above in (KG.Attack, KG.Kidnapping, KG.Hijacking))

    def _is_own_deed(self, statement: Event, content: int) -> bool:
        speaker = speaker_of(statement)
        deed = self.events[content]
        doers = [role.entity for role in deed.roles if self.ontology.is_a(role.property, KG.agent)]
        if speaker is None or not self.ontology.is_a(deed.type, KG.Violence) or self.ontology.is_a(deed.type, KG.Battle):
            return False
        groups = [doer for doer in doers if self.ontology.is_a(self.reading.entities[doer].kind, KG.Group)]
        if groups and any(represented(speaker, statement, self.lookup, self.doc, self.ontology)):
            return True  # "a man said that he spoke for the Front and that the group had killed a judge"
        owners = {owner for doer in doers if (owner := self._owner(doer, self._token(content))) is not None}
        return speaker in doers or speaker in owners or bool(owners) and self._speaks_for(speaker, frozenset(owners))

    def _owner(self, entity: int, deed: Token) -> int | None:
        """Whose people the doers are, where the sentence says so: "its men had planted the device"."""
        heads = {self.reading.mentions[index].head for index in self.reading.entities[entity].mentions}
        owners = (child for token in deed.sent if token.i in heads for child in token.children if child.dep_ == "poss")
        return next((owner for child in owners if (owner := self.lookup.entity_at(child.i, child.idx)) is not None), None)

    def _understood(self, index: int) -> list[int]:
        """The attack that a claim or an accusation without a content of its own is about: the last one told before."""
        if not self.ontology.is_a(self.events[index].type, KG.Statement) or _has_matter(self._token(index)):
            return []
        before = [
            other for other in range(index)
            if self.ontology.is_a(self.events[other].type, KG.Violence) and self.events[other].realis == KG.Actual
        ]
        last = self.events[index - 1] if index else None
        if last is not None and self.ontology.is_a(last.type, KG.Harm) and is_background(last, self.reading.article.date):
            return [index - 1]  # "On Christmas Eve 35 were killed. Rights groups blamed soldiers."
        return before[-1:]

    def _act_on(self, content: int, event: Event, doer_role: str | None, doers: frozenset[int], realis: str | None) -> None:
        target = self.events[content]
        denies = self.ontology.is_a(event.type, KG.Denial) and self.ontology.is_a(target.type, KG.Justice)
        if denies and speaker_of(event) in {role.entity for role in target.roles if role.property == KG.patient}:
            return  # who is arrested and "denies it" denies the deed
        settled = target.realis != KG.Actual and not (realis == KG.Denied and target.realis == KG.Possible)
        told = event.realis in _BELIEVED or event.realis in _TO_COME and realis in _TO_COME  # what will be asked for is not done either
        doubts = realis is not None and realis != KG.Actual and told and not settled
        if doubts and realis is not None and not self._is_about(event, content) and self._can_doubt(content, realis):
            target = replace(target, realis=realis, realis_evidence=target.realis_evidence + event.evidence)
        if self.ontology.is_a(event.type, KG.Denial) and not self.ontology.is_a(target.type, KG.Violence):
            doer_role = None  # who denies a payment is not accused of violence
        if doer_role is not None and doer_role != KG.perpetrator:
            claimed = event.type == KG.ResponsibilityClaim and self._is_own_deed(event, content)
            roles = [self._lowered(role, frozenset() if claimed else doers, doer_role) for role in target.roles]
            if claimed:  # "its men had planted the bomb": it is the group that claims it, and the spokesman for it
                speaker = speaker_of(event)
                ours = {role.entity for role in roles if role.entity in doers or self._speaks_for(speaker, frozenset({role.entity}))}
                roles = [role for role in roles if role.property != doer_role or role.entity in ours]
            target = replace(target, roles=tuple(roles))
        if doer_role is not None and event.realis == KG.Actual:
            known = {role.entity for role in target.roles}
            target = replace(target, roles=(*target.roles, *(Role(doer_role, doer, event.evidence) for doer in sorted(doers - known))))
        self.events[content] = target

    def _lowered(self, role: Role, doers: frozenset[int], doer_role: str) -> Role:
        """A doer's role in the content of an accusation or claim as what it is: said by someone."""
        is_agent = self.ontology.is_a(role.property, KG.agent)
        return replace(role, property=doer_role) if is_agent and (not doers or role.entity in doers) else role

    def _is_about(self, event: Event, content: int) -> bool:
        """Whether an accusation is a clause about an event that is told anyway: "a bombing blamed on the Black Front killed ten"."""
        word = self.doc[self.reading.mentions[event.triggers[0]].head]
        return self.ontology.is_a(event.type, KG.Accusation) and word.dep_ in ("acl", "relcl") and word.head == self._token(content)

    def _can_doubt(self, content: int, realis: str) -> bool:
        """An accusation takes a definite noun's event ("the strike") for granted and disputes the doer; so does a denial of one told.

        An attack that was ordered and harmed people came about.
        """
        token = self._token(content)
        if has_harmed(token, self.ontology):
            return False
        definite = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "any") for child in token.children)
        if not definite or token.pos_ != "NOUN":
            return True
        return realis == KG.Denied and not self._is_told_before(content) and not self._is_presupposed(token)

    def _is_presupposed(self, noun: Token) -> bool:
        """Whether what is denied is what somebody did about an event: who denies "having ordered the murder" denies no murder."""
        verb = verb_over(noun) or noun
        denial = self.lookup.event_at(verb.i)
        denied = denial is not None and self.ontology.inherited(self.events[denial].type, KGX.contentRealis) == KG.Denied
        return verb != noun and not denied and noun.dep_ not in ("nsubj", "nsubjpass")

    def _is_told_before(self, content: int) -> bool:
        kind = self.events[content].type
        told = (other for other in self.events[:content] if other.realis == KG.Actual)
        return any(self.ontology.is_a(other.type, kind) or self.ontology.is_a(kind, other.type) for other in told)

    def _token(self, index: int) -> Token:
        return self.doc[self.reading.mentions[self.events[index].triggers[0]].head]


def _has_matter(word: Token) -> bool:
    """Whether it is told what somebody is blamed for, though not as an event: "responsible for the mine"."""
    near = (word, *(child for child in word.children if child.dep_ in ("oprd", "acomp", "dobj")))
    told = (target for node in near for child in node.children if child.lower_ in _MATTERS for target in child.children)
    return any(target.dep_ == "pobj" and target.pos_ != "PRON" for target in told)
