"""When, where and how many: what the timeline, the map and the comparison of figures need of a node."""

from kg.facts import Facts
from kg.terms import GEO, KG, RDFS, local

__all__ = ["particulars"]


def particulars(facts: Facts, iri: str) -> dict[str, object]:
    """`date`, `earliest`, `latest` (as written; empty where not told), `point` and `figure` (None where a node has none).

    A `point` is (latitude, longitude) in degrees. A `figure` has `outcome` (a local name), `least` and `most` (None where it has no such
    bound), `including` (whether it counts but some of the people), `preferred` (whether a sum counts it) and `who` (the names of those
    who give it).
    """
    days = {name: facts.text(iri, KG[name]) or "" for name in ("date", "earliest", "latest")}
    return {**days, "point": _point(facts, iri), "figure": _figure(facts, iri)}


def _point(facts: Facts, iri: str) -> tuple[float, float] | None:
    latitude, longitude = (_number(facts.text(iri, term)) for term in (GEO.lat, GEO.long))
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return latitude, longitude


def _figure(facts: Facts, iri: str) -> dict[str, object] | None:
    outcomes = facts.iris(iri, KG.outcome)
    if not outcomes:
        return None
    exact = _number(facts.text(iri, KG["count"]))
    least, most = (_number(facts.text(iri, term)) for term in (KG.minCount, KG.maxCount))
    return {
        "outcome": local(outcomes[0]), "least": least if exact is None else exact, "most": most if exact is None else exact,
        "including": bool(facts.iris(iri, KG.including)), "preferred": bool(facts.subjects(KG.preferredToll, iri)),
        "who": [facts.text(actor, RDFS.label) or local(actor) for actor in facts.iris(iri, KG.accordingTo)],
    }


def _number(text: str | None) -> float | None:
    """A number as it stands in a graph, which anyone may have written; None for what is none."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if abs(number) < 1e12 else None  # neither "INF" nor "NaN"
