"""Corrections files, good and bad."""

from pathlib import Path

import pytest

from kg.corrections import CorrectionError, read
from kg.terms import KG

PREFIXES = """@prefix kg: <https://w3id.org/dateline/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <https://example.org/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
"""
GOOD = PREFIXES + """
[] a kg:Rejection ; rdf:subject :a ; rdf:predicate kg:victim ; rdf:object :b ;
    kg:subjectWords [ nif:referenceContext <https://example.org/article/x-00000000#text> ; nif:beginIndex "3"^^xsd:nonNegativeInteger ;
        nif:endIndex "9"^^xsd:nonNegativeInteger ; nif:anchorOf "bombed" ] ;
    prov:wasAttributedTo [ a prov:Agent ; rdfs:label "Ana Reis" ] ; dcterms:date "2017-09-20"^^xsd:date ; rdfs:comment "He was not there." .
:same a kg:SameAs ; rdf:subject :a ; rdf:object :c .
"""


def read_text(text: str, tmp_path: Path) -> tuple[str, ...]:
    (tmp_path / "c.ttl").write_text(text, encoding="utf-8")
    return tuple(one.iri for one in read(tmp_path / "c.ttl"))


def test_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "c.ttl").write_text(GOOD, encoding="utf-8")
    rejection, same = read(tmp_path / "c.ttl")
    assert (rejection.kind, rejection.property, rejection.object.iri) == (KG.Rejection, KG.victim, "https://example.org/b")
    assert (rejection.who, rejection.when, rejection.comment) == ("Ana Reis", "2017-09-20", "He was not there.")
    assert [(anchor.begin, anchor.end, anchor.words) for anchor in rejection.subject.anchors] == [(3, 9, "bombed")]
    assert rejection.iri.startswith("https://example.org/article/x-00000000/correction/")
    assert (same.iri, same.kind) == ("https://example.org/same", KG.SameAs)


def test_the_name_of_a_correction_is_what_it_says(tmp_path: Path) -> None:
    twice = GOOD + GOOD[GOOD.index("[] a"):GOOD.index(":same")]
    assert read_text(twice, tmp_path) == read_text(GOOD, tmp_path)
    assert read_text(GOOD.replace("not there", "there"), tmp_path) != read_text(GOOD, tmp_path)


def test_an_empty_file_corrects_nothing(tmp_path: Path) -> None:
    assert read_text("", tmp_path) == ()


@pytest.mark.parametrize(("text", "words"), [
    ("no turtle", "not Turtle"),
    (PREFIXES + "[] a kg:Rejection ; rdf:subject :a ; rdf:object :b .", "has one rdf:predicate"),
    (PREFIXES + "[] a kg:SameAs ; rdf:subject :a .", "has one rdf:object"),
    (PREFIXES + "[] a kg:SameAs ; rdf:subject :a, :c ; rdf:object :b .", "has one rdf:subject"),
    (PREFIXES + "[] a kg:SameAs, kg:NotSame ; rdf:subject :a ; rdf:object :b .", "both"),
    (PREFIXES + "[] a kg:Rejektion ; rdf:subject :a ; rdf:object :b .", "is a kg:Rejection"),
    (PREFIXES + ":a a kg:Event .", "is a kg:Rejection"),
    (PREFIXES + "[] a kg:SameAs ; rdf:subject :a ; rdf:object :b ; kg:subjectWords [ nif:beginIndex 1 ] .", "nif:anchorOf"),
    (PREFIXES + "[] a kg:SameAs ; rdf:subject :a ; rdf:object :b ; dcterms:date 1, 2 .", "at most one dcterms:date"),
])
def test_a_bad_file_is_one_clear_line(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(CorrectionError) as found:
        read_text(text, tmp_path)
    assert words in str(found.value) and "c.ttl" in str(found.value)
    assert len(str(found.value).splitlines()) == 1


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="no such file"):
        read(tmp_path / "nowhere.ttl")
