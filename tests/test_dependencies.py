"""What is imported is declared, and the lock names no index but the public one."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[ <>=!~\[;]", requirement)[0]) for requirement in requirements}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(folder: Path) -> Iterator[str]:
    """The top-level modules that a folder's files import."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]
            elif isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)


def undeclared(folder: Path, declared: set[str]) -> set[str]:
    modules = set(imported(folder)) - set(sys.stdlib_module_names) - {"kg", "tests"}
    known = packages_distributions()
    return {module for module in modules if not declared & {normal(name) for name in known.get(module, [module])}}


def test_the_package_imports_only_what_it_depends_on() -> None:
    extras = [name for extra, found in PROJECT["optional-dependencies"].items() if extra != "dev" for name in found]
    assert not undeclared(ROOT / "kg", names(PROJECT["dependencies"] + extras))


def test_the_tests_import_only_what_the_extra_adds() -> None:
    assert not undeclared(ROOT / "tests", names(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]))


def test_the_lock_names_only_the_public_index() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
