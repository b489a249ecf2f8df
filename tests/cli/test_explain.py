"""`kg explain` names the words, the paths and the lines of the ontology."""

from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app
from kg.cli.lines import Lines
from kg.ontology import folder, load
from kg.terms import KGX


def test_a_sentence_is_explained_with_the_lines_that_fired() -> None:
    result = CliRunner().invoke(app, ["explain", "Gunmen killed two policemen in Basra on Thursday.", "--date", "2017-09-14"])
    assert result.exit_code == 0, result.output
    assert "“killed”" in result.stdout and "2017-09-14" in result.stdout and "Basra" in result.stdout
    place = next(line for line in result.stdout.splitlines() if "“killed”" in line).split()[-2]
    name, _, number = place.partition(":")
    [path] = folder().rglob(name)
    assert '"kill"' in path.read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_no_sentence_is_a_user_error() -> None:
    result = CliRunner().invoke(app, ["explain", " "])
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1


def test_every_path_and_word_of_the_ontology_has_its_line() -> None:
    ontology, lines = load(), Lines()
    paths = {path.iri for event in ontology.event_types for path in ontology.paths(event)}
    words = {word.rule for index in (ontology.verbs, ontology.nouns) for found in index.values() for word in found}
    assert not [rule for rule in sorted(paths | words) if not lines.place(rule)]


def test_a_users_words_have_their_lines_too(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text('@prefix kgx: <x#> .\n\nkgx:Heckling a kgx:x ;\n  kgx:verb "shout down" .\n', encoding="utf-8")
    assert Lines([tmp_path]).place(f"{KGX.iri}Heckling/verb/shout-down") == "mine.ttl:4"
