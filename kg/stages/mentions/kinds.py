"""What names name: what the words beside them tell, their last word, and all that the article says of the same name."""

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from kg.language.gazetteer import gazetteer
from kg.language.lexicon import Lexicon
from kg.ontology import Ontology
from kg.stages.mentions.beside import Beside
from kg.terms import KG

__all__ = ["Kinds"]

_GREAT = 1_000_000


class Kinds:
    """Tells the classes of the names of one article."""

    def __init__(self, doc: Doc, dateline: str, ontology: Ontology, words: Lexicon) -> None:
        self.doc, self.ontology, self.words = doc, ontology, words
        self._dateline = dateline.partition(",")[0].casefold()
        self.beside = Beside(doc, ontology, words, self.is_surname)
        self._surnames: set[str] = set()

    def by_spelling(self, guesses: Iterable[tuple[str, str]]) -> dict[str, str]:
        """The class most often guessed for each name."""
        votes: dict[str, Counter[str]] = {}
        for text, kind in guesses:
            votes.setdefault(text, Counter())[kind] += 1
        found = {text: _majority(counts) for text, counts in votes.items()}
        full = [text.lower().split() for text, kind in found.items() if kind == KG.Person and " " in text and not self._has_tail(text)]
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
        beside = {**self._told_beside(guesses), **self._by_part(guesses)}
        return [self._agreed(span, beside.get(span.text) or self.beside.by_tail(span) or kinds[span.text]) for span, _ in guesses]

    def _by_last_word(self, guesses: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """The guesses, where a longer name that ends in what is elsewhere a person is one too, if no place is so called."""
        people = {text for text, kind in guesses if kind == KG.Person and " " not in text}
        likely = {text for text, kind in guesses if kind in (KG.Place, KG.Group) and " " in text and text.split()[-1] in people}
        people = {text for text in likely if not gazetteer().lookup(text) and text.split()[-1].lower() not in self.words.tails}
        return [(text, KG.Person if text in people else kind) for text, kind in guesses]

    def _has_tail(self, text: str) -> bool:
        return self.words.tails.get(text.split()[-1].lower()) == KG.Group

    def _by_part(self, guesses: Sequence[tuple[Span, str]]) -> dict[str, str]:
        """The names of one word that are the telling word of a group's longer name, or its first: "the Tiwala", "United", "Orica"."""
        longer = [span for span, kind in guesses if len(span) > 1 and (self.beside.by_tail(span) or kind) == KG.Group]
        first = {span[0].text: span.start for span in reversed(longer)}
        single = [span for span, _ in guesses if len(span) == 1]
        found = {span.text for span in single if span.text in {long[-1].text for long in longer if self._has_tail(long.text)}}
        for span in single:
            begins = span.text in first and (self._has_article(span) or first[span.text] < span.start and not gazetteer().lookup(span.text))
            if begins:
                found.add(span.text)
        beside_in = {span.text for span in single if span.start and span[0].nbor(-1).lower_ in self.words.locatives}
        return dict.fromkeys(found - beside_in, KG.Group)

    @staticmethod
    def _has_article(span: Span) -> bool:
        return span.start > 0 and span[0].nbor(-1).lower_ == "the"

    def _agreed(self, span: Span, kind: str) -> str:
        if self._dateline and span.text.casefold() == self._dateline and not self.ontology.is_a(kind, KG.Place):
            return KG.Place
        if len(span) == 1 and kind == KG.Person and self._has_article(span) and self._has_tail(span.text):
            return KG.Group  # "the Jamaat"
        unsure = kind == KG.Group or kind == KG.Place and not gazetteer().lookup(span.text)
        if unsure and not self.beside.by_tail(span) and (self.beside.is_addressed(span) or self.beside.has_age(span)):
            return KG.Person  # and not "the Father Ramiro Front"
        return KG.Person if span.text.lower() in self._surnames else kind

    def _told_beside(self, guesses: Sequence[tuple[Span, str]]) -> dict[str, str]:
        """The classes that nouns in apposition, appellatives and prepositions of place give to names, by spelling."""
        votes: dict[str, Counter[str]] = {}
        for span, kind in guesses:
            told = self.beside.told(span, kind)
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
        if self.is_surname(last):
            return KG.Person
        told = self.beside.by_tail(run) or self.beside.of_run(run)
        if told is None and run.text.isupper() and 1 < len(run.text) < 6 and run.text in {_initials(text) for text in seen}:
            return KG.Group
        return KG.Place if told is None and _is_great_city(run.text) else told


def _is_great_city(name: str) -> bool:
    """Whether a name alone is, by its usual spelling, that of a city of a million or more."""
    return any(place.main and place.name == name and place.population >= _GREAT for place in gazetteer().lookup(name))


def _majority(counts: Counter[str]) -> str:
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.replace("-", " ").split() if word[0].isupper())

