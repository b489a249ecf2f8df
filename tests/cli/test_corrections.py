"""`kg build --corrections`: what was corrected stays corrected, and what finds nothing is told."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

STORY = "date 2017-09-14\nBridge bombed in Lindau\n\nLindau - Gunmen killed two guards at a bridge near Lindau on Thursday, police said.\n"
PREFIXES = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in {
    "kg": "https://w3id.org/dateline/ontology#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
}.items())


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def build(story: Path, *options: str | Path) -> tuple[Result, str]:
    arguments = ["build", story, "--out", story.parent / "out", "--no-html", *options]
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    made = story.parent / "out" / "bridge.ttl"
    return result, made.read_text(encoding="utf-8") if made.exists() else ""


def correction(article: str, text: str, subject: str, term: str, value: str) -> str:
    def words(term: str, told: str) -> str:
        begin = text.index(told)
        place = f'nif:beginIndex {begin} ; nif:endIndex {begin + len(told)} ; nif:anchorOf "{told}"'
        return f"{term} [ nif:referenceContext <{article}#text> ; {place} ]"

    ends = f"rdf:subject <{article}/event/x> ; rdf:predicate {term} ; rdf:object <{article}/entity/x>"
    return f"{PREFIXES}[] a kg:Rejection ; {ends} ; {words('kg:subjectWords', subject)} ; {words('kg:objectWords', value)} .\n"


def article_of(turtle: str) -> str:
    prefix = next(line for line in turtle.splitlines() if line.startswith("@prefix this:"))
    return prefix.partition("<")[2].partition("#")[0]


def test_a_rejected_edge_does_not_come_back(story: Path) -> None:
    result, before = build(story)
    assert result.exit_code == 0 and "kg:perpetrator entity:gunmen" in before
    file = story.parent / "corrections.ttl"
    file.write_text(correction(article_of(before), STORY, "killed", "kg:perpetrator", "Gunmen"), encoding="utf-8")
    result, after = build(story, "--corrections", file)
    assert result.exit_code == 0, result.output
    assert "kg:perpetrator entity:gunmen" not in after and "kg:Rejected" in after
    assert "kg:victim" in after and result.stderr == ""
    assert build(story, "--corrections", file)[1] == after


@pytest.mark.parametrize("change", [("killed", "Lindau on"), ("article/2017", "article/x-00000000-2017")])
def test_what_finds_nothing_is_told_and_listed(story: Path, change: tuple[str, str]) -> None:
    _, before = build(story)
    file = story.parent / "corrections.ttl"
    text = correction(article_of(before), STORY, "killed", "kg:instrument", "Gunmen")
    file.write_text(text.replace("#text", "0#text") if "article" in change[0] else text, encoding="utf-8")
    result, after = build(story, "--corrections", file, "--report")
    assert (result.exit_code, after) == (0, before)
    assert result.stderr == "kg: 1 of 1 corrections changed nothing; --report lists them\n"
    assert "nothing left to reject" in result.stdout or "no article of this build" in result.stdout


@pytest.mark.parametrize("content", [None, "no turtle", PREFIXES + "[] a kg:Rejection ."])
def test_a_bad_file_is_a_user_s_error_in_a_line(story: Path, content: str | None) -> None:
    file = story.parent / "bad.ttl"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    result, made = build(story, "--corrections", file)
    assert result.exit_code == 2 and made == ""
    assert len(result.stderr.splitlines()) == 1 and "bad.ttl" in result.stderr
