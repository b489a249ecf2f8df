"""IRIs: readable, valid whatever the words, unique."""

import re
from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.iris import LONGEST, Iris, article_iri, slug, web_iri
from kg.graph.triples import iri
from kg.model import Article, Entity, Reading
from kg.terms import BASE, KG

words = st.text(st.characters(exclude_categories=["Cs"]))
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(("text", "expected"), [
    ("Islamic State", "islamic-state"),
    ("Hashed al-Shaabi's", "hashed-al-shaabis"),
    ("São Tomé & Príncipe", "sao-tome-principe"),
    ("Łódź", "odz"),
    ("52 killed", "52-killed"),
])
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_slug_of_no_ascii_is_a_hash_of_its_own() -> None:
    assert SLUG.fullmatch(slug("Київ"))
    assert slug("Київ") != slug("Одеса")


@given(words)
def test_slug_is_always_a_piece_of_an_iri(text: str) -> None:
    assert SLUG.fullmatch(slug(text))
    assert len(slug(text)) <= LONGEST


@given(words)
def test_term_is_always_a_valid_iri(text: str) -> None:
    for found in (iri(BASE + text), iri(KG[text.replace("#", "")])):
        assert ox.NamedNode(found[1:-1])
        assert ox.serialize(ox.parse(f"{found} {found} {found} .", format=ox.RdfFormat.N_TRIPLES), format=ox.RdfFormat.TURTLE)


@given(words)
def test_web_iri_is_valid_or_none(text: str) -> None:
    for address in (text, "https://" + text, "https://news.example/" + text):
        found = web_iri(address)
        assert found is None or ox.NamedNode(found)


@given(st.lists(words, max_size=8), st.lists(words.filter(bool), max_size=3))
def test_entities_get_iris_of_their_own_and_keys_shared_ones(labels: list[str], keys: list[str]) -> None:
    own = [Entity(KG.Person, label, ()) for label in labels]
    known = [Entity(KG.Country, "x", (), key=key) for key in keys]
    iris = Iris(Reading(Article("text", ()), entities=(*own, *known)), BASE)
    assert len(set(iris.entities[:len(own)])) == len(own)
    assert all(name.startswith(iris.article + "/entity/") for name in iris.entities[:len(own)])
    assert all(name.startswith(BASE + "entity/") for name in iris.entities[len(own):])


def test_number_that_looks_like_a_name_is_not_given_twice() -> None:
    entities = tuple(Entity(KG.Group, label, ()) for label in ("army", "army", "army 2"))
    found = [name.rpartition("/")[2] for name in Iris(Reading(Article("", ()), entities=entities), BASE).entities]
    assert found == ["army", "army-2", "army-2-2"]


def test_article() -> None:
    article = Article("Bomb  kills 9\nText", ((0, 13),), (0, 13), date=date(2017, 9, 14))
    found = article_iri(article, BASE)
    assert re.fullmatch(re.escape(BASE) + r"article/2017-09-14-bomb-kills-9-[0-9a-f]{8}", found)
    assert found == article_iri(Article("Bomb  kills 9\nText", (), (0, 13), date=date(2017, 9, 14)), BASE)
    assert found != article_iri(Article("Bomb  kills 9\nText", (), (0, 13), date=date(2017, 9, 14), url="https://news.example/1"), BASE)


def test_article_hash_is_of_the_nfc_text() -> None:
    assert article_iri(Article("Cafe\u0301", ()), BASE) == article_iri(Article("Caf\u00e9", ()), BASE)


def test_article_without_anything_known() -> None:
    assert re.fullmatch(re.escape(BASE) + r"article/[0-9a-f]{8}", article_iri(Article("", ()), BASE))
