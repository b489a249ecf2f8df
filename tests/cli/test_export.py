"""`kg export` writes what a format's writer makes, and says what is wrong in a line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.cli.export import Form
from kg.graph.exports import WRITERS

MARKET = Path(__file__).parents[1] / "page" / "market.ttl"


@pytest.mark.parametrize(("form", "names"), [
    ("csv", ["events.csv", "roles.csv", "tolls.csv"]),
    ("graphml", ["graph.graphml"]), ("gexf", ["graph.gexf"]), ("jsonld", ["graph.jsonld"]),
])
def test_files_of_a_format(form: str, names: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["export", str(MARKET), "--to", form, "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert result.stdout.splitlines() == [str(tmp_path / "out" / name) for name in names]


def test_every_writer_has_its_word() -> None:
    assert {form.value for form in Form} == set(WRITERS)


@pytest.mark.parametrize(("arguments", "words"), [
    (["nowhere.ttl", "--to", "csv"], "nowhere.ttl"), ([str(MARKET), "--to", "xlsx"], "xlsx"),
    ([str(Path(__file__)), "--to", "csv"], "not Turtle"),
])
def test_what_is_wrong_is_said(arguments: list[str], words: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["export", *arguments, "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert words in result.stderr
    assert not (tmp_path / "out").exists()
