"""Corrections of the bridge story of the tests of the graph, by the words that they speak of."""

from kg.corrected import Anchor, Correction, Reference
from kg.graph.iris import article_iri
from kg.terms import BASE, KG
from tests.graph.examples import bridge_reading, span

ARTICLE = article_iri(bridge_reading().article, BASE)
TEXT = f"{ARTICLE}#text"

BOMBED, FIGHTERS, FRONT, CLAIM = ("bombed", 0), ("Fighters", 0), ("Northern Front", 0), ("Northern Front", 1)
BRIDGE, PORT, TOWN, POLICE, ARMY = ("bridge", 1), ("Port Alder", 1), ("town", 0), ("police", 0), ("army", 0)
KILLING, SHELLING = ("killing", 0), ("shelling", 0)


def words(*told: tuple[str, int]) -> tuple[Anchor, ...]:
    """Anchors at the n-th occurrence of some words."""
    return tuple(sorted(Anchor(TEXT, *span(text, nth), text) for text, nth in told))


def end(iri: str, *told: tuple[str, int]) -> Reference:
    return Reference(iri if ":" in iri else f"{ARTICLE}/{iri}", words(*told))


def wrong(subject: Reference, term: str, value: Reference, name: str = "wrong", **told: str) -> Correction:
    return Correction(f"{ARTICLE}/correction/{name}", KG.Rejection, subject, value, term, **told)


def same(one: Reference, other: Reference, name: str = "same") -> Correction:
    return Correction(f"{ARTICLE}/correction/{name}", KG.SameAs, one, other)


def not_same(one: Reference, other: Reference, name: str = "not-same") -> Correction:
    return Correction(f"{ARTICLE}/correction/{name}", KG.NotSame, one, other)


BOMBING = end("event/bombing-of-a-bridge", BOMBED)
NO_PERPETRATOR = wrong(BOMBING, KG.perpetrator, end("entity/fighters", FIGHTERS), "no-perpetrator", who="Ana Reis", when="2017-09-20")
