"""When an event was: each time expression goes to the event whose word governs it."""

from collections.abc import Iterator
from dataclasses import replace
from re import fullmatch

from spacy.tokens import Doc, Token

from kg.language.causes import cause
from kg.language.numerals import ordinal
from kg.language.profiles import apart_in_time
from kg.language.subjects import is_verbal, verb_over
from kg.language.syntax import BEFORE_NOUN, arcs, phrase
from kg.language.victims import outcome_word
from kg.language.words import is_superlative, lemma
from kg.lookup import Lookup
from kg.model import Event, EventTime, Evidence, Mention, Reading, TimeExpression
from kg.ontology import Ontology
from kg.stages.dating.offsets import offsets
from kg.stages.dating.sharing import is_present, sharing, when
from kg.terms import KG, KGX

__all__ = ["stage"]

_LENT = frozenset({"obj", "subj", "comp"})
_WHERE = frozenset({"in", "during", "at", "near", "of"})
_WEEK = 7  # days
_DAY = r"\d{4}-\d\d-\d\d"
_DATED = r"\d{4}(-\d\d(-\d\d)?)?"


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Gives each event that has none yet its EventTime, where a time expression stands in its clause."""
    lookup = Lookup(reading)
    found: dict[int, list[int]] = {}
    shared: dict[int, list[int]] = {}
    for index, time in enumerate(reading.times):
        if _is_mere_modifier(reading.mentions[time.mention], doc, lookup):
            continue
        event = _governed(doc[reading.mentions[time.mention].head], lookup, ontology)
        word = doc[lookup.word_of(event)] if event is not None else None
        if event is not None and word is not None and not _ranks(doc[reading.mentions[time.mention].head], word, time):
            found.setdefault(event, []).append(index)
        for other in sharing(doc[reading.mentions[time.mention].head], lookup, ontology):
            shared.setdefault(other, []).append(index)
    found = {event: _own(doc[lookup.word_of(event)], times, reading, doc) for event, times in found.items()}
    times, counted = {**shared, **found}, offsets(reading, doc, lookup)  # an event's own time before that of the clause it goes on from
    dated = [event if event.time else _dated(event, times.get(index, []), reading, doc) for index, event in enumerate(reading.events)]
    dated = [event if event.time else replace(event, time=counted.get(index)) for index, event in enumerate(dated)]
    return replace(reading, events=tuple(dated))


def _own(word: Token, times: list[int], reading: Reading, doc: Doc) -> list[int]:
    """The times of an event noun's own phrase before those of its verb: "annulled on Tuesday last May's election"."""
    if is_verbal(word):
        return times
    own = [index for index in times if word.is_ancestor(doc[reading.mentions[reading.times[index].mention].head])]
    dated = [reading.times[index] for index in own if reading.times[index].latest is not None]
    outside = [index for index in times if index not in own and any(apart_in_time(reading.times[index], time) for time in dated)]
    return [index for index in times if index not in outside]


def _ranks(token: Token, word: Token, time: TimeExpression) -> bool:
    """Whether a time is what a rank is reckoned from: "the deadliest attack since May", "the vote is the first since 2010".

    The worst crash in 2001 was in 2001, the worst in ten years may have been at any time.
    """
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in ("since", "in"):
        return False
    if preposition.lower_ == "in" and time.type == "DATE" and time.earliest is not None and time.latest is not None:
        return False
    above = preposition.head
    ranks = [above, *(child for child in above.children if child.dep_ in ("attr", "acomp"))] if preposition.lower_ == "since" else []
    return is_superlative(word) or any(rank.tag_ == "JJS" or ordinal(rank.lower_) is not None for rank in ranks)


def _is_mere_modifier(mention: Mention, doc: Doc, lookup: Lookup) -> bool:
    """Whether time words are part of a name ("the March Column") or of a thing's kind ("Christmas shoppers", "the 2008 season")."""
    token = doc[mention.head]
    if lookup.event_at(token.head.i) is not None or token.dep_ not in BEFORE_NOUN:
        return lookup.mention_at(-1, mention.begin) is not None
    begin = doc.char_span(mention.begin, mention.end)
    named = token.dep_ == "nummod" and begin is not None and begin.start > 0 and doc[begin.start - 1].pos_ == "ADP"  # "in 1991 Ivo Marsh"
    return not (named or token.dep_ in ("nummod", "poss") and _is_when_of(token.head, lookup))


