"""The whole pipeline: the same every time, alone or in a batch, and sound whatever the words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.articles import from_text
from kg.language.parse import parse, parse_all
from kg.language.repairs import repair
from kg.model import Article, Form, Reading
from kg.ontology import Ontology
from kg.pipeline import STAGES, read, read_all
from kg.terms import KG, KGX, local

DAY = date(2017, 9, 14)
STORIES = (
    from_text(
        "date 2017-09-14\n\nBomb kills four at cattle market\n\nQuetta - A bomb left in a milk can killed four people, including a child,"
        " and wounded 12 at a market in Quetta on Thursday, police said.\n\nThe Rasool Brigade said its men had planted the bomb. The"
        " attack was the second in a week: on Monday gunmen disguised as nurses stormed a hospital, killing two doctors.\n\nPhoto: a stall",
    ),
    from_text("A court convicted Ivan Petrov of fraud in Sofia. He denied it.", date=DAY, headline="Baker convicted"),
    from_text("Ministers will meet in Geneva on Monday.", date=DAY),
    from_text("It was a cold day, and people drank tea.", date=DAY),
)
REALIS = {KG[name] for name in ("Negated", "Attempted", "Threatened", "Planned", "Denied", "Possible", "Habitual", "Actual")}


def check(reading: Reading, ontology: Ontology) -> None:
    """Asserts all that must hold of any Reading."""
    text, entities, events = reading.article.text, len(reading.entities), len(reading.events)
    spans = [(mention.begin, mention.end) for mention in reading.mentions] + list(reading.sentences)
    spans += [problem.words for problem in reading.problems]
    for begin, end in spans:
        assert 0 <= begin < end <= len(text) and text[begin:end] == text[begin:end].strip()
    for mention in reading.mentions:
        begin, end = reading.sentences[mention.sentence]
        assert begin <= mention.begin and mention.end <= end
        assert any(start <= mention.begin and mention.end <= stop for start, stop in reading.article.blocks)
    _check_entities(reading)
    for index, event in enumerate(reading.events):
        assert ontology.is_a(event.type, KG.Event) and event.realis in REALIS and event.label
        assert event.triggers and all(reading.mentions[trigger].form == Form.TRIGGER for trigger in event.triggers)
        assert all(role.entity in range(entities) and role.property.startswith(KG.iri) for role in event.roles)
        assert len({(role.property, role.entity) for role in event.roles}) == len(event.roles)
        assert all(link.event in range(events) and link.event != index and link.property.startswith(KG.iri) for link in event.links)
        assert event.said is None or all(toll in range(len(reading.tolls)) for toll in event.said.tolls)
        assert event.time is None or not (event.time.earliest and event.time.latest) or event.time.earliest <= event.time.latest
    _check_tolls(reading)
    _check_evidence(reading)
    assert reading.main_event is None if not events else reading.main_event in range(events)
    assert reading.dateline is None or reading.dateline in range(entities)


def _check_entities(reading: Reading) -> None:
    owners = [mention for entity in reading.entities for mention in entity.mentions]
    assert len(owners) == len(set(owners)) and all(mention in range(len(reading.mentions)) for mention in owners)
    assert all(entity.label and entity.label not in entity.alt_labels for entity in reading.entities)
    for relation in reading.relations:
        assert {relation.subject, relation.object} <= set(range(len(reading.entities)))


def _check_tolls(reading: Reading) -> None:
    for toll in reading.tolls:
        assert toll.event in range(len(reading.events)) and toll.count_text
        assert (toll.count is None) != (toll.minimum is None and toll.maximum is None)
        assert toll.minimum is None or toll.maximum is None or toll.minimum <= toll.maximum
        people = [toll.of_people, *toll.including, *toll.according_to]
        assert all(entity is None or entity in range(len(reading.entities)) for entity in people)
        assert toll.mentions and all(reading.mentions[mention].form == Form.TRIGGER for mention in toll.mentions)
        assert not toll.preferred or reading.events[toll.event].realis == KG.Actual
    preferred = [(toll.event, toll.outcome) for toll in reading.tolls if toll.preferred]
    assert len(preferred) == len(set(preferred))


def _check_evidence(reading: Reading) -> None:
    told = [event.evidence for event in reading.events] + [toll.evidence for toll in reading.tolls]
    told += [role.evidence for event in reading.events for role in event.roles]
    told += [link.evidence for event in reading.events for link in event.links]
    assert all(told)
    told += [event.time.evidence for event in reading.events if event.time] + [relation.evidence for relation in reading.relations]
    for proof in (proof for proofs in told for proof in proofs):
        begin, end = reading.sentences[proof.sentence]
        assert proof.rule.startswith((KGX.iri, KG.iri)) and 0 < proof.confidence <= 1
        assert all(0 <= start < stop <= len(reading.article.text) for start, stop in proof.words)
        assert any(begin <= start and stop <= end for start, stop in proof.words) or not proof.words
        assert proof.according_to is None or proof.according_to in range(len(reading.entities))
        assert proof.factuality in (None, KG.Asserted, KG.Reported, KG.Disputed)


@pytest.mark.parametrize("article", STORIES, ids=lambda article: article.text[:20])
def test_a_reading_is_sound(article: Article, nlp: Language, ontology: Ontology) -> None:
    check(read(article, ontology, nlp), ontology)


def test_the_story_is_understood(nlp: Language, ontology: Ontology) -> None:
    reading = read(STORIES[0], ontology, nlp)
    assert {(local(toll.outcome), toll.count) for toll in reading.tolls} >= {("Killed", 4), ("Injured", 12), ("Killed", 2)}
    assert {local(event.type) for event in reading.events} >= {"ResponsibilityClaim", "Statement"}
    assert reading.main_event is not None and ontology.is_a(reading.events[reading.main_event].type, KG.Bombing)


# --- the same every time

def test_twice_the_same(nlp: Language, ontology: Ontology) -> None:
    for article in STORIES:
        assert read(article, ontology, nlp) == read(article, ontology, nlp)


def test_alone_as_in_a_batch(nlp: Language, ontology: Ontology) -> None:
    alone = [read(article, ontology, nlp) for article in STORIES]
    assert list(read_all(STORIES, ontology, nlp)) == alone
    assert list(read_all(reversed(STORIES), ontology, nlp)) == alone[::-1]


def test_nothing_read_is_nothing(nlp: Language, ontology: Ontology) -> None:
    assert list(read_all([], ontology, nlp)) == []


# --- articles with little in them

def test_without_events(nlp: Language, ontology: Ontology) -> None:
    reading = read(STORIES[3], ontology, nlp)
    assert (reading.events, reading.tolls, reading.main_event) == ((), (), None)
    check(reading, ontology)


def test_a_headline_alone(nlp: Language, ontology: Ontology) -> None:
    text = "Gunmen kill two guards in Basra"
    article = Article(text, ((0, len(text)),), headline=(0, len(text)), date=DAY)
    reading = read(article, ontology, nlp)
    check(reading, ontology)
    assert [(local(toll.outcome), toll.count) for toll in reading.tolls] == [("Killed", 2)]
    assert reading.main_event == 0


@pytest.mark.parametrize("text", ["", " ", "x", "...", "5", "“”", "\n\n", "killed", "🙂 killed 🙂"])
def test_next_to_nothing(text: str, nlp: Language, ontology: Ontology) -> None:
    blocks = ((0, len(text)),) if text.strip() else ()
    check(read(Article(text, blocks, date=DAY), ontology, nlp), ontology)


def test_without_a_day_of_publication(nlp: Language, ontology: Ontology) -> None:
    for article in STORIES:
        check(read(replace(article, date=None, published=None), ontology, nlp), ontology)


# --- the parse

def test_tokens_keep_their_offsets_and_what_is_no_prose_is_not_read(nlp: Language) -> None:
    for article in STORIES:
        doc = parse(nlp, article)
        for token in doc:
            inside = any(begin <= token.idx < end for begin, end in article.blocks)
            words = article.text[token.idx:token.idx + len(token)]
            assert words == token.text if inside else not token.text.strip()


def test_no_sentence_crosses_a_block(nlp: Language) -> None:
    article = STORIES[0]
    for sentence in parse(nlp, article).sents:
        words = [token for token in sentence if not token.is_space]
        homes = {index for token in words for index, (begin, end) in enumerate(article.blocks) if begin <= token.idx < end}
        assert len(homes) <= 1


def test_parses_come_in_order(nlp: Language) -> None:
    assert [doc.text.strip()[:5] for doc in parse_all(nlp, STORIES)] == [
        article.text[article.blocks[0][0]:][:5] for article in STORIES
    ]


# --- each stage adds and never takes away

def test_stages_leave_what_was_there(nlp: Language, ontology: Ontology) -> None:
    doc, reading = repair(parse(nlp, STORIES[0]), ontology), Reading(STORIES[0])
    for stage in STAGES:
        then = stage(reading, doc, ontology)
        assert then.mentions[:len(reading.mentions)] == reading.mentions, stage.__module__
        assert then.article is reading.article
        assert stage(reading, doc, ontology) == then, stage.__module__  # a stage has no memory
        reading = then
    assert reading.events and reading.tolls


# --- any wire-like sentence

WHO = ("Gunmen", "The army", "Ivan Petrov", "Police", "Two bombers", "The Islamic State group", "He", "Nobody", "A bomb", "At least 12 men")
DID = (
    "killed", "were killed by", "denied killing", "planned to attack", "claimed", "blamed", "said that", "told", "shelled", "arrested",
    "opened fire on", "blew up", "was convicted of murdering", "died in", "met", "foiled", "rose from", "left", "bombed and wounded",
)
WHOM = (
    "52 people", "dozens of nurses", "the attack", "a hotel in Kabul", "Elena Ruiz", "12 dead and 30 wounded", "its men", "a bank",
    "the rebels", "nine", "half a million people", "three of them", "responsibility", "12 to 17",
)
HOW = (
    "on Monday", "near Mosul", "disguised as nurses", ", killing two guards", "in May 2014", "when a bomb exploded", ", officials said",
    "who had fled", "before blowing themselves up", "including three children", "if they had", '"in the drill"', "(AP)", "– not",
    "at 3 a.m.",
    "according to the mayor", "20 km north of Gao", "; the toll was 4", "that was foiled", "in a film",
)
END = (". ", "! ", "? ", "\n\n", " ", ".\n\n")
sentences = st.tuples(
    st.sampled_from(WHO), st.sampled_from(DID), st.sampled_from(WHOM), st.lists(st.sampled_from(HOW), max_size=3), st.sampled_from(END),
).map(lambda parts: " ".join([*parts[:3], *parts[3]]) + parts[4])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(sentences, min_size=1, max_size=4), st.booleans())
def test_any_story_gives_a_sound_reading(nlp: Language, ontology: Ontology, parts: list[str], titled: bool) -> None:
    text = "".join(parts).strip()
    article = from_text(text, date=DAY, headline="Gunmen attack hotel in Kabul" if titled else None)
    reading = read(article, ontology, nlp)
    check(reading, ontology)
    assert read(article, ontology, nlp) == reading
