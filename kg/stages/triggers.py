"""Which words name events: each word of the ontology that stands in the text proposes its class."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.carried import modified
from kg.language.frames import fill
from kg.language.syntax import arcs, is_complement, phrase
from kg.language.vetoes import (
    harms_nobody,
    is_figurative,
    is_firm,
    is_getaway,
    is_lit_by_thing,
    is_quoted,
    is_violent,
    is_war_of_words,
    names_no_event,
)
from kg.language.victims import groups, tells_outcome
from kg.language.words import lemma, matches, verb_parts, within_phrase
from kg.lookup import Lookup
from kg.model import Proposal, Reading
from kg.ontology import Ontology, Word
from kg.terms import KG, KGX

__all__ = ["stage"]

_DEFINITE = frozenset({"the", "this", "that"})
_TIME_LABELS = frozenset({"on", "in", "at", "since", "before", "after", "until", "by", "during"})


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Adds a Proposal for each word that names an event and has what it needs beside it."""
    lookup = Lookup(reading)
    words = {token.i: found for token in doc if (found := _words(token, lookup, ontology))}
    for index in _inside_longer(words, doc, ontology):
        words.pop(index, None)
    words = _told_by_verbs(words, doc, ontology)
    types = {index: found[0].owner for index, found in words.items()}
    sure = {index: found[0].owner for index, found in words.items() if not found[0].needs}
    context = _Context(lookup, types, sure, is_figurative(doc, ontology), ontology)
    proposals = [proposal for index, found in words.items() for proposal in _proposals(doc[index], found, context)]
    return replace(reading, proposals=reading.proposals + tuple(proposals))


class _Context:
    """What the needs of a word are judged by."""

    def __init__(
        self, lookup: Lookup, types: Mapping[int, str], sure: Mapping[int, str], figurative: bool, ontology: Ontology,
    ) -> None:
        self.lookup = lookup
        self.types = types
        self.sure = sure  # the events among them that need nothing beside them
        self.figurative = figurative
        self.ontology = ontology
        self._known: dict[tuple[int, str], frozenset[str]] = {}

    def are_met(self, token: Token, word: Word) -> bool:
        """Whether a word has what it needs, and in an article of a figurative domain more than words."""
        needy = word.needs and not self._is_taken_up(token, word)
        if needy and not any(self._has(token, word.owner, need) for need in sorted(word.needs)):
            return False
        if is_quoted(token, word.owner, self.ontology) or is_war_of_words(token, word.owner, self.lookup, self.ontology):
            return False
        if self.ontology.is_a(word.owner, KG.Displacement) and is_getaway(token, self.ontology):
            return False
        if is_lit_by_thing(token, word.owner, self.lookup, self.ontology):
            return False
        if self.ontology.is_a(word.owner, KG.Attack) and self._is_of_disaster(token):
            return False
        violent = is_violent(word.owner, self.ontology)
        if violent and harms_nobody(token, word.owner, self.lookup, self.ontology):
            return False
        return not (self.figurative and violent) or self._has(token, word.owner, KGX.toll)

    def _is_of_disaster(self, verb: Token) -> bool:
        """Whether what a verb tells is done by a storm or a quake: "a storm that pelted the town with hailstones"."""
        doers = [self.types.get(arc.token.i) for arc in arcs(verb, self.ontology) if arc.label == "subj"]
        disasters = [doer for doer in doers if doer is not None and self.ontology.is_a(doer, KG.Disaster)]
        return any(not self.ontology.is_a(disaster, KG.Explosion) for disaster in disasters)

    def _is_taken_up(self, noun: Token, word: Word) -> bool:
        """Whether a definite noun is what an event was called that is told before: "a drone strike … The strike was on Friday"."""
        if noun.pos_ != "NOUN" or not any(child.lower_ in _DEFINITE for child in noun.children if child.dep_ == "det"):
            return False
        before = (index for index, owner in self.sure.items() if index < noun.i and self.ontology.is_a(owner, word.owner))
        return any(lemma(noun.doc[index]) == lemma(noun) for index in before)

    def _has(self, token: Token, event_type: str, need: str) -> bool:
        if need == KGX.toll:
            return _has_toll(token, self.lookup, self.ontology)
        if need == KGX.time:
            return any(arc.token.i in self.lookup.times for arc in arcs(token, self.ontology) if arc.label in _TIME_LABELS)
        if self.ontology.is_a(need, KG.agent) and self._has_named_doer(token):
            return True
        return need in self._filled(token, event_type)

    def _filled(self, token: Token, event_type: str) -> frozenset[str]:
        """The paths that fit an event of a class at a token, and the roles that they fill."""
        known = self._known.get((token.i, event_type))
        if known is None:
            told = self.types if self.ontology.is_a(event_type, KG.Statement) else self.sure
            paths = [filled.path for filled in fill(token, event_type, self.lookup, told, self.ontology)]
            known = frozenset(term for path in paths for term in (path.iri, *self.ontology.ancestors(path.role)))
            self._known[token.i, event_type] = known
        return known

    def _has_named_doer(self, token: Token) -> bool:
        """Whether what governs a verb names who is said to have done it: "accused soldiers of killing five farmers"."""
        if token.dep_ == "acl" and is_complement(token):  # "an attempt to kill a judge"
            return True
        above = token.head.head if token.dep_ == "pcomp" else token.head
        if above.dep_ in ("dobj", "nsubjpass"):  # the parser hangs "of killing" on the object
            above = above.head
        known = self.types.get(above.i) if token.dep_ in ("pcomp", "xcomp", "ccomp") else None
        return known is not None and self.ontology.inherited(known, KGX.doer) is not None


