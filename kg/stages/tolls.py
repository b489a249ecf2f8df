"""How many were killed, wounded, missing, arrested …: a figure beside a word that tells an outcome, and the event that took it."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.language.attribution import speakers, speeches, teller
from kg.language.causes import cause
from kg.language.frames import fill
from kg.language.realis import judge
from kg.language.takenback import taken_back
from kg.language.vetoes import is_getaway
from kg.language.victims import Group, groups, is_clipped, outcome_word, tells_outcome
from kg.language.whereabouts import SURE, whereabouts
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Event, Evidence, Form, Link, Mention, Reading, Role, Toll
from kg.ontology import Ontology, Word
from kg.terms import KG, KGX

__all__ = ["stage"]

_CONFIDENCE = 0.85
_AFTER = frozenset({"after", "since", "following"})
_REST = frozenset({"other", "others", "another"})


@dataclass(frozen=True, slots=True)
class _Found:
    """An outcome told in the text, before it has an event."""

    token: Token
    word: Word
    groups: tuple[Group, ...]
    realis: str


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Adds the tolls and their victims to the events that took them; an outcome without any becomes an event of its own."""
    made, wrong = _Tolls(reading, doc, ontology), taken_back(reading, doc, ontology)
    for token in doc:
        found = _outcome(token, made.lookup, ontology)
        if found is not None:
            made.add(replace(found, realis=KG.Denied) if token.i in wrong else found)
    return made.reading()


def _outcome(token: Token, lookup: Lookup, ontology: Ontology) -> _Found | None:
    """The outcome that a token tells with a figure or with people, if it does."""
    word = outcome_word(token, ontology)
    if word is None or _is_alternative(token, ontology) or word.owner == KG.Displaced and is_getaway(token, ontology):
        return None
    if token.is_space or token.dep_ in ("compound", "amod") and token.pos_ != "VERB" and not is_clipped(token):
        return None
    people = tuple(groups(token, lookup, ontology))
    return _Found(token, word, people, judge(token, ontology).realis) if people else None


def _is_of_rest(outcome: Token) -> bool:
    """Whether an outcome is that of others than those counted before: "five others were hurt", "another 12 died"."""
    counted = (child for child in outcome.children if child.dep_ in ("nsubj", "nsubjpass", "dobj"))
    return any(word.lower_ in _REST for noun in counted for word in (noun, *noun.children))


def _is_alternative(token: Token, ontology: Ontology) -> bool:
    """Whether a figure is for one outcome or another: "40 were killed or injured" tells neither number."""
    if any(tells_outcome(other, ontology) for other in _other_sides(token)):  # the parser may hang "or" elsewhere
        return True
    if token.dep_ == "conj":
        return any(child.lower_ == "or" for child in token.head.children) and tells_outcome(token.head, ontology)
    joined = any(child.lower_ == "or" for child in token.children)
    return joined and any(child.dep_ == "conj" and tells_outcome(child, ontology) for child in token.children)


def _other_sides(token: Token) -> list[Token]:
    """The words that an "or" joins to a word: "dead or wounded"."""
    joined = [(token.i + step, token.i + 2 * step) for step in (-1, 1)]
    return [token.doc[far] for near, far in joined if 0 <= far < len(token.doc) and token.doc[near].lower_ == "or"]


