"""Draws the README's picture: the page of the README's story, in headless Chromium, with the sentence of one edge open.

    python docs/sources/screenshot.py [PAGE.html] [PICTURE.png]
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
PAGE, PICTURE = ROOT / "output" / "nasiriyah.html", ROOT / "docs" / "page.png"
SIZE = {"width": 1120, "height": 700}
# The middle of the edge by which the group claims the attack: what the graph keeps apart from facts.
CLAIM = """() => {
    const network = dateline.network, edges = Object.values(network.body.edges);
    const edge = edges.find(one => one.options.label === "claimed by") ?? edges[0];
    const at = network.canvasToDOM(edge.edgeType.getPoint(0.5)), frame = document.getElementById("graph").getBoundingClientRect();
    return [at.x + frame.x, at.y + frame.y];
}"""


def draw(page: Path = PAGE, picture: Path = PICTURE) -> None:
    """Writes the picture of a page that `kg build` wrote."""
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport=SIZE, device_scale_factor=1.5)
        opened.goto(page.resolve().as_uri())
        opened.wait_for_function("window.dateline !== undefined")
        x, y = opened.evaluate(CLAIM)
        opened.mouse.click(x, y)
        opened.wait_for_timeout(600)  # vis-network waits whether a second tap follows
        opened.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    draw(*(Path(argument) for argument in sys.argv[1:]))