def _is_when_of(noun: Token, lookup: Lookup) -> bool:
    """Whether a noun tells when an event above it was: "died in Monday's violence", "at the finish of the 2013 race"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in _WHERE:
        noun = noun.head.head
        if lookup.event_at(noun.i) is not None:
            return True
    return noun.dep_ == "dobj" and lookup.event_at(noun.head.i) is not None


def _governed(token: Token, lookup: Lookup, ontology: Ontology) -> int | None:
    """The event that a time expression belongs to: the nearest trigger above it, or the event noun that its verb carries."""
    clause = when(token)
    if clause is not None and token.head.lower_ == "since":  # "since 19 May 2003, when militants massacred villagers"
        return lookup.event_at(clause.i)
    if _is_of_thing(token, lookup):
        return None
    for node in (node for node in token.ancestors if not _is_to_come(node, token, lookup, ontology)):
        told = outcome_word(node, ontology)
        if told is not None and _is_aftermath(node, ontology):
            return None
        about = _told_now(node, token, lookup, ontology)
        event = about if about is not None else lookup.event_at(node.i)
        if event is not None:
            return event
        if told is not None and told.owner == KG.Rescued:
            return None  # "bodies were pulled from the river on Thursday": the wreck was before
        if told is not None:  # "two were killed on Monday in a raid": the day is the raid's
            return cause(node, told.owner, lookup.reading, ontology, nearby=True)
        if is_verbal(node):
            lent = (arc.token for arc in arcs(node, ontology) if arc.label in _carried(node, ontology))
            carried = [lookup.event_at(word.i) for word in lent if not _has_its_own(word)]
            known = [index for index in carried if index is not None and not ontology.is_a(lookup.reading.events[index].type, KG.Statement)]
            known = known or [*_gerunds(node, token, lookup), *_existing(node, lookup)]
            if known:
                return known[0]
            if node.dep_ == "ccomp" or node.dep_ in ("relcl", "advcl") and not _is_of_lead(token, lookup):
                return None
    return None


def _is_of_thing(token: Token, lookup: Lookup) -> bool:
    """Whether a time tells which one a thing is, that is no event and no time: "the comet of 1812 had 12 nominations"."""
    thing = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    return thing is not None and thing.pos_ == "PROPN" and lookup.event_at(thing.i) is None and thing.i not in lookup.times


def _carried(verb: Token, ontology: Ontology) -> frozenset[str]:
    """What a verb lends its time to: not the wreck that it says was found then."""
    return frozenset() if phrase(verb) & ontology.listed(KGX.aboutVerb) else _LENT


def _has_its_own(clause: Token) -> bool:
    """Whether a clause is finite and has a subject of its own: when a coroner "ruled that he died", he had died before."""
    return clause.dep_ == "ccomp" and any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children)


def _existing(verb: Token, lookup: Lookup) -> Iterator[int]:
    """The events that there were: "there were bombings this morning", "there was an exchange of gunfire this morning"."""
    there = any(child.dep_ == "expl" for child in verb.children)
    for noun in (child for child in verb.children if there and child.dep_ == "attr"):
        of = (inner for child in noun.children if child.lower_ == "of" for inner in child.children)
        yield from (index for token in (noun, *of) if (index := lookup.event_at(token.i)) is not None)


def _told_now(verb: Token, time: Token, lookup: Lookup, ontology: Ontology) -> int | None:
    """The deed that a verb in the present is about, with a time that is past: "are investigating the murder of a judge on Monday"."""
    if not (is_verbal(verb) and is_present(verb) and _is_over(time, lookup)):
        return None
    nouns = (token for token in reversed(verb.doc[verb.i:time.i]) if token.pos_ == "NOUN" and verb.is_ancestor(token))
    events = (index for noun in nouns if verb_over(noun) == verb and (index := lookup.event_at(noun.i)) is not None)
    return next((index for index in events if ontology.is_a(lookup.reading.events[index].type, KG.Violence)), None)


def _is_over(time: Token, lookup: Lookup) -> bool:
    """Whether a time lies before the day of publication, or is a part of that day."""
    told, published = _expression(time, lookup), lookup.reading.article.date
    if told is None or told.latest is None or published is None:
        return False
    return told.latest < published or told.latest == published and told.type == "TIME"


def _expression(token: Token, lookup: Lookup) -> TimeExpression | None:
    index = lookup.times.get(token.i)
    return lookup.reading.times[index] if index is not None else None


def _gerunds(verb: Token, time: Token, lookup: Lookup) -> Iterator[int]:
    """The deeds for which a verb tells what came of them: "had served three years for killing a student on March 3"."""
    for token in verb.doc[verb.i:time.i]:
        event = lookup.event_at(token.i) if token.dep_ == "pcomp" and token.head.lower_ == "for" and verb.is_ancestor(token) else None
        if event is not None:
            yield event


def _is_to_come(noun: Token, time: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether an event noun tells what a time that is past cannot date: "signed an accord on a future election on Wednesday"."""
    told, published = _expression(time, lookup), lookup.reading.article.date
    if is_verbal(noun) or told is None or told.latest is None or published is None or told.latest > published:
        return False
    words = [lemma(child) for child in noun.children if child.dep_ == "amod"]
    return any(cue.realis == KG.Planned for cue in ontology.cues_of("adjective", words))


