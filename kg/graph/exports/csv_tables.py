"""CSV: a file a table, UTF-8, a header, RFC 4180 quotes, line feeds."""

import csv
import io
from collections.abc import Mapping

import pyoxigraph as ox

from kg.graph.exports.tables import Cell, Table, tables
from kg.ontology import Ontology

__all__ = ["write"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet compute a cell


def write(store: ox.Store, ontology: Ontology) -> Mapping[str, str]:
    """`events.csv`, `roles.csv` and `tolls.csv`; what the columns mean is told in `kg.graph.exports.tables`."""
    return {f"{name}.csv": _written(table) for name, table in tables(store, ontology).items()}


def _written(table: Table) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return file.getvalue()


def _cell(cell: Cell) -> str:
    """A cell as text; words of an article that a spreadsheet would take for a formula begin with an apostrophe, which makes them words.

    >>> _cell("=HYPERLINK(1)"), _cell(-2.5), _cell(True), _cell(None)
    ("'=HYPERLINK(1)", '-2.5', 'true', '')
    """
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell.replace("\0", "")
    return "" if cell is None else str(cell).lower()
