"""What the patterns of relations tell in one article: which entities are related, and by which words."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.language.origins import Origins, Place
from kg.language.reach import Reach, modifiers
from kg.language.realis import judge
from kg.language.relations import Pattern, Steps, patterns
from kg.language.subjects import is_verbal
from kg.language.words import lemma, matches
from kg.lookup import Lookup
from kg.model import Form, Span
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Finder", "Found"]

_TOLD = (KG.Actual, KG.Habitual)
_CONTENT = frozenset({"attr", "acomp", "oprd", "xcomp", "ccomp", "pcomp", "prep", "conj", "acl"})
_DOMAIN_WORDS = 4  # so many different words of a field of talk make an article one of it
_PREDICATES = frozenset({"attr", "oprd", "acomp"})
_PAST = frozenset({"was", "were", "had"})
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that fits: an entity, what it is related to (an entity, a country not yet told of, or words) and the words that say so."""

    pattern: Pattern
    subject: int
    object: Place | str
    words: tuple[Span, ...]


class Finder:
    """The patterns of the ontology laid over one article."""

    def __init__(self, lookup: Lookup, ontology: Ontology) -> None:
        self.lookup = lookup
        self.reading = lookup.reading
        self.ontology = ontology
        self.patterns = patterns(ontology)
        self.reach = Reach(lookup, ontology)
        self.origins = Origins(lookup, ontology)
        self._known_fields: frozenset[str] | None = None

    def by_words(self, doc: Doc) -> Iterator[Found]:
        """What the words of patterns tell."""
        for token in doc:
            pos = _POS.get(token.pos_)
            if pos is None:
                continue
            seen = set()
            for word in matches(token, self.patterns.words[pos]):
                if word.owner not in seen:
                    seen.add(word.owner)
                    for pattern in self.patterns.by_iri[word.owner]:
                        yield from self._at(token, pattern, len(word.lemmas))

    def bare(self, doc: Doc) -> Iterator[Found]:
        """What a mention itself tells of its entity by what stands beside it."""
        for index, mention in enumerate(self.reading.mentions):
            owner = self.lookup.owners.get(index)
            if owner is not None and mention.form in (Form.NAME, Form.NOMINAL):
                head = doc[mention.head]
                for pattern in self.patterns.bare[self.reading.entities[owner].kind]:
                    yield from self._at(head, pattern)

    def _at(self, token: Token, pattern: Pattern, length: int = 1) -> Iterator[Found]:
        if pattern.begins and not self.reach.has(token, pattern.begins):
            return
        subject = next(self._fitting(token, pattern.subject, pattern.subject_kinds, pattern.subject_forms), None)
        if subject is None:
            return
        owner = self.lookup.entity_at(subject.i, subject.idx)
        assert owner is not None
        objects = list(self._objects(token, owner, pattern, length))
        if objects and self._is_told(token, pattern):
            for target, word in objects:
                yield Found(pattern, owner, target, _spans(token, subject, word))

    def _fitting(self, token: Token, ways: tuple[Steps, ...], kinds: frozenset[str], forms: frozenset[str]) -> Iterator[Token]:
        """The words that ways lead to and that stand for an entity of the right classes."""
        for way in ways:
            for other in self.reach.along(token, way):
                entity = self.lookup.entity_at(other.i, other.idx)
                if entity is not None and self.reading.entities[entity].kind in kinds and (not forms or forms & self._forms(entity)):
                    yield other

    def _objects(self, token: Token, owner: int, pattern: Pattern, length: int) -> Iterator[tuple[Place | str, Token]]:
        if pattern.literal and not pattern.object:
            yield pattern.value or _words(token, length), token
        if pattern.special:
            places = self.origins.of(token, owner, pattern.special)
            yield from ((place, token) for place in places if self._kind(place) in pattern.object_kinds)
        for other in self._fitting(token, pattern.object, pattern.object_kinds, pattern.object_forms):
            entity = self.lookup.entity_at(other.i, other.idx)
            if entity is not None and entity != owner and not _is_hedged(other):
                yield (pattern.value or self._said(other)) if pattern.literal else entity, other

    def _kind(self, place: Place) -> str:
        return self.reading.entities[place].kind if isinstance(place, int) else place.kind

    def _fields(self, doc: Doc) -> frozenset[str]:
        """The fields of talk that the article is of."""
        if self._known_fields is None:
            words = {lemma(token) for token in doc}
            self._known_fields = frozenset(one.iri for one in self.ontology.domains if len(words & one.words) >= _DOMAIN_WORDS)
        return self._known_fields

    def _is_told(self, token: Token, pattern: Pattern) -> bool:
        """Whether the text tells as a fact what the pattern says: not denied, not planned, not of the past only."""
        if pattern.outside and pattern.outside & self._fields(token.doc):
            return False
        around = modifiers(token)
        if around & pattern.unless or pattern.when and not around & pattern.when:
            return False
        if pattern.present and (token.tag_ == "VBD" or any(child.lower_ in _PAST for child in token.children)):
            return False
        top = token
        while top.dep_ == "conj" and top.head != top:
            top = top.head
        if not is_verbal(token) and top.dep_ not in _PREDICATES:
            return True  # what a phrase takes for granted holds whatever its clause says
        return judge(token, self.ontology).realis in _TOLD and not self._is_hearsay(token)

    def _is_hearsay(self, token: Token) -> bool:
        """Whether a clause is the content of a verb that vouches for nothing: "a man claiming to be a member"."""
        node = token
        while node.dep_ in _CONTENT and node.head != node:
            node = node.head
            if node.lemma_ in self.patterns.hearsay:
                return True
        return False

    def _forms(self, entity: int) -> set[str]:
        return {self.reading.mentions[mention].form for mention in self.reading.entities[entity].mentions}

    def _said(self, token: Token) -> str:
        mention = self.lookup.mention_at(token.i)
        return token.text if mention is None else self.reading.words_of(mention)


def _words(token: Token, length: int) -> str:
    """The last words up to a token, hyphens not counted: "far-right"."""
    first = token
    while length > 1 and first.i > 0:
        first = first.nbor(-1)
        length -= first.text != "-"
    return str(token.doc[first.i:token.i + 1].text)


def _is_hedged(word: Token) -> bool:
    """Whether an adverb stands before the word's preposition: "possibly as a guard"."""
    return word.dep_ == "pobj" and any(child.dep_ == "advmod" and child.i < word.head.i for child in word.head.children)


def _spans(*tokens: Token) -> tuple[Span, ...]:
    return tuple(sorted({(token.idx, token.idx + len(token)) for token in tokens}))