class _Tolls:
    """The events and tolls while outcomes are added, in the order of the text."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self.lookup = Lookup(reading)
        self._reading, self._doc, self._ontology = reading, doc, ontology
        self._mentions = list(reading.mentions)
        self._events = list(reading.events)
        self._tolls: list[Toll] = []
        self._staged = any(proof.rule == KGX["staged-article"] for event in reading.events for proof in event.realis_evidence)
        self._made: list[int] = []  # events that only an outcome tells
        self._whose = speakers(reading, doc, ontology)
        self._speeches = speeches(reading, doc, ontology)

    def reading(self) -> Reading:
        """The Reading with what was added."""
        events = tuple(self._without_attackers(event) for event in self._events)
        return replace(self._reading, mentions=tuple(self._mentions), events=events, tolls=tuple(self._tolls))

    def _without_attackers(self, event: Event) -> Event:
        """A death without those among the victims who are named by what they did ("the bomber among them")."""
        if not self._ontology.is_a(event.type, KG.Harm):
            return event
        return replace(event, roles=tuple(role for role in event.roles if role.property != KG.victim or not self._is_attacker(role.entity)))

    def add(self, found: _Found) -> None:
        """Gives an outcome to its event: each of its groups a toll where it has a figure, and a victim where it is told who."""
        event = self._event(found)
        if event is None or self._events[event].realis == KG.Negated:
            return
        self._events[event] = self._with_places(self._events[event], found)
        mention = self._mention(found)
        for group in found.groups:
            if group.minimum is not None or group.maximum is not None:
                self._tolls.append(self._toll(found, group, event, mention))
                self._report(found, len(self._tolls) - 1)
            if group.entity is not None and found.word.owner in (KG.Killed, KG.Injured):
                self._events[event] = self._with_victim(self._events[event], group.entity, found)

    def _report(self, found: _Found, toll: int) -> None:
        """Notes a figure with the statement that tells it."""
        speech = self._speeches.get(found.token.i)
        said = self._events[speech].said if speech is not None else None
        if speech is not None and said is not None:
            self._events[speech] = replace(self._events[speech], said=replace(said, tolls=(*said.tolls, toll)))

    def _event(self, found: _Found) -> int | None:
        index = cause(found.token, found.word.owner, self._reading, self._ontology)
        if index is not None:
            index = None if self._is_doer(index, found) else self._with_figure(index, found)
        own = self.lookup.event_at(found.token.i)
        if own is not None and self._events[own].realis in (KGX.Unreal, KG.Negated):
            return None
        if index is not None and own is not None and own != index and self._are_one(own, index):  # the death is the attack's
            self._events[own] = replace(self._events[own], links=(*self._events[own].links, Link(KGX.same, index)))
        unreal = found.realis != KG.Actual
        if index is not None:
            return index if not unreal or self._events[index].realis != KG.Actual else None
        made = self._ontology.inherited(found.word.owner, KGX.outcomeEvent)
        told = found.word.pos != "noun" and not self._staged  # a mere noun ("three bodies") tells no event
        if made is None or unreal or not told or not any(group.minimum for group in found.groups):
            return None
        for other in self._made:  # a death told without its cause goes with the one told before
            if self._events[other].type == made and not any(token.i in self.lookup.times for token in found.token.subtree):
                return other
        self._made.append(len(self._events))
        self._events.append(Event(made, (self._mention(found, made),), KG.Actual, evidence=(self._evidence(found),)))
        return len(self._events) - 1

    def _with_figure(self, index: int, found: _Found) -> int:
        """An event told before, or the one told with it that already has figures of the outcome: "raided a village and killed 22"."""
        sentence, here = self._sentence(index), self.lookup.sentence_at(found.token.idx)
        if here == sentence:
            return index
        last = self._tolls[-1] if self._tolls and _is_of_rest(found.token) else None
        if last is not None and last.evidence[0].sentence == here - 1 and self._are_one(index, last.event):
            return last.event  # "killed two in a van. Five others in the van were hurt"
        told = {toll.event for toll in self._tolls if toll.outcome == found.word.owner and self._sentence(toll.event) == sentence}
        having = {event for event in told if not self._came_before(event)}
        return index if index in having or len(having) != 1 else having.pop()

    def _came_before(self, event: int) -> bool:
        """Whether an event is what another came after: "the attack came a day after an assault"."""
        word = self._doc[self._mentions[self._events[event].triggers[0]].head]
        return word.dep_ in ("pobj", "pcomp") and word.head.lower_ in _AFTER

    def _sentence(self, event: int) -> int:
        return self._mentions[self._events[event].triggers[0]].sentence

    def _is_doer(self, index: int, found: _Found) -> bool:
        """Whether one of those who suffered is the one who did it: a killer's own end is another event, and no flight."""
        if self._ontology.is_a(self._events[index].type, KG.Displacement):
            return False
        did = (KG.agent, KG.allegedPerpetrator)
        doers = {role.entity for role in self._events[index].roles if any(self._ontology.is_a(role.property, above) for above in did)}
        return any(group.entity in doers for group in found.groups)

    def _are_one(self, told: int, index: int) -> bool:
        one, other = self._events[told].type, self._events[index].type
        return self._ontology.may_turn_out(one, other) or self._ontology.is_a(other, one) or self._ontology.is_a(one, other)

    def _mention(self, found: _Found, kind: str | None = None) -> int:
        token = found.token
        mention = Mention(
            token.idx, token.idx + len(token), Form.TRIGGER, kind or KG.Mention, token.i, self.lookup.sentence_at(token.idx),
        )
        for index, other in enumerate(self._mentions):
            if (other.begin, other.end, other.form) == (mention.begin, mention.end, Form.TRIGGER):
                return index
        self._mentions.append(mention)
        return len(self._mentions) - 1

    def _toll(self, found: _Found, group: Group, event: int, mention: int) -> Toll:
        exact = group.minimum if group.minimum == group.maximum else None
        speaker = self._source(found.token)
        return Toll(
            event,
            found.word.owner,
            group.text,
            (mention,),
            count=exact,
            minimum=None if exact is not None else group.minimum,
            maximum=None if exact is not None else group.maximum,
            of_people=group.entity,
            including=group.including,
            according_to=() if speaker is None else (speaker,),
            evidence=(self._evidence(found, group),),
        )

    def _evidence(self, found: _Found, group: Group | None = None) -> Evidence:
        token = found.token
        words = [(token.idx, token.idx + len(token)), *([group.span] if group else [])]
        speaker = self._source(token)
        said = KG.Reported if speaker is not None else None
        rule = group.rule if group and group.rule else found.word.rule
        return Evidence(self.lookup.sentence_at(token.idx), rule, _CONFIDENCE, tuple(sorted(words)), speaker, said)

    def _source(self, token: Token) -> int | None:
        """Whose word a figure is: that of who says the clause, else of who puts the number."""
        speaker = self._whose.get(token.i)
        return speaker if speaker is not None else teller(token, self.lookup, self._ontology)

    def _with_places(self, event: Event, found: _Found) -> Event:
        """An event without a place in the same sentence is where its outcome is told to be: "were killed in Kabul when a bomb …"."""
        token, sentence = found.token, self.lookup.sentence_at(found.token.idx)
        told = any(role.property in (KG.place, KG.near) for role in event.roles)
        if told or found.word.pos != "verb" or self._mentions[event.triggers[0]].sentence != sentence:
            return event
        words = ((token.idx, token.idx + len(token)),)
        filled = fill(token, KG.Event, self.lookup, {}, self._ontology)
        found_by = [(one.token, one.path.role, one.path.iri, one.path.confidence) for one in filled if one.path.role in (KG.place, KG.near)]
        about = whereabouts(token, self.lookup, self._ontology) if not found_by else None
        places = []
        for name, role, rule, sure in found_by if about is None else [(*about, KGX.whereabouts, SURE)]:
            entity = self.lookup.entity_at(name.i, name.idx)
            if entity is not None:
                places.append(Role(role, entity, (Evidence(sentence, rule, sure, words),)))
        return replace(event, roles=event.roles + tuple(places))

    def _is_attacker(self, entity: int) -> bool:
        """Whether somebody is named by what he did ("the bomber"): attackers among the dead are no victims."""
        heads = [self._doc[self._mentions[index].head] for index in self._reading.entities[entity].mentions]
        return any(lemma(head) in self._ontology.listed(KGX.agentNoun) for head in heads)

    def _with_victim(self, event: Event, entity: int, found: _Found) -> Event:
        attacks = self._is_attacker(entity)
        if attacks or any(role.entity == entity for role in event.roles):
            return event
        return replace(event, roles=(*event.roles, Role(KG.victim, entity, (self._evidence(found),))))
