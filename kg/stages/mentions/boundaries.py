"""Where a name begins and ends: what spaCy took in too much is cut, what it left out is joined."""

from spacy.tokens import Doc, Span, Token

from kg.language.lexicon import Lexicon
from kg.language.nouns import PROPER, ends_office, is_capital, is_title, noun_kind, plural
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Boundaries"]

_LEADING = frozenset({"DT", "PRP$", "IN", "CC", "POS", "WDT", "TO", "RB"})

_SYLLABLE = 5  # letters: "hyun", "young"


class Boundaries:
    """Cuts and joins over one article; `taken` are the tokens that names have already."""

    def __init__(self, doc: Doc, headline_end: int, ontology: Ontology, words: Lexicon) -> None:
        self._headline_end = headline_end
        self.doc, self.ontology, self.words = doc, ontology, words
        self.taken: set[int] = set()
        self._block_starts = {token.i + 1 for token in doc if token.is_space}
        self._title_case = {token.i for sentence in doc.sents if _is_title_case(sentence) for token in sentence}
        self._all_capitals = {i for i in self._title_case if doc[i].text.isupper() and doc[i].nbor(-1 if i else 0).text.isupper()}

    def opens(self, token: Token) -> bool:
        """Whether a word may stand before a name without being part of it: a determiner, a title."""
        return token.tag_ in _LEADING or self._describes(token) or is_title(token, self.ontology, self.words)

    def _describes(self, token: Token) -> bool:
        """Whether a noun only tells what the organisation named behind it is, though it begins a sentence: "Drugmaker Pelvane"."""
        return token.lower_ in self.words.descriptors and (token.text.islower() or bool(token.is_sent_start))

    def is_shouted_word(self, token: Token) -> bool:
        """Whether a small word is in capitals because all is: "IS" and "WHO" are then no groups."""
        return token.is_stop and token.text.isupper() and token.i in self._all_capitals

    def is_common(self, start: int, end: int) -> bool:
        """Whether a lone word is no name: a common noun that begins a sentence, an adjective, the portfolio of a minister."""
        if end - start != 1:
            return False
        token = self.doc[start]
        if ends_office(token, self.ontology):
            return True
        after = self.doc[end] if end < len(self.doc) else None
        if after is not None and after.lower_ in self.words.portfolios and (after.tag_ in PROPER or token.is_sent_start):
            return True
        if token.text in self.ontology.demonyms:
            return True
        if token.lower_ in self.words.not_names or token.tag_ == "JJ" and token.ent_type_ != "PERSON" and not token.text.isupper():
            return True
        if not token.is_sent_start:
            return False
        kind = noun_kind(token, self.ontology)
        if token.tag_ == "NNP" and token.idx >= self._headline_end and kind is not None and not plural(token):
            return self.ontology.is_a(kind, KG.Group) or after is not None and after.tag_ in PROPER  # a lone "Shell said" has no article
        return token.tag_ in ("NN", "NNS", "NNPS", "VBG", "RB") or kind is not None

    def past_portfolio(self, start: int, end: int) -> int:
        """Where a name begins behind an office in capitals: "Disaster Minister Petrauskaite"."""
        return max([start, *(i + 1 for i in range(start, end - 1) if self.doc[i].lower_ in self.words.portfolios)])

    def trimmed(self, start: int, end: int, kind: str) -> tuple[int, int]:
        """The tokens of a guessed name that are name; an empty span where none is."""
        doc = self.doc
        free = [i for i in range(start, end) if i not in self.taken and not doc[i].is_space]
        if len(free) < end - start:  # a known name has a part of it, or a block ends in it
            start, end = _longest_run(free)
        start = self.past_portfolio(start, end) if kind == KG.Person else start
        while start < end and self._may_drop_first(doc[start], end - start, kind):
            start += 1
        while end > start and _may_drop_last(doc[end - 1]):
            end -= 1
        has_capital = any(is_capital(token) or token.text[-1:].isupper() for token in doc[start:end])
        return (start, end) if has_capital else (start, start)

    def _may_drop_first(self, token: Token, length: int, kind: str) -> bool:
        if token.tag_ in _LEADING and not (kind == KG.Work and is_capital(token)) or token.is_punct:
            return not self._is_particle(token)
        if token.text[:1].islower():
            return not self._is_particle(token) and token.text == token.lower_
        if length > 1 and self._describes(token):
            return True
        return length > 1 and kind == KG.Person and (is_title(token, self.ontology, self.words) or self._is_national(token))

    def _is_national(self, token: Token) -> bool:
        """Whether a word is the adjective of a country, or one of its people: "the Turk Murat Bey"."""
        return token.text in self.ontology.demonyms or token.text in self.ontology.people_names

    def completed(self, start: int, end: int) -> tuple[int, int]:
        """A name with the capitalised words and the hyphenated parts that belong to it."""
        while True:
            wider = self._left(start, end), self._right(end)
            if wider == (start, end):
                return wider
            start, end = wider

    def _left(self, start: int, end: int) -> int:
        if start == 0:
            return start
        before = self.doc[start - 1]
        if before.text == "-" and start > 1 and not before.whitespace_:
            other = self.doc[start - 2]
            return start - 2 if not other.whitespace_ and self.joins(other) else start
        if before.tag_ not in PROPER or not start <= before.head.i < end:
            return start
        if self.joins(before) and not self.opens(before) and before.i not in self._title_case or self._is_given_name(before):
            return start - 1
        return start - 1 if self._is_particle(before) and before.dep_ == "compound" else start

    def _right(self, end: int) -> int:
        doc = self.doc
        if end >= len(doc):
            return end
        last, after = doc[end - 1], doc[end]
        if after.text == "-" and end + 1 < len(doc) and not after.whitespace_ and not last.whitespace_:
            following = doc[end + 1]
            if last.ent_type_ == "PERSON" and following.text.islower() and _is_syllable(following) and end > 1 and is_capital(doc[end - 2]):
                return end + 2  # "Park Geun-hye"
            within = self._is_particle(following) and doc[end + 2:end + 3].text == "-"
            return end + 2 if self.joins(following) or within else end
        if not last.whitespace_ or end in self._block_starts:
            return end
        if last.ent_type_ == "PERSON" and (whole := self._past_particles(end)) > end:
            return whole
        if last.ent_type_ == "PERSON" and after.ent_type_ == "DATE" and last.dep_ == "compound" and last.head == after:
            return end + 1  # "Theresa May"
        if not self.joins(after):
            return end
        if after.is_sent_start and last.ent_type_ == "PERSON":
            return end + 1  # the parser broke a sentence inside a name
        if after.tag_ not in PROPER or last.head != after or last.dep_ != "compound" or self.opens(after) or end in self._title_case:
            return end
        before_title = end + 1 < len(doc) and doc[end + 1].tag_ in PROPER and self.opens(doc[end + 1])
        return end if before_title else end + 1

    def _past_particles(self, start: int) -> int:
        """The end of "ag Intalla" or "de la Cruz" behind a first name; `start` itself where no small words and a name stand there."""
        end = start
        while end < len(self.doc) and self.doc[end].text.islower() and self._is_particle(self.doc[end]) and self.doc[end].tag_ != "CD":
            end += 1
        stands = start < end < len(self.doc) and is_capital(self.doc[end]) and self.doc[end].tag_ in PROPER and end not in self.taken
        return end + 1 if stands else start

    def joins(self, token: Token) -> bool:
        """Whether a word may be part of a name beside it."""
        if token.i in self.taken or not token.is_alpha or self._is_national(token) or token.lower_ in self.words.not_names:
            return False
        return (is_capital(token) or self._is_particle(token)) and (not token.ent_type_ or token.ent_type_ == "NORP")

    def _is_given_name(self, token: Token) -> bool:
        """Whether a word that also names a faith is a first name here: "Christian Wolff"."""
        known = self.ontology.demonyms.get(token.text)
        return known is not None and known.kind == KG.People and token.tag_ == "NNP" and token.dep_ == "compound"

    def _is_particle(self, token: Token) -> bool:
        """Whether a small word belongs to a name; some do only where a hyphen follows ("Lashkar-e-Noor")."""
        particles, word = self.words.particles, token.lower_
        return word in particles and (token.text.islower() or word == "al") or not token.whitespace_ and f"{word}-" in particles


def _is_syllable(token: Token) -> bool:
    """Whether a word may be the second half of a Korean's or Chinese's first name."""
    return token.is_alpha and len(token) <= _SYLLABLE and token.tag_ in PROPER


def _may_drop_last(token: Token) -> bool:
    return token.tag_ == "POS" or token.is_punct or token.text.islower() and token.is_alpha


def _longest_run(indices: list[int]) -> tuple[int, int]:
    """The longest stretch of consecutive numbers, as start and end."""
    best = (0, 0)
    start = 0
    for n in range(1, len(indices) + 1):
        if n == len(indices) or indices[n] != indices[n - 1] + 1:
            if n - start > best[1] - best[0]:
                best = (indices[start], indices[n - 1] + 1)
            start = n
    return best


def _is_title_case(sentence: Span) -> bool:
    """Whether capitals tell nothing in a sentence: a headline in title case, or text in capitals."""
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    return len(words) > 3 and sum(map(is_capital, words)) > 0.7 * len(words)
