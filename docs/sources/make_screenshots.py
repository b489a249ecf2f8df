"""The pictures of the page in docs/, made anew.

    python docs/sources/make_screenshots.py FILE.ttl

FILE.ttl is a graph with its text, such as tests/page/market.ttl. Needs playwright and Debian's chromium.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from kg.page import write

DOCS = Path(__file__).parent.parent
PICTURES = {
    "page-1440x900": (1440, 900, "light", ""),
    "page-390x844": (390, 844, "light", ""),
    "page-article-1440x900": (1440, 900, "dark", "document.querySelector('#panel [data-read]').click()"),
    "page-node-390x844": (390, 844, "dark", "dateline.select(dateline.main.card, 'picture')"),
    "page-timeline-map-1440x900": (1440, 900, "light", "for (const one of document.querySelectorAll('[data-view]')) one.click()"),
}


def main() -> None:
    """Writes each picture to docs/."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        html = Path(folder) / "page.html"
        write(Path(sys.argv[1]), html)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for name, (width, height, scheme, script) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(html.as_uri())
            page.evaluate(f"() => {{ {script} }}")
            page.wait_for_timeout(500)
            page.screenshot(path=str(DOCS / f"{name}.png"))
        browser.close()


if __name__ == "__main__":
    main()
