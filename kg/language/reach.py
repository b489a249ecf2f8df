"""From a word that tells a relation to the words for what it relates: the arcs of `kgx:steps`, and those within a noun phrase."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.spans import sentence_start
from kg.language.subjects import is_verbal, surface_subject
from kg.language.syntax import Arc, arcs
from kg.lookup import Lookup
from kg.model import Form, Mention
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Reach", "modifiers", "prefix"]

_NAMING = frozenset({"compound", "nmod", "amod"})
_OWN = frozenset({"compound", "amod", "poss", "of"})  # what a title and the name behind it may say for each other
_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB"})


class Reach:
    """The arcs of the words of one article, each computed once.

    Beyond those of syntax: "self" the word for the very entity that a noun stands for, "is" what a copula equates it with, "modifies" the
    noun that it is an adjective or compound of, "prefix" the word hyphenated before it ("US" in "US-backed"), "named" the person's name
    that stands behind its complement, "holder" the name that a title stands before, "before" the adjective right before a name, "next-of"
    and its like the object of a preposition right behind it.
    """

    def __init__(self, lookup: Lookup, ontology: Ontology) -> None:
        self.lookup = lookup
        self.ontology = ontology
        self._known: dict[int, dict[str, list[Token]]] = {}

    def along(self, token: Token, way: tuple[str, ...]) -> list[Token]:
        """The words that a way leads to."""
        heads = [token]
        for label in way:
            heads = [other for head in heads for other in self._labelled(head).get(label, ())]
        return heads

    def has(self, token: Token, labels: frozenset[str]) -> bool:
        """Whether a way may begin at a word with one of some labels."""
        return not labels.isdisjoint(self._labelled(token))

    def _labelled(self, token: Token) -> dict[str, list[Token]]:
        known = self._known.get(token.i)
        if known is None:
            known = self._known[token.i] = {}
            for label, other in self._all(token):
                others = known.setdefault(label, [])
                if other not in others:
                    others.append(other)
        return known

    def _all(self, token: Token) -> Iterator[Arc]:
        yield from arcs(token, self.ontology)
        before = prefix(token)
        if before is not None:
            yield Arc("prefix", before)
        if token.dep_ in _NAMING and token.head.i > token.i:
            yield Arc("obj" if is_verbal(token) and token.tag_ != "VBG" else "modifies", token.head)
        if not is_verbal(token):
            yield from self._of_noun(token)

    def _of_noun(self, noun: Token) -> Iterator[Arc]:
        name = self._titled(noun)
        yield Arc("self", noun if name is None else name)
        if name is not None:
            yield Arc("holder", name)
        yield from (Arc("is", other) for other in _equated(noun))
        yield from (Arc("named", other) for other in self._named(noun))
        yield from (Arc("before", other) for other in self._before(noun))
        yield from _behind(noun)
        around = self._titles(noun) if name is None else [name, noun.head] if noun.dep_ in _NAMING else [name]
        yield from (arc for other in around for arc in arcs(other, self.ontology) if arc.token != noun and arc.label in _OWN)

    def _titled(self, noun: Token) -> Token | None:
        """The name that a noun stands before: "Minister" in "Foreign Minister Heiko Maas", "arm" in "propaganda arm Amaq"."""
        mention = self.lookup.mention_at(noun.i, noun.idx)
        if mention is not None or noun.i + 1 == len(noun.doc):
            return None
        after = self._name_at(noun.nbor())
        if after is not None and after.begin == noun.nbor().idx:
            return noun.doc[after.head]
        head = noun
        while head.dep_ in _NAMING and head.head.i > head.i and (head == noun or self._name_at(head) is None):
            head = head.head
        return head if self._name_at(head) is not None else None

    def _titles(self, name: Token) -> list[Token]:
        """The nouns before a name that belong to it."""
        if self._name_at(name) is None:
            return []
        nouns = [child for child in name.children if child.dep_ in _NAMING and child.pos_ in ("NOUN", "PROPN")]
        return [noun for noun in nouns if self.lookup.mention_at(noun.i, noun.idx) is None]

    def _name_at(self, token: Token) -> Mention | None:
        """The name of a person or group that a token is part of."""
        index = self.lookup.mention_at(token.i, token.idx)
        mention = None if index is None else self.lookup.reading.mentions[index]
        return mention if mention is not None and mention.form == Form.NAME and mention.kind in (KG.Person, KG.Group) else None

    def _named(self, noun: Token) -> Iterator[Token]:
        """The person's name that the parser hangs on a noun's complement: "the head of the union, Anna Keller,"."""
        for way in (child for child in noun.children if child.dep_ == "prep" and child.i > noun.i):
            for complement in (child for child in way.subtree if child.dep_ == "pobj" and not self._is_person(child)):
                yield from (child for child in complement.children if child.dep_ == "appos" and self._is_person(child))

    def _is_person(self, token: Token) -> bool:
        entity = self.lookup.entity_at(token.i, token.idx)
        return entity is not None and self.lookup.reading.entities[entity].kind == KG.Person

    def _before(self, noun: Token) -> Iterator[Token]:
        """The adjective of a country right before a name, whatever the parser hangs it on: "Syrian Foreign Ministry spokesman"."""
        name = self._name_at(noun)
        first = None if name is None else noun.doc.char_span(name.begin, name.end)
        if first is not None and first.start > sentence_start(noun):
            other = noun.doc[first.start - 1]
            index = self.lookup.mention_at(other.i)
            if index is not None and self.lookup.reading.mentions[index].form == Form.DEMONYM:
                yield other


def _behind(name: Token) -> Iterator[Arc]:
    """The preposition right behind a noun, also that of a speaker who stands behind his verb: "said Anna Keller from the union"."""
    after = name.nbor() if name.i + 1 < len(name.doc) else None
    if after is None or after.dep_ != "prep":
        return
    speaks = name.dep_ == "nsubj" and name.i > name.head.i
    if after.head == name or speaks and after.head == name.head:
        yield from (Arc(f"next-{after.lower_}", target) for target in after.children if target.dep_ == "pobj")


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
    for other in reversed(token.doc[sentence_start(token):token.i]):
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
    elif top.dep_ == "appos":
        yield top.head
