"""Whether two triggers tell the same real event."""

from datetime import date

from spacy.tokens import Doc, Token

from kg.language.syntax import arcs, is_verbal
from kg.language.words import is_superlative, lemma
from kg.lookup import Lookup
from kg.model import Event, Form, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["Sameness"]

_OTHER = frozenset({
    "another", "other", "similar", "previous", "earlier", "past", "second", "third", "such", "recent", "separate", "more", "further",
    "different"
})
_BEFORE = frozenset({"before", "previously", "formerly", "elsewhere", "once"})
_DEFINITE = frozenset({"the", "this", "that", "these"})
_HOW_MARKS = frozenset({"when", "as", "after", "by", "in", "during", "with"})


class Sameness:
    """Finds the cluster that an event belongs to; made once for a Reading."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology, lookup: Lookup) -> None:
        self._reading, self._doc, self._ontology, self._lookup = reading, doc, ontology, lookup
        self._within = _containers(reading)

    def home(self, index: int, clusters: list[list[int]]) -> list[int] | None:
        """The cluster that tells the same event: the one tied to it by its sentence, else the latest that agrees with it."""
        event = self._reading.events[index]
        for cluster in clusters:
            if any(self._are_linked(other, index, KGX.same) for other in cluster) and all(self._agree(other, index) for other in cluster):
                return cluster
        if self._is_another(self._token(index)):
            return None
        agreeing = [cluster for cluster in clusters if self.agrees(cluster, [index])]
        if self._ontology.is_a(event.type, KG.Statement):
            return next((cluster for cluster in agreeing if self._is_same_speech(self._reading.events[cluster[0]], event)), None)
        tied = [cluster for cluster in reversed(agreeing) if any(self._is_tied(other, index) for other in cluster)]
        untied = [cluster for cluster in agreeing if cluster not in tied]
        if tied and not (untied and self._is_definite(self._token(index)) and not is_superlative(self._token(index))):
            return tied[0]
        # a death told apart from any act is not taken up by an act told later
        agreeing = [cluster for cluster in agreeing if self._is_mere_harm(cluster) == self._ontology.is_a(event.type, KG.Harm)]
        if agreeing and (self._is_definite(self._token(index)) or self._is_taken_up(event)):
            return max(agreeing, key=lambda cluster: (self._shared(cluster, event), -cluster[0]))
        for cluster in reversed(agreeing):
            if self._is_retold(cluster, index):
                return cluster
        return None

    def tied(self, index: int, clusters: list[list[int]]) -> list[list[int]]:
        """The clusters of what a clause around an event tells of it: "her window was damaged by the blast"."""
        return [cluster for cluster in clusters if index not in cluster and any(self._is_tied(other, index) for other in cluster)]

    def agrees(self, cluster: list[int], other: list[int]) -> bool:
        """Whether all that two clusters tell can be one event."""
        kinds = [self._ontology.settled(self._reading.events[index].type for index in members) for members in (cluster, other)]
        return self._may_be_one_type(*kinds) and all(self._agree(min(one, two), max(one, two)) for one in cluster for two in other)

    def _is_mere_harm(self, cluster: list[int]) -> bool:
        return all(self._ontology.is_a(self._reading.events[other].type, KG.Harm) for other in cluster)

    def _are_linked(self, one: int, other: int, *terms: str) -> bool:
        pairs = ((one, other), (other, one))
        events = self._reading.events
        return any(link.event == target and link.property in terms for source, target in pairs for link in events[source].links)

    # --- agreement

    def _agree(self, earlier: int, later: int) -> bool:
        if self._are_linked(earlier, later, KG.partOf, KG.before, KG.reports, KG.topic):
            return False
        one, other = self._reading.events[earlier], self._reading.events[later]
        settled = (KG.Actual, KG.Attempted)  # what is only meant, feared or disputed may be told in several ways
        if one.realis != other.realis and (one.realis in settled or other.realis in settled):
            return False
        if any(self._filling(a, KG.agent) & self._filling(b, KG.patient) for a, b in ((one, other), (other, one))):
            return False  # who did the one suffered the other
        return not (self._apart_in_time(one, other) or self._apart_in_place(one, other) or self._apart_in_people(one, other))

    def _may_be_one_type(self, one: str, other: str) -> bool:
        ontology = self._ontology
        if ontology.is_a(one, KG.Statement) != ontology.is_a(other, KG.Statement):
            return False
        related = ontology.is_a(one, other) or ontology.is_a(other, one)
        return related or ontology.may_turn_out(one, other) or ontology.may_turn_out(other, one)

    def _apart_in_time(self, one: Event, other: Event) -> bool:
        if one.time is None or other.time is None:
            return False
        begin = max(one.time.earliest or date.min, other.time.earliest or date.min)
        return begin > min(one.time.latest or date.max, other.time.latest or date.max)

    def _apart_in_place(self, one: Event, other: Event) -> bool:
        first, second = (self._places(event) for event in (one, other))
        return bool(first and second) and not any(self._may_hold(a, b) or self._may_hold(b, a) for a in first for b in second)

    def _may_hold(self, place: int, other: int) -> bool:
        """Whether a place is or may be within another: one of which nothing is known may be within any country or region."""
        unknown = not self._within[place] and self._reading.entities[place].key is None
        wide = any(self._ontology.is_a(self._reading.entities[other].kind, kind) for kind in (KG.Country, KG.Region))
        return place == other or other in self._within[place] or unknown and wide

    def _places(self, event: Event) -> set[int]:
        """The places that an event is in, those that can be told from others: by a name."""
        return {role.entity for role in event.roles if role.property in (KG.place, KG.near) and self._is_named(role.entity)}

    def _apart_in_people(self, one: Event, other: Event) -> bool:
        """Whether the same role is filled by different named ones."""
        for general in (KG.agent, KG.patient):
            first, second = (self._named(event, general) for event in (one, other))
            if first and second and not first & second:
                return True
        return False

    def _named(self, event: Event, general: str) -> set[int]:
        return {
            role.entity for role in event.roles
            if self._ontology.is_a(role.property, general) and self._is_named(role.entity)
            and not self._ontology.is_a(self._reading.entities[role.entity].kind, KG.Country)
        }

    def _is_named(self, entity: int) -> bool:
        return any(self._reading.mentions[index].form == Form.NAME for index in self._reading.entities[entity].mentions)

    # --- ties

    def _is_same_speech(self, one: Event, other: Event) -> bool:
        speakers = [{role.entity for role in event.roles if role.property == KG.speaker} for event in (one, other)]
        return one.type == other.type == KG.ResponsibilityClaim and bool(speakers[0] & speakers[1])

    def _is_tied(self, earlier: int, later: int) -> bool:
        """Whether the clause of one tells how or in what the other came about: "killed … when they opened fire", "… in an attack"."""
        first, second = self._token(earlier), self._token(later)
        if first.sent != second.sent:
            return False
        return _hangs_on(second, first) or _hangs_on(first, second) or self._carries(first, second) or self._carries(second, first)

    def _carries(self, verb: Token, noun: Token) -> bool:
        """Whether a noun is the subject by which a verb happens: "the attack killed"."""
        return is_verbal(verb) and any(arc.label == "subj" and arc.token == noun for arc in arcs(verb, self._ontology))

    def _is_another(self, token: Token) -> bool:
        """Whether the text says that this is not the event told before: "a similar attack", "has bombed markets before"."""
        return any(child.lower_ in (_BEFORE if is_verbal(token) else _OTHER) for child in token.children)

    def _is_definite(self, token: Token) -> bool:
        """Whether a noun takes up an event told before: "the attack", "Thursday's attacks"."""
        if is_verbal(token):
            return False
        if is_superlative(token):
            return True
        return any(child.dep_ == "poss" or child.dep_ == "det" and child.lower_ in _DEFINITE for child in token.children)

    def _is_taken_up(self, event: Event) -> bool:
        """Whether the doers are named after an event told before: "the attackers struck at noon"."""
        for role in event.roles:
            if self._ontology.is_a(role.property, KG.agent):
                heads = [self._doc[self._reading.mentions[index].head] for index in self._reading.entities[role.entity].mentions]
                if any(lemma(head) in self._ontology.agent_nouns and self._is_definite(head) for head in heads):
                    return True
        return False

    def _shared(self, cluster: list[int], event: Event) -> int:
        """How many places and people a cluster and an event have in common."""
        def known(told: Event) -> set[int]:
            return self._places(told) | self._people(told)

        return len(known(event) & {entity for other in cluster for entity in known(self._reading.events[other])})

    def _is_retold(self, cluster: list[int], index: int) -> bool:
        """Whether a word tells the headline's event again, or a verb one with a participant of its own."""
        token, event = self._token(index), self._reading.events[index]
        headline = self._reading.article.headline
        told = [self._reading.mentions[self._reading.events[other].triggers[0]] for other in cluster]
        if headline and all(mention.end <= headline[1] for mention in told) and token.idx > headline[1]:
            return True
        if not is_verbal(token) or self._harm_others(cluster, event):
            return False
        shared = self._people(event) & {entity for other in cluster for entity in self._people(self._reading.events[other])}
        return bool(shared)

    def _harm_others(self, cluster: list[int], event: Event) -> bool:
        """Whether an event and a cluster have quite different people and things that suffer it."""
        mine = self._filling(event, KG.patient)
        known = {entity for other in cluster for entity in self._filling(self._reading.events[other], KG.patient)}
        return bool(known and mine) and not known & mine

    def _filling(self, event: Event, general: str) -> set[int]:
        return {role.entity for role in event.roles if self._ontology.is_a(role.property, general)}

    def _people(self, event: Event) -> set[int]:
        return {
            role.entity for role in event.roles
            if self._ontology.is_a(role.property, KG.participant)
            and not self._ontology.is_a(self._reading.entities[role.entity].kind, KG.Country)
        }

    def _token(self, index: int) -> Token:
        return self._doc[self._reading.mentions[self._reading.events[index].triggers[0]].head]


def _hangs_on(lower: Token, upper: Token) -> bool:
    """Whether a word stands in a clause or phrase that says how the upper came about."""
    node = lower
    for _step in range(4):
        if node.head == node:
            return False
        marks = {child.lower_ for child in node.children if child.dep_ in ("mark", "advmod")}
        if node.dep_ == "advcl" and not (node.tag_ == "VBG" or marks & _HOW_MARKS) or node.dep_ in ("relcl", "ccomp", "conj"):
            return False
        if node.dep_ in ("pobj", "pcomp") and node.head.lower_ not in _HOW_MARKS:
            return False
        node = node.head
        if node == upper:
            return True
    return False


def _containers(reading: Reading) -> dict[int, set[int]]:
    """Each entity's places above it."""
    direct: dict[int, set[int]] = {}
    for relation in reading.relations:
        if relation.property == KG.locatedIn:
            direct.setdefault(relation.subject, set()).add(relation.object)
    found: dict[int, set[int]] = {index: set() for index in range(len(reading.entities))}
    for index, above in found.items():
        todo = sorted(direct.get(index, ()))
        while todo:
            upper = todo.pop()
            if upper not in above:
                above.add(upper)
                todo += sorted(direct.get(upper, ()))
    return found
