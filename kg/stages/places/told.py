"""What an article's own words tell of where its places lie."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Evidence, Form, Reading, Span
from kg.ontology import Ontology
from kg.stages.places.words import PlaceWords, place_words
from kg.terms import BASE, KG, KGX, RDF

__all__ = ["Told", "find"]

NEAR_KM = 60.0
KM = {"k": 1.0, "m": 1.609}  # by the first letter of the unit


@dataclass(frozen=True, slots=True)
class Told:
    """A relation between two entities that the text tells; `comma` ones ("Paris, Texas") hold only where the gazetteer agrees."""

    subject: int
    property: str
    object: int
    evidence: Evidence
    comma: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """A stretch of text that stands for a place: a name with the nouns that belong to it."""

    begin: int
    end: int
    entity: int
    named: bool
    sentence: int


def find(reading: Reading, doc: Doc, ontology: Ontology) -> list[Told]:
    """All that is told, in the order of the text; an entity is never related to itself."""
    finder = _Finder(reading, doc, ontology)
    found = [*finder.pairs(), *finder.modifiers(), *finder.borders()]
    return [finder.on_water(told) for told in found if told.subject != told.object and finder.is_telling(told)]


class _Finder:
    """The places of a reading, in the order of the text."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self.reading, self.doc, self.ontology = reading, doc, ontology
        self.words: PlaceWords = place_words(ontology)
        self.at = Lookup(reading)
        self.places = {i for i, entity in enumerate(reading.entities) if ontology.is_a(entity.kind, KG.Place)}
        self.kinds = [entity.kind for entity in reading.entities]
        self.named = {
            i for i, entity in enumerate(reading.entities)
            if not entity.mentions or any(reading.mentions[mention].form in (Form.NAME, Form.DEMONYM) for mention in entity.mentions)
        }

    def is_telling(self, told: Told) -> bool:
        """Whether a relation says something: not that a named place lies in an unnamed one, nor a river in a town."""
        if told.property != KG.locatedIn:
            return True
        return (told.object in self.named or told.subject not in self.named) and not self._is_water(told.subject)

    def on_water(self, told: Told) -> Told:
        """A place "in" a sea or river is beside it."""
        return replace(told, property=KG.near) if told.property == KG.locatedIn and self._is_water(told.object) else told

    def _is_water(self, entity: int) -> bool:
        entity_key = self.reading.entities[entity].key
        return entity_key is not None and KGX.Water in self.ontology.facts.iris(f"{BASE}entity/{entity_key}", RDF.type)

    # --- a place, some words, another place

    def _spots(self) -> list[_Spot]:
        spots: list[_Spot] = []
        mentions = self.reading.mentions
        for index in sorted((i for i, entity in self.at.owners.items() if entity in self.places), key=lambda i: mentions[i].begin):
            mention, entity = mentions[index], self.at.owners[index]
            if mention.form not in (Form.NAME, Form.NOMINAL):
                continue
            last, named = spots[-1] if spots else None, mention.form == Form.NAME
            if last and last.entity == entity and not self.reading.article.text[last.end:mention.begin].strip():
                spots[-1] = _Spot(last.begin, max(last.end, mention.end), entity, last.named or named, last.sentence)
            elif not last or mention.begin >= last.end:
                spots.append(_Spot(mention.begin, mention.end, entity, named, mention.sentence))
        return spots

    def pairs(self) -> Iterator[Told]:
        """"Paris, Texas"; "a checkpoint in Basra"; "a village near Djibo"; "30 km north of Goma"."""
        held: _Spot | None = None  # "a village in northern Mali, near Gao": it is the village that is near
        for one, other in pairwise(self._spots()):
            if one.sentence != other.sentence or other.begin - one.end > 80:
                held = None
                continue
            told = list(self._pair(one, other, held))
            yield from told
            held = (held or one) if any(each.property == KG.locatedIn for each in told) else None

    def _pair(self, one: _Spot, other: _Spot, held: _Spot | None) -> Iterator[Told]:
        between = " ".join(self.reading.article.text[one.end:other.begin].replace("\n", " ").split(" "))
        if between == ", " and one.named and other.named and self.kinds[one.entity] != KG.Country:
            yield self._told(one, KG.locatedIn, other, KGX["located-comma"], 0.8, comma=True)
        elif self.words.inside.match(between):
            yield self._told(one, KG.locatedIn, other, KGX["located-preposition"], 0.85)
        elif self.words.part_of.match(between) and self._is_part(one, other):
            yield self._told(one, KG.locatedIn, other, KGX["located-preposition"], 0.8)
            if lemma(self._last_token(one)) in self.words.seats:
                yield self._told(one, KG.capitalOf, other, KGX["located-preposition"], 0.9)
        elif self.words.beside.match(between) or self._is_close(between):
            small = held if held and between.startswith(",") else one
            for entity in self._across(other) if self._is_line(other) else [other.entity]:
                if self.kinds[small.entity] != KG.Country:
                    told = self._told(small, KG.near, other, KGX["near-preposition"], 0.8)
                    yield replace(told, object=entity)

    def _is_part(self, one: _Spot, other: _Spot) -> bool:
        """Whether "of" tells what holds a place: not a facility's owner, nor the name of a town ("the cities of Basra and Mosul")."""
        town = self.kinds[one.entity] == KG.City and lemma(self._last_token(one)) not in self.words.seats
        if self._is_line(one) or town and self.kinds[other.entity] not in (KG.Country, KG.Region, KG.Area):
            return False
        if self.ontology.is_a(self.kinds[one.entity], KG.Facility):  # "the port of Kamsar", not "the church of England"
            return not one.named and self.kinds[other.entity] in (KG.City, KG.Region)
        return self.kinds[one.entity] in (KG.City, KG.Region, KG.Area)

    def _is_line(self, spot: _Spot) -> bool:
        return self._last_token(spot).lower_ in self.words.lines

    def _across(self, line: _Spot) -> list[int]:
        """The country on the far side of a border: the last one named with it."""
        return self._countries(self._last_token(line))[-1:]

    def _is_close(self, between: str) -> bool:
        found = self.words.distance.match(between)
        return bool(found) and float(found["number"]) * KM[found["unit"][0]] <= NEAR_KM  # type: ignore[index]

    def _last_token(self, spot: _Spot) -> Token:
        return next(token for token in reversed(self.doc) if token.idx < spot.end)

    def _told(self, one: _Spot, term: str, other: _Spot, rule: str, confidence: float, comma: bool = False) -> Told:
        return Told(one.entity, term, other.entity, Evidence(one.sentence, rule, confidence, ((one.begin, other.end),)), comma)

    # --- what stands before a noun for a place

    def modifiers(self) -> Iterator[Told]:
        """"the Tunisian town", "Iraq's second city", "a mainly Shiite suburb"."""
        for index, entity in sorted(self.at.owners.items()):
            mention = self.reading.mentions[index]
            noun = self.doc[mention.head]
            if entity not in self.places or noun.lower_ in self.words.lines:
                continue
            yield from self._predicates(entity, noun, mention.sentence)
            yield from self._seat_of(entity, noun, mention.sentence)
            if mention.form == Form.NOMINAL and self.kinds[entity] != KG.Country:
                yield from self._before(entity, noun, mention.sentence)

    def _predicates(self, entity: int, noun: Token, sentence: int) -> Iterator[Told]:
        """"The city is mainly Shiite"."""
        if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
            for child in noun.head.children:
                other = self.at.entity_at(child.i, child.idx) if child.dep_ == "acomp" else None
                if other is not None and self.kinds[other] == KG.People and self._is_mostly(child):
                    words = ((noun.idx, child.idx + len(child)),)
                    yield Told(entity, KG.populationGroup, other, Evidence(sentence, KGX["mostly-people"], 0.85, words))

    def _seat_of(self, entity: int, noun: Token, sentence: int) -> Iterator[Told]:
        """"a province of which Basra is the capital", "a province whose capital is Basra"."""
        if lemma(noun) not in self.words.seats or noun.dep_ not in ("attr", "nsubj") or noun.head.dep_ != "relcl":
            return
        pronoun = next((token for token in noun.head.subtree if token.tag_ in ("WDT", "WP$")), noun)
        before = next((token for token in reversed(self.doc[:pronoun.i]) if token.pos_ not in ("PUNCT", "ADP", "SPACE")), noun)
        seats = [child for child in noun.head.children if child.dep_ == "attr"] if noun.dep_ == "nsubj" else [noun]
        seat = self.at.entity_at(seats[0].i, seats[0].idx) if seats else entity
        holder = self.at.entity_at(before.i, before.idx)
        if seat in self.places and holder in self.places and seat is not None and holder is not None:
            evidence = Evidence(sentence, KGX["located-modifier"], 0.85, ((before.idx, noun.idx + len(noun)),))
            yield Told(seat, KG.capitalOf, holder, evidence)
            yield Told(seat, KG.locatedIn, holder, evidence)

    def _before(self, entity: int, noun: Token, sentence: int) -> Iterator[Told]:
        facility = self.ontology.is_a(self.kinds[entity], KG.Facility)
        for child in noun.children:
            other = self.at.entity_at(child.i, child.idx)
            if child.i > noun.i or child.dep_ not in ("amod", "poss", "compound", "nmod") or other is None or other == entity:
                continue
            words = ((child.idx, noun.idx + len(noun)),)
            if self.kinds[other] == KG.People and child.dep_ == "amod" and self._is_mostly(child):
                yield Told(entity, KG.populationGroup, other, Evidence(sentence, KGX["mostly-people"], 0.85, words))
            elif other in self.places and not (facility and self.kinds[other] == KG.Country) and self.kinds[other] != KG.Facility:
                evidence = Evidence(sentence, KGX["located-modifier"], 0.85, words)
                yield Told(entity, KG.locatedIn, other, evidence)
                if lemma(noun) in self.words.seats and self.kinds[entity] == KG.City:
                    yield Told(entity, KG.capitalOf, other, evidence)

    def _is_mostly(self, adjective: Token) -> bool:
        before = self.doc[adjective.i - 1] if adjective.i else adjective
        hyphen = self.doc[adjective.i - 2] if adjective.i > 1 and before.text == "-" else before
        return any(word.lower_ in self.words.mostly for word in (before, hyphen))

    # --- borders

    def borders(self) -> Iterator[Told]:
        """"Tunisia's border with Libya", "the Somali-Kenyan border"; "a camp near the border with Syria"."""
        if not any(line in self.doc.text for line in self.words.lines):
            return
        for token in self.doc:
            if token.lower_ in self.words.lines and token.pos_ == "NOUN":
                countries = [entity for entity in self._countries(token) if self.kinds[entity] == KG.Country]
                sentence = self.at.sentence_at(token.idx)
                words: tuple[Span, ...] = ((token.idx, token.idx + len(token)),)
                if len(countries) == 2:
                    yield Told(countries[0], KG.borders, countries[1], Evidence(sentence, KGX["border-between"], 0.9, words))

    def _countries(self, line: Token) -> list[int]:
        """The countries on both sides of a border, in the order of the text."""
        tokens = [line]
        for child in line.children:
            if child.dep_ in ("poss", "amod", "compound", "nmod"):
                tokens += [child, *child.children]
            elif child.dep_ == "prep" and child.lower_ in ("with", "between", "of"):
                tokens += [target for each in child.children for target in (each, *each.conjuncts)]
        found = [self.at.entity_at(token.i, token.idx) for token in sorted(set(tokens), key=lambda token: token.i) if token is not line]
        return list(dict.fromkeys(entity for entity in found if entity is not None))
