"""What the page saves: the picture as it is shown, and the drawing in SVG."""

import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from kg import page
from kg.page.drawing import draw
from kg.page.picture import picture

SVG = "{http://www.w3.org/2000/svg}"
Open = Callable[..., Any]


def saved(found: Any, button: str, folder: Path) -> Path:
    """The file that a button of the page gives."""
    found.page.evaluate("document.getElementById('save').open = true")
    with found.page.expect_download() as download:
        found.page.click(button)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_picture_is_what_is_shown(market: nx.MultiDiGraph, opened: Open, tmp_path: Path) -> None:
    found = opened(page.render(market))
    path = saved(found, "#save-png", tmp_path)
    assert path.name == "graph.png" and path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    size = struct.unpack(">II", path.read_bytes()[16:24])
    assert list(size) == found.page.evaluate("(() => { const c = document.querySelector('#graph canvas'); return [c.width, c.height]; })()")
    assert found.complaints == []
    assert [url for url in found.requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_drawing_leaves_out_what_is_hidden(market: nx.MultiDiGraph, opened: Open, tmp_path: Path) -> None:
    found = opened(page.render(market))
    whole = ET.parse(saved(found, "#save-svg", tmp_path)).getroot()
    assert {part.get("data-card") for part in whole.iter()} - {None} == {f"n{n}" for n in range(25)} | {
        f"e{n}" for n in range(market.number_of_edges())
    }
    found.page.evaluate("dateline.filter('test', (card) => card !== 'n0')")
    part = ET.parse(saved(found, "#save-svg", tmp_path)).getroot()
    assert "n0" not in {each.get("data-card") for each in part.iter()} and len(list(part.iter())) < len(list(whole.iter()))
    assert found.complaints == []


def test_the_picture_says_all_labels_where_the_graph_has_them(market: nx.MultiDiGraph) -> None:
    network = draw(market)
    root = ET.fromstring(picture(network, "A & B"))
    assert root.findtext(f"{SVG}title") == "A & B"
    told = {group.get("data-card", ""): [text.text or "" for text in group.iter(f"{SVG}text")] for group in root.iter(f"{SVG}g")}
    assert {node["card"]: node["label"].split("\n") for node in network.nodes}.items() <= told.items()
    left, top, across, down = map(float, root.get("viewBox", "").split())
    assert all(left < node["x"] < left + across and top < node["y"] < top + down for node in network.nodes)


def test_a_picture_of_hostile_words_is_xml_with_those_words(market: nx.MultiDiGraph) -> None:
    for _, data in market.nodes(data=True):
        data["label"] = '</text><script>alert(1)</script>&\x00\x0b"'
    text = picture(draw(market), "</title>\x00")
    root = ET.fromstring(text)
    assert not list(root.iter(f"{SVG}script")) and picture(draw(market), "</title>\x00") == text


def test_an_empty_graph_has_an_empty_picture() -> None:
    assert ET.fromstring(picture(draw(nx.MultiDiGraph()))).findall(f"{SVG}g") == []
