"""Every command and snippet of the README runs, in its order, in one folder, and gives what the README says.

What installs is not run here: `.ci/run` does that, and `test_wheel.py` holds that a wheel works.
"""

import doctest
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from tests.answers import figures
from tests.readme import README, Command, blocks, commands, links, own_type, result

ROOT = README.parent
AGAIN = "`python -m tests.answers` writes the README's answers anew; read what it changed before you commit it"
CONSOLES = [command for block in blocks("console") for command in commands(block)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout as far as the README's commands know one, with the graph and the page of the story built."""
    found = tmp_path_factory.mktemp("readme")
    (found / "tests").symlink_to(ROOT / "tests")
    (found / "types").mkdir()
    (found / "types" / "heckling.ttl").write_text(own_type(), encoding="utf-8")
    (found / "types" / "toppling.ttl").write_text(blocks("turtle", ROOT / "docs" / "ontology.md")[0], encoding="utf-8")  # checked with it
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(found)
        for block in blocks("sh"):
            for line in block.splitlines():
                if "kg build" in line:
                    printed(line[line.index("kg build"):])
    return found


def printed(line: str) -> list[str]:
    """What a `kg` command prints, a line an item, the blanks of a table made one."""
    name, *arguments = shlex.split(line)
    assert name == "kg", line
    ended = CliRunner().invoke(app, arguments)
    assert ended.exit_code == 0, f"{line}\n{ended.output}"
    return plain(ended.stdout.splitlines())


def plain(lines: list[str] | tuple[str, ...]) -> list[str]:
    """Lines with single blanks, without empty lines and without the numbers of lines in the ontology."""
    return [re.sub(r"(\.ttl):\d+", r"\1", " ".join(line.split())) for line in lines if line.strip()]


def test_set_up_is_two_commands_either_way() -> None:
    assert [len(block.splitlines()) for block in blocks("sh")][:2] == [2, 2]


def test_the_first_commands_build_the_story(folder: Path) -> None:
    assert sorted(path.name for path in (folder / "output").iterdir()) == ["nasiriyah.html", "nasiriyah.ttl"]


@pytest.mark.parametrize("command", CONSOLES, ids=lambda command: command.line[:40])
def test_a_command_prints_what_the_readme_says(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("webbrowser.open", lambda address: True)
    said, found = "\n".join(plain(command.printed)), "\n".join(printed(command.line))
    if not said:
        return
    pattern = "(.*\n)*".join(re.escape(part) for part in re.split(r"^…\n?", said, flags=re.MULTILINE))
    assert re.fullmatch(pattern, found + ("\n" if said.endswith("…") else "")), f"{found}\n\n{AGAIN}"


def test_the_turtle_shown_stands_in_the_output() -> None:
    lines = set(plain((ROOT / "output" / "nasiriyah.ttl").read_text(encoding="utf-8").splitlines()))
    assert not [line for line in plain(result().splitlines()) if line not in lines], AGAIN


def test_the_python_session_gives_what_the_readme_says() -> None:
    test = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "README", str(README), 0)
    assert test.examples
    told: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test, out=told.append)
    assert not told, "".join(told)


def test_the_figures_are_those_that_the_tests_hold() -> None:
    assert figures() in README.read_text(encoding="utf-8"), AGAIN


def test_every_file_the_readme_links_to_is_there() -> None:
    assert links() and not [link for link in links() if not (ROOT / link).exists()]
