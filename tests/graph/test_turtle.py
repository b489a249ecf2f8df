"""The writer of Turtle: whatever is written, two parsers read the same triples back."""

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.triples import Triples, decimal, integer, iri, literal, offset
from kg.graph.turtle import PREFIXES, shortened, written
from kg.terms import BASE, KG, RDF, XSD

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
places = st.sampled_from([KG.iri, BASE, BASE + "entity/", BASE + "article/a/mention/", "https://example.org/#", "urn:x:"])
odd = st.sampled_from(["a/b", "-a", "a-", "a.", "1-2", "é", "~/x"])
iris = st.builds(lambda place, word: place + word.replace("#", ""), places, words | odd)
objects = st.one_of(
    st.builds(iri, iris), st.builds(literal, words), st.builds(integer, st.integers()), st.builds(offset, st.integers(min_value=0)),
    st.builds(decimal, st.floats(-1000, 1000)), st.builds(literal, st.sampled_from(["2017", "-1"]), st.just(XSD.gYear)),
)
OWN = {**PREFIXES, "mention": BASE + "article/a/mention/", "article": BASE + "article/"}


def ntriples(triples: list[tuple[str, str, str]]) -> set[str]:
    lines = "\n".join(f"{subject} {iri(predicate)} {value} ." for subject, predicate, value in triples)
    return {str(quad.triple) for quad in ox.parse(lines.encode(), format=ox.RdfFormat.N_TRIPLES)}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.builds(iri, iris), iris, objects), max_size=12))
def test_two_parsers_read_back_what_was_said(triples: list[tuple[str, str, str]]) -> None:
    said = Triples()
    for subject, predicate, value in triples:
        said.add(subject, predicate, value)
    text = written(said.said, OWN)
    read = {str(quad.triple) for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}
    assert read == ntriples(triples)
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == len(read)


def test_order_and_prefixes() -> None:
    said = Triples()
    said.add(iri(BASE + "b/c"), KG["count"], integer(3))
    said.add(iri(BASE + "b"), KG.agent, iri(BASE + "entity/country/iq"), iri(BASE + "x y"))
    said.types(iri(BASE + "b"), [KG.Event, KG.Attack])
    said.add(iri(BASE + "b#t"), RDF.value, literal('a "b"\n'), literal('a "b"\n'))
    assert written(said.said, PREFIXES) == """@prefix kg: <https://w3id.org/dateline/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix shared: <https://w3id.org/dateline/data/entity/> .

<https://w3id.org/dateline/data/b> a kg:Attack, kg:Event ;
    kg:agent shared:country\\/iq, <https://w3id.org/dateline/data/x%20y> .

<https://w3id.org/dateline/data/b#t> rdf:value "a \\"b\\"\\n" .

<https://w3id.org/dateline/data/b/c> kg:count 3 .
"""


def test_shortened() -> None:
    assert shortened(BASE + "entity/iraq") == "shared:iraq"
    assert shortened("https://example.org/x") == "https://example.org/x"
