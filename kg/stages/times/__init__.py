"""Time expressions: found by a small grammar over the tokens, given their TIMEX3 values and the days that they span."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from spacy.tokens import Doc

from kg.language.spans import root
from kg.model import Form, Mention, Problem, Reading, TimeExpression
from kg.ontology import Ontology
from kg.stages.times import accounts, lengths, moments, stretches
from kg.stages.times.days import famous
from kg.stages.times.lexer import Lexeme, grammar, lex
from kg.stages.times.memory import Memory
from kg.stages.times.tense import Outlook, is_of_speech, outlook
from kg.stages.times.values import Anchor, Found, Meaning
from kg.terms import KG

__all__ = ["stage"]

_READERS: Mapping[str, Callable[[Found, Anchor], Meaning | None]] = {
    "moment": moments.moment, "famous": famous, "period": stretches.period, "quarter": stretches.quarter, "decade": stretches.decade,
    "century": stretches.century, "year": stretches.year, "spelt year": stretches.spelt_year, "relative": stretches.relative,
    "ago": lengths.ago, "later": lengths.later, "span": lengths.span, "recent": lengths.recent, "duration": lengths.duration,
    "reported": accounts.reported, "year before": accounts.year_before, "every": lengths.every, "set": lengths.setting,
    "reference": lengths.reference,
}
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "LOC", "PRODUCT"})  # entities whose names may hold a word of time
_TENSED = frozenset({"moment", "famous", "period", "quarter"})  # what means another day in a clause that looks ahead


class _Time(NamedTuple):
    begin: int  # tokens
    end: int
    meaning: Meaning
    first: int  # lexemes
    last: int


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Appends a mention and a TimeExpression for every time expression, and a Problem for each that lacks an anchor.

    >>> import spacy
    >>> from kg.model import Article
    >>> text = "The pact ended on 14 September 2017."
    >>> doc = spacy.blank("en")(text)
    >>> stage(Reading(Article(text, ((0, 36),)), ((0, 36),)), doc, None).times[0].value
    '2017-09-14'
    """
    begins = [begin for begin, _ in reading.sentences]
    mentions, times, problems = list(reading.mentions), list(reading.times), list(reading.problems)
    for found in _times(reading, doc):
        begin, end = doc[found.begin].idx, doc[found.end - 1].idx + len(doc[found.end - 1])
        sentence = max(0, bisect_right(begins, begin) - 1)
        meaning = found.meaning
        times.append(TimeExpression(len(mentions), meaning.value, meaning.type, meaning.first, meaning.last))
        mentions.append(Mention(begin, end, Form.TIMEX, KG.TimeMention, root(doc, found.begin, found.end), sentence))
        if meaning.unanchored:
            problems.append(Problem(sentence, (begin, end), "no date to reckon this time from"))
    return replace(reading, mentions=tuple(mentions), times=tuple(times), problems=tuple(problems))


def _times(reading: Reading, doc: Doc) -> list[_Time]:
    """The time expressions in order, each with what it means where it stands."""
    known = grammar()
    lexemes, codes = lex(doc)
    found: list[_Time] = []
    memory = Memory(reading.article.date)
    position = 0
    while match := known.pattern.search(codes, position):
        first, position = match.start(), match.end()
        rule = known.rules[int((match.lastgroup or "").removeprefix("rule_"))]
        inside = lexemes[first:position]
        begin, end = inside[0].token, inside[-1].end
        if rule == "skip" or _is_named(doc, begin, end) or rule == "decade" and _is_age(doc, begin):
            continue
        looks = _outlook(reading, doc, begin, end) if rule in _TENSED else None
        anchor = memory.anchor(first, looks)
        if inside[0].kind == "WEEKDAY" and _is_pointed_at(doc, begin) and anchor.told is not None:
            anchor = replace(anchor, published=anchor.told, outlook="future")
        meaning = _READERS[rule](Found(inside), anchor)
        if meaning is None:
            position = first + 1
            continue
        found.append(_Time(begin, end, meaning, first, position))
        if not is_of_speech(doc[root(doc, begin, end)]):
            memory.keep(first, rule, meaning, inside)
    return _bounded(found, lexemes)


def _is_named(doc: Doc, begin: int, end: int) -> bool:
    """Whether words of time are part of a longer name: "Theresa May", "The Great Comet of 1812"."""
    kinds = {token.ent_type_ for token in doc[begin:end]}
    joined = doc[begin].ent_iob_ == "I" or end < len(doc) and doc[end].ent_iob_ == "I"
    return len(kinds) == 1 and joined and not kinds.isdisjoint(_NAMES)


def _is_pointed_at(doc: Doc, begin: int) -> bool:
    """Whether a day is one of those told of: "that Wednesday", and not "said that Wednesday would be fine"."""
    return begin > 0 and doc[begin - 1].lower_ == "that" and doc[begin - 1].dep_ == "det"


def _is_age(doc: Doc, begin: int) -> bool:
    """Whether words for a decade tell how old somebody is: "all in their twenties"."""
    return any(token.tag_ == "PRP$" for token in doc[max(0, begin - 2):begin])


def _outlook(reading: Reading, doc: Doc, begin: int, end: int) -> Outlook | None:
    headline = reading.article.headline
    if headline and headline[0] <= doc[begin].idx < headline[1]:
        return None  # a headline tells of the past in the present tense
    return outlook(doc[root(doc, begin, end)])


def _bounded(found: list[_Time], lexemes: list[Lexeme]) -> list[_Time]:
    """Time expressions with the bounds that a preposition leaves: "since 2014" has no last day, "until Friday" no first."""
    bounded: list[_Time] = []
    paired = False
    for number, time in enumerate(found):
        word = lexemes[time.first - 1].word if time.first else ""
        after = found[number + 1] if number + 1 < len(found) else None
        between = lexemes[time.last].word if after and after.first == time.last + 1 else ""
        meaning = time.meaning
        if paired:
            meaning, paired = bounded[-1].meaning, False
            meaning = replace(time.meaning, first=meaning.first, last=meaning.last)
        elif after and (word, between) in _RANGES and meaning.first and after.meaning.last and meaning.first <= after.meaning.last:
            meaning, paired = replace(meaning, last=after.meaning.last), True
        else:
            meaning = _cut(meaning, word)
        bounded.append(time._replace(meaning=meaning))
    return bounded


_RANGES = frozenset({("between", "and"), *(("from", end) for end in ("to", "until", "till", "through", "-", "–"))})


def _cut(meaning: Meaning, word: str) -> Meaning:
    if meaning.type not in ("DATE", "TIME"):
        return meaning
    if word in ("since", "from") or word == "after" and meaning.type == "DATE":
        return replace(meaning, last=None)
    if word in ("until", "till", "by"):
        return replace(meaning, first=None)
    if word == "before" and meaning.type == "DATE":  # "before dawn on Tuesday" is on Tuesday
        return replace(meaning, first=None, last=meaning.first - timedelta(days=1) if meaning.first else None)
    return meaning
