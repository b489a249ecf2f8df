"""Whether the clause around a token looks back or ahead: what decides which Thursday is meant."""

from spacy.tokens import Token

from kg.stages.times.lexer import grammar

__all__ = ["looks_ahead"]

_MAX_STEPS = 12


def looks_ahead(token: Token) -> bool | None:
    """True where the verb that governs a token tells of what is to come, False where of what has been, None where nothing tells.

    A present tense looks ahead ("the court sits on Monday"), an infinitive where a plan governs it ("expected to vote on Sunday").
    """
    verb = _verb_above(token)
    for _ in range(_MAX_STEPS):
        if verb is None:
            return None
        ahead = _of(verb)
        if ahead is not None or verb.dep_ == "ROOT":
            return ahead
        verb = _verb_above(verb.head) if verb.head is not verb else None
    return None


def _verb_above(token: Token) -> Token | None:
    for _ in range(_MAX_STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _of(verb: Token) -> bool | None:
    """What the form of one verb tells, None where the verb above must decide."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lemmas = {child.lemma_.lower() for child in helpers} | {child.lower_ for child in helpers}
    lists = grammar().lists
    perfect = "have" in lemmas
    if lemmas & lists["future auxiliaries"] and not perfect:
        return True
    if verb.lower_ in lists["plans"] and (verb.tag_ == "VBN" or verb.pos_ == "ADJ"):
        return True
    if "to" in lemmas and verb.tag_ == "VB":
        return _infinitive(verb)
    if perfect or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return False
    if any(child.tag_ in ("VBZ", "VBP") for child in helpers) or verb.tag_ in ("VBZ", "VBP"):
        return True
    return False if verb.tag_ == "VBN" else None


def _infinitive(verb: Token) -> bool | None:
    above = verb.head
    if above == verb or above.pos_ not in ("VERB", "AUX", "ADJ"):
        return True
    lists = grammar().lists
    if above.lemma_.lower() in lists["plan verbs"] or above.lower_ in lists["plans"] or above.lemma_.lower() == "be":
        return True
    return None
