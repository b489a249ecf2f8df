"""Layers import one way, and files and functions stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

KG = Path(__file__).parent.parent / "kg"
MODULES = sorted(set(KG.rglob("*.py")) - {KG / "__init__.py"})  # the package's own face imports the library when it is asked for it
LAYERS = ("cli", "corpus", "page", "graph", "pipeline", "stages", "language", "articles", "ontology")
"""From the user's side to the data's; a module may import from its own layer and from those behind it."""

ROOTS = {
    "__main__": "cli", "library": "cli", "examples": "cli", "lint": "page", "lookup": "ontology", "facts": "ontology",
    "taxonomy": "ontology", "corrections": "graph",
}
"""The layer of the modules that lie at the top of the package; model and terms, on which all rests, are the last one."""


def layer(module: str) -> int:
    """The rank of a module's layer, by its dotted name."""
    first = (module.split(".") + ["", ""])[1]
    name = ROOTS.get(first, first)
    return LAYERS.index(name) if name in LAYERS else len(LAYERS)


def imported(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names) if node.module == "kg" else (node.module,)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def dotted(path: Path) -> str:
    return ".".join(("kg", *path.relative_to(KG).with_suffix("").parts)).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_imports_its_own_layer_and_those_behind_it(path: Path) -> None:
    module = dotted(path)
    wrong = [other for other in imported(path) if other.startswith("kg.") and layer(other) < layer(module)]
    assert not wrong, f"{module} must not import {', '.join(wrong)}"


@pytest.mark.parametrize("path", [path for path in MODULES if path.is_relative_to(KG / "stages")], ids=dotted)
def test_stages_do_not_import_each_other(path: Path) -> None:
    own = ".".join(dotted(path).split(".")[:3])
    others = [other for other in imported(path) if other.startswith("kg.stages.") and ".".join(other.split(".")[:3]) != own]
    assert not others


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert not {name: length for name, length in lengths.items() if length > 60}


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_no_exception_is_caught_unnamed(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    caught = [ast.unparse(node.type) if node.type else "Exception" for node in nodes if isinstance(node, ast.ExceptHandler)]
    assert not {"Exception", "BaseException"} & set(caught)
