"""Turtle files as look-ups, in a fixed order."""

from pathlib import Path

import pytest

from kg.facts import Facts, OntologyError
from kg.terms import BASE

EX = "https://example.org/"


def facts(tmp_path: Path, **files: str) -> Facts:
    """The facts of some files of a folder."""
    for name, text in files.items():
        (tmp_path / f"{name}.ttl").write_text(f"@prefix : <{EX}> . {text}", encoding="utf-8")
    return Facts.of_folders((tmp_path,))


def test_values_in_the_order_of_the_files_each_once(tmp_path: Path) -> None:
    found = facts(tmp_path, b=':x :p "three", "one" ; :q :z .', a=':x :p "one", "two"@en ; :q :y, :z .')
    assert found.texts(f"{EX}x", f"{EX}p") == ("one", "two", "three")
    assert found.iris(f"{EX}x", f"{EX}q") == (f"{EX}y", f"{EX}z")
    assert found.text(f"{EX}x", f"{EX}p") == "one"


def test_strings_and_iris_are_kept_apart(tmp_path: Path) -> None:
    found = facts(tmp_path, a=':x :p "word", :thing, 5 .')
    assert found.texts(f"{EX}x", f"{EX}p") == ("word", "5") and found.iris(f"{EX}x", f"{EX}p") == (f"{EX}thing",)


def test_what_is_not_said(tmp_path: Path) -> None:
    found = facts(tmp_path, a=":x :p :y .")
    assert (found.texts(f"{EX}n", f"{EX}p"), found.iris(f"{EX}x", f"{EX}n"), found.text(f"{EX}x", f"{EX}p")) == ((), (), None)
    assert found.subjects_of(f"{EX}n") == () and found.properties(f"{EX}n") == ()


def test_subjects_are_sorted(tmp_path: Path) -> None:
    found = facts(tmp_path, a=":b :p :y . :a :p :y . :c :p :z ; :o :y .")
    assert found.subjects_of(f"{EX}p") == (f"{EX}a", f"{EX}b", f"{EX}c")
    assert found.subjects(f"{EX}p", f"{EX}y") == (f"{EX}a", f"{EX}b")
    assert found.properties(f"{EX}c") == (f"{EX}o", f"{EX}p")


def test_blank_nodes_are_named_by_their_order(tmp_path: Path) -> None:
    text = ':x :p [ :q "first" ], [ :q "second" ] .'
    one, other = facts(tmp_path, a=text), facts(tmp_path, a=text)
    nodes = one.iris(f"{EX}x", f"{EX}p")
    assert nodes == other.iris(f"{EX}x", f"{EX}p") and len(nodes) == 2
    assert [one.text(node, f"{EX}q") for node in nodes] == ["first", "second"]


def test_relative_iris_lie_below_the_base(tmp_path: Path) -> None:
    assert facts(tmp_path, a="<entity/x> :p <entity/y> .").iris(f"{BASE}entity/x", f"{EX}p") == (f"{BASE}entity/y",)


def test_folders_are_read_with_what_lies_below_and_a_file_stands_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    path = tmp_path / "deep" / "er" / "a.ttl"
    path.write_text(f"@prefix : <{EX}> . :x :p :y .", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no Turtle", encoding="utf-8")
    assert Facts.of_folders((tmp_path,)).subjects_of(f"{EX}p") == Facts.of_folders((path,)).subjects_of(f"{EX}p") == (f"{EX}x",)


def test_faults_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no such ontology folder"):
        Facts.of_folders((tmp_path / "none",))
    (tmp_path / "bad.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bad\.ttl.*not Turtle"):
        Facts.of_folders((tmp_path,))
