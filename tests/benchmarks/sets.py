"""The development sets of the accuracy benchmark, as accuracy.toml tells of them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

__all__ = ["NOTHING", "ROOT", "Figure", "Set", "development_sets"]

ROOT = Path(__file__).parents[2]
SETS = Path(__file__).parent / "accuracy.toml"
NOTHING = "–"


@dataclass(frozen=True)
class Figure:
    """A row of a scorer that stands in the table: under which name, and beside which floor."""

    row: str
    name: str
    floor: str = NOTHING


@dataclass(frozen=True)
class Set:
    """A development set: its articles, its scorer and that one's arguments (with {eval}, {root} and {out} to fill in), its figures."""

    name: str
    articles: str
    scorer: str
    arguments: list[str]
    figures: tuple[Figure, ...]

    def path(self, where: Path, root: Path) -> Path:
        """Where the articles are."""
        return Path(self.articles.format(eval=where, root=root))

    def filled(self, where: Path, root: Path, out: Path) -> list[str]:
        """The scorer's arguments for the graphs in a folder."""
        return [argument.format(eval=where, root=root, out=out) for argument in self.arguments]


def development_sets() -> list[Set]:
    """What accuracy.toml says, in its order."""
    found = tomllib.loads(SETS.read_text(encoding="utf-8"))["set"]
    return [Set(**{**one, "figures": tuple(Figure(**figure) for figure in one["figures"])}) for one in found]
