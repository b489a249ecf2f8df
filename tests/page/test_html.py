"""The page and the index as text: one file, the same each time, and closed to the outside."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg import page
from kg.page.cards import parts
from kg.page.label import width, wrapped

MARKET = Path(__file__).parent / "market.ttl"


class Links(HTMLParser):
    """The addresses that a page loads from, and those it leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.leads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "href", "data", "action", "srcset", "poster"):
                (self.leads if tag in ("a", "use") else self.loaded).append(value or "")


def test_it_loads_nothing_and_its_policy_forbids_it(market: nx.MultiDiGraph) -> None:
    html = page.render(market)
    links = Links(html)
    assert links.loaded == []
    assert {link for link in links.leads if not link.startswith("#")} == {"https://courier.example/bomb"}
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy and "default-src &#39;none&#39;" in policy[1] and "unsafe" not in policy[1]


def test_the_same_graph_gives_the_same_bytes(market: nx.MultiDiGraph, tmp_path: Path) -> None:
    page.write(MARKET, tmp_path / "one.html")
    assert (tmp_path / "one.html").read_bytes().decode() == page.render(market)


def test_the_drawing_is_that_of_pyvis(market: nx.MultiDiGraph) -> None:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.render(market), re.DOTALL)
    assert found
    data = json.loads(found[1])
    assert [node["id"] for node in data["nodes"]] == list(market)
    assert len(data["edges"]) == market.number_of_edges()
    assert data["options"]["physics"] == {"enabled": False}


def test_every_sentence_is_told_in_the_text_too(market: nx.MultiDiGraph) -> None:
    html = page.render(market)
    assert html.count('<article class="card"') == len(market) + market.number_of_edges()
    assert "<mark>fired</mark>" in html


def test_the_index_lists_articles_with_their_main_events(market: nx.MultiDiGraph) -> None:
    rows = [page.row(market, "market.html"), page.IndexRow("b%20%26.html", "<b>Bold</b>", events=("<i>",))]
    html = page.render_index(rows)
    assert Links(html).leads == ["market.html", "b%20%26.html"]
    assert "Bombing of a fish market in Marrin, 7 March 2021" in html
    assert "<b>Bold" not in html and "&lt;b&gt;Bold" in html


def test_a_snippet_holds_the_page_in_one_attribute() -> None:
    assert page.snippet('<p title="a">&amp;</p>').endswith('srcdoc="&lt;p title=&quot;a&quot;&gt;&amp;amp;&lt;/p&gt;"></iframe>')


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=5))
def test_parts_lose_nothing_and_mark_what_is_marked(text: str, spans: list[tuple[int, int]]) -> None:
    found = parts(text, spans)
    assert "".join(part for part, _ in found) == text
    marked = [index for index in range(len(text)) if any(begin <= index < end for begin, end in spans)]
    letters = [flag for part, flag in found for _ in part]
    assert [index for index, flag in enumerate(letters) if flag] == marked


@given(st.text(max_size=400))
def test_labels_keep_to_their_room(text: str) -> None:
    rows = wrapped(text, 18, 3).split("\n")
    assert len(rows) <= 3
    assert all(width(row) <= 18 + 1 for row in rows)  # and an ellipsis
