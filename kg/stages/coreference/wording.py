"""How two nominals are worded: what must be the same for both to denote one."""

from spacy.tokens import Token

from kg.language.nouns import is_definite, numeral, plural, singular
from kg.stages.coreference.clusters import Clusters

__all__ = ["adds_nothing", "modifiers", "same_head", "stands_with_the", "synonym_key"]


def modifiers(clusters: Clusters, index: int) -> frozenset[str]:
    """The words of a mention before its last, in lower case; "ex-" says the same as "former"."""
    return frozenset(clusters.text(index).lower().replace("ex-", "former ").replace("-", " ").split()[:-1])


def stands_with_the(clusters: Clusters, index: int) -> bool:
    """Whether a mention is definite, also where a bad parse hangs its article on another word."""
    first = clusters.first_token(index)
    return is_definite(clusters.doc[clusters.mention(index).head]) or first.i > 0 and first.nbor(-1).lower_ == "the"


def same_head(one: Token, other: Token) -> bool:
    """Whether two nouns are the same word in the same number, and not counted differently."""
    return singular(one) == singular(other) and plural(one) == plural(other) and len({numeral(one), numeral(other)} - {None}) < 2


def synonym_key(clusters: Clusters, noun: Token) -> str:
    """A noun as the lists of synonyms have it, with the word before it where that belongs to it ("armed men")."""
    phrase = f"{noun.nbor(-1).lower_} {singular(noun)}" if noun.i else ""
    return phrase if phrase in clusters.words.synonyms else singular(noun)


def adds_nothing(clusters: Clusters, word: str) -> bool:
    """Whether an adjective sets no one apart: what befell him ("the wounded soldier"), how he looked ("the masked gunman")."""
    outcomes = clusters.ontology.outcomes
    forms = {word, word[:-1], word[:-2]} if word.endswith("ed") else {word}
    return word in clusters.words.passing or any(form in outcomes[pos] for pos in ("verb", "adjective") for form in forms)
