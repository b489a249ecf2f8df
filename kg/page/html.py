"""One self-contained HTML file: nothing is fetched, no text is ever read as markup, and the page's own policy forbids anything else."""

import html
import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

import networkx as nx
from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from kg.page.cards import edge_cards, node_cards
from kg.page.items import facets
from kg.page.look import joined, look, parts, resource
from kg.page.payload import payload
from kg.page.reading import readings
from kg.page.views import views

__all__ = ["IndexRow", "render", "render_index", "row", "snippet"]

# Escaped in JSON so that no text can end the script element, or the string in an old reader.
_UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An article in the index: `href` is its page, relative to the index; `events` are the labels of its main events."""

    href: str
    headline: str
    published: str = ""
    publisher: str = ""
    events: tuple[str, ...] = ()


def render(graph: nx.MultiDiGraph, *, title: str = "") -> str:
    """The page of a graph of `kg.graph.network.build`; without a title its article's headline is the title."""
    vis, script, style, data = _vis(), joined("scripts"), _style(), payload(graph)
    articles = graph.graph.get("articles", [])
    nodes, edges = sorted(node_cards(graph), key=lambda card: not card.main), edge_cards(graph)
    return _template("page.html.j2").render(
        title=title or _title(articles),
        articles=articles, nodes=nodes, edges=edges, facets=facets(data["items"]), texts=readings(graph), views=views(graph),
        data=_json(data), vis=vis, script=script, style=style, policy=_policy([vis, script], style),
    )


def _title(articles: list[dict[str, str]]) -> str:
    """The headline of the only article, or how many there are."""
    if len(articles) > 1:
        return f"{len(articles)} articles"
    return next((article["headline"] for article in articles if article["headline"]), "Untitled article")


def render_index(rows: Iterable[IndexRow]) -> str:
    """The list of articles with their main events, linked to their pages."""
    style = _style()
    return _template("index.html.j2").render(rows=list(rows), style=style, policy=_policy([], style))


def row(graph: nx.MultiDiGraph, href: str) -> IndexRow:
    """The index row of a graph whose page lies at `href`."""
    articles = graph.graph.get("articles", [])
    article = articles[0] if articles else {"headline": "", "published": "", "publisher": ""}
    events = tuple(data["label"] for _, data in graph.nodes(data=True) if data["main"])
    return IndexRow(href, article["headline"], article["published"], article["publisher"], events)


def snippet(page: str, *, height: int = 640) -> str:
    """A page as an element for a notebook: a frame that may run the page's own script, save files and reach nothing outside."""
    source = html.escape(page, quote=True)
    style = f"width:100%;height:{height}px;border:1px solid #8888"
    return f'<iframe title="Dateline graph" sandbox="allow-scripts allow-downloads" style="{style}" srcdoc="{source}"></iframe>'


@cache
def _vis() -> str:
    """The script of vis-network that PyVis carries; its style sheet is for controls that the page does not use."""
    return (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    return _template("look.css.j2").render() + joined("styles")


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FunctionLoader(_source), autoescape=name.endswith(".html.j2"), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    environment.globals.update(look=look(), parts=parts())
    return environment.get_template(name)


def _source(name: str) -> str:
    return resource(f"styles/{name}" if name.endswith(".css.j2") else f"templates/{name}")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _policy(scripts: Iterable[str], style: str) -> str:
    """A Content-Security-Policy under which only these scripts and this style count, and nothing can be fetched."""
    hashes = " ".join(map(_hash, scripts)) or "'none'"
    return f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