def _words(token: Token, lookup: Lookup, ontology: Ontology) -> tuple[Word, ...]:
    """The event words at a token, the longest and most specific first."""
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound") or token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"):
        found = list(matches(token, ontology.verbs))
    elif token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and (token.dep_ not in ("compound", "amod", "nmod") or modified(token, ontology)):
        barred = names_no_event(token, lookup, ontology) or _is_gerund_of_none(token, ontology)
        found = [] if barred else list(matches(token, ontology.nouns))
        found = found or _named_disaster(token, lookup, ontology)
    else:
        return ()
    kept = [word for word in found if not within_phrase(token, ontology.exceptions(word.owner))]
    return tuple(sorted(kept, key=lambda word: (-len(word.lemmas), -ontology.depth(word.owner), word.rule)))


def _is_gerund_of_none(noun: Token, ontology: Ontology) -> bool:
    """Whether what is tagged a noun has an object, and its verb tells no event: "residents reported hearing bangs"."""
    stem = noun.lower_.removesuffix("ing")
    gerund = stem != noun.lower_ and any(child.dep_ == "dobj" for child in noun.children)
    told = (word for form in (stem, stem + "e", stem[:-1]) for word in ontology.verbs.get(form, ()))
    return gerund and not any(len(word.lemmas) == 1 for word in told)


def _inside_longer(words: dict[int, tuple[Word, ...]], doc: Doc, ontology: Ontology) -> list[int]:
    """The tokens that a word of several lemmas takes for itself: the "fire" of "catch fire" is no fire of its own.

    A noun that names the same event as its light verb does with it ("reach an agreement") stands for both: it has the roles of both.
    """
    taken = []
    for index, found in words.items():
        word = found[0]
        parts = verb_parts(doc[index], word.lemmas[1:]) if word.pos == "verb" else None
        for part in (other for other in parts or () if other.dep_ not in ("xcomp", "ccomp")):  # a clause tells an event of its own
            inner = words[part.i][0].owner if part.i in words else None
            same = inner is not None and (ontology.is_a(inner, word.owner) or ontology.is_a(word.owner, inner))
            if inner is not None and not same and ontology.inherited(inner, KGX.doerRole) == KG.allegedPerpetrator:
                continue  # "rejected the accusation that …": what was said is still an accusation
            carried = part.dep_ in ("dobj", "nsubjpass") and bool(phrase(doc[index]) & ontology.light_verbs)
            taken.append(index if same and carried else part.i)
    return taken


def _told_by_verbs(words: dict[int, tuple[Word, ...]], doc: Doc, ontology: Ontology) -> dict[int, tuple[Word, ...]]:
    """The words, those of a weapon at the verb that tells what it did: "a car bomb exploded", "a bomb killed 11".

    There the weapon is the event's instrument.
    """
    moved = dict(words)
    for index, found in words.items():
        if any(word.needs != {KGX.toll} or word.pos != "noun" for word in found):
            continue
        verb = next(_verbs_of(doc[index]), None)
        if verb is not None and (verb.i in words and ontology.is_a(words[verb.i][0].owner, KG.Violence) or tells_outcome(verb, ontology)):
            moved[verb.i] = found + moved.get(verb.i, ())
            del moved[index]
    return moved


def _verbs_of(noun: Token) -> Iterator[Token]:
    """The verb that a noun is the subject, object or doer of, or the relative clauses behind it."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "agent" else noun.head
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") or above != noun.head:
        yield above
    else:
        yield from (child for child in noun.children if child.dep_ == "relcl")


def _named_disaster(token: Token, lookup: Lookup, ontology: Ontology) -> list[Word]:
    """The word of a storm with a name of its own: "Cyclone Hasina"; not that of a company ("the insurer Hurricane Mutual")."""
    before = token.nbor(-1) if token.i > 0 else None
    if token.pos_ != "PROPN" or before is None or before.dep_ != "compound" or before.head != token or is_firm(token, lookup, ontology):
        return []
    return [word for word in matches(before, ontology.nouns) if ontology.is_a(word.owner, KG.Storm)]


def _proposals(token: Token, words: tuple[Word, ...], context: _Context) -> Iterator[Proposal]:
    met = [word for word in words if context.are_met(token, word)]
    for rank, word in enumerate(sorted(met, key=lambda word: (-len(word.lemmas), not word.needs))):
        sure = 0.75 + 0.05 * min(3, len(word.lemmas) - 1) + 0.05 * bool(word.needs)
        yield Proposal(token.i, word.owner, word.rule, round(max(0.3, min(0.95, sure) - 0.1 * rank), 2))


def _has_toll(token: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether an outcome with people stands around a token: "a bomb killed 11", "opened fire, wounding two", "left four dead"."""
    upper = token.head if token.dep_ not in ("pobj", "conj") else token.head.head
    near = [upper, *upper.children, *token.children]
    near += [grand for child in near[1:] if child.dep_ in ("advcl", "relcl", "acl", "conj") for grand in child.children]
    return any(tells_outcome(other, ontology) and any(groups(other, lookup, ontology)) for other in near)
