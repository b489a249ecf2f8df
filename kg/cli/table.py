"""The table at the end of a build: who did what to whom, where, when, how many, says who, and the sentence that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.model import Event, Reading, Toll
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Row", "rows", "show"]

_COLUMNS = {"who": 3, "did what": 3, "to whom": 4, "where": 3, "when": 2, "how many": 3, "says who": 3}
_NARROWEST = 100  # columns, where the output is no terminal and has no width of its own


@dataclass(frozen=True, slots=True)
class Row:
    """An event in words, a cell a question, and its sentence."""

    cells: tuple[str, str, str, str, str, str, str]
    sentence: str


def rows(reading: Reading, ontology: Ontology) -> list[Row]:
    """The events of a reading in which someone takes part or is counted, the main event first, then in the order of the text.

    A statement that only reports another event is told by that event's "says who" and gets no row.
    """
    order = sorted(range(len(reading.events)), key=lambda index: (index != reading.main_event, index))
    found = [_row(reading, index, ontology) for index in order if _is_told(reading.events[index], ontology)]
    return [row for row in found if any((row.cells[0], row.cells[2], row.cells[5]))]


def show(console: Console, found: Iterable[Row], left_out: int = 0) -> None:
    """Print rows, each with its sentence below it, and how many more there are."""
    found = list(found)
    if not found:
        console.print("No event was found in which someone takes part or is counted.")
        return
    width = console.width if console.is_terminal else max(_NARROWEST, console.width)
    console.print(_line([Text(name, style="bold") for name in _COLUMNS]), width=width)
    for row in found:
        console.print(_line([Text(cell) for cell in row.cells]), width=width)
        console.print(Padding(Text(f"“{row.sentence}”", style="italic dim"), (0, 0, 1, 2)), width=width)
    if left_out:
        console.print(Text(f"… and {left_out} more", style="dim"))


def _line(cells: Iterable[Text]) -> Table:
    line = Table.grid(expand=True, padding=(0, 2, 0, 0))
    for ratio in _COLUMNS.values():
        line.add_column(ratio=ratio, overflow="fold")
    line.add_row(*cells)
    return line


def _is_told(event: Event, ontology: Ontology) -> bool:
    if not ontology.is_a(event.type, KG.Statement):
        return True
    return not (event.said and event.said.tolls) and not any(link.property == KG.reports for link in event.links)


def _row(reading: Reading, index: int, ontology: Ontology) -> Row:
    event = reading.events[index]
    tolls = [toll for toll in reading.tolls if toll.event == index]
    cells = (
        _join(_doers(reading, event, ontology)),
        _what(event, ontology),
        _join(_names(reading, event, ontology, KG.patient, KG.recipient)),
        _join(_names(reading, event, ontology, KG.place, KG.near, KG.destination)),
        (event.time.value or "") if event.time else "",
        _join(_figure(toll, ontology) for toll in tolls),
        _join(_sources(reading, event, tolls)),
    )
    return Row(cells, _sentence(reading, event))


def _doers(reading: Reading, event: Event, ontology: Ontology) -> Iterator[str]:
    yield from _names(reading, event, ontology, KG.agent)
    for role, remark in ((KG.claimedBy, "claims it"), (KG.allegedPerpetrator, "accused")):
        yield from (f"{name} ({remark})" for name in _names(reading, event, ontology, role))


def _names(reading: Reading, event: Event, ontology: Ontology, *properties: str) -> Iterator[str]:
    for role in event.roles:
        if any(ontology.is_a(role.property, above) for above in properties):
            yield reading.entities[role.entity].label


def _what(event: Event, ontology: Ontology) -> str:
    what = ontology.label(event.type)
    return what if event.realis == KG.Actual else f"{what} ({ontology.label(event.realis).lower()})"


def _figure(toll: Toll, ontology: Ontology) -> str:
    return f"{toll.count_text or toll.count or ''} {ontology.label(toll.outcome).lower()}".strip()


def _sources(reading: Reading, event: Event, tolls: Iterable[Toll]) -> Iterator[str]:
    for toll in tolls:
        yield from (reading.entities[source].label for source in toll.according_to)
    for evidence in (*event.evidence, *(evidence for role in event.roles for evidence in role.evidence)):
        if evidence.according_to is not None:
            yield reading.entities[evidence.according_to].label


def _sentence(reading: Reading, event: Event) -> str:
    span = reading.sentences[reading.mentions[event.triggers[0]].sentence]
    return " ".join(reading.text_of(span).split())


def _join(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
