"""Where the proper names of an article stand and what they name: spaCy's guesses, cut, joined and typed alike through the article."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.language.words import lemma
from kg.ontology import KnownName, Ontology
from kg.stages.lexicon import Lexicon
from kg.terms import KG

__all__ = ["Name", "find", "is_title", "noun_kind"]

_KINDS = {
    "PERSON": KG.Person, "ORG": KG.Group, "GPE": KG.Place, "LOC": KG.Place, "FAC": KG.Facility, "PRODUCT": KG.Artifact,
    "WORK_OF_ART": KG.Work, "LAW": KG.Work,
}
_OTHER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "EVENT"})
_LEADING = frozenset({"DT", "PRP$", "IN", "CC", "POS", "WDT", "TO", "RB"})
_PROPER = ("NNP", "NNPS")


class Name(NamedTuple):
    """Tokens [start, end) that name something of class `kind`; `known` where the ontology lists that name."""

    start: int
    end: int
    kind: str
    known: KnownName | None = None


def find(doc: Doc, ontology: Ontology, words: Lexicon) -> list[Name]:
    """All names of a parsed article, in the order of the text, none overlapping another."""
    finder = _Finder(doc, ontology, words)
    finder.known_names()
    finder.entities()
    finder.runs()
    return finder.typed()


def noun_kind(token: Token, ontology: Ontology) -> str | None:
    """The class that a noun, with up to three words before it, denotes according to the ontology."""
    before = [lemma(token)]
    best = ontology.nominals.get(before[0]) or ontology.nominals.get(token.lower_)
    for other in reversed(token.doc[max(token.sent.start, token.i - 3):token.i]):
        if other.text != "-":
            before.insert(0, other.lower_)
            best = ontology.nominals.get(" ".join(before), best)
    return best


def is_title(token: Token, ontology: Ontology, words: Lexicon) -> bool:
    """Whether a word before a name tells what the person is: "Mr", "president", "Commissioner"."""
    if token.lower_ in words.honorifics:
        return True
    kind = noun_kind(token, ontology) if token.pos_ in ("NOUN", "PROPN", "ADJ") else None
    return kind is not None and ontology.is_a(kind, KG.Person) and token.tag_ not in ("NNS", "NNPS")


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


class _Finder:
    """The names found so far: which token belongs to which, and the class that each was given."""

    def __init__(self, doc: Doc, ontology: Ontology, words: Lexicon) -> None:
        self.doc, self.ontology, self.words = doc, ontology, words
        self.names: list[Name] = []
        self.taken: set[int] = set()
        self.shouting = {token.i for sentence in doc.sents if _is_title_case(sentence) for token in sentence}

    def add(self, start: int, end: int, kind: str, known: KnownName | None = None) -> None:
        """Takes the tokens for a name, unless another has one of them."""
        if start < end and not self.taken.intersection(range(start, end)):
            self.names.append(Name(start, end, kind, known))
            self.taken.update(range(start, end))

    # --- names that the ontology lists

    def known_names(self) -> None:
        """Names of the ontology, where they are not part of a longer capitalised name."""
        for token in self.doc:
            if token.i in self.taken or token.text not in self.words.names:
                continue
            for spelling, known in self.words.names[token.text]:
                end = token.i + len(spelling)
                if end <= len(self.doc) and all(self.doc[token.i + n].text == word for n, word in enumerate(spelling)):
                    if not self._is_inside_longer(token.i, end):
                        self.add(token.i, end, known.kind, known)
                    break

    def _is_inside_longer(self, start: int, end: int) -> bool:
        ent_start, ent_end = start, end
        for token in self.doc[start:end]:
            for entity in token.sent.ents if token.ent_type_ in _KINDS or token.ent_type_ == "EVENT" else ():
                if entity.start <= token.i < entity.end:
                    ent_start, ent_end = min(ent_start, entity.start), max(ent_end, entity.end)
        before = [token for token in self.doc[ent_start:start] if _capital(token) and not self._opens(token)]
        after = [token for token in self.doc[end:ent_end] if _capital(token)]
        if before:
            return True
        if not after:
            return False
        return not (ent_end < len(self.doc) and is_title(self.doc[ent_end], self.ontology, self.words)) and not is_title(
            self.doc[ent_end - 1], self.ontology, self.words
        )

    def _opens(self, token: Token) -> bool:
        return token.tag_ in _LEADING or is_title(token, self.ontology, self.words)

    # --- names that spaCy sees

    def entities(self) -> None:
        """spaCy's entities, trimmed and completed."""
        for entity in self.doc.ents:
            kind = _KINDS.get(entity.label_)
            if kind is None and entity.label_ == "NORP" and len(entity) > 1 and entity[-1].tag_ in _PROPER:
                kind = KG.Group
            if kind is not None:
                start, end = self._trimmed(entity.start, entity.end, kind)
                if start < end:
                    start, end = self._completed(start, end)
                    self.add(start, end, kind)

    def _trimmed(self, start: int, end: int, kind: str) -> tuple[int, int]:
        doc = self.doc
        free = [i for i in range(start, end) if i not in self.taken]
        if len(free) < end - start:  # a known name has a part of it: the rest counts where it is a name by itself
            start, end = _longest_run(free)
        for i in range(start, end):
            if doc[i].is_space:
                end = i
                break
        while start < end and self._may_drop_first(doc[start], end - start, kind):
            start += 1
        while end > start and self._may_drop_last(doc[end - 1]):
            end -= 1
        return (start, end) if any(_capital(token) or token.is_digit is False and token.text[-1:].isupper() for token in doc[start:end]) else (start, start)

    def _may_drop_first(self, token: Token, length: int, kind: str) -> bool:
        if token.tag_ in _LEADING and not (kind == KG.Work and _capital(token)) or token.is_punct or token.is_space:
            return not (token.lower_ in self.words.particles and not token.whitespace_)
        if token.text[:1].islower():
            return token.lower_ not in self.words.particles and token.text == token.lower_
        return length > 1 and kind == KG.Person and (is_title(token, self.ontology, self.words) or token.text in self.ontology.demonyms)

    def _may_drop_last(self, token: Token) -> bool:
        return token.tag_ == "POS" or token.is_punct and token.text != "." or token.text in (".", "'s", "’s") or token.text.islower() and token.is_alpha

    def _completed(self, start: int, end: int) -> tuple[int, int]:
        """A name with the capitalised words and the hyphenated parts that belong to it."""
        changed = True
        while changed:
            wider = self._left(start, end), self._right(start, end)
            changed = wider != (start, end)
            start, end = wider
        return start, end

    def _left(self, start: int, end: int) -> int:
        if start == 0:
            return start
        before = self.doc[start - 1]
        if before.text == "-" and start > 1 and not before.whitespace_ and not self.doc[start - 2].whitespace_ and self._joins(self.doc[start - 2]):
            return start - 2
        if before.tag_ in _PROPER and self._joins(before) and start <= before.head.i < end and not self._opens(before) and before.i not in self.shouting:
            return start - 1
        if before.lower_ in self.words.particles and before.tag_ in _PROPER and before.dep_ == "compound" and start <= before.head.i < end:
            return start - 1
        return start

    def _right(self, start: int, end: int) -> int:
        doc = self.doc
        if end >= len(doc):
            return end
        after = doc[end]
        if after.text == "-" and end + 1 < len(doc) and not after.whitespace_ and not doc[end - 1].whitespace_:
            following = doc[end + 1]
            if self._joins(following) or following.lower_ in self.words.particles and end + 2 < len(doc) and doc[end + 2].text == "-":
                return end + 2
        last = doc[end - 1]
        if after.tag_ in _PROPER and self._joins(after) and last.head == after and last.dep_ == "compound" and last.whitespace_ \
                and not self._opens(after) and after.i not in self.shouting:
            return end + 1
        return end

    def _joins(self, token: Token) -> bool:
        return (_capital(token) or token.lower_ in self.words.particles) and token.is_alpha and token.i not in self.taken and (
            not token.ent_type_) and token.text not in self.ontology.demonyms

    # --- names that spaCy missed

    def runs(self) -> None:
        """Capitalised words that nothing has taken, where their class can be told."""
        doc, seen = self.doc, self._spellings()
        i = 0
        while i < len(doc):
            if not self._starts_run(doc[i]):
                i += 1
                continue
            start, end = i, self._completed(i, i + 1)[1]
            while end < len(doc) and doc[end].tag_ in _PROPER and self._joins(doc[end]) and doc[end - 1].whitespace_:
                end += 1
            i = end
            while start < end - 1 and self._opens(doc[start]):
                start += 1
            kind = self._kind_of_run(doc[start:end], seen)
            if kind is not None:
                self.add(start, end, kind)

    def _starts_run(self, token: Token) -> bool:
        return token.tag_ in _PROPER and _capital(token) and token.i not in self.taken and token.ent_type_ not in _OTHER and (
            token.lower_ not in self.words.not_names and token.is_alpha)

    def _spellings(self) -> dict[str, str]:
        votes: dict[str, Counter[str]] = {}
        for name in self.names:
            votes.setdefault(self.doc[name.start:name.end].text, Counter())[name.kind] += 1
        return {text: _majority(counts) for text, counts in votes.items()}

    def _kind_of_run(self, run: Span, seen: dict[str, str]) -> str | None:
        last = run[-1]
        if run.text in seen:
            return seen[run.text]
        if last.tag_ == "NNPS" and len(run) == 1 or self._opens(last) or last.text in self.ontology.demonyms:
            return None
        if len(run) > 1 and last.lower_ in self.words.tails:
            return self.words.tails[last.lower_]
        if run.start > 0 and self._opens(self.doc[run.start - 1]) and self.doc[run.start - 1].pos_ in ("NOUN", "PROPN"):
            return KG.Person
        for text, kind in seen.items():
            if kind == KG.Person and text.endswith(" " + run.text):
                return kind
        if run.text.isupper() and 1 < len(run.text) < 6:
            return KG.Group if run.text in {_initials(text) for text in seen} else None
        return None

    # --- one class for one name

    def typed(self) -> list[Name]:
        """The names in order, each with the class that the whole article speaks for."""
        kinds = self._spellings()
        surnames = {text.split()[-1] for text, kind in kinds.items() if kind == KG.Person and " " in text}
        return [self._typed(name, kinds, surnames) for name in sorted(self.names)]

    def _typed(self, name: Name, kinds: dict[str, str], surnames: set[str]) -> Name:
        if name.known is not None:
            return name
        span = self.doc[name.start:name.end]
        kind = self._place_by_noun(span) or self._kind_by_tail(span) or kinds[span.text]
        if kind == KG.Group and self._is_addressed(span) or span.text in surnames and not self.ontology.is_a(kind, KG.Artifact):
            kind = KG.Person
        return name._replace(kind=kind)

    def _kind_by_tail(self, span: Span) -> str | None:
        return self.words.tails.get(span[-1].lower_) if len(span) > 1 and span[-1].text.lower() != span[-1].text else None

    def _is_addressed(self, span: Span) -> bool:
        return span.start > 0 and span.start - 1 not in self.taken and is_title(self.doc[span.start - 1], self.ontology, self.words) and (
            self.doc[span.start - 1].dep_ == "compound" and span.end < len(self.doc) and self.doc[span.end].dep_ != "compound")

    def _place_by_noun(self, span: Span) -> str | None:
        """The class that a noun beside a place's name gives it: "the village of X", "X province"."""
        words, doc = self.words, self.doc
        noun = None
        if span.end < len(doc) and doc[span.end].pos_ == "NOUN" and span.root.head == doc[span.end] and span.root.dep_ in ("compound", "nmod", "amod"):
            noun = doc[span.end]
        elif span.start > 1 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].pos_ == "NOUN":
            noun = doc[span.start - 2]
        if noun is None or noun.tag_ == "NNS":
            return None
        kind = words.appellatives.get(noun.lower_)
        return kind if kind is not None and kind != KG.Facility and self.ontology.is_a(kind, KG.Place) else None


def _majority(counts: Counter[str]) -> str:
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.replace("-", " ").split() if word[0].isupper())


def _longest_run(indices: list[int]) -> tuple[int, int]:
    best = (0, 0)
    start = 0
    for n in range(1, len(indices) + 1):
        if n == len(indices) or indices[n] != indices[n - 1] + 1:
            if indices and n - start > best[1] - best[0]:
                best = (indices[start], indices[n - 1] + 1)
            start = n
    return best


def _is_title_case(sentence: Span) -> bool:
    """Whether capitals tell nothing in a sentence: a headline in title case, or text in capitals."""
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    return len(words) > 3 and sum(map(_capital, words)) > 0.7 * len(words)


def iter_sentences(doc: Doc) -> Iterator[Span]:
    """Sentences that hold more than blanks."""
    return (sentence for sentence in doc.sents if not sentence.text.isspace())
