"""Events of one moment: what the time of a verb is also the time of."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.subjects import verb_over
from kg.language.syntax import BEFORE_NOUN, conjuncts
from kg.lookup import Lookup
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["is_present", "sharing", "when"]

_AT_ONCE = frozenset({"when", "as", "while"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def sharing(token: Token, lookup: Lookup, ontology: Ontology) -> Iterator[int]:
    """The events that were when the verb of a time expression was.

    What goes on from it ("walked in on Monday and wounded a clerk"), what came of it ("ran aground on Monday, killing two") and what
    was meanwhile ("escaped on Monday when a bomb went off"); not what is said of a deed behind it ("killed a judge in May, adding that").
    """
    if token.dep_ in BEFORE_NOUN:
        return  # "held in connection with last year's blasts and brought to Ohio"
    verb = verb_over(token)
    clauses = [when(token), *((*_going_on(verb, token), *_underway(verb)) if verb is not None else ())]
    events = (lookup.event_at(clause.i) for clause in clauses if clause is not None)
    deed = verb is not None and not _is_said(lookup.event_at(verb.i), lookup, ontology)
    yield from (event for event in events if event is not None and not (deed and _is_said(event, lookup, ontology)))


def _is_said(event: int | None, lookup: Lookup, ontology: Ontology) -> bool:
    return event is not None and ontology.is_a(lookup.reading.events[event].type, KG.Statement)


def _going_on(verb: Token, time: Token) -> Iterator[Token]:
    """The clauses of a verb, behind its time, that tell what was then or came of it."""
    yield from (other for other in conjuncts(verb) if other.i > time.i and not _SUBJECTS & {child.dep_ for child in other.children})
    for clause in (child for child in verb.children if child.dep_ == "advcl" and child.i > time.i):
        if _is_result(clause) or _is_meanwhile(clause):
            yield clause
            yield from (other for other in conjuncts(clause) if _is_result(other))


def _is_result(clause: Token) -> bool:
    """Whether a clause tells what came of its verb: "killing two", not "having killed two" or "after killing two"."""
    before = [child for child in clause.children if child.i < clause.i]
    return clause.tag_ == "VBG" and not any(child.dep_ in ("aux", "mark", "prep", *_SUBJECTS) or child.tag_ == "WRB" for child in before)


def _is_meanwhile(clause: Token) -> bool:
    """Whether a clause tells what was at the moment of its verb: "when a bomb went off", not "when he had left" or "when visiting"."""
    at_once = any(child.lower_ in _AT_ONCE and child.dep_ in ("mark", "advmod") for child in clause.children)
    auxiliaries = [child for child in clause.children if child.dep_ in ("aux", "auxpass")]
    past = clause.tag_ == "VBD" and not auxiliaries or any(child.lower_ in ("was", "were") for child in auxiliaries)
    return at_once and past


def _underway(gerund: Token) -> Iterator[Token]:
    """The verb that something befell while a gerund went on: "was shot while driving home on Monday"."""
    if gerund.dep_ == "advcl" and gerund.tag_ == "VBG" and any(child.lower_ == "while" for child in gerund.children):
        yield gerund.head


def is_present(verb: Token) -> bool:
    """Whether a verb is told in the present: "condemns", "are investigating"."""
    words = [child for child in verb.children if child.dep_ in ("aux", "auxpass")] or [verb]
    return words[0].tag_ in ("VBZ", "VBP") and words[0].lemma_ != "have"


def when(token: Token) -> Token | None:
    """The clause that tells what happened at a time: "on Monday, when two men were hanged"."""
    clauses = (child for child in token.children if child.dep_ in ("relcl", "advcl"))
    return next((clause for clause in clauses if any(child.lower_ == "when" for child in clause.children)), None)
