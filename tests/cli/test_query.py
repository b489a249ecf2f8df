"""`kg query`: where the query comes from, how the answer is written, and what is said of a mistake."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

GRAPHS = Path(__file__).parent.parent / "graph"
BRIDGE = GRAPHS / "bridge.ttl"
EVENTS = "SELECT ?event { ?e a kg:Attack ; rdfs:label ?event } ORDER BY ?event"


def kg(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["query", *map(str, arguments)])


def test_table() -> None:
    result = kg(EVENTS, BRIDGE)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[1].strip() == "Bombing of a bridge near Port Alder, 13 September 2017"


def test_terms_are_short_in_a_table() -> None:
    assert "kg:Killed" in kg("SELECT ?o { ?t kg:outcome ?o }", BRIDGE).stdout


def test_file_and_folder(tmp_path: Path) -> None:
    (tmp_path / "events.rq").write_text(EVENTS, encoding="utf-8")
    assert kg("-f", tmp_path / "events.rq", BRIDGE).stdout == kg(EVENTS, BRIDGE).stdout
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "bridge.ttl").write_bytes(BRIDGE.read_bytes())
    assert kg(EVENTS, tmp_path).stdout == kg(EVENTS, BRIDGE).stdout


def test_ready_question_as_csv() -> None:
    result = kg("--name", "tolls-by-source", BRIDGE, GRAPHS / "ferry.ttl", "--format", "csv")
    assert result.stdout == (GRAPHS / "answers" / "tolls-by-source.csv").read_text(encoding="utf-8")


def test_json() -> None:
    found = json.loads(kg(EVENTS, BRIDGE, "--format", "json").stdout)
    assert [row["event"]["value"] for row in found["results"]["bindings"]][1:] == ["Shelling of Port Alder"]


@pytest.mark.parametrize(("query", "table", "as_json"), [
    ("ASK { ?e a kg:Attack }", "yes\n", {"head": {}, "boolean": True}), ("ASK { ?e a kg:Flood }", "no\n", {"head": {}, "boolean": False}),
])
def test_ask(query: str, table: str, as_json: object) -> None:
    assert kg(query, BRIDGE).stdout == table
    assert json.loads(kg(query, BRIDGE, "--format", "json").stdout) == as_json


def test_construct_is_turtle() -> None:
    assert " kg:toll toll:" not in kg("CONSTRUCT WHERE { ?e kg:toll ?t }", BRIDGE).stdout
    assert " kg:toll " in kg("CONSTRUCT WHERE { ?e kg:toll ?t }", BRIDGE).stdout


def test_nothing_found() -> None:
    result = kg("SELECT * { ?e a kg:Flood }", BRIDGE)
    assert (result.exit_code, result.stdout) == (0, "")


def test_list() -> None:
    assert "tolls-by-source" in kg("--list").stdout


@pytest.mark.parametrize(("arguments", "message"), [
    ([], "no query"),
    ([BRIDGE], "is a file and no query"),
    ([EVENTS], "no graph to ask"),
    (["SELECT nonsense", BRIDGE], "not SPARQL"),
    ([EVENTS, "absent.ttl"], "absent.ttl: no such file"),
    (["--name", "nonsense", BRIDGE], "no such ready question"),
    (["-f", "absent.rq", BRIDGE], "absent.rq: No such file"),
    (["-f", "absent.rq", "--name", "people", BRIDGE], "use one"),
    ([EVENTS, BRIDGE, "--ontology", "absent"], "absent"),
])
def test_mistake_is_one_line_and_exit_code_2(arguments: list[str | Path], message: str) -> None:
    result = kg(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr and result.stderr.count("\n") == 1 and result.stdout == ""
