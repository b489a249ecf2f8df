"""The table at the end of a build: who did what to whom, where, when, how many, says who, and the sentence that says so."""

from collections import Counter
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

_LONGEST = 300  # characters of a sentence

_COLUMNS = {"who": 6, "did what": 5, "to whom": 6, "where, when": 6, "how many, says who": 8}  # and their shares of the width


@dataclass(frozen=True, slots=True)
class Row:
    """An event in words, a cell a question and in it a line an answer, and its sentence."""

    who: tuple[str, ...]
    what: str
    whom: tuple[str, ...]
    where_when: tuple[str, ...]
    figures_sources: tuple[str, ...]
    sentence: str


def rows(reading: Reading, ontology: Ontology) -> list[Row]:
    """The events of a reading in which someone takes part or is counted, the main event first, then in the order of the text.

    A plain statement is told by the "says who" of what it reports, and gets no row.
    """
    order = sorted(range(len(reading.events)), key=lambda index: (index != reading.main_event, index))
    found = [_row(reading, index, ontology) for index in order if reading.events[index].type != KG.Statement]
    return [row for row in found if row.who or row.whom or row.figures_sources]


def show(console: Console, found: list[Row], left_out: int = 0) -> None:
    """Print rows, each with its sentence below it, and how many more there are."""
    if not found:
        console.print("No event was found in which someone takes part or is counted.")
        return
    console.print(_line([[name] for name in _COLUMNS], "bold"))
    for row in found:
        console.print(_line([row.who, [row.what], row.whom, row.where_when, row.figures_sources]))
        console.print(Padding(Text(f"“{row.sentence}”", style="italic dim"), (0, 0, 1, 2)))
    if left_out:
        console.print(Text(f"… and {left_out} more", style="dim"))


def _line(cells: Iterable[Iterable[str]], style: str = "") -> Table:
    line = Table.grid(expand=True, padding=(0, 2, 0, 0))
    for share in _COLUMNS.values():
        line.add_column(ratio=share, overflow="fold")
    line.add_row(*(Text("\n".join(cell), style=style) for cell in cells))
    return line


def _row(reading: Reading, index: int, ontology: Ontology) -> Row:
    event = reading.events[index]
    tolls = [toll for toll in reading.tolls if toll.event == index]
    return Row(
        _once(_doers(reading, event, ontology)),
        _what(event, ontology),
        _once(_names(reading, event, ontology, KG.patient, KG.recipient)),
        _once([*_names(reading, event, ontology, KG.place, KG.near, KG.destination), *_when(event)]),
        _once([*(_figure(reading, toll, ontology) for toll in tolls), *_sources(reading, event, tolls)]),
        _sentence(reading, event, tolls),
    )


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


def _when(event: Event) -> Iterator[str]:
    if event.time and event.time.value:
        yield event.time.value


def _figure(reading: Reading, toll: Toll, ontology: Ontology) -> str:
    figure = f"{toll.count_text or toll.count or ''} {ontology.label(toll.outcome).lower()}".strip()
    return f"{figure} ({', '.join(_once(reading.entities[source].label for source in toll.according_to))})" if toll.according_to else figure


def _sources(reading: Reading, event: Event, tolls: Iterable[Toll]) -> Iterator[str]:
    """Whose word the event or a role of it is, where no figure names him already."""
    told = {source for toll in tolls for source in toll.according_to}
    for evidence in (*event.evidence, *(evidence for role in event.roles for evidence in role.evidence)):
        if evidence.according_to is not None and evidence.according_to not in told:
            yield f"says {reading.entities[evidence.according_to].label}"


def _sentence(reading: Reading, event: Event, tolls: Iterable[Toll]) -> str:
    """The sentence that tells most of an event, the first of several."""
    evidence = [*event.evidence, *(event.time.evidence if event.time else ())]
    evidence += [piece for role in event.roles for piece in role.evidence] + [piece for toll in tolls for piece in toll.evidence]
    told_in = Counter(piece.sentence for piece in evidence)
    told_in.update(reading.mentions[trigger].sentence for trigger in event.triggers)
    best = min(told_in, key=lambda sentence: (-told_in[sentence], sentence))
    words = " ".join(reading.text_of(reading.sentences[best]).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST - 1] + "…"


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
