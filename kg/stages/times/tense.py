"""Whether the clause around a token looks back or ahead: what decides which Thursday is meant."""

from typing import Literal

from spacy.tokens import Token

from kg.language.syntax import BEFORE_NOUN
from kg.stages.times.lexer import grammar

__all__ = ["Outlook", "is_of_speech", "outlook"]

Outlook = Literal["past", "present", "future"]

_MAX_STEPS = 12


def outlook(token: Token) -> Outlook | None:
    """Where the verb that governs a token looks, None where nothing tells: a date before its noun ("the Friday attack") is no adjunct."""
    if token.dep_ in BEFORE_NOUN and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN"):
        return None
    verb = _verb_above(token)
    lists = grammar().lists
    if verb is not None and token.head.head == verb and verb.lemma_.lower() in lists["moves"] and token.head.lower_ in lists["until words"]:
        return "future"  # "postponed until Tuesday"
    for _ in range(_MAX_STEPS):
        if verb is None:
            return None
        looks = _of(verb)
        if looks is not None:
            return looks
        verb = _verb_above(verb.head) if verb.head != verb else None
    return None


def is_of_speech(token: Token) -> bool:
    """Whether a day is that on which somebody said something, not that of what is told: "police said on Wednesday"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    adjunct = token.dep_ in ("pobj", "npadvmod")
    return adjunct and verb.lemma_.lower() in grammar().lists["speech"] and verb.tag_ in ("VBD", "VBZ", "VBN")


def _verb_above(token: Token) -> Token | None:
    for _ in range(_MAX_STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _of(verb: Token) -> Outlook | None:
    """What the form of one verb tells, None where the verb above must decide."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    helping = {child.lemma_.lower() for child in helpers} | {child.lower_ for child in helpers}
    lists = grammar().lists
    if not helping.isdisjoint(lists["future auxiliaries"]) and "have" not in helping:
        return "future"
    if verb.lower_ in lists["plans"] and verb.tag_ == "VBN" or verb.lemma_.lower() in lists["plans ahead"]:
        return "past" if "had" in helping else "future"  # "had been scheduled to expire on Friday"
    if "to" in helping and verb.tag_ == "VB":
        return _infinitive(verb)
    if "have" in helping or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if any(form.tag_ in ("VBZ", "VBP") for form in (verb, *helpers)):
        return "past" if verb.tag_ == "VBN" or verb.lemma_.lower() in lists["looking back"] else "present"
    return "past" if verb.tag_ == "VBN" else None


def _infinitive(verb: Token) -> Outlook | None:
    """An infinitive looks ahead of a plan, a noun ("a plan to meet") or "be"; else it shares the outlook of the verb above it."""
    above, lists = verb.head, grammar().lists
    if above.pos_ in ("NOUN", "PROPN"):
        return None if any(child.dep_ == "amod" and child.lower_ in lists["first and last"] for child in above.children) else "future"
    if _was_planned(above):
        return "past"
    if above == verb or above.lemma_.lower() in lists["plan verbs"] or above.lower_ in lists["plans"] or above.lemma_.lower() == "be":
        return "future"
    return None


def _was_planned(word: Token) -> bool:
    """Whether a plan is told as one of the past: "had been due", "had been scheduled"."""
    lists = grammar().lists
    copula = [word.head] if word.head.lemma_ == "be" else []
    return word.lower_ in lists["plans"] and any(child.lower_ == "had" for verb in (word, *copula) for child in verb.children)
