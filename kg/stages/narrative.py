"""What the article is about: its main event, the toll that counts, and a phrase for each event."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from kg.language.eras import is_background
from kg.language.ranking import preferred
from kg.model import Event, Reading
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["stage"]

_LABEL_LENGTH = 120


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Sets the main event, the preferred tolls and the labels of events."""
    reading = replace(reading, main_event=_main(reading, ontology), tolls=preferred(reading, doc, ontology))
    return replace(reading, events=tuple(replace(event, label=_label(event, reading, ontology)) for event in reading.events))


def _main(reading: Reading, ontology: Ontology) -> int | None:
    """The event told in the headline and first, with the most words and tolls; what happened before what did not, deeds before words."""
    def weight(index: int) -> tuple[float, int]:
        event = reading.events[index]
        mentions = [reading.mentions[trigger] for trigger in event.triggers]
        headline = reading.article.headline
        score = 4.0 * any(headline is not None and mention.end <= headline[1] for mention in mentions)
        score += 3.0 / (1 + min(mention.sentence for mention in mentions)) + min(3, len(mentions)) + len(event.roles) / 4
        score += 2.0 * any(toll.event == index for toll in reading.tolls) + 2.0 * (event.realis == KG.Actual)
        score -= 4.0 * is_background(event, reading.article.date)
        score -= 4.0 * ontology.is_a(event.type, KG.Statement) + 2.0 * any(link.property == KG.partOf for link in event.links)
        return score, -mentions[0].begin

    return max(range(len(reading.events)), key=weight, default=None)


def _label(event: Event, reading: Reading, ontology: Ontology) -> str:
    """A short phrase: "Suicide bombing at a security checkpoint near Nasiriyah, 14 September 2017"."""
    def name(*terms: str) -> str | None:
        found = [role.entity for term in terms for role in event.roles if role.property == term]
        return reading.entities[found[0]].label if found else None

    kind = ontology.label(event.type)
    parts = [kind[:1].upper() + kind[1:]]
    doer, harmed, aimed = name(KG.speaker) or name(KG.agent), name(KG.victim, KG.patient), name(KG.target)
    if ontology.is_a(event.type, KG.Statement):
        parts += [f"by {doer}"] if doer else []
    elif aimed or harmed:
        parts.append(f"on {aimed}" if aimed and event.type in (KG.Attack, KG.ArmedAssault) else f"of {aimed or harmed}")
    elif doer:
        parts.append(f"by {doer}")
    told = {aimed or harmed, doer}
    place, near = name(KG.place), name(KG.near)
    parts += [f"in {place}"] if place and place not in told else []
    parts += [f"near {near}"] if near and near not in {place, *told} else []
    phrase = " ".join(parts)
    day = _day(event)
    return (phrase if len(phrase) <= _LABEL_LENGTH else phrase[:_LABEL_LENGTH - 1] + "…") + (f", {day}" if day else "")


def _day(event: Event) -> str | None:
    if event.time is None or event.time.value is None or event.time.earliest is None:
        return None
    return _written(event.time.earliest, event.time.value.split("-"))


def _written(day: date, parts: Iterable[str]) -> str:
    precision = len(list(parts))
    return (f"{day.day} " if precision == 3 else "") + (f"{day:%B} " if precision >= 2 else "") + str(day.year)
