"""The tables as pandas DataFrames, for notebooks; pandas is asked for only here (`pip install 'dateline[pandas]'`)."""

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.exports.source import Source
from kg.graph.exports.tables import Cell, table
from kg.ontology import Ontology

if TYPE_CHECKING:
    import pandas

__all__ = ["MissingPandasError", "frame"]

_DAYS = ("event_date", "earliest", "latest")


class MissingPandasError(ImportError):
    """pandas is not installed; the message says how to install it."""


def frame(store: ox.Store, ontology: Ontology, name: str) -> "pandas.DataFrame":
    """One of the tables of `kg.graph.exports.tables` ("events", "roles", "tolls") as a DataFrame.

    Whole numbers are Int64 and days are datetimes, each with NA where nothing is told. Raises MissingPandasError without pandas.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingPandasError("DataFrames need pandas: pip install 'dateline[pandas]'") from error
    found = table(Source(store, ontology), name)
    columns = {
        column: pandas.Series([row[place] for row in found.rows], dtype=_dtype([row[place] for row in found.rows]))
        for place, column in enumerate(found.columns)
    }
    made = pandas.DataFrame(columns)
    for column in _DAYS:
        if column in columns:
            made[column] = pandas.to_datetime(made[column].where(made[column] != ""), format="%Y-%m-%d")
    return made


def _dtype(cells: list[Cell]) -> str:
    """The type of a column, which must not depend on whether a cell is empty."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds <= {int, float} and kinds:
        return "Float64" if float in kinds else "Int64"
    return "bool" if kinds == {bool} else "object"
