"""Whether two triggers tell the same real event."""

from spacy.tokens import Doc, Token

from kg.language.answers import are_opposed
from kg.language.carried import modified
from kg.language.definite import is_definite
from kg.language.eras import is_earlier, is_summary, limit, today
from kg.language.profiles import Profiles
from kg.language.sides import are_enemies, sides
from kg.language.spans import begins_with, is_measured, sentence_start
from kg.language.subjects import is_verbal
from kg.language.sums import spans_period
from kg.language.syntax import arcs
from kg.language.ties import are_told_apart, give_other_posts, hangs_on, has_year, is_measured_off, is_rank_of, share_object
from kg.language.words import is_superlative, lemma
from kg.lookup import Lookup
from kg.model import Event, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["Sameness"]

_OTHER = frozenset({
    "another", "other", "similar", "previous", "earlier", "past", "second", "third", "such", "recent", "separate", "more", "further",
    "different", "own", "later"
})
_NONE: frozenset[str] = frozenset()
_BEFORE = frozenset({"before", "previously", "formerly", "elsewhere", "once"})
_POINTING = frozenset({"this", "that", "these", "those"})
_LONG_AGO = 90  # days


class Sameness:
    """Finds the cluster that an event belongs to; made once for a Reading."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology, lookup: Lookup) -> None:
        self._reading, self._ontology, self._lookup = reading, ontology, lookup
        self._profiles = Profiles(reading, lookup, ontology)
        self._doc = doc
        self._sides = [sides(profile.agents, reading, doc, ontology) for profile in self._profiles.of]
        self._links: dict[frozenset[int], set[str]] = {}
        for index, event in enumerate(reading.events):
            for link in event.links:
                self._links.setdefault(frozenset((index, link.event)), set()).add(link.property)
        self._tokens = [doc[lookup.word_of(index)] for index in range(len(reading.events))]
        self._limits = [limit(token, lookup) for token in self._tokens]
        wars = ontology.listed(KGX.lastingNoun)
        self._lasting = [lemma(token) in wars or spans_period(token, lookup, ontology) for token in self._tokens]

    def home(self, index: int, clusters: list[list[int]]) -> list[int] | None:
        """The cluster that tells the same event: the one tied to it by its sentence, else the latest that agrees with it."""
        event = self._reading.events[index]
        for cluster in clusters:
            if any(self._are_linked(other, index, KGX.same) for other in cluster) and all(self._agree(other, index) for other in cluster):
                return cluster
        if self._is_another(self._token(index)):
            return None
        if begins_with(self._token(index), self._ontology.listed(KGX.anotherOpening)) and not self._is_definite(self._token(index)):
            here = sentence_start(self._token(index))
            clusters = [cluster for cluster in clusters if any(sentence_start(self._token(other)) == here for other in cluster)]
        agreeing = [cluster for cluster in clusters if self.agrees(cluster, [index])]
        if self._ontology.is_a(event.type, KG.Statement):
            return next((cluster for cluster in agreeing if self._is_same_speech(self._reading.events[cluster[0]], event)), None)
        tied = [cluster for cluster in reversed(agreeing) if any(self._is_tied(other, index) for other in cluster)]
        untied = [cluster for cluster in agreeing if cluster not in tied]
        if tied and not (untied and self._is_definite(self._token(index)) and not is_superlative(self._token(index))):
            return tied[0]
        # a death told apart from any act is not taken up by an act told later, but for the headline's
        harm = self._ontology.is_a(event.type, KG.Harm)
        agreeing = [cluster for cluster in agreeing if self._is_mere_harm(cluster) == harm or self._is_headline(cluster)]
        if agreeing and (self._is_definite(self._token(index)) or self._is_taken_up(event)):
            taken = [cluster for cluster in agreeing if self._token(index).tag_ != "NNS" or self._are_many(cluster)]
            taken = [cluster for cluster in taken if self._may_number(cluster, index)]
            if is_superlative(self._token(index)) and (self._is_past([index]) or self._tells_long_ago(index)):  # "the worst crash, in 2001"
                taken = [cluster for cluster in taken if self._is_past(cluster)]
            taken = [cluster for cluster in taken if not has_year(self._token(index)) or self._is_known(cluster, index)]
            if any(child.dep_ == "det" and child.lower_ in _POINTING for child in self._token(index).children):
                return max(taken, default=None, key=self._last)  # "that attack": the one told last
            kills = self._ontology.is_a(event.type, KG.Killing)  # "the killings" takes up a murder told before, not a storming
            return max(taken, default=None, key=lambda cluster: (
                self._shared(cluster, index), kills and self._is_of_type(cluster, event.type), self._is_repeated(cluster, index),
                not self._is_past(cluster), -cluster[0]
            ))
        retold = [cluster for cluster in reversed(agreeing) if self._is_retold(cluster, index)]
        return max(retold, key=lambda cluster: (self._shared(cluster, index), self._is_of_type(cluster, event.type)), default=None)

    def tied(self, index: int, clusters: list[list[int]]) -> list[list[int]]:
        """The clusters of what a clause around an event tells of it ("her window was damaged by the blast"), or a headline by its toll."""
        others = [cluster for cluster in clusters if index not in cluster]
        return [cluster for cluster in others if any(self._is_tied(other, index) for other in cluster) or self._is_its_toll(cluster, index)]

    def _is_its_toll(self, cluster: list[int], index: int) -> bool:
        """Whether a headline tells no more than that so many were harmed, as many as an event harmed: "Bus plunge kills 18"."""
        if not (self._is_mere_harm(cluster) and self._is_headline(cluster)):
            return False
        told = [[(toll.outcome, toll.count, toll.minimum) for toll in self._reading.tolls if toll.event in of] for of in (cluster, [index])]
        return not set(told[0]).isdisjoint(told[1])

    def agrees(self, cluster: list[int], other: list[int]) -> bool:
        """Whether all that two clusters tell can be one event."""
        kinds = [self._ontology.settled(self._reading.events[index].type for index in members) for members in (cluster, other)]
        return self._profiles.may_be_one_type(*kinds) and all(self._agree(one, two) for one in cluster for two in other)

    def _is_mere_harm(self, cluster: list[int]) -> bool:
        return all(self._ontology.is_a(self._reading.events[other].type, KG.Harm) for other in cluster)

    def _are_linked(self, one: int, other: int, *terms: str) -> bool:
        return not self._links.get(frozenset((one, other)), _NONE).isdisjoint(terms)

    def _outlasts(self, one: int, other: int) -> bool:
        """Whether one event sums up weeks or years or is a war, and the other is of a moment."""
        moment = self._ontology.is_marked(self._reading.events[other].type, KGX.momentary)
        return moment and self._lasting[one] and not self._lasting[other]

    def _agree(self, one: int, other: int) -> bool:
        if self._are_linked(one, other, KG.partOf, KG.before, KG.reports, KG.topic):
            return False
        if is_summary(one, self._lookup) != is_summary(other, self._lookup) or self._outlasts(one, other) or self._outlasts(other, one):
            return False
        if is_earlier(self._limits[one], other, self._lookup) or is_earlier(self._limits[other], one, self._lookup):
            return False
        if are_opposed(self._token(one), self._token(other), self._ontology):
            return False
        if are_told_apart(*sorted((self._token(one), self._token(other)), key=lambda token: token.i)):
            return False
        if are_enemies(self._sides[one], self._sides[other]):
            return False
        return self._profiles.agree(self._profiles.of[one], self._profiles.of[other])

    # --- ties

    def _is_same_speech(self, one: Event, other: Event) -> bool:
        speakers = [{role.entity for role in event.roles if role.property == KG.speaker} for event in (one, other)]
        return one.type == other.type == KG.ResponsibilityClaim and bool(speakers[0] & speakers[1])

    def _is_tied(self, earlier: int, later: int) -> bool:
        """Whether the clause of one tells how or in what the other came about: "killed … when they opened fire", "… in an attack"."""
        first, second = self._token(earlier), self._token(later)
        sentences = [self._reading.mentions[self._reading.events[index].triggers[0]].sentence for index in (earlier, later)]
        if sentences[0] != sentences[1] or any(modified(token, self._ontology) for token in (first, second)):
            return False  # what befell "the bombing suspect" was not the bombing
        doers = [self._profiles.of[index].agents for index in (earlier, later)]
        if all(map(is_verbal, (first, second))) and all(doers) and doers[0].isdisjoint(doers[1]):
            return False  # "soldiers killed dozens after the group had opened fire"
        if share_object(first, second):
            return True
        return hangs_on(second, first) or hangs_on(first, second) or self._carries(first, second) or self._carries(second, first)

    def _carries(self, verb: Token, noun: Token) -> bool:
        """Whether a noun is the subject by which a verb happens: "the attack killed"."""
        return is_verbal(verb) and any(arc.label == "subj" and arc.token == noun for arc in arcs(verb, self._ontology))

    def _is_another(self, token: Token) -> bool:
        """Whether the text says that this is another event: "a similar attack", "a week after a crash", "has bombed markets before"."""
        if token.dep_ == "pobj" and (token.head.lower_ == "after" and is_measured(token.head) or is_rank_of(token.head)):
            return True
        if is_verbal(token):  # and not "killed before dawn"
            return any(child.lower_ in _BEFORE and not any(child.children) for child in token.children)
        return any(child.lower_ in _OTHER for child in token.children) or is_measured_off(token)

    def _is_definite(self, token: Token) -> bool:
        return is_definite(token, self._profiles.named, self._lookup, self._ontology)

    def _are_many(self, cluster: list[int]) -> bool:
        """Whether "the murders" may take up a cluster: several deeds, or one of several people, or one that several words tell."""
        people = {entity for other in cluster for entity in self._profiles.of[other].people}
        plural = any(self._ontology.is_a(self._reading.entities[entity].kind, KG.People) for entity in people)
        counted = any(toll.count != 1 for toll in self._reading.tolls if toll.event in cluster)
        return plural or counted or len(people) > 1 or len(cluster) > 1 or any(self._token(other).tag_ == "NNS" for other in cluster)

    def _may_number(self, cluster: list[int], index: int) -> bool:
        """Whether a cluster may tell as many killings as a noun counts: "the 547 murders" take up no murder of one man."""
        quantity = self._lookup.quantities.get(self._token(index).i)
        if quantity is None or not self._ontology.is_a(self._reading.events[index].type, KG.Killing):
            return True
        tolls = (toll.count or toll.minimum for toll in self._reading.tolls if toll.event in cluster)
        counted = self._reading.quantities[quantity].minimum in tolls
        return counted or any(self._token(other).tag_ == "NNS" for other in cluster)

    def _is_taken_up(self, event: Event) -> bool:
        """Whether the doers are named after an event told before: "the attackers struck at noon"."""
        for role in event.roles:
            if self._ontology.is_a(role.property, KG.agent):
                heads = [self._doc[self._reading.mentions[index].head] for index in self._reading.entities[role.entity].mentions]
                named = (head for head in heads if not any(child.dep_ == "relcl" for child in head.children))  # "the bomber who killed 21"
                if any(lemma(head) in self._ontology.listed(KGX.agentNoun) and self._is_definite(head) for head in named):
                    return True
        return False

    def _is_repeated(self, cluster: list[int], index: int) -> bool:
        """Whether the sentence before tells a cluster by the very noun: "entered into a standoff. Over the course of the standoff …"."""
        noun, start = self._token(index), sentence_start(self._token(index))
        told = (self._token(other) for other in cluster)
        return any(lemma(word) == lemma(noun) and start in (word.sent.end, word.sent.start) for word in told)

    def _last(self, cluster: list[int]) -> int:
        """Where the last of the words that tell a cluster stands."""
        return max(self._token(other).i for other in cluster)

    def _shared(self, cluster: list[int], index: int) -> int:
        """How many places and people a cluster and an event have in common."""
        of = self._profiles.of
        known = {entity for other in cluster for entity in of[other].places | of[other].people}
        return len(known & (of[index].places | of[index].people))

    def _is_of_type(self, cluster: list[int], kind: str) -> bool:
        return any(self._reading.events[other].type == kind for other in cluster)

    def _is_headline(self, cluster: list[int]) -> bool:
        """Whether only the headline tells what a cluster is."""
        headline = self._reading.article.headline
        told = (self._reading.mentions[self._reading.events[other].triggers[0]] for other in cluster)
        return headline is not None and all(mention.end <= headline[1] for mention in told)

    def _is_known(self, cluster: list[int], index: int) -> bool:
        """Whether a cluster is dated, or told by the same noun or with the same people and places: "the 1998 bombing" may take it up."""
        dated = any(self._reading.events[other].time is not None for other in cluster)
        return dated or self._shared(cluster, index) > 0 or any(lemma(self._token(other)) == lemma(self._token(index)) for other in cluster)

    def _is_past(self, cluster: list[int]) -> bool:
        """Whether what a cluster tells was long before the day of the article."""
        day, times = today(self._reading), [self._reading.events[other].time for other in cluster]
        last = max((time.latest for time in times if time is not None and time.latest is not None), default=None)
        return day is not None and last is not None and (day - last).days >= _LONG_AGO

    def _tells_long_ago(self, index: int) -> bool:
        """Whether the phrase of a noun tells a day long before that of the article: "the worst storm, a tornado that came in July 1987"."""
        noun = self._token(index)
        ranks = {token for child in noun.children if is_rank_of(child) for token in child.subtree}  # "since the 2003 bombing"
        times = (self._lookup.times.get(token.i) for token in noun.subtree if token not in ranks)
        ends = (self._reading.times[time].latest for time in times if time is not None)
        day = today(self._reading)
        return day is not None and any(end is not None and (day - end).days >= _LONG_AGO for end in ends)

    def _is_bygone(self, index: int, cluster: list[int]) -> bool:
        """Whether a word tells something of another class long before the day of the article: no news that its headline is about."""
        event = self._reading.events[index]
        if not self._is_past([index]):
            return False
        kinds = [self._reading.events[other].type for other in cluster]
        if any(self._ontology.is_a(kind, KG.Killing) for kind in (event.type, *kinds)):  # which a shooting may be, however long ago
            return False
        return not any(self._ontology.is_a(event.type, kind) or self._ontology.is_a(kind, event.type) for kind in kinds)

    def _is_better_told(self, index: int, cluster: list[int]) -> bool:
        """Whether a later word tells what a headline tells, and this one only what it might be: a killing, and no throw of a grenade."""
        kinds = {self._reading.events[other].type for other in cluster}
        if self._reading.events[index].type in kinds or not any(self._ontology.is_a(kind, KG.Violence) for kind in kinds):
            return False
        later = [other for other in range(index + 1, len(self._reading.events)) if self._reading.events[other].type in kinds]
        apart = [other for other in later if other not in cluster and not self._is_tied(index, other)]
        return any(self.agrees(cluster, [other]) and not self._is_of_others(other, cluster) for other in apart)

    def _is_of_others(self, index: int, cluster: list[int]) -> bool:
        """Whether a headline tells of one who was harmed, and a later word of several others: "Crowd kills driver", "… killing 11"."""
        if any(toll.event in cluster and toll.count != 1 for toll in self._reading.tolls):
            return False
        of, entities = self._profiles.of, self._reading.entities
        harmed = [{entity for other in members for entity in of[other].patients} for members in (cluster, [index])]
        kinds = [{entities[entity].kind for entity in told} for told in harmed]
        return kinds == [{KG.Person}, {KG.People}] and harmed[0].isdisjoint(harmed[1])

    def _is_retold(self, cluster: list[int], index: int) -> bool:
        """Whether a word tells the headline's event again, or a verb one with a participant of its own."""
        if self._is_headline(cluster) and not self._is_headline([index]):
            doubts = (self._is_bygone, self._is_better_told, self._is_of_others)
            return not any(doubt(index, cluster) for doubt in doubts)
        posts = self._ontology.is_a(self._reading.events[index].type, KG.Appointment)
        if posts and any(give_other_posts(self._token(other), self._token(index)) for other in cluster):
            return False
        of = self._profiles.of
        harmed = {entity for other in cluster for entity in of[other].patients}
        if not is_verbal(self._token(index)) or harmed and of[index].patients and not harmed & of[index].patients:
            return False  # quite different people and things suffer it
        return bool(of[index].people & {entity for other in cluster for entity in of[other].people})

    def _token(self, index: int) -> Token:
        return self._tokens[index]
