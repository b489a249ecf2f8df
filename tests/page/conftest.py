"""A story made up for the page, a graph of sixty nodes, and a browser that reports what a page should not do."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.graph.network import build

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
ARGUMENTS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
MARKET = Path(__file__).parent / "market.ttl"
QUIET = {"kind": "Thing", "kind_label": "thing", "realis": "", "main": False, "facts": [], "sentences": []}


@pytest.fixture
def market() -> nx.MultiDiGraph:
    """The graph of `market.ttl`: an attack that one group claims and another is accused of, and a vote to come."""
    store = ox.Store()
    store.load(path=str(MARKET), format=ox.RdfFormat.TURTLE)
    return build(store)


@pytest.fixture
def sixty() -> nx.MultiDiGraph:
    """Sixty nodes with long names: twelve events, each with four of its own and some of the others'."""
    graph = nx.MultiDiGraph(articles=[])
    families = ("person", "group", "place", "toll")
    for number in range(12):
        label = f"Attack on a convoy near the town number {number}, 14 September 2017"
        graph.add_node(f"event-{number:02}", **QUIET | {"label": label, "family": "event", "main": number == 0})
        for family in families:
            graph.add_node(f"{family}-{number:02}", **QUIET | {"label": f"A {family} with quite a long name {number}", "family": family})
    for number in range(12):
        ends = [f"{family}-{number:02}" for family in families] + [f"person-{(number + 1) % 12:02}"]
        for end in ends + [f"event-{number // 3:02}"] * (number > 0):
            graph.add_edge(f"event-{number:02}", end, property="role", label="role", kind="fact", facts=[], sentences=[])
    return graph


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: the page is not tested in a browser")
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium found: the page is not tested in a browser (Debian and Ubuntu: apt-get install chromium)")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield chromium
        chromium.close()


@dataclass
class Opened:
    """A page in the browser, with what it complained of and what it asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def spot(self, point: str) -> tuple[float, float]:
        """Where on the screen a point {x, y} of the canvas lies; `point` is script that gives it, with `network` in reach."""
        x, y = self.page.evaluate(
            f"""() => {{ const network = dateline.network, at = network.canvasToDOM({point});
                const frame = document.getElementById("graph").getBoundingClientRect(); return [at.x + frame.x, at.y + frame.y]; }}"""
        )
        return x, y

    def click(self, point: str) -> None:
        """Clicks a point of the canvas."""
        self.page.mouse.click(*self.spot(point))
        self.page.wait_for_timeout(400)  # vis-network waits whether a second tap follows

    @property
    def panel(self) -> str:
        """The text that the panel shows."""
        return str(self.page.inner_text("#panel"))


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens HTML as a file, in a window of some size."""
    contexts = []

    def open_page(html: str, width: int = 1440, height: int = 900, **options: Any) -> Opened:
        path = tmp_path / "page.html"
        path.write_bytes(html.encode())
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.on("console", lambda message: found.complaints.append(message.text))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on("dialog", lambda dialog: (found.complaints.append("a dialog opened"), dialog.dismiss()))
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.goto(path.as_uri())
        found.page.wait_for_function("window.dateline !== undefined")
        return found

    yield open_page
    for context in contexts:
        context.close()
