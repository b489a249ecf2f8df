"""GraphML, GEXF and JSON-LD: what they say is what the graph says, and other programs can read it."""

import io
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.graph.exports import WRITERS
from kg.graph.network import build
from kg.graph.store import union
from kg.ontology import load

MARKET = Path(__file__).parents[2] / "page" / "market.ttl"
HOSTILE = '</script>&<![CDATA[ \x00\x0b\ufffe \u202e "quoted" =1+1'
HASHES = """import sys; from pathlib import Path; from hashlib import sha256; from kg.graph.exports import WRITERS
from kg.graph.store import union; from kg.ontology import load
made = {name: text for write in WRITERS.values() for name, text in write(union([Path(sys.argv[1])], load()), load()).items()}
print(sha256(repr(sorted(made.items())).encode()).hexdigest())"""


@pytest.fixture
def market() -> ox.Store:
    return union([MARKET], load())


def read(name: str, text: str) -> nx.MultiDiGraph:
    file = io.BytesIO(text.encode())
    return nx.read_graphml(file, force_multigraph=True) if name.endswith("graphml") else nx.read_gexf(file)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_nodes_and_edges_come_back(form: str, market: ox.Store) -> None:
    drawn = build(market, load())
    [(name, text)] = WRITERS[form](market, load()).items()
    found = read(name, text)
    assert set(found) == set(drawn)
    ends = sorted((source, target, data["property"]) for source, target, data in drawn.edges(data=True))
    assert sorted((source, target, data["property"]) for source, target, data in found.edges(data=True)) == ends
    [bombing] = [data for node, data in found.nodes(data=True) if node.endswith("/bombing")]
    assert (bombing["kind"], bombing["main"], bombing["earliest"]) == ("Bombing", True, "2021-03-07")
    [toll] = [data for node, data in found.nodes(data=True) if node.endswith("/toll-nine")]
    assert toll["count"] == 9


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_what_no_xml_may_hold_is_replaced(form: str, market: ox.Store) -> None:
    node = next(quad.subject for quad in market if str(quad.subject).endswith("/bombing>"))
    market.add(ox.Quad(node, ox.NamedNode("https://example.org/note"), ox.Literal(HOSTILE)))
    [text] = WRITERS[form](market, load()).values()
    told = [words for element in ET.fromstring(text).iter() for words in (element.text or "", *element.attrib.values())]
    assert any("\ufffd\ufffd\ufffd" in words for words in told)


def test_json_ld_holds_every_triple_and_no_other(market: ox.Store) -> None:
    note = ox.Literal(HOSTILE.replace("\x00", ""))
    market.add(ox.Quad(ox.NamedNode("https://example.org/x"), ox.NamedNode("https://example.org/note"), note))
    [text] = WRITERS["jsonld"](market, load()).values()
    found = ox.Store()
    found.load(text.encode(), format=ox.RdfFormat.JSON_LD)
    assert set(map(str, found)) == set(map(str, market))


def test_the_same_graph_is_the_same_file_whatever_the_hash_seed() -> None:
    command = [sys.executable, "-c", HASHES, str(MARKET)]
    seeds = ({**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2"))
    told = {subprocess.run(command, check=True, capture_output=True, env=environment).stdout for environment in seeds}
    assert len(told) == 1
