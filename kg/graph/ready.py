"""The ready questions: SPARQL files whose first comment lines say what they answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.ontology import folder

__all__ = ["ReadyQuery", "ready_queries"]

_TITLE = "Title:"


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A question with a name: its file's, without the suffix."""

    name: str
    title: str
    description: str
    text: str


def ready_queries(folders: Iterable[Path] = ()) -> list[ReadyQuery]:
    """The ready questions of our ontology and of the user's folders, by name; a user's hides one of ours of the same name."""
    found = {path.stem: _read(path) for where in (folder(), *folders) if where.is_dir() for path in sorted(where.rglob("*.rq"))}
    return [found[name] for name in sorted(found)]


def _read(path: Path) -> ReadyQuery:
    text = path.read_text(encoding="utf-8")
    comments = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("# ").strip())
    title = comments[0].removeprefix(_TITLE).strip() if comments and comments[0].startswith(_TITLE) else path.stem
    return ReadyQuery(path.stem, title, " ".join(line for line in comments if not line.startswith(_TITLE)), text)