def _is_of_lead(token: Token, lookup: Lookup) -> bool:
    """Whether a time is the day of the news, at which a sentence's event was: "hit a van that was on its way to a clinic on Wednesday"."""
    told, published = _expression(token, lookup), lookup.reading.article.date
    if published is None or told is None or told.earliest is None or told.earliest != told.latest or token.head.lower_ != "on":
        return False
    return 0 <= (published - told.earliest).days < _WEEK


def _is_aftermath(verb: Token, ontology: Ontology) -> bool:
    """Whether somebody dies of what befell him before: "died of her injuries on Sunday"."""
    causes = [target for child in verb.children if child.dep_ == "prep" and child.lower_ in ("of", "from") for target in child.children]
    return any(lemma(target) in ontology.outcomes["noun"] for target in causes)


def _dated(event: Event, times: list[int], reading: Reading, doc: Doc) -> Event:
    """An event with the narrowest of its times, and the words for the time of day."""
    if not times:
        return event
    expressions = [reading.times[index] for index in times]
    dated = sorted((time for time in expressions if time.type in ("DATE", "TIME") and (time.earliest or time.latest)), key=_width)
    clock = [time for time in expressions if "T" in time.value.lstrip("P")[4:] and time.type == "TIME"]
    if not dated and not clock:
        return event
    proof = tuple(_evidence(time, reading, event) for time in ([*dated[:1], *clock[:1]]))
    value = _value(dated[0]) if dated else None
    earliest, latest = (dated[0].earliest, dated[0].latest) if dated else (None, None)
    when = dated and doc[reading.mentions[event.triggers[0]].head].head.i == reading.mentions[dated[0].mention].head
    if when and earliest and not latest and fullmatch(_DAY, dated[0].value):  # "since 19 May 2003, when": on that day
        value, latest = dated[0].value, earliest
    hour = _hour(reading.words_of(clock[0].mention)) if clock else None
    return replace(event, time=EventTime(value, earliest, latest, hour, proof))


def _hour(words: str) -> str:
    """The words for a time of day without those for the day: "3 a.m. on Monday", "Monday morning"."""
    kept = [word for word in words.split() if not (word[0].isupper() and word[1:].islower())]
    while kept and kept[-1] in ("on", "of", "the"):
        kept.pop()
    return " ".join(kept) or words


def _width(time: TimeExpression) -> int:
    return (time.latest - time.earliest).days if time.earliest and time.latest else 10_000


def _value(time: TimeExpression) -> str | None:
    """The TIMEX3 value as a date of the contract: a day, a month or a year, where both bounds are known."""
    day = time.value.partition("T")[0]
    if time.earliest is None or time.latest is None or not fullmatch(_DATED, day):
        return None
    longest = {4: 366, 7: 31, 10: 1}[len(day)]  # a range that only begins with that year or month has no such value
    return day if (time.latest - time.earliest).days < longest else None


def _evidence(time: TimeExpression, reading: Reading, event: Event) -> Evidence:
    mention = reading.mentions[time.mention]
    trigger = reading.mentions[event.triggers[0]]
    return Evidence(mention.sentence, KGX.time, 0.8, ((trigger.begin, trigger.end), (mention.begin, mention.end)))
