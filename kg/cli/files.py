"""Files that are there whole or not at all."""

import os
from pathlib import Path

__all__ = ["write"]


def write(path: Path, text: str) -> None:
    """Write a file in UTF-8, line ends as given, under another name in the same folder, then give it its own.

    Raises OSError where the folder cannot be made or written to; nothing is left behind then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(text.encode())
        draft.replace(path)
    finally:  # an interrupt, too, leaves no draft
        draft.unlink(missing_ok=True)
