"""From a word that tells a relation to the words for what it relates: the arcs of `kgx:steps`, and those within a noun phrase."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.syntax import Arc, arcs, is_verbal, surface_subject
from kg.lookup import Lookup
from kg.model import Form
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Reach", "modifiers", "prefix"]

_NAMING = frozenset({"compound", "nmod", "amod"})
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB"})


class Reach:
    """The arcs of the words of one article, each computed once.

    Beyond those of syntax: "self" the word for the very entity that a noun stands for, "is" what a copula equates it with, "modifies" the
    noun that it is an adjective or compound of, "prefix" the word hyphenated before it ("US" in "US-backed").
    """

    def __init__(self, lookup: Lookup, ontology: Ontology) -> None:
        self.lookup = lookup
        self.ontology = ontology
        self._known: dict[int, list[Arc]] = {}

    def along(self, token: Token, way: tuple[frozenset[str], ...]) -> list[Token]:
        """The words that a way leads to."""
        heads = [token]
        for labels in way:
            heads = [arc.token for head in heads for arc in self.arcs(head) if arc.label in labels]
        return heads

    def arcs(self, token: Token) -> list[Arc]:
        """All arcs of a word."""
        known = self._known.get(token.i)
        if known is None:
            known = list(dict.fromkeys(self._all(token)))
            self._known[token.i] = known
        return known

    def _all(self, token: Token) -> Iterator[Arc]:
        yield from arcs(token, self.ontology)
        before = prefix(token)
        if before is not None:
            yield Arc("prefix", before)
        if token.dep_ in _NAMING and token.head.i > token.i:
            yield Arc("obj" if is_verbal(token) and token.tag_ != "VBG" else "modifies", token.head)
        if not is_verbal(token):
            yield from (Arc("is", other) for other in _equated(token))
            name = self._titled(token)
            yield Arc("self", token if name is None else name)
            for other in [name] if name is not None else self._titles(token):
                yield from (arc for arc in arcs(other, self.ontology) if arc.token != token)

    def _titled(self, noun: Token) -> Token | None:
        """The name that a noun stands before: "Minister" in "Foreign Minister Heiko Maas", "arm" in "propaganda arm Amaq"."""
        if noun.dep_ not in _NAMING or self.lookup.mention_at(noun.i) is not None:
            return None
        head = noun.head
        while head.dep_ == "compound" and head.head.i > head.i and self.lookup.mention_at(head.i) is None:
            head = head.head
        return head if self._is_name(head) else None

    def _titles(self, name: Token) -> list[Token]:
        """The nouns before a name that belong to it."""
        if not self._is_name(name):
            return []
        nouns = [child for child in name.children if child.dep_ in _NAMING and child.pos_ in ("NOUN", "PROPN")]
        return [noun for noun in nouns if self.lookup.mention_at(noun.i, noun.idx) is None]

    def _is_name(self, token: Token) -> bool:
        index = self.lookup.mention_at(token.i)
        mention = None if index is None else self.lookup.reading.mentions[index]
        return mention is not None and mention.form == Form.NAME and mention.kind in (KG.Person, KG.Group)


def prefix(token: Token) -> Token | None:
    """The word that a hyphen joins to the front of a word."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_:
        return None
    return token.nbor(-2)


def modifiers(token: Token) -> set[str]:
    """The words, in lower case, that modify a word: those before a noun in its phrase, the adverbs of a verb."""
    if is_verbal(token):
        return {child.lower_ for child in token.children if child.dep_ in ("advmod", "amod", "neg")}
    found: set[str] = set()
    for other in reversed(token.doc[token.sent.start:token.i]):
        if other.text != "-" and other.pos_ not in _PHRASE:
            return found | ({other.lower_} if other.pos_ == "DET" else set())
        found.add(other.lower_)
    return found


def _equated(noun: Token) -> Iterator[Token]:
    """What a copula says that a noun is, or what it says to be the noun; of coordinated predicates each is meant."""
    top = noun
    while top.dep_ == "conj" and not is_verbal(top) and top.head.i < top.i:
        top = top.head
    verb = top.head
    if top.dep_ in ("attr", "acomp") and verb.lemma_ == "be":
        subject = surface_subject(verb)
        if subject is not None and subject != noun:
            yield subject
    elif top.dep_ == "nsubj" and verb.lemma_ == "be":
        yield from (child for child in verb.children if child.dep_ == "attr")
    elif top.dep_ == "appos" and top != noun:
        yield top.head
