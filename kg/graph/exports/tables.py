"""Events, roles and tolls as tables, the events in the columns of ACLED as far as they fit.

The columns follow the codebook of ACLED (see `kg.graph.exports.acled`), so that scripts written for its files read ours. What differs:

| column | here |
|---|---|
| event_id_cnty | the country's ISO 3166-1 alpha-2 code (XX where unknown) and ten digits of a hash of the event's IRI |
| event_date, year | the first day on which the event can have been; empty where no day is told |
| time_precision | 1 a day, 2 up to a week, 3 up to a month, empty beyond (ACLED codes no less) |
| event_type, sub_event_type | ACLED's, by the event's class alone; empty where ACLED has none (a trial) or who did it would decide |
| actor1, assoc_actor_1 | who did it, told as a fact; the organisation behind it and their groups. Never who claims it or is accused |
| actor2, assoc_actor_2 | those harmed or aimed at, and their groups |
| country, admin1, admin2, location | by kg:place (or else kg:near) and the places that hold it; location is the town where one is told |
| latitude, longitude, geo_precision | of the nearest place that has coordinates; 1 a town or less, 2 only near it, 3 a region or country |
| source | the article's publisher, or its host |
| notes | the sentences that tell the event |
| fatalities | the preferred toll of those killed, its lower bound where only that is told; empty (not 0) where none is |

Not filled, and so left out: disorder_type, inter1, inter2, interaction, civilian_targeting, iso, region, admin3, source_scale, tags,
timestamp. All columns after fatalities are ours; `realis` must be Actual for what happened, and `part_of` is empty for what counts once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from kg.graph.exports import event_rows, role_rows, toll_rows
from kg.graph.exports.source import Source
from kg.ontology import Ontology

__all__ = ["TABLES", "Cell", "Table", "table", "tables"]

Cell = str | int | float | bool | None
Rows = Callable[[Source], list[dict[str, Cell]]]

TABLES: Mapping[str, tuple[tuple[str, ...], Rows]] = MappingProxyType({
    "events": (event_rows.COLUMNS, event_rows.rows),
    "roles": (role_rows.COLUMNS, role_rows.rows),
    "tolls": (toll_rows.COLUMNS, toll_rows.rows),
})
"""The columns of each table, and what fills them."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: None stands for an empty cell of a number."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(store: ox.Store, ontology: Ontology) -> dict[str, Table]:
    """All tables of the RDF of some articles, by name, their rows in the order of the events' IRIs."""
    source = Source(store, ontology)
    return {name: table(source, name) for name in TABLES}


def table(source: Source, name: str) -> Table:
    """One of the tables: "events", "roles" or "tolls"."""
    columns, rows = TABLES[name]
    return Table(columns, tuple(tuple(row[column] for column in columns) for row in rows(source)))
