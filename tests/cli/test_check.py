"""`kg check` tells what is wrong with an ontology, and that its examples are read as they say."""

from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app
from kg.examples import run
from kg.language import model
from kg.ontology import load
from tests.readme import own_type

WRONG = """
ex:Heckling kgx:vreb "jeer" ;
    kgx:example [ kgx:text "Pupils booed the mayor in York on Monday." ; kg:agent "Teachers" ] , "Nothing of the kind was heard." .
"""


def test_all_examples_of_the_ontology_are_read_as_they_say() -> None:
    outcomes = list(run(load(), model.load()))
    assert len(outcomes) > 300
    assert [f"{example.text}: {fault}" for example, fault in outcomes if fault] == []


def test_the_faults_of_a_users_file_are_told_and_ours_are_none(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(own_type() + WRONG, encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "--ontology", str(tmp_path)])
    assert result.exit_code == 2
    told = "\n".join(result.stderr.splitlines())
    assert "kgx:vreb" in told
    assert "no agent “Teachers”" in told
    assert "“Nothing of the kind was heard.”: no Heckling found" in told
    assert "3 faults" in result.stdout
    assert "Students heckled" not in told


def test_a_missing_folder_is_a_user_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--ontology", str(tmp_path / "none")])
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1
