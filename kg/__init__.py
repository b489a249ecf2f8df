"""Dateline: news articles in, knowledge graphs out.

>>> import kg
>>> reading = kg.read("Gunmen killed two policemen in Basra on Thursday.", date="2017-09-14")  # doctest: +SKIP
>>> len(reading.graph), len(reading.networkx)  # doctest: +SKIP
(214, 4)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.library import Result, read

__all__ = ["Result", "__version__", "read"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`read` and `Result` are imported when first used, so that `import kg` costs nothing."""
    if name in ("Result", "read"):
        from kg import library

        return getattr(library, name)
    raise AttributeError(f"module 'kg' has no attribute '{name}'")
