"""Whom the lead leaves nameless: the next paragraph's name where both have one part, and nobody where they need not."""

import pytest

from tests.story import tell


@pytest.mark.parametrize(("lead", "after", "word", "role"), [
    ("A Mexican man pleaded guilty on Monday to the murder of a rancher.", "Ruben Ochoa, 29, admitted that he fired.", "murder",
     "perpetrator Ruben Ochoa"),
    ("A teacher was stabbed to death in Leeds on Monday.", "Anna Keller, 34, died at the scene.", "stabbed", "victim Anna Keller"),
    ("A man was charged on Monday with the murder of his wife.", "Peter Lang, 43, was arrested.", "charged", "patient Peter Lang"),
    ("A court acquitted a former mayor of ordering a murder.", "Carlo Vitrano, 61, was sentenced to four years for fraud.", "acquitted",
     "patient Carlo Vitrano"),
])
def test_a_lead_person_has_the_name_that_the_next_paragraph_gives(lead: str, after: str, word: str, role: str) -> None:
    assert role in tell(f"{lead}\n\n{after}").roles(word)


@pytest.mark.parametrize(("lead", "after", "name"), [
    ("A gunman shot a teacher on Monday.", "Peter Lang, 43, was a father of two.", "Peter Lang"),
    ("A man stabbed a teacher to death in Leeds.", "Peter Lang, 43, was arrested at his flat.", "Peter Lang"),
    ("A woman was killed in Leeds on Monday.", "Peter Lang, 43, died in a clinic.", "Peter Lang"),
    ("A driver was killed near Lima on Monday.", "Ana Ruiz, 30, was taken to a clinic.", "Ana Ruiz"),
    ("A guard was shot in Leeds and a clerk was stabbed in York.", "Peter Lang, 43, died on Monday.", "Peter Lang"),
])
def test_a_name_that_may_be_anothers_is_nobodys(lead: str, after: str, name: str) -> None:
    story = tell(f"{lead}\n\n{after}")
    [entity] = [entity for entity in story.reading.entities if entity.label == name]
    assert all(story.reading.mentions[index].begin > len(lead) for index in entity.mentions)
