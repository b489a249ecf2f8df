"""Where the proper names of an article stand and what they name: spaCy's guesses, cut, joined and typed alike through the article."""

from collections import Counter
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.language.words import lemma
from kg.ontology import KnownName, Ontology
from kg.stages.lexicon import Lexicon
from kg.terms import KG

__all__ = ["Name", "find", "is_title", "noun_kind", "singular"]

_KINDS = {
    "PERSON": KG.Person, "ORG": KG.Group, "GPE": KG.Place, "LOC": KG.Place, "FAC": KG.Facility, "PRODUCT": KG.Artifact,
    "WORK_OF_ART": KG.Work, "LAW": KG.Work,
}
_NAMING = frozenset({*_KINDS, "EVENT"})
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
    nominals, words, i = ontology.nominals, singular(token), token.i
    best = nominals.get(words) or nominals.get(token.lower_)
    while i > max(0, token.i - 3) and not token.doc[i].is_sent_start:
        i -= 1
        if token.doc[i].text != "-":
            words = f"{token.doc[i].lower_} {words}"
            best = nominals.get(words, best)
    return best


def singular(token: Token) -> str:
    """A noun's lemma; also where a capital misled the tagger to take it for a name ("Gunmen", "Cities")."""
    word = lemma(token)
    if token.tag_ not in _PROPER or word != token.lower_:
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if token.tag_ == "NNPS" or token.is_sent_start:
        return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return word


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
        self.entity_of = {i: entity for entity in doc.ents for i in range(entity.start, entity.end)}
        self.blocks = {token.i + 1 for token in doc if token.is_space}
        self.shouting = {token.i for sentence in doc.sents if _is_title_case(sentence) for token in sentence}

    def add(self, start: int, end: int, kind: str, known: KnownName | None = None) -> None:
        """Takes the tokens for a name, unless another has one of them."""
        if start < end and not self.taken.intersection(range(start, end)):
            self.names.append(Name(start, end, kind, known))
            self.taken.update(range(start, end))

    # --- names that the ontology lists

    def known_names(self) -> None:
        """Names of the ontology, where they are not part of a longer capitalised name."""
        known_first = self.words.names
        for token in [token for token in self.doc if token.text in known_first]:
            if token.i in self.taken:
                continue
            for spelling, known in self.words.names[token.text]:
                end = token.i + len(spelling)
                if end <= len(self.doc) and all(self.doc[token.i + n].text == word for n, word in enumerate(spelling)):
                    if not self._is_inside_longer(token.i, end):
                        self.add(token.i, end, known.kind, known)
                    break

    def _is_inside_longer(self, start: int, end: int) -> bool:
        around = [entity for i in range(start, end) if (entity := self.entity_of.get(i)) and entity.label_ in _NAMING]
        if not around:
            return False
        first, last = min(entity.start for entity in around), max(entity.end for entity in around)
        if any(_capital(token) and not self._opens(token) for token in self.doc[first:start]):
            return True
        if not any(_capital(token) for token in self.doc[end:last]):
            return False
        after = self.doc[last:last + 1]
        return not any(is_title(token, self.ontology, self.words) for token in (*after, self.doc[last - 1]))

    def _opens(self, token: Token) -> bool:
        return token.tag_ in _LEADING or is_title(token, self.ontology, self.words)

    # --- names that spaCy sees

    def entities(self) -> None:
        """spaCy's entities, trimmed and completed; what is rather a common noun counts where it is the surname of someone."""
        doubtful: list[int] = []
        for entity in self.doc.ents:
            kind = _KINDS.get(entity.label_)
            if kind is None and entity.label_ == "NORP" and len(entity) > 1 and entity[-1].tag_ in _PROPER:
                kind = KG.Group
            if kind is not None:
                start, end = self._trimmed(entity.start, entity.end, kind)
                if self._is_common(start, end):
                    doubtful.append(start)
                elif start < end:
                    self.add(*self._completed(start, end), kind)
        surnames = {self.doc[name.end - 1].text for name in self.names if name.kind == KG.Person and name.end - name.start > 1}
        for start in doubtful:
            if self.doc[start].text in surnames:
                self.add(start, start + 1, KG.Person)

    def _is_common(self, start: int, end: int) -> bool:
        """Whether a lone word is no name: a common noun that begins a sentence, an adjective, the portfolio of a minister."""
        if end - start != 1:
            return False
        token = self.doc[start]
        after = self.doc[end] if end < len(self.doc) else None
        if after is not None and after.lower_ in self.words.portfolios and after.tag_ in _PROPER and token.text not in self.ontology.names:
            return True
        if token.lower_ in self.words.not_names or token.tag_ == "JJ" and token.ent_type_ != "PERSON" and not token.text.isupper():
            return True
        return token.is_sent_start and (token.tag_ in ("NN", "NNS", "VBG", "RB") or singular(token) in self.ontology.nominals)

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
        return (start, end) if any(_capital(token) or token.text[-1:].isupper() for token in doc[start:end]) else (start, start)

    def _may_drop_first(self, token: Token, length: int, kind: str) -> bool:
        if token.tag_ in _LEADING and not (kind == KG.Work and _capital(token)) or token.is_punct or token.is_space:
            return not self._is_particle(token)
        if token.text[:1].islower():
            return not self._is_particle(token) and token.text == token.lower_
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
        if self._is_particle(before) and before.tag_ in _PROPER and before.dep_ == "compound" and start <= before.head.i < end:
            return start - 1
        return start

    def _right(self, start: int, end: int) -> int:
        doc = self.doc
        if end >= len(doc):
            return end
        after = doc[end]
        if after.text == "-" and end + 1 < len(doc) and not after.whitespace_ and not doc[end - 1].whitespace_:
            following = doc[end + 1]
            if self._joins(following) or self._is_particle(following) and end + 2 < len(doc) and doc[end + 2].text == "-":
                return end + 2
        last = doc[end - 1]
        if after.is_sent_start and last.ent_type_ == "PERSON" and last.whitespace_ and self._joins(after) and after.i not in self.blocks:
            return end + 1  # the parser broke a sentence inside a name
        if after.tag_ not in _PROPER or not self._joins(after) or not last.whitespace_ or self._opens(after) or after.i in self.shouting:
            return end
        if last.head == after and last.dep_ == "compound" and not (end + 1 < len(doc) and self._opens(doc[end + 1]) and doc[end + 1].tag_ in _PROPER):
            return end + 1
        return end

    def _is_particle(self, token: Token) -> bool:
        """Whether a small word belongs to a name; some do only where a hyphen follows ("Lashkar-e-Noor")."""
        particles, word = self.words.particles, token.text
        return word.lower() in particles and word.islower() | (word.lower() == "al") or not token.whitespace_ and word.lower() + "-" in particles

    def _joins(self, token: Token) -> bool:
        if token.i in self.taken or not token.is_alpha or token.text in self.ontology.demonyms:
            return False
        return (_capital(token) or self._is_particle(token)) and (not token.ent_type_ or token.ent_type_ == "NORP")

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

    def _kind_by_noun(self, run: Span) -> str | None:
        """The class that a common noun before a name gives it ("oil company Petrosur", "mayor Hrivnak"), or an appellative after it."""
        doc, ontology = self.doc, self.ontology
        if run.end < len(doc) and doc[run.end].tag_ == "NN" and run.root.head == doc[run.end] and doc[run.end].lower_ in self.words.appellatives:
            return self.words.appellatives[doc[run.end].lower_]
        before = doc[run.start - 1] if run.start > 0 else None
        if before is None or before.tag_ not in ("NN", "NNP") or before.i in self.taken:
            return None
        kind = noun_kind(before, ontology)
        return next((top for top in (KG.Person, KG.Group) if kind is not None and ontology.is_a(kind, top)), None)

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
        beside = self._place_by_noun(run) or self._kind_by_noun(run)
        if beside is not None:
            return beside
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
        beside = self._beside()
        surnames = {text.split()[-1] for text, kind in kinds.items() if kind == KG.Person and " " in text}
        return [self._typed(name, kinds, beside, surnames) for name in sorted(self.names)]

    def _typed(self, name: Name, kinds: dict[str, str], beside: dict[str, str], surnames: set[str]) -> Name:
        if name.known is not None:
            return name
        span = self.doc[name.start:name.end]
        kind = beside.get(span.text) or self._kind_by_tail(span) or kinds[span.text]
        if kind == KG.Group and self._is_addressed(span) or span.text in surnames and not self.ontology.is_a(kind, KG.Artifact):
            kind = KG.Person
        return name._replace(kind=kind)

    def _beside(self) -> dict[str, str]:
        """The classes that nouns in apposition, appellatives and prepositions of place give to names, by the words of the name."""
        votes: dict[str, Counter[str]] = {}
        for name in self.names:
            span = self.doc[name.start:name.end]
            kind = self._place_by_noun(span) or self._kind_by_apposition(span, name.kind) or self._place_by_preposition(span, name.kind)
            if kind is not None and name.known is None:
                votes.setdefault(span.text, Counter())[kind] += 1
        return {text: _majority(counts) for text, counts in votes.items()}

    def _kind_by_apposition(self, span: Span, kind: str) -> str | None:
        """The class of a common noun in apposition, where it is another than was guessed: "Lashkar-e-Noor, a sectarian group"."""
        around = [child for child in span.root.children if child.dep_ == "appos"]
        around += [span.root.head] if span.root.dep_ == "appos" else []
        for noun in around:
            told = noun_kind(noun, self.ontology) if noun.tag_ == "NN" else None
            if told is not None and not any(child.dep_ == "conj" for child in noun.children):
                top = next((top for top in (KG.Person, KG.Group) if self.ontology.is_a(told, top)), None)
                if top is not None:
                    return top if top != kind else None
        return None

    def _place_by_preposition(self, span: Span, kind: str) -> str | None:
        """A place, where "near" or "in" stands right before what was taken for a person, a group or a building."""
        before = self.doc[span.start - 1] if span.start > 0 else None
        if before is None or before.lower_ not in self.words.locatives or span.root.head != before or self._kind_by_tail(span):
            return None
        return KG.Place if kind in (KG.Person, KG.Group, KG.Facility, KG.Artifact) and not span.text.isupper() else None

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
