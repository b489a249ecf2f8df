"""The tables as DataFrames."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from kg.graph.exports.frames import MissingPandasError, frame
from kg.graph.store import union
from kg.ontology import load

MARKET = Path(__file__).parents[2] / "page" / "market.ttl"


def test_a_column_has_its_type_also_where_cells_are_empty() -> None:
    pandas = pytest.importorskip("pandas")
    tolls, events = (frame(union([MARKET], load()), load(), name) for name in ("tolls", "events"))
    assert tolls["count"].dtype == "Int64" and tolls["preferred"].dtype == bool
    assert tolls[tolls.preferred & (tolls.outcome == "Killed")]["count"].sum() == 9
    assert events["event_date"].max() == pandas.Timestamp("2021-03-21")
    assert events["event_date"].isna().any()


def test_without_pandas_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(MissingPandasError, match=r"pip install 'dateline\[pandas\]'"):
        frame(union([MARKET], load()), load(), "events")
