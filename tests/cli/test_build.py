"""`kg build` on good and bad input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

STORY = "date 2017-09-14\nBridge bombed in Lindau\n\nLindau - Gunmen killed two guards at a bridge near Lindau on Thursday, police said.\n"
OTHER = "Storm kills four\n\nA storm killed four fishermen off the coast of Peru on Monday.\n"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "bridge.txt").write_text(STORY, encoding="utf-8")
    (folder / "deep" / "storm.md").write_text(OTHER, encoding="utf-8")
    return folder


def kg(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_an_article_becomes_turtle_a_page_and_a_table(stories: Path, tmp_path: Path) -> None:
    result = kg("build", stories / "bridge.txt", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert names(tmp_path / "out") == ["bridge.html", "bridge.ttl"]
    assert "Gunmen killed two guards" in result.stdout
    assert "two killed" in result.stdout
    assert "kg:Toll" in (tmp_path / "out" / "bridge.ttl").read_text(encoding="utf-8")


def test_a_folder_is_read_with_all_below_and_gets_an_index(stories: Path, tmp_path: Path) -> None:
    result = kg("build", stories, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert names(tmp_path / "out") == ["bridge.html", "bridge.ttl", "index.html", "storm.html", "storm.ttl"]
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="bridge.html"' in index and 'href="storm.html"' in index


def test_no_pages_are_written_where_none_are_wanted(stories: Path, tmp_path: Path) -> None:
    assert kg("build", stories, "--out", tmp_path / "out", "--no-html").exit_code == 0
    assert names(tmp_path / "out") == ["bridge.ttl", "storm.ttl"]


def test_two_inputs_of_one_name_get_two_names(stories: Path, tmp_path: Path) -> None:
    (stories / "deep" / "bridge.md").write_text(OTHER, encoding="utf-8")
    assert kg("build", stories, "--out", tmp_path / "out", "--no-html").exit_code == 0
    assert names(tmp_path / "out") == ["bridge-2.ttl", "bridge.ttl", "storm.ttl"]


def test_each_line_of_jsonl_is_an_article(tmp_path: Path) -> None:
    good = '{"title": "Storm", "text": "A storm killed four men on Monday.", "date": "2020-01-02"}'
    (tmp_path / "wire.jsonl").write_text(f"{good}\nno json\n{good}\n", encoding="utf-8")
    result = kg("build", tmp_path / "wire.jsonl", "--out", tmp_path / "out", "--no-html")
    assert result.exit_code == 2
    assert "line 2" in result.stderr
    assert names(tmp_path / "out") == ["wire-0001.ttl", "wire-0003.ttl"]


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 20,
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(500),
    "long.txt": b"A man was killed in Oslo. " * 200_000,
    "article.pdf": b"%PDF-1.7 no reader for this",
    "broken.jsonl": b"{",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_line_and_the_rest_is_built(name: str, stories: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    result = kg("build", tmp_path / name, stories / "bridge.txt", "--out", tmp_path / "out", "--no-html")
    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert line.startswith("kg: ") and name in line
    assert names(tmp_path / "out") == ["bridge.ttl"]


def test_nothing_is_made_where_nothing_can_be_read(tmp_path: Path) -> None:
    result = kg("build", tmp_path / "nowhere.txt", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "nowhere.txt" in result.stderr and len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes("Rebels killed four men in Bogotá. Señor Muñoz denied it.".encode(encoding))
    assert kg("build", tmp_path / "story.txt", "--out", tmp_path / "out", "--no-html").exit_code == 0
    assert "Bogotá. Señor Muñoz" in (tmp_path / "out" / "story.ttl").read_text(encoding="utf-8")


def test_a_sentence_of_fifty_thousand_characters_is_read(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Gunmen killed a guard " + "and burned a house " * 2_630 + "in Oslo.\n", encoding="utf-8")
    assert kg("build", tmp_path / "long.txt", "--out", tmp_path / "out", "--no-html").exit_code == 0


def test_scripts_in_a_headline_stay_words(tmp_path: Path) -> None:
    page = "<html><head><title>x</title></head><body><article><h1>Storm &lt;script&gt;alert(1)&lt;/script&gt; kills four</h1>"
    page += "<p>A storm killed four fishermen off the coast of Peru on Monday, the navy said, and left a village without light.</p>" * 3
    (tmp_path / "page.html").write_text(page + "</article></body></html>", encoding="utf-8")
    assert kg("build", tmp_path / "page.html", "--out", tmp_path / "out").exit_code == 0
    assert "<script>alert(1)" not in (tmp_path / "out" / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--base", "no iri"], "no base"),
        (["--base", "https://example.org/x"], "ends in /"),
        (["--model", "no_such_pipeline"], "no_such_pipeline"),
        (["--ontology", "no-such-folder"], "no-such-folder"),
        (["--text", "some"], "some"),
    ],
)
def test_wrong_options_are_user_errors(options: list[str], words: str, stories: Path, tmp_path: Path) -> None:
    result = kg("build", stories, "--out", tmp_path / "out", *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told_in_a_line(stories: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = kg("build", stories / "bridge.txt", "--out", tmp_path / "file")
    assert result.exit_code == 2
    assert "--out" in result.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_what_is_told_not_to_be_repeated_is_not(stories: Path, tmp_path: Path) -> None:
    kg("build", stories / "bridge.txt", "--out", tmp_path / "out", "--no-html", "--text", "none", "--no-evidence", "--base", "https://example.org/news/")
    turtle = (tmp_path / "out" / "bridge.ttl").read_text(encoding="utf-8")
    assert "Gunmen killed two guards" not in turtle
    assert "kg:Evidence" not in turtle
    assert "https://example.org/news/article/2017-09-14-" in turtle


def test_a_report_lists_what_was_left_open(stories: Path, tmp_path: Path) -> None:
    result = kg("build", stories / "bridge.txt", "--out", tmp_path / "out", "--no-html", "--report")
    assert result.exit_code == 0
    assert "bridge: " in result.stdout or "nothing was left open" in result.stdout


def test_the_same_input_gives_the_same_bytes_in_any_process(stories: Path, tmp_path: Path) -> None:
    """Once in this process, beside another article; and alone, in two processes of other hash seeds."""
    kg("build", stories, "--out", tmp_path / "here")
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "kg", "build", str(stories / "bridge.txt"), "--out", str(tmp_path / seed)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    for name in ("bridge.ttl", "bridge.html"):
        contents = {(tmp_path / folder / name).read_bytes() for folder in ("here", "1", "2")}
        assert len(contents) == 1, name
