"""What the words beside a name tell of what it names: appositions, nouns before and behind it, prepositions, what its bearer does."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from kg.language.gazetteer import gazetteer
from kg.language.lexicon import Lexicon
from kg.language.nouns import is_title, noun_kind, singular
from kg.language.spans import sentence_start
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Beside"]

_TOLD = (KG.Person, KG.Group, KG.Vehicle)
_MAYBE_PLACES = (KG.Person, KG.Group, KG.Facility, KG.Artifact, KG.Place)
_MAYBE_CARRIERS = (KG.Person, KG.Place, KG.Facility, KG.Artifact, KG.Work)
_SUBJECT = ("nsubj", "nsubjpass")
_NAMED_ENTITIES = ("PERSON", "GPE")


class Beside:
    """The words beside the names of one article; `is_surname` tells whether someone named in full bears a word."""

    def __init__(self, doc: Doc, ontology: Ontology, words: Lexicon, is_surname: Callable[[Token], bool]) -> None:
        self.doc, self.ontology, self.words, self._is_surname = doc, ontology, words, is_surname

    def told(self, span: Span, kind: str) -> str | None:
        """The class that the words beside a name, guessed to be of a class, give it."""
        return (
            self.place_by_noun(span) or self.by_apposition(span, kind) or self._by_noun_before(span, kind)
            or self._carrier(span, kind) or self._holder(span, kind) or self._place_by_preposition(span, kind) or self._besieged(span, kind)
        )

    def of_run(self, run: Span) -> str | None:
        """The class of capitalised words that spaCy took for no name, by what stands beside them."""
        return self.place_by_noun(run) or self._by_noun(run) or self.by_apposition(run, "") or self._place_by_position(run)

    def by_tail(self, span: Span) -> str | None:
        """The class that the last word of a name tells: "Petrosur Inc"."""
        return self.words.tails.get(span[-1].lower_) if len(span) > 1 and not span[-1].text.islower() else None

    def is_addressed(self, span: Span) -> bool:
        """Whether a title stands right before a name, and the name modifies nothing."""
        before = self._before(span)
        if before is None or before.dep_ != "compound" or span.root.dep_ == "compound" or self._leaves_open(before):
            return False
        return is_title(before, self.ontology, self.words)

    @staticmethod
    def has_age(span: Span) -> bool:
        """Whether a name of several words is that of somebody whose age stands before it: "23-year-old Hatin Berg"."""
        old = next((child for token in span for child in token.children if child.lower_ == "old" and child.dep_ == "amod"), None)
        years = span.doc[max(0, old.i - 4)].text if old is not None else ""
        return len(span) > 1 and years.isdigit() and len(years) < 3

    def is_animal(self, span: Span) -> bool:
        """Whether a name is that of an animal: "Tyke, an elephant", "the elephant Tyke"."""
        around = [*self._apposed(span), *self._ahead(span)]
        if span.root.dep_ == "oprd" and span.root.head.dep_ == "acl":  # "a whale called Tano"
            around.append(span.root.head.head)
        nouns = [noun for noun in around if noun.pos_ != "VERB" and not noun.ent_type_]  # and not "born", which is of "bear"
        return any(singular(noun) in self.ontology.animals for noun in nouns)

    def place_by_noun(self, span: Span) -> str | None:
        """The class that a noun beside a place's name gives it: "the village of X", "X province"."""
        doc, noun = self.doc, None
        root = span.root
        if root.head.i == span.end and root.head.pos_ == "NOUN" and root.dep_ in ("compound", "nmod", "amod"):
            noun = root.head
        elif span.start > 1 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].pos_ == "NOUN":
            noun = doc[span.start - 2] if doc[span.start - 2].lower_ not in self.words.parts else None
        if noun is None or noun.tag_ == "NNS":
            return None
        kind = self.words.appellatives.get(noun.lower_)
        return kind if kind is not None and kind != KG.Facility and self.ontology.is_a(kind, KG.Place) else None

    def by_apposition(self, span: Span, kind: str) -> str | None:
        """The class of a common noun in apposition, where it is another than was guessed: "Lashkar-e-Noor, a sectarian group"."""
        if kind == KG.Group and not self.by_tail(span) and any(_has_who(child) for token in span for child in token.children):
            return KG.Person
        for noun in self._apposed(span):
            if any(child.dep_ == "conj" for child in noun.children):
                continue
            told = noun_kind(noun, self.ontology) if noun.tag_ in ("NN", "NNP") and noun.ent_type_ not in _NAMED_ENTITIES else None
            top = next((top for top in _TOLD if told is not None and self.ontology.is_a(told, top)), None)
            if top == KG.Person and self._leaves_open(noun):
                top = KG.Group if self._is_its(noun) and len(span) == 1 and not self._is_surname(span[-1]) else None
            elif top is None and (not kind or kind in _MAYBE_PLACES):
                top = self._apposed_one(noun) if noun.lower_ == "one" else told if told is not None and self._is_place(noun) else None
            if top is not None:
                return top if top != kind else None
        return None

    def _apposed_one(self, one: Token) -> str | None:
        """The class that "one of the last towns" or "one of the guards" in apposition gives a name."""
        nouns = [target for child in one.children if child.lower_ == "of" for target in child.children if target.dep_ == "pobj"]
        told = noun_kind(nouns[0], self.ontology) if nouns and nouns[0].pos_ == "NOUN" else None
        fits = told is not None and (self.ontology.is_a(told, KG.Person) or self.ontology.is_a(told, KG.Place))
        return told if fits else None

    def _by_noun_before(self, span: Span, kind: str) -> str | None:
        """The class told by the noun right before a name: "the ferry Maria Clara", "the weekly Morgenposten"."""
        for noun in self._ahead(span):
            told = self.words.appellatives.get(singular(noun))
            if noun.text[:1].isupper() and not noun.is_sent_start:
                continue
            if told == KG.Vehicle and kind in _MAYBE_CARRIERS or told == KG.Group and kind != KG.Place:
                return told
            if singular(noun) in self.words.descriptors and kind != KG.Place:
                single = len(span) == 1 and not self._is_surname(span[-1])
                sure = noun_kind(noun, self.ontology) == KG.Group or self._is_its(noun) or self._is_its(span.root)
                return KG.Group if sure and (kind != KG.Person or single) else None
        return None

    def _carrier(self, span: Span, kind: str) -> str | None:
        """A vehicle, where "the" stands before a name and its bearer capsized or sank, or a ship stands before both."""
        before, root = self._before(span), span.root
        flagged = any(child.lower_ == "flagged" for token in span for child in token.children)  # "the Cyprus-flagged Maria Clara"
        if (flagged or self._is_set_off(span)) and kind in _MAYBE_CARRIERS:
            return KG.Vehicle
        sails = root.dep_ in _SUBJECT and root.head.lemma_ in self.words.carrier_verbs
        return KG.Vehicle if sails and before is not None and before.lower_ == "the" and kind in _MAYBE_CARRIERS else None

    def _is_set_off(self, span: Span) -> bool:
        """Whether a vehicle, a comma and "the" stand before a name: "another ferry, the Maria Clara"."""
        if span.start < 3 or self.doc[span.start - 1].lower_ != "the" or self.doc[span.start - 2].text != ",":
            return False
        return self.words.appellatives.get(singular(self.doc[span.start - 3])) == KG.Vehicle

    def _holder(self, span: Span, kind: str) -> str | None:
        """A group, where what only organisations have is said to be a name's: "Havlak's chief executive", "a stake in Havlak"."""
        root, before = span.root, span.root.head
        if before.lower_ == "in" and before.i == span.start - 1:
            owned = before.head.lower_ in self.words.holdings and kind in _MAYBE_PLACES
            return KG.Group if owned and not gazetteer().lookup(span.text) else None
        if kind != KG.Person or len(span) > 1 or root.dep_ not in ("poss", "compound") or self._is_surname(span[-1]):
            return None
        held = root.head
        phrases = {held.lower_, f"{held.nbor(-1).lower_} {held.lower_}"} if held.i else {held.lower_}
        return KG.Group if phrases & self.words.holdings else None

    def _by_noun(self, run: Span) -> str | None:
        """The class that a common noun before a run gives it ("oil company Petrosur", "mayor Hrivnak"), or an appellative after it."""
        doc = self.doc
        after = doc[run.end] if run.end < len(doc) else None
        if after is not None and after.tag_ == "NN" and run.root.head == after:
            told = self.words.appellatives.get(after.lower_)
            if told is not None and told != KG.Vehicle:
                return told
        before = self._before(run)
        if before is None or before.tag_ not in ("NN", "NNP") or not before.whitespace_:
            return None
        kind = self.words.appellatives.get(before.lower_) if before.tag_ == "NN" else None
        kind = kind if kind == KG.Vehicle else noun_kind(before, self.ontology)
        if kind == KG.Vehicle and kind != self.words.appellatives.get(before.lower_) or self._leaves_open(before):
            return None
        return next((top for top in _TOLD if kind is not None and self.ontology.is_a(kind, top)), None)

    def _place_by_position(self, run: Span) -> str | None:
        """A place, where a run stands behind "in", or is what a stronghold or town is said to be."""
        before, root = self._before(run), run.root
        if before is not None and before.lower_ == "the" and self._acts(run):
            return KG.Group
        if before is None or run.text.isupper() or noun_kind(root, self.ontology) is not None:
            return None
        if root.head == before and root.dep_ == "pobj" and not any(child.dep_ == "det" for child in root.children):
            known = before.lower_ in self.words.directions and gazetteer().lookup(run.text)
            return KG.Place if known or before.lower_ in self.words.locatives and not before.is_sent_start else None
        if root.dep_ == "attr" and root.head.lemma_ in self.words.copulas:
            subjects = (child for child in root.head.children if child.dep_ == "nsubj")
            return KG.Place if any(self._is_place(noun) and noun.tag_ != "NNS" for noun in subjects) else None
        return None

    @staticmethod
    def _acts(run: Span) -> bool:
        """Whether a lone capitalised plural does something: "signed by the Serpents"."""
        does = run.root.dep_ in _SUBJECT or run.root.dep_ == "pobj" and run.root.head.dep_ == "agent"
        return len(run) == 1 and run.root.tag_ == "NNPS" and does

    def _place_by_preposition(self, span: Span, kind: str) -> str | None:
        """A place, where "near" or "in" stands right before what was taken for something else, or "from" and the gazetteer knows it."""
        before = self._before(span)
        if kind == KG.Person and before is not None and before.lower_ == "the" and before.i:
            before = before.nbor(-1)  # "in the Yungas": no person has an article
        if before is None or kind not in _MAYBE_PLACES or span.root.head != before or span.text.isupper() or self.by_tail(span):
            return None
        if before.lower_ in self.words.locatives or before.lower_ == "at" and self._is_place(before.head):
            return KG.Place
        if before.lower_ not in self.words.directions:
            return None
        if kind in (KG.Place, KG.Artifact) or self._is_held(before) or self._joins_place(span):
            return KG.Place
        of_place = before.lower_ == "of" and self._is_place(before.head)  # "the town hall of Novo Mesto"
        known = (of_place or not self._is_surname(span[-1])) and gazetteer().lookup(span.text)
        return KG.Place if known else None

    def _is_held(self, preposition: Token) -> bool:
        """Whether a noun that only places have stands before "of": "the mayor of Elmak", "the outskirts of Elmak"."""
        return preposition.lower_ == "of" and preposition.head.lower_ in self.words.of_places

    @staticmethod
    def _joins_place(span: Span) -> bool:
        """Whether a name is joined with that of a place: "to Humera and Adwa"."""
        return len(span) == 1 and any(child.dep_ == "conj" and child.ent_type_ == "GPE" for child in span.root.children)

    def _besieged(self, span: Span, kind: str) -> str | None:
        """A place that the gazetteer knows, where an army retook or shelled it."""
        root = span.root
        if kind not in _MAYBE_PLACES or root.dep_ not in ("dobj", "nsubjpass") or root.head.lemma_ not in self.words.siege:
            return None
        return KG.Place if not self._is_surname(span[-1]) and gazetteer().lookup(span.text) else None

    def _leaves_open(self, noun: Token) -> bool:
        """Whether a noun may denote a person and an organisation: "rival", "the owner", "rebel"."""
        return singular(noun) in self.words.descriptors or singular(noun) in self.words.creeds

    def _is_place(self, noun: Token) -> bool:
        kind = noun_kind(noun, self.ontology) if noun.pos_ == "NOUN" else None
        return kind is not None and kind != KG.Place and self.ontology.is_a(kind, KG.Place)

    def _before(self, span: Span) -> Token | None:
        return self.doc[span.start - 1] if span.start else None

    def _ahead(self, span: Span) -> Iterator[Token]:
        """The noun right before a name, where syntax ties the two."""
        before = self._before(span)
        if before is None or not before.whitespace_ or not before.is_alpha or sentence_start(before) != sentence_start(span.root):
            return
        both = before.tag_ == "NN" and before.head == span.root.head and before.dep_ == span.root.dep_  # "the company X denied"
        if both or span.start <= before.head.i < span.end and before.dep_ in ("compound", "amod", "nmod") or span.root.head == before:
            yield before

    def _apposed(self, span: Span) -> list[Token]:
        around = [child for token in span for child in token.children if child.dep_ == "appos"]
        if span.end + 1 < len(self.doc) and self.doc[span.end].text == "," and self.doc[span.end + 1].dep_ == "det":
            noun = self.doc[span.end + 1].head  # "Kalvan, the last town held by rebels", which the parser hangs on the verb
            around += [noun] if noun.dep_ == "npadvmod" else []
        return around + ([span.root.head] if span.root.dep_ == "appos" else [])

    @staticmethod
    def _is_its(noun: Token) -> bool:
        return any(child.dep_ == "poss" and child.lower_ == "its" for child in noun.children)


def _has_who(clause: Token) -> bool:
    return clause.dep_ == "relcl" and any(child.lower_ == "who" and child.dep_ in _SUBJECT for child in clause.children)
