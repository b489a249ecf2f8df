"""`kg view` writes the page of a Turtle file and opens it."""

import webbrowser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

TURTLE = """@prefix kg: <https://w3id.org/dateline/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/e> a kg:Event, kg:Riot ; rdfs:label "Riot in Lindau" ; kg:realis kg:Actual .
"""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was asked to open."""
    found: list[str] = []
    monkeypatch.setattr(webbrowser, "open", found.append)
    return found


def test_the_page_is_written_and_opened(tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "riot.ttl").write_text(TURTLE, encoding="utf-8")
    result = CliRunner().invoke(app, ["view", str(tmp_path / "riot.ttl")])
    assert result.exit_code == 0, result.output
    assert "Riot in Lindau" in (tmp_path / "riot.html").read_text(encoding="utf-8")
    assert opened == [(tmp_path / "riot.html").as_uri()]


@pytest.mark.parametrize("content", [None, "no turtle", b"\xff\xfe\x00"])
def test_what_is_no_turtle_is_told_in_a_line(content: str | bytes | None, tmp_path: Path, opened: list[str]) -> None:
    if content is not None:
        (tmp_path / "x.ttl").write_bytes(content if isinstance(content, bytes) else content.encode())
    result = CliRunner().invoke(app, ["view", str(tmp_path / "x.ttl")])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1 and "x.ttl" in result.stderr
    assert not opened and not (tmp_path / "x.html").exists()


def test_several_files_make_one_page(tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "riot.ttl").write_text(TURTLE, encoding="utf-8")
    (tmp_path / "other.ttl").write_text(TURTLE.replace("example.org/e", "example.org/f").replace("Lindau", "Marrin"), encoding="utf-8")
    for arguments in ([str(tmp_path)], [str(tmp_path / "riot.ttl"), str(tmp_path / "other.ttl")]):
        result = CliRunner().invoke(app, ["view", *arguments])
        assert result.exit_code == 0, result.output
        text = (tmp_path / "view.html").read_text(encoding="utf-8")
        assert "Riot in Lindau" in text and "Riot in Marrin" in text
        (tmp_path / "view.html").unlink()


def test_a_part_can_be_asked_for(tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "riot.ttl").write_text(TURTLE, encoding="utf-8")
    (tmp_path / "other.ttl").write_text(TURTLE.replace("example.org/e", "example.org/f").replace("Lindau", "Marrin"), encoding="utf-8")
    result = CliRunner().invoke(app, ["view", str(tmp_path), "--event", "marrin", "--out", str(tmp_path / "part.html")])
    assert result.exit_code == 0, result.output
    text = (tmp_path / "part.html").read_text(encoding="utf-8")
    assert "Riot in Marrin" in text and "Riot in Lindau" not in text


@pytest.mark.parametrize(("arguments", "message"), [
    (["--event", "flood"], "no event is called 'flood'"),
    (["--entity", "nobody"], "no person, group, place or thing is called 'nobody'"),
    (["--since", "2017"], "no event is told of"),
    (["--since", "last year"], "last year: not a day"),
])
def test_what_is_not_there_is_told_in_a_line(arguments: list[str], message: str, tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "riot.ttl").write_text(TURTLE, encoding="utf-8")
    result = CliRunner().invoke(app, ["view", str(tmp_path / "riot.ttl"), *arguments])
    assert result.exit_code == 2 and message in result.stderr and len(result.stderr.splitlines()) == 1
    assert not opened and not list(tmp_path.glob("*.html"))
