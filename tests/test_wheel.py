"""A wheel works from another folder, without the checkout: the ontology inside it, and the type that the README adds, word for word."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.terms import KGX
from tests.readme import own_type

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with the README's type and an article that is that type's example."""
    (tmp_path / "types").mkdir()
    (tmp_path / "types" / "mine.ttl").write_text(own_type(), encoding="utf-8")
    examples = [quad.object.value for quad in ox.parse(own_type(), format=ox.RdfFormat.TURTLE) if quad.predicate.value == KGX.example]
    (tmp_path / "story.txt").write_text("date 2017-09-14\n\n" + "\n".join(examples), encoding="utf-8")
    return tmp_path


def run(installed: Path, folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_readmes_type_has_ten_lines_at_most_and_no_path() -> None:
    assert len([line for line in own_type().splitlines() if line.strip()]) <= 10
    assert "kgx:path" not in own_type() and "kgx:steps" not in own_type()


def test_the_wheel_holds_the_ontology_and_what_the_page_needs(installed: Path) -> None:
    held = {path.relative_to(installed / "kg").as_posix() for path in (installed / "kg").rglob("*") if path.is_file()}
    expected = {f"_ontology/{path.relative_to(ROOT / 'ontology').as_posix()}" for path in (ROOT / "ontology").rglob("*") if path.is_file()}
    expected |= {path.relative_to(ROOT / "kg").as_posix() for path in (ROOT / "kg").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert expected <= held


def test_the_readmes_type_is_found_by_an_installed_wheel(installed: Path, elsewhere: Path) -> None:
    assert str(installed) in run(installed, elsewhere, "-c", "import kg; print(kg.__file__)")
    table = run(installed, elsewhere, "-m", "kg", "build", "story.txt", "--ontology", "types", "--out", "out")
    assert "heckling" in table
    assert (elsewhere / "out" / "story.html").is_file()
    answer = run(
        installed, elsewhere, "-m", "kg", "query", "--format", "csv", "--ontology", "types",
        "SELECT ?who ?what { ?event a <https://example.org/types#Heckling> ; kg:agent/rdfs:label ?who ; kg:patient/rdfs:label ?what }",
        "out/story.ttl",
    )
    assert "tudents" in answer and "minister" in answer
