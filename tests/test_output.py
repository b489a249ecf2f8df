"""The graph and the page that lie in `output/` for visitors are those that the present code makes of the README's story."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

ROOT = Path(__file__).parent.parent
COMMAND = "kg build tests/stories/nasiriyah.txt --out output/"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the story built anew."""
    folder = tmp_path_factory.mktemp("output")
    ended = CliRunner().invoke(app, ["build", str(ROOT / "tests" / "stories" / "nasiriyah.txt"), "--out", str(folder)])
    assert ended.exit_code == 0, ended.output
    return folder


@pytest.mark.parametrize("name", ["nasiriyah.ttl", "nasiriyah.html"])
def test_output_is_current(name: str, rebuilt: Path) -> None:
    if (ROOT / "output" / name).read_bytes() != (rebuilt / name).read_bytes():
        pytest.fail(f"output/{name} is not what the code makes of the story now; refresh it by `{COMMAND}`", pytrace=False)
