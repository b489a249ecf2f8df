"""Which pipeline is loaded, and that loading less of it changes nothing."""

import warnings

import pytest
from spacy.tokens import Token
from spacy.util import load_model

from kg.language import model

TEXT = """Gunmen stormed the Hotel Miramar in Port-Royal on Thursday, killing at least 14 guests, the interior ministry said.
"We won't rest until they're caught," said Ms. Adaeze Okonkwo, 52, its spokeswoman. The 3rd Brigade's U.S.-made drones hadn't been used.
Xylqr, the so-called "Wolves", claimed it; €2.5m was paid."""


def told(token: Token) -> tuple[object, ...]:
    """All that a stage may ask a token."""
    ner = token.ent_type_, token.ent_iob_
    shape = token.shape_, token.prefix_, token.suffix_, token.norm_, token.lower_
    return token.text, token.lemma_, token.tag_, token.pos_, token.dep_, token.head.i, str(token.morph), *ner, *shape, token.has_vector


def test_the_strings_left_out_change_no_parse() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = load_model(model.installed(), exclude=["senter"])
    assert [told(token) for token in model.load()(TEXT)] == [told(token) for token in whole(TEXT)]


def test_loading_says_nothing_and_is_done_once() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert model.load.__wrapped__(None).pipe_names == model.load().pipe_names
    assert model.load() is model.load()


def test_the_model_is_told_by_name_and_version() -> None:
    assert model.describe(model.load()).startswith("en_core_web_md-3.")


@pytest.mark.parametrize("name", ["no_such_pipeline", "json", "/nowhere"])
def test_a_missing_pipeline_is_told_by_its_name(name: str) -> None:
    with pytest.raises(model.ModelError, match=name):
        model.load(name)
