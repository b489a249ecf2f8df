"""The values that flow from an article to its graph, each layer plain and frozen.

Offsets are Unicode code points into `Article.text`, 0-based and end-exclusive, like a Python slice. Classes and properties are full
IRIs (`kg.terms.KG.Person`). Mentions, entities, events and tolls are referred to by their index in the tuple of the Reading that holds
them; a stage may append to such a tuple and never reorders it, so an index stays good.
"""

from __future__ import annotations  # a field named like its type ("date") would hide the type from the annotations after it

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.corrected import Corrected

__all__ = [
    "LEAST", "Article", "Entity", "Event", "EventTime", "Evidence", "Form", "Heard", "Link", "Mention", "Problem", "Proposal", "Quantity",
    "Reading", "Relation", "Role", "Said", "Span", "TimeExpression", "Toll",
]

Span = tuple[int, int]
LEAST = 0.6  # how sure an event, a role or a relation must be, where nothing else is asked for


class Form(StrEnum):
    """What kind of words a mention is; the values are local names of the contract's `kg:form`."""

    NAME = "Name"
    DEMONYM = "Demonym"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"
    TRIGGER = "Trigger"
    TIMEX = "Timex"
    QUANTITY = "Quantity"


@dataclass(frozen=True, slots=True)
class Article:
    """A news story as read: its text and what is known of it.

    `blocks` are the spans of the text that are prose (the headline first where there is one, then the paragraphs, each without its
    dateline); what lies outside them (a date line, a photo credit, a list of tags) is kept in the text and never parsed.
    """

    text: str
    blocks: tuple[Span, ...]
    headline: Span | None = None
    dateline: Span | None = None  # the place words of a dateline: "Nasiriyah" or "NAIROBI, Kenya"
    date: date | None = None  # day of publication: the anchor of relative dates
    published: str | None = None  # lexical xsd:date or xsd:dateTime of publication
    publisher: str | None = None
    url: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for something."""

    begin: int
    end: int
    form: Form
    kind: str  # class IRI: of the entity denoted, of the event for a trigger, kg:TimeMention, or kg:Mention for a quantity
    head: int  # index of the head token in the Doc
    sentence: int  # index into Reading.sentences


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact is believed: the sentence, the rule that fired, how sure, and whose word it is."""

    sentence: int
    rule: str  # IRI
    confidence: float
    words: tuple[Span, ...] = ()  # the words to mark in the sentence
    according_to: int | None = None  # entity
    factuality: str | None = None  # kg:Asserted, kg:Reported or kg:Disputed


@dataclass(frozen=True, slots=True)
class Entity:
    """One real person, group, place or thing of an article."""

    kind: str  # most specific class IRI
    label: str  # the best name in the text
    mentions: tuple[int, ...]
    alt_labels: tuple[str, ...] = ()
    key: str | None = None  # path below BASE/entity/ where identity is certain and shared over articles: "islamic-state", "country/iq"
    exact: tuple[str, ...] = ()  # skos:exactMatch IRIs
    close: tuple[str, ...] = ()  # skos:closeMatch IRIs
    positions: tuple[tuple[str, Evidence], ...] = ()  # "deputy health chief"
    ideologies: tuple[tuple[str, Evidence], ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    size: int | None = None
    min_size: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """An entity-to-entity relation: subject and object are entities."""

    subject: int
    property: str
    object: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """What a time mention means: its TIMEX3 value and type, and the days it spans where they can be told."""

    mention: int
    value: str
    type: str  # DATE, TIME, DURATION or SET
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or things: `minimum == maximum` for an exact one, `maximum` None for "at least 52" or "dozens"."""

    mention: int
    minimum: int | None
    maximum: int | None
    noun: int | None = None  # token counted: "people" in "52 people"; None where the number stands alone


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one voice (the rules, a learned reader) suggests: a token triggers an event of a type, or a token fills a role of it."""

    trigger: int  # token
    type: str
    source: str  # IRI of the word, path or component
    confidence: float
    role: str | None = None  # None: the type itself
    filler: int | None = None  # token


@dataclass(frozen=True, slots=True)
class Heard:
    """What the learned reader calls words: a kind of event, a part in one, a name; a type of incident has no words (0 to 0)."""

    label: str  # as the ontology's kgx:learnedAs has it
    begin: int
    end: int
    confidence: float  # the network's probability, not calibrated
    trigger: int | None = None  # where the word of the event begins that a participant takes part in


@dataclass(frozen=True, slots=True)
class Role:
    """An entity's part in an event: `property` is a role, a place property, kg:claimedBy, kg:allegedPerpetrator, kg:disguisedAs …"""

    property: str
    entity: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation to another event: kg:partOf, kg:before, kg:causes, or kg:reports of a statement."""

    property: str
    event: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event was: `value` a day, month or year as precise as known ("2017-09-14", "2017-07", "2014"), None for a mere bound."""

    value: str | None
    earliest: date | None
    latest: date | None
    time_of_day: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a Statement has beside its speaker (a kg:speaker Role): the words quoted, the reporting word, the tolls it reports."""

    cue: str | None = None
    quote: str | None = None
    tolls: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One real event, however often it is mentioned."""

    type: str
    triggers: tuple[int, ...]  # mentions
    realis: str  # kg:Actual, kg:Negated, …
    label: str = ""
    roles: tuple[Role, ...] = ()
    links: tuple[Link, ...] = ()
    time: EventTime | None = None
    said: Said | None = None
    evidence: tuple[Evidence, ...] = ()  # of its type
    realis_evidence: tuple[Evidence, ...] = ()  # the cues of a realis that is not kg:Actual


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure for one outcome of an event; `count` where exact, else `minimum` or `maximum` or both."""

    event: int
    outcome: str  # kg:Killed, kg:Injured, …
    count_text: str
    mentions: tuple[int, ...]  # of the words that tell the outcome
    count: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    of_people: int | None = None  # entity
    including: tuple[int, ...] = ()  # entities
    according_to: tuple[int, ...] = ()  # entities
    preferred: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the text says that could not be resolved, and is therefore left out: for `kg build --report`."""

    sentence: int
    words: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is understood of one article so far; each stage fills its own field."""

    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    events: tuple[Event, ...] = ()
    tolls: tuple[Toll, ...] = ()
    main_event: int | None = None
    dateline: int | None = None  # entity
    problems: tuple[Problem, ...] = field(default=())
    corrections: tuple[Corrected, ...] = ()  # what readers' corrections changed, or hold to be so
    heard: tuple[Heard, ...] = ()  # by the learned reader, where it is asked
    least: float = LEAST  # how sure an event, a role or a relation must be to be kept

    @property
    def in_capitals(self) -> bool:
        """Whether the learned reader was asked about copy in capitals, of which alone it tells types of incident."""
        return any(not label.end for label in self.heard)

    def text_of(self, span: Span) -> str:
        """The words at a span of the article."""
        return self.article.text[span[0]:span[1]]

    def words_of(self, mention: int) -> str:
        """The words of a mention."""
        found = self.mentions[mention]
        return self.article.text[found.begin:found.end]
