"""Questions in SPARQL: the ready ones give the rows a reader of the two articles expects, and one's own need no prefixes."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.query import QueryError, open_store, run
from kg.graph.ready import ready_queries

HERE = Path(__file__).parent
GRAPHS = [HERE / "bridge.ttl", HERE / "ferry.ttl"]
READY = ready_queries()


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return open_store(GRAPHS)


def test_every_ready_question_is_tested() -> None:
    assert {path.stem for path in (HERE / "answers").glob("*.csv")} == {ready.name for ready in READY}
    assert len(READY) == 16


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.name)
def test_ready_question(ready) -> None:  # type: ignore[no-untyped-def]
    assert run(ready.text, GRAPHS).csv() == (HERE / "answers" / f"{ready.name}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.name)
def test_ready_question_is_described_and_shows_no_iris(ready) -> None:  # type: ignore[no-untyped-def]
    assert ready.title and ready.description.endswith((".", "…"))
    assert not any(isinstance(term, ox.NamedNode | ox.BlankNode) for row in run(ready.text, GRAPHS).rows for term in row)


@pytest.mark.parametrize(("query", "expected"), [
    ("ASK { ?e kg:participant ?x . ?x rdfs:label 'bridge' }", True),  # kg:target is a kg:patient is a kg:participant
    ("ASK { ?e <http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> ?x }", True),
    # a claim makes no participant
    ("ASK { ?e kg:participant ?x ; kg:claimedBy ?x FILTER NOT EXISTS { ?e kg:responsibleGroup ?x } }", False),
    ("ASK { kg:Bombing rdfs:subClassOf+ kg:Event }", True),
    ("ASK { ?x kg:target ?words FILTER (!isIRI(?words)) }", False),  # examples of the ontology are no facts
    ("ASK { ?x a kg:Group FILTER NOT EXISTS { ?x gaf:denotedBy ?m } FILTER (?x != shared:northern-front) "
     "FILTER (!CONTAINS(STR(?x), '/article/')) }", False),  # known names that no article tells are not there
    ("ASK { shared:northern-front rdfs:label ?one, ?other FILTER (?one != ?other) }", False),
    ("ASK { shared:northern-front rdfs:label 'The Northern Front' ; skos:altLabel 'Northern Front' }", True),
])
def test_store(store: ox.Store, query: str, expected: bool) -> None:
    from kg.graph.query import ask

    assert ask(store, query).answer is expected


def test_construct_gives_turtle() -> None:
    found = run("CONSTRUCT { ?e kg:toll ?t } WHERE { ?e kg:toll ?t }", GRAPHS)
    assert found.turtle() == run("CONSTRUCT { ?e kg:toll ?t } WHERE { ?e kg:toll ?t }", reversed(GRAPHS)).turtle()
    assert found.turtle().count("kg:toll") == 2 and found.columns == () and found.rows == []


def test_user_ontology_brings_super_properties_and_ready_questions(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(
        "@prefix kg: <https://w3id.org/dateline/ontology#> . @prefix my: <https://example.org/my#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "kg:before rdfs:subPropertyOf my:linked .\n", encoding="utf-8")
    (tmp_path / "links.rq").write_text(
        "# Title: Links\n# What is linked.\nSELECT * { ?a <https://example.org/my#linked> ?b }\n", encoding="utf-8")
    (ready,) = [ready for ready in ready_queries([tmp_path]) if ready.name == "links"]
    assert len(run(ready.text, GRAPHS, [tmp_path]).rows) == 1
    assert run(ready.text, GRAPHS).rows == []


@pytest.mark.parametrize(("query", "paths", "message"), [
    ("SELECT nonsense", GRAPHS, "not SPARQL"),
    ("SELECT * { ?s nope:p ?o }", GRAPHS, "not SPARQL"),
    ("ASK {}", [HERE / "absent.ttl"], "absent.ttl: no such file"),
    ("ASK {}", [HERE / "test_query.py"], "test_query.py: not Turtle"),
    ("ASK {}", [], "no graph to ask"),
    ("ASK {}", [HERE / "answers"], "no graph to ask"),
])
def test_wrong_question_is_one_line(query: str, paths: list[Path], message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        run(query, paths)
    assert "\n" not in str(caught.value)
