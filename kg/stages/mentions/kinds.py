"""What names name: nouns and prepositions beside them, their last word, and all that the article says of the same name."""

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from kg.language.gazetteer import gazetteer
from kg.language.lexicon import Lexicon
from kg.language.nouns import is_title, noun_kind
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Kinds"]

_ACTORS = (KG.Person, KG.Group)
_MAYBE_PLACES = (KG.Person, KG.Group, KG.Facility, KG.Artifact, KG.Place)


class Kinds:
    """Tells the classes of the names of one article."""

    def __init__(self, doc: Doc, ontology: Ontology, words: Lexicon) -> None:
        self.doc, self.ontology, self.words = doc, ontology, words
        self._surnames: set[str] = set()

    def by_spelling(self, guesses: Iterable[tuple[str, str]]) -> dict[str, str]:
        """The class most often guessed for each name."""
        votes: dict[str, Counter[str]] = {}
        for text, kind in guesses:
            votes.setdefault(text, Counter())[kind] += 1
        found = {text: _majority(counts) for text, counts in votes.items()}
        full = [text.lower().split() for text, kind in found.items() if kind == KG.Person and " " in text]
        self._surnames = {" ".join(parts[start:]) for parts in full for start in range(1, len(parts))}
        parted = [name.partition("-") for name in self._surnames]
        self._surnames |= {rest for first, _, rest in parted if rest and first in self.words.particles}  # "Jabri" for "al-Jabri"
        return found

    def is_surname(self, token: Token) -> bool:
        """Whether someone named in full bears a word as a surname."""
        return token.lower_ in self._surnames

    def agreed(self, guesses: Sequence[tuple[Span, str]]) -> list[str]:
        """The class of each guessed name for which the whole article speaks."""
        kinds = self.by_spelling(self._by_last_word([(span.text, kind) for span, kind in guesses]))
        beside = self._told_beside(guesses)
        return [self._agreed(span, beside.get(span.text) or self._by_tail(span) or kinds[span.text]) for span, _ in guesses]

    def _by_last_word(self, guesses: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """The guesses, where a longer name that ends in what is elsewhere a person is one too, if no place is so called."""
        people = {text for text, kind in guesses if kind == KG.Person and " " not in text}
        likely = {text for text, kind in guesses if kind in (KG.Place, KG.Group) and " " in text and text.split()[-1] in people}
        people = {text for text in likely if not gazetteer().lookup(text) and text.split()[-1].lower() not in self.words.tails}
        return [(text, KG.Person if text in people else kind) for text, kind in guesses]

    def _agreed(self, span: Span, kind: str) -> str:
        return KG.Person if span.text.lower() in self._surnames or kind == KG.Group and self._is_addressed(span) else kind

    def _told_beside(self, guesses: Sequence[tuple[Span, str]]) -> dict[str, str]:
        """The classes that nouns in apposition, appellatives and prepositions of place give to names, by spelling."""
        votes: dict[str, Counter[str]] = {}
        for span, kind in guesses:
            told = self._place_by_noun(span) or self._by_apposition(span, kind) or self._place_by_preposition(span, kind)
            if told is not None:
                votes.setdefault(span.text, Counter())[told] += 1
        return {text: self._deepest(counts) for text, counts in votes.items()}

    def _deepest(self, counts: Counter[str]) -> str:
        """The class with most votes; among places, "city" says more than "place"."""
        top = _majority(counts)
        below = [kind for kind in counts if self.ontology.is_a(kind, top)]
        return max(below, key=lambda kind: (self.ontology.depth(kind), counts[kind], kind))

    def of_run(self, run: Span, seen: dict[str, str]) -> str | None:
        """The class of capitalised words that spaCy took for no name; None where nothing tells it. `seen` are the names found."""
        last = run[-1]
        if run.text in seen:
            return seen[run.text]
        if last.tag_ == "NNPS" and len(run) == 1:
            return None
        if self.is_surname(last):
            return KG.Person
        told = self._by_tail(run) or self._place_by_noun(run) or self._by_noun(run) or self._by_apposition(run, "")
        if told is None and run.text.isupper() and 1 < len(run.text) < 6 and run.text in {_initials(text) for text in seen}:
            return KG.Group
        return told

    def _by_tail(self, span: Span) -> str | None:
        return self.words.tails.get(span[-1].lower_) if len(span) > 1 and not span[-1].text.islower() else None

    def _by_noun(self, run: Span) -> str | None:
        """The class that a common noun before a name gives it ("oil company Petrosur", "mayor Hrivnak"), or an appellative after it."""
        doc, ontology = self.doc, self.ontology
        after = doc[run.end] if run.end < len(doc) else None
        if after is not None and after.tag_ == "NN" and run.root.head == after and after.lower_ in self.words.appellatives:
            return self.words.appellatives[after.lower_]
        before = doc[run.start - 1] if run.start > 0 else None
        if before is None or before.tag_ not in ("NN", "NNP") or not before.whitespace_:
            return None
        kind = noun_kind(before, ontology)
        return next((top for top in _ACTORS if kind is not None and ontology.is_a(kind, top)), None)

    def _is_addressed(self, span: Span) -> bool:
        """Whether a title stands right before a name, and the name modifies nothing."""
        before = self.doc[span.start - 1] if span.start else None
        if before is None or before.dep_ != "compound" or span.root.dep_ == "compound":
            return False
        return is_title(before, self.ontology, self.words)

    def _place_by_noun(self, span: Span) -> str | None:
        """The class that a noun beside a place's name gives it: "the village of X", "X province"."""
        doc, noun = self.doc, None
        root = span.root
        if root.head.i == span.end and root.head.pos_ == "NOUN" and root.dep_ in ("compound", "nmod", "amod"):
            noun = root.head
        elif span.start > 1 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].pos_ == "NOUN":
            noun = doc[span.start - 2]
        if noun is None or noun.tag_ == "NNS":
            return None
        kind = self.words.appellatives.get(noun.lower_)
        return kind if kind is not None and kind != KG.Facility and self.ontology.is_a(kind, KG.Place) else None

    def _by_apposition(self, span: Span, kind: str) -> str | None:
        """The class of a common noun in apposition, where it is another than was guessed: "Lashkar-e-Noor, a sectarian group"."""
        root = span.root
        if kind == KG.Group and not self._by_tail(span) and any(_has_who(child) for token in span for child in token.children):
            return KG.Person
        around = [child for token in span for child in token.children if child.dep_ == "appos"]
        around += [root.head] if root.dep_ == "appos" else []
        for noun in around:
            told = noun_kind(noun, self.ontology) if noun.tag_ in ("NN", "NNP") and noun.ent_type_ not in ("PERSON", "GPE") else None
            top = next((top for top in _ACTORS if told is not None and self.ontology.is_a(told, top)), None)
            if top is not None and not any(child.dep_ == "conj" for child in noun.children):
                return top if top != kind else None
        return None

    def _place_by_preposition(self, span: Span, kind: str) -> str | None:
        """A place, where "near" or "in" stands right before what was taken for something else, or "from" and the gazetteer knows it."""
        before = self.doc[span.start - 1] if span.start else None
        if before is None or kind not in _MAYBE_PLACES or span.root.head != before or span.text.isupper() or self._by_tail(span):
            return None
        if before.lower_ in self.words.locatives or before.lower_ == "at" and self._is_place(before.head):
            return KG.Place
        if kind == KG.Place and before.lower_ in self.words.directions:
            return KG.Place
        known = before.lower_ in self.words.directions and not self.is_surname(span[-1]) and gazetteer().lookup(span.text)
        return KG.Place if known else None

    def _is_place(self, noun: Token) -> bool:
        kind = noun_kind(noun, self.ontology) if noun.pos_ == "NOUN" else None
        return kind is not None and self.ontology.is_a(kind, KG.Place)


def _has_who(clause: Token) -> bool:
    return clause.dep_ == "relcl" and any(child.lower_ == "who" and child.dep_ in ("nsubj", "nsubjpass") for child in clause.children)


def _majority(counts: Counter[str]) -> str:
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.replace("-", " ").split() if word[0].isupper())

