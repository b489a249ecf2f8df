"""As whom the doers were disguised."""

import pytest

from tests.story import tell


@pytest.mark.parametrize(("text", "deed", "look"), [
    ("Gunmen disguised as nurses stormed a hospital in Karachi, killing two doctors.", "stormed", "nurses"),
    ("Gunmen dressed as policemen attacked a bank in Quetta.", "attacked", "policemen"),
    ("The attackers, who were disguised as soldiers, stormed a bank in Quetta.", "stormed", "soldiers"),
])
def test_a_disguise_is_no_participant(text: str, deed: str, look: str) -> None:
    story = tell(text)
    assert {role for role in story.roles(deed) if role.endswith(look)} == {f"disguisedAs {look}"}
    assert any(role.startswith("perpetrator") for role in story.roles(deed))


def test_who_is_disguised_and_does_nothing_gives_no_event_a_disguise() -> None:
    story = tell("A journalist disguised as a nurse saw gunmen storm a hospital.")
    assert not any(role.startswith("disguisedAs") for event in ("storm",) for role in story.roles(event))


@pytest.mark.parametrize(("text", "deed", "role"), [
    pytest.param("Men posing as soldiers kidnapped three teachers in Kaduna.", "kidnapped", "disguisedAs soldiers", marks=pytest.mark.xfail(
        strict=True, reason="nouns.singular knows 'Men' at the start where it is tagged a name, and here it is tagged NN: no mention")),
    pytest.param("Gunmen wearing police uniforms attacked a bank in Quetta.", "attacked", "disguisedAs police", marks=pytest.mark.xfail(
        strict=True, reason="'wearing uniforms' is no disguise verb")),
])
def test_a_disguise_that_is_missed(text: str, deed: str, role: str) -> None:
    assert role in tell(text).roles(deed)
