"""Evens out a layout, so that nodes lie as far apart as the ways between them are long."""

from collections.abc import Mapping, Sequence

import numpy as np

__all__ = ["eased"]

Point = tuple[float, float]

_TURNS = 60
_CENTRE = 4.0  # how much more the distance to the centre counts than that between two others


def eased(points: Mapping[str, Point], lengths: Mapping[str, Mapping[str, float]], centre: str) -> dict[str, Point]:
    """Points moved towards the wanted distances (stress majorisation from where they are; no chance in it), `centre` at the origin.

    `lengths` gives each pair of nodes its distance, in pixels.
    """
    nodes = list(points)
    place = np.array([points[node] for node in nodes], dtype=float)
    wanted = _matrix(nodes, lengths)
    weights = np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    middle = nodes.index(centre)
    weights[middle, :] *= _CENTRE
    weights[:, middle] *= _CENTRE
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    for _ in range(_TURNS):
        gaps = np.linalg.norm(place[:, None] - place[None, :], axis=2)
        pull = -np.divide(weights * wanted, gaps, out=np.zeros_like(gaps), where=gaps > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        place = inverse @ (pull @ place)
    place -= place[middle]
    # Rounded, since the last bits may differ from one processor to another.
    return {node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, place, strict=True)}


def _matrix(nodes: Sequence[str], lengths: Mapping[str, Mapping[str, float]]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.array([[lengths[one][other] for other in nodes] for one in nodes], dtype=np.float64)
