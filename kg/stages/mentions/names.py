"""Where proper names stand and what they name: those that the ontology lists, those that spaCy sees, and those it missed."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.language.context import context_names
from kg.language.gazetteer import gazetteer
from kg.language.lexicon import Lexicon, by_first_word
from kg.language.nouns import PROPER, is_capital, is_title, noun_kind, singular
from kg.model import Article, Form
from kg.ontology import KnownName, Ontology
from kg.stages.mentions.boundaries import Boundaries
from kg.stages.mentions.kinds import Kinds
from kg.stages.mentions.teams import teams
from kg.terms import KG

__all__ = ["Name", "find"]

_KINDS = {
    "PERSON": KG.Person, "ORG": KG.Group, "GPE": KG.Place, "LOC": KG.Place, "FAC": KG.Facility, "PRODUCT": KG.Artifact,
    "WORK_OF_ART": KG.Work, "LAW": KG.Work,
}
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_NAMING = frozenset({*_KINDS, "EVENT"})
_OTHER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "EVENT"})


class Name(NamedTuple):
    """Tokens [start, end) that name something of class `kind`; `known` where the ontology lists that name."""

    start: int
    end: int
    kind: str
    known: KnownName | None = None
    form: Form = Form.NAME


def find(doc: Doc, article: Article, ontology: Ontology, words: Lexicon) -> list[Name]:
    """All names of a parsed article, with its demonyms of several words, in the order of the text, none overlapping another."""
    finder = _Finder(doc, article, ontology, words)
    finder.listed(words.demonyms, Form.DEMONYM)
    finder.listed(words.names, Form.NAME)
    finder.listed(by_first_word(context_names(doc, ontology)), Form.NAME)
    finder.entities()
    finder.runs()
    finder.given_names()
    listed = [name for name in finder.names if name.known is not None]
    rest = finder.unlisted()
    spans = [doc[name.start:name.end] for name in rest]
    kinds = finder.kinds.agreed([(span, name.kind) for span, name in zip(spans, rest, strict=True)])
    playing = teams(doc, [span for span, kind in zip(spans, kinds, strict=True) if ontology.is_a(kind, KG.Place)], ontology, words)
    rest = [name._replace(kind=KG.Group if span in playing else kind) for name, span, kind in zip(rest, spans, kinds, strict=True)]
    return sorted(listed + rest, key=lambda name: name.start)


class _Finder:
    """The names found so far."""

    def __init__(self, doc: Doc, article: Article, ontology: Ontology, words: Lexicon) -> None:
        self.doc, self.ontology, self.words = doc, ontology, words
        self.names: list[Name] = []
        self.bounds = Boundaries(doc, article.headline[1] if article.headline else 0, ontology, words)
        self.kinds = Kinds(doc, article.text[slice(*article.dateline)] if article.dateline else "", ontology, words)
        self._texts = [token.text for token in doc]
        self._entity_of = {i: entity for entity in doc.ents for i in range(entity.start, entity.end)}

    def add(self, start: int, end: int, kind: str, known: KnownName | None = None, form: Form = Form.NAME) -> None:
        """Takes the tokens for a name, unless another has one of them."""
        if start < end and not self.bounds.taken.intersection(range(start, end)):
            self.names.append(Name(start, end, kind, known, form))
            self.bounds.taken.update(range(start, end))

    def listed(self, listed: Mapping[str, tuple[tuple[tuple[str, ...], KnownName], ...]], form: Form) -> None:
        """Names of the ontology, where they are not part of a longer capitalised name."""
        here = [self.doc[i] for i, text in enumerate(self._texts) if text in listed]
        for token in [token for token in here if not self.bounds.is_shouted_word(token)]:
            for spelling, known in listed[token.text]:
                end = token.i + len(spelling)
                if tuple(self._texts[token.i:end]) == spelling:
                    if not self._is_inside_longer(token.i, end):
                        self.add(token.i, end, known.kind, known, form)
                    break

    def _is_inside_longer(self, start: int, end: int) -> bool:
        around = [entity for i in range(start, end) if (entity := self._entity_of.get(i)) and entity.label_ in _NAMING]
        if not around:
            return False
        first, last = min(entity.start for entity in around), max(entity.end for entity in around)
        if any(is_capital(token) and not self.bounds.opens(token) for token in self.doc[first:start]):
            return True
        if not any(is_capital(token) for token in self.doc[end:last]):
            return False
        return not any(is_title(token, self.ontology, self.words) for token in (*self.doc[last:last + 1], self.doc[last - 1]))

    def entities(self) -> None:
        """spaCy's entities, trimmed and completed; what is rather a common noun counts where it is the surname of someone."""
        doubtful: list[int] = []
        for start, end, label in self._whole_entities():
            kind, last = _KINDS.get(label), self.doc[end - 1]
            if kind is None and label == "NORP" and end - start > 1 and last.tag_ in PROPER:
                kind = KG.Group
            if label == "GPE" and last.tag_ == "NNPS" and start and self.doc[start - 1].lower_ == "the":
                kind = KG.People  # "the Tuaregs"
            if kind is None:
                continue
            start, end = self.bounds.trimmed(start, end, kind)
            if self.bounds.is_common(start, end):
                doubtful.append(start)
            elif start < end:
                self.add(*self.bounds.completed(start, end), kind)
        surnames = {self.doc[name.end - 1].text for name in self.names if name.kind == KG.Person and name.end - name.start > 1}
        for start in doubtful:
            if self.doc[start].text in surnames:
                self.add(start, start + 1, KG.Person)

    def _whole_entities(self) -> list[tuple[int, int, str]]:
        """spaCy's entities as [start, end) and label, a person's first name that it took for another one joined to the surname."""
        entities = list(self.doc.ents)
        joined = [n for n in range(1, len(entities)) if self._is_first_name(entities[n - 1], entities[n])]
        starts = {n: entities[n - 1].start if n in joined else entity.start for n, entity in enumerate(entities)}
        return [(starts[n], entity.end, entity.label_) for n, entity in enumerate(entities) if n + 1 not in joined]

    def _is_first_name(self, first: Span, entity: Span) -> bool:
        """Whether an entity right before a person's is part of that name: "Polina | Gagarina", where no place is so called."""
        if entity.label_ != "PERSON" or first.end != entity.start or not self.doc[first.end - 1].whitespace_ or first[0].is_sent_start:
            return False
        if not all(token.dep_ == "compound" and entity.start <= token.head.i < entity.end for token in first):
            return False
        unknown = first.text not in self.ontology.demonyms and first.text not in self.ontology.names and not gazetteer().lookup(first.text)
        return first.label_ == "PERSON" or len(first) == 1 and first.label_ in _PLACES and unknown

    def given_names(self) -> None:
        """Takes titles that are names into them: "Defence Secretary Prince Gill", "Judge Reinhold, an actor", "the Princess Tala sank"."""
        for n, name in enumerate(self.names):
            title = self.doc[name.start - 1] if name.start and name.end - name.start == 1 and name.kind == KG.Person else None
            if title is not None and title.i not in self.bounds.taken and (
                self._is_given(title, self.doc[name.start]) or self._is_ship(title, self.doc[name.start])
            ):
                self.names[n] = name._replace(start=title.i)
                self.bounds.taken.add(title.i)

    def _is_given(self, title: Token, surname: Token) -> bool:
        if title.lower_ not in self.words.given_names or not is_capital(title) or title.sent.start != surname.sent.start:
            return False
        if any(child.dep_ == "appos" and self._is_trade(child) for child in surname.children):
            return True
        before = title.nbor(-1) if title.i > title.sent.start else None
        works = [before, surname.head if surname.dep_ == "appos" else None]  # "the painter General Coronel", "the coach, Sergeant Pereyra"
        if any(work is not None and singular(work) in self.words.trades for work in works):
            return True
        has_office = before is not None and before.i not in self.bounds.taken and is_title(before, self.ontology, self.words)
        if surname.dep_ == "appos" and surname.head.tag_ == "NN" and noun_kind(surname.head, self.ontology) == KG.Person:
            has_office = True  # "the poet laureate, King Solen"
        borne = all(token.nbor().lower_ == surname.lower_ for token in self.doc[:-1] if token.lower_ == title.lower_)
        return has_office and title.lower_ not in self.words.ranks and borne

    def _is_ship(self, title: Token, name: Token) -> bool:
        """Whether a ship is named after a lady: "the Princess Tala sank"."""
        sinks = name.dep_ in ("nsubj", "nsubjpass") and name.head.lemma_ in self.words.carrier_verbs
        return sinks and is_capital(title) and title.i > 0 and title.nbor(-1).lower_ == "the"

    def _is_trade(self, noun: Token) -> bool:
        """Whether an apposition tells of a work that goes with no rank or dignity: "a farmer", not "a spokesman"."""
        kind = noun_kind(noun, self.ontology)
        indefinite = any(child.lower_ in ("a", "an") for child in noun.children)
        return indefinite and kind == KG.Person and singular(noun) not in self.words.services

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that the article has in lower case."""
        return frozenset(text for text in self._texts if text.islower())

    def unlisted(self) -> list[Name]:
        """The names that the ontology does not list, without those of animals and storms."""
        rest = [name for name in self.names if name.known is None]
        spans = {name: self.doc[name.start:name.end] for name in rest}
        kinds = {spans[name]: name.kind for name in rest}
        others = {span.text for span in spans.values() if self.kinds.beside.is_animal(span) or self._is_storm(span, kinds[span])}
        others |= {text.split()[-1] for text in others}
        return [name for name in rest if spans[name].text not in others]

    def _is_storm(self, span: Span, kind: str) -> bool:
        """Whether a name is that of a disaster: "Cyclone Hasina"."""
        kinds = [word.owner for word in self.ontology.nouns.get(span[0].lower_, ()) if len(word.lemmas) == 1]
        return len(span) == 2 and kind != KG.Work and any(self.ontology.is_a(kind, KG.Disaster) for kind in kinds)

    def runs(self) -> None:
        """Capitalised words that nothing has taken, where their class can be told, here or where else the article has them."""
        doc = self.doc
        seen = self.kinds.by_spelling((doc[name.start:name.end].text, name.kind) for name in self.names if name.form == Form.NAME)
        untold: list[Span] = []
        end = 0
        for i in [i for i, text in enumerate(self._texts) if text[:1].isupper()]:
            if i < end:
                continue
            self._again(doc[i], seen)
            if not self._starts_run(doc[i]):
                continue
            run = self._run_from(i)
            end = run.end
            if doc[run.end - 1].text in self.ontology.demonyms or self._ends_with_title(run):
                continue
            kind = self.kinds.of_run(run, seen)
            if kind is None:
                untold.append(run)
            else:
                self.add(run.start, run.end, kind)
                seen.setdefault(run.text, kind)
        for run in untold:
            if run.text in seen:
                self.add(run.start, run.end, seen[run.text])

    def _again(self, token: Token, seen: dict[str, str]) -> None:
        """A word that is a name elsewhere, or someone's surname, and that the tagger took for a common noun here."""
        if token.i in self.bounds.taken:
            return
        mistagged = token.tag_ == "JJ" and token.text not in self.ontology.demonyms and token.lower_ not in self._small
        if token.text in seen and (mistagged and token.is_sent_start or not self.bounds.is_common(token.i, token.i + 1)):
            self.add(token.i, token.i + 1, seen[token.text])
        elif (mistagged or token.tag_ in ("NN", "NNP")) and token.dep_ in ("nsubj", "poss") and self.kinds.is_surname(token):
            self.add(token.i, token.i + 1, KG.Person)

    def _run_from(self, start: int) -> Span:
        doc, end = self.doc, self.bounds.completed(start, start + 1)[1]
        while end < len(doc) and doc[end].tag_ in PROPER and self.bounds.joins(doc[end]) and doc[end - 1].whitespace_:
            end += 1
        start = self.bounds.past_portfolio(start, end)
        while start < end - 1 and self.bounds.opens(doc[start]):
            start += 1
        return doc[start:end]

    def _ends_with_title(self, run: Span) -> bool:
        return self.bounds.opens(run[-1]) and not self.kinds.is_surname(run[-1])

    def _starts_run(self, token: Token) -> bool:
        return token.tag_ in PROPER and token.i not in self.bounds.taken and token.ent_type_ not in _OTHER and (
            token.lower_ not in self.words.not_names and token.is_alpha)
