"""The page can be used by those who do not see it, as far as axe-core can tell; and its scripts are linted. Both come from npm."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg import page

Open = Callable[..., Any]
HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
ESLINT = HERE / "node_modules" / "eslint" / "bin" / "eslint.js"
SCRIPTS = HERE.parent.parent / "kg" / "page" / "scripts"
INSTALL = "(npm install --prefix tests/page)"

STATES = {
    "as it opens": "",
    "nothing chosen": "dateline.select([], 'test')",
    "article": "dateline.turnTo('reading')",
    "views": "for (const one of document.querySelectorAll('[data-view]')) dateline.show(one.dataset.view, true)",
    "filter": "document.getElementById('filter').open = true; for (const one of document.querySelectorAll('.choices')) one.open = true",
    "list": "document.getElementById('text').open = true",
    "suggestions": "document.getElementById('find').value = 'mar'; document.getElementById('find').dispatchEvent(new Event('input'))",
}


@pytest.mark.skipif(not AXE.exists(), reason=f"axe-core is not installed {INSTALL}: accessibility is not tested")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_serious(width: int, scheme: str, market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market), width=width, height=900, color_scheme=scheme)
    found.page.evaluate(AXE.read_text(encoding="utf-8"))
    told = {}
    for state, script in STATES.items():
        found.page.evaluate(f"() => {{ {script} }}")
        violations = found.page.evaluate("axe.run().then(({violations}) => violations)")
        for one in violations:
            if one["impact"] in ("serious", "critical"):
                told[state, one["id"]] = [node["html"][:200] + " " + node["failureSummary"] for node in one["nodes"]]
    assert told == {}


@pytest.mark.skipif(not (ESLINT.exists() and shutil.which("node")), reason=f"eslint is not installed {INSTALL}: scripts are not linted")
def test_scripts_are_linted() -> None:
    command = ["node", str(ESLINT), "--config", str(HERE / "eslint.config.mjs"), str(SCRIPTS)]
    done = subprocess.run(command, cwd=SCRIPTS.parent.parent.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
