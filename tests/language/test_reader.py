"""The learned reader: windows, words, what is heard in the network's probabilities, and the network that ships."""

from itertools import pairwise

import numpy as np
import onnx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.language.reader.heard import Probabilities, hear, words
from kg.language.reader.labels import FAMILIES, FILLERS, INCIDENTS, KAIROS, KINDS
from kg.language.reader.runtime import NETWORK, Reader, load
from kg.language.reader.training.muc import normalised, occurrences
from kg.language.reader.windows import OVERLAP, SIZE, windows
from kg.model import Heard
from kg.ontology import Ontology
from kg.terms import KG

STORY = "Gunmen killed two policemen near Basra on Thursday. A bomb exploded at a market, wounding ten people, the army said."


@given(st.integers(0, 5000))
@example(OVERLAP)
def test_windows_cover_a_text(length: int) -> None:
    found = windows(length)
    assert found[0][0] == 0 and found[-1][1] == length
    assert all(end - begin <= SIZE for begin, end in found)
    assert all(before[1] - after[0] >= OVERLAP for before, after in pairwise(found))


def said(pieces: int) -> Probabilities:
    """A network that hears nothing in so many word pieces."""
    fillers = np.zeros((pieces, len(FILLERS), 3), np.float32)
    fillers[:, :, 0] = 1
    triggers = np.zeros((pieces, 1 + len(KINDS)), np.float32)
    triggers[:, 0] = 1
    return Probabilities(fillers, triggers, np.zeros(len(INCIDENTS), np.float32), {})


def pieces_of(text: str) -> list[tuple[int, int]]:
    ends = [index for index, letter in enumerate(text + " ") if letter == " "]
    return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


def test_neighbouring_words_with_one_label_are_one_filler_as_sure_as_the_surest() -> None:
    text, found = "the rebel front fled", said(4)
    found.fillers[1, FILLERS.index("PerpOrg")] = (0.4, 0.6, 0)
    found.fillers[2, FILLERS.index("PerpOrg")] = (0.1, 0.5, 0.4)
    heard = [label for label in hear(text, words(text, pieces_of(text)), found) if label.end]
    assert heard == [Heard("PerpOrg", 4, 15, pytest.approx(0.9))]  # type: ignore[arg-type]


def test_a_participant_is_heard_with_its_trigger() -> None:
    text, found = "rebels attacked a bus", said(4)
    attack, agent = 1 + KINDS.index("Conflict.Attack"), FAMILIES.index("agent")
    found.triggers[1, [0, attack]] = (0.2, 0.8)
    tags = np.zeros((4, 1 + 2 * len(FAMILIES)), np.float32)
    tags[0, 1 + 2 * agent] = 0.7
    found.parts[1] = (0, tags)
    heard = [label for label in hear(text, words(text, pieces_of(text)), found) if label.end]
    assert [(label.label, label.begin, label.trigger) for label in heard] == [("Conflict.Attack", 7, None), ("agent", 0, 7)]


def test_every_label_means_something(ontology: Ontology) -> None:
    labels = {*FAMILIES, *FILLERS, *INCIDENTS, *KINDS}
    assert labels == ontology.learned.keys() | ontology.learned_fillers.keys() | ontology.incidents.keys()
    assert all(ontology.is_a(ontology.learned[kind], KG.Event) for kind in KINDS)
    assert all(ontology.is_a(ontology.incidents[kind], KG.Event) for kind in INCIDENTS)
    assert set(FAMILIES) == {family for roles in KAIROS.values() for family in roles.values()}


def test_the_network_is_small_enough_to_ship() -> None:
    assert NETWORK.stat().st_size <= 30_000_000


def test_a_text_is_heard_the_same_again_and_by_another_reader() -> None:
    assert load().hear(STORY) == load().hear(STORY) == Reader().hear(STORY)


def test_incidents_and_who_has_a_part_in_them_are_told_of_copy_in_capitals_alone() -> None:
    assert not {label.label for label in load().hear(STORY)} & {*INCIDENTS, *FILLERS}
    assert {label.label for label in load().hear(STORY.upper(), capitals=True)} >= {*INCIDENTS, "Weapon"}


def test_nothing_is_heard_in_nothing() -> None:
    assert load().hear("") == ()
    assert load().hear(" \n ") == ()


def test_what_is_heard_lies_in_the_text() -> None:
    text = " ".join([STORY] * 20)  # several windows
    heard = load().hear(text)
    assert all(0 <= label.begin < label.end <= len(text) for label in heard)
    assert {text[label.begin : label.end] for label in heard if label.label == "Conflict.Attack.DetonateExplode"} >= {"exploded"}


def test_a_filler_is_found_where_its_string_stands() -> None:
    report = [("front", 4, 9), ("took", 10, 14), ("mayors", 19, 26), ("front", 30, 35)]
    assert occurrences(report, normalised("the FRONT")) == [(4, 9), (30, 35)]
    assert occurrences(report, "") == []


def test_the_weights_leave_a_bit_unused_so_that_no_processor_cuts_sums_off() -> None:
    weights = [one for one in onnx.load(str(NETWORK)).graph.initializer if one.data_type == onnx.TensorProto.INT8 and len(one.dims) == 2]
    assert len(weights) > 24
    assert all(abs(onnx.numpy_helper.to_array(one).astype(int)).max() <= 64 for one in weights if "embed" not in one.name)
