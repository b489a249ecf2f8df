"""What the text takes back: it is disputed, and its figures are nobody's."""

import pytest

from tests.story import tell


@pytest.mark.parametrize("text", [
    "Police said on Monday that rebels had bombed a bridge. That was wrong.",
    "Police said on Monday that rebels had bombed a bridge. The report turned out to be false.",
    "The radio said that rebels had bombed a bridge. In fact a truck had hit it.",
    "The radio said that rebels had bombed a bridge. \"It is a lie,\" the mayor said.",
])
def test_a_report_that_is_called_wrong(text: str) -> None:
    assert tell(text).realis("bombed") == "Denied"


@pytest.mark.parametrize("text", [
    "Police said on Monday that rebels had bombed a bridge. That was not wrong.",
    "Police said on Monday that rebels had bombed a bridge. It was the third in a week.",
    "Rebels bombed a bridge on Monday. That was wrong, the bishop said.",
])
def test_a_report_that_stands(text: str) -> None:
    assert tell(text).realis("bombed") == "Actual"


def test_a_figure_that_is_corrected_is_no_toll() -> None:
    story = tell("A gunman opened fire in a bar in Linz. The report said that three people had been killed. In fact one guest was killed.")
    assert "Killed 3" not in story.tolls()


def test_who_is_alive_did_not_die() -> None:
    story = tell("The singer Ana Ruiz is alive and well. A page had reported that Ruiz had been killed in a car crash near Ostend.")
    assert "Actual" not in {story.realis("crash")}
