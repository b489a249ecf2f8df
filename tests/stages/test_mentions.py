"""Mentions: where names, demonyms, nominals and pronouns begin and end, and what they denote."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.model import Article, Form, Heard, Reading
from kg.ontology import Ontology
from kg.stages import mentions
from kg.terms import KG, local

Read = Callable[..., Reading]


def found(reading: Reading, *forms: Form) -> list[tuple[str, str]]:
    """The words and class of the mentions of some forms (all where none is given)."""
    return [(reading.words_of(i), local(mention.kind)) for i, mention in enumerate(reading.mentions) if not forms or mention.form in forms]


def tagged(nlp: Language, text: str, names: str = "") -> Doc:
    """A Doc of "word/TAG" tokens whose words all hang on the first; `names` are entities, as "PERSON:Jane Doe, ORG:Acme"."""
    pairs = [token.rsplit("/", 1) for token in text.split()]
    words = [word for word, _ in pairs]
    spaces = ["-" not in (word, after) for word, after in zip(words, [*words[1:], "."], strict=True)]
    pos = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "VBD": "VERB"}
    doc = Doc(nlp.vocab, words=words, spaces=spaces, tags=[tag for _, tag in pairs], pos=[pos.get(tag, "X") for _, tag in pairs],
              lemmas=words, heads=[0] * len(words), deps=["ROOT"] + ["dep"] * (len(words) - 1))
    doc.ents = [entity for name in names.split(", ") if name for entity in [_entity(doc, *name.split(":"))]]
    return doc


def _entity(doc: Doc, label: str, text: str) -> Span:
    begin = doc.text.index(text)
    entity = doc.char_span(begin, begin + len(text), label=label)
    assert entity is not None
    return entity


def names_in(nlp: Language, ontology: Ontology, text: str, entities: str = "") -> list[tuple[str, str]]:
    doc = tagged(nlp, text, entities)
    whole = (0, len(doc.text))
    return found(mentions.stage(Reading(Article(doc.text, (whole,), headline=whole)), doc, ontology), Form.NAME)


@pytest.mark.parametrize(("text", "entities", "expected"), [
    ("President/NNP Cerezo/NNP left/VBD ./.", "PERSON:President Cerezo", [("Cerezo", "Person")]),
    ("It/PRP hurt/VBD Xol/NNP 's/POS goats/NNS ./.", "PERSON:Xol 's", [("Xol", "Person")]),
    ("Then/RB the/DT Orm/NNP Valley/NNP Front/NNP left/VBD ./.", "ORG:the Orm Valley Front", [("Orm Valley Front", "Group")]),
    ("It/PRP said/VBD al/NNP -/HYPH Jabri/NNP left/VBD ./.", "PERSON:Jabri", [("al-Jabri", "Person")]),
    ("It/PRP blamed/VBD Lashkar/NNP -/HYPH e/NN -/HYPH Mah/NNP ./.", "ORG:Lashkar", [("Lashkar-e-Mah", "Group")]),
    ("The/DT home/NN of/IN al/NNP Dora/NNP ./.", "GPE:al Dora", [("al Dora", "Place")]),
    ("When/WRB Mohamud/NNP Guled/NNP spoke/VBD ./.", "ORG:Mohamud Guled", [("Mohamud Guled", "Group")]),
    ("The/DT Sword/NNP Brigade/NNP left/VBD ./.", "PERSON:Sword Brigade", [("Sword Brigade", "Group")]),
    ("On/IN Tuesday/NNP it/PRP rained/VBD ./.", "DATE:Tuesday", []),
    ("Herds/NNS were/VBD sold/VBN ./.", "ORG:Herds", []),
    ("Farmer/NNP shoots/VBZ dog/NN ./.", "PERSON:Farmer", []),
])
def test_names_are_whole_and_nothing_but_the_name(
    nlp: Language, ontology: Ontology, text: str, entities: str, expected: list[tuple[str, str]],
) -> None:
    assert names_in(nlp, ontology, text, entities) == expected


@pytest.mark.parametrize(("text", "entities", "words", "expected"), [
    ("Gunmen/NNS shot/VBD Jeffrey/NNP brent/NN ball/NN ./.", "PERSON:Jeffrey", "Jeffrey brent ball", [("Jeffrey brent ball", "Person")]),
    ("Gunmen/NNS shot/VBD Edwin/NNP Roz/NNP ./.", "PERSON:Edwin, PERSON:Roz", "Edwin Roz", [("Edwin Roz", "Person")]),
    ("Gunmen/NNS shot/VBD Orlando/NNP Letel/NNP ./.", "GPE:Orlando Letel", "Orlando Letel", [("Orlando Letel", "Person")]),
    ("Gunmen/NNS shot/VBD Spaniard/NNP Jose/NNP ./.", "GPE:Spaniard Jose", "Jose", [("Jose", "Person")]),
    ("Gunmen/NNS shot/VBD Jose/NNP Roz/NNP ./.", "PERSON:Jose Roz", "Jose", [("Jose Roz", "Person")]),
    ("Gunmen/NNS shot/VBD miss/NN Roz/NNP ./.", "PERSON:Roz", "miss Roz", [("Roz", "Person")]),
    ("Gunmen/NNS shot/VBD FRED/NNP ./.", "ORG:FRED", "FRED", [("FRED", "Group")]),
    ("Gunmen/NNS shot/VBD at/IN Peru/NNP ./.", "GPE:Peru", "Peru", [("Peru", "Country")]),
])
def test_a_name_is_as_the_reader_hears_it(
    nlp: Language, ontology: Ontology, text: str, entities: str, words: str, expected: list[tuple[str, str]],
) -> None:
    doc = tagged(nlp, text, entities)
    begin = doc.text.index(words)
    heard = (Heard("Victim", begin, begin + len(words), 0.9),)
    assert found(mentions.stage(Reading(Article(doc.text, ((0, len(doc.text)),)), heard=heard), doc, ontology), Form.NAME) == expected


def test_a_belgian_is_no_country(entities_of: Read) -> None:
    assert ("Belgian", "Person") in found(entities_of("A Belgian who was jailed for fraud was freed on Tuesday."), Form.NOMINAL)


def test_a_surname_that_is_a_noun_stays_a_name(nlp: Language, ontology: Ontology) -> None:
    text = "Laura/NNP Bishop/NNP came/VBD ./. Bishop/NNP left/VBD ./."
    doc = tagged(nlp, text, "PERSON:Laura Bishop")
    doc.ents = [*doc.ents, Span(doc, 4, 5, label="PERSON")]
    reading = mentions.stage(Reading(Article(doc.text, ((0, len(doc.text)),))), doc, ontology)
    assert found(reading, Form.NAME) == [("Laura Bishop", "Person"), ("Bishop", "Person")]


def test_a_name_guessed_differently_has_the_class_of_the_full_name(nlp: Language, ontology: Ontology) -> None:
    text = "Morgan/NNP Tove/NNP came/VBD ,/, and/CC Tove/NNP left/VBD ./."
    doc = tagged(nlp, text, "PERSON:Morgan Tove")
    doc.ents = [*doc.ents, Span(doc, 5, 6, label="ORG")]
    reading = mentions.stage(Reading(Article(doc.text, ((0, len(doc.text)),))), doc, ontology)
    assert found(reading, Form.NAME) == [("Morgan Tove", "Person"), ("Tove", "Person")]


def test_the_portfolio_of_a_minister_is_no_group(entities_of: Read) -> None:
    reading = entities_of("Interior Minister Fahad al-Otaiq accused the rebels.")
    assert found(reading, Form.NAME) == [("Fahad al-Otaiq", "Person")]


@pytest.mark.parametrize(("text", "name"), [
    ("Defence Secretary Prince Gill spoke.", "Prince Gill"),
    ("The poet Earl Constable died.", "Earl Constable"),
    ("Major Ellison, a farmer, was hurt.", "Major Ellison"),
    ("Judge Reinhold, an actor, left.", "Judge Reinhold"),
    ("The poet laureate, King Solen, read a poem.", "King Solen"),
    ("Major Wilson, a spokesman for the army, left.", "Wilson"),
    ("Prince Faisal met Foreign Minister Prince Turki.", "Turki"),
])
def test_a_title_that_is_a_first_name(entities_of: Read, text: str, name: str) -> None:
    assert (name, "Person") in found(entities_of(text), Form.NAME)


@pytest.mark.parametrize("name", ["Alghabass ag Intalla", "Mohamed Ould Daddah", "Piet van der Berg", "Maria de la Cruz", "Amir Salek"])
def test_small_words_inside_a_persons_name(entities_of: Read, name: str) -> None:
    assert found(entities_of(f"A tribal leader, {name}, left the town."), Form.NAME) == [(name, "Person")]


def test_a_village_that_spacy_took_for_no_name(entities_of: Read) -> None:
    reading = entities_of("Two farmers died when their cart drove over a mine outside the town of Elmak last week.")
    assert ("Elmak", "City") in found(reading, Form.NAME)


def test_a_group_that_apposition_tells(entities_of: Read) -> None:
    reading = entities_of("Officials blamed Lashkar-e-Mah, a sectarian group known for its attacks.")
    assert ("Lashkar-e-Mah", "Group") in found(reading, Form.NAME)


@pytest.mark.parametrize(("text", "name"), [
    ("Glenfarrow said its competitor Norlund Foods was to blame.", "Norlund Foods"),
    ("The owner, Karsk Holdings, said the deal would close in May.", "Karsk Holdings"),
    ("The rebel Azalay Front attacked the town.", "Azalay Front"),
    ("The weekly Morgenposten reported that police had raided the flat.", "Morgenposten"),
    ("They sold the yard to Pelika Partners, its main lender.", "Pelika Partners"),
    ("Nordbrau Brewers and its biggest competitor, Kestrel, were fined.", "Kestrel"),
    ("Drugmaker Pelvane bought a laboratory.", "Pelvane"),
    ("Airline Corvair Lines said a flight was cancelled.", "Corvair Lines"),
    ("Havlak's chief executive, Jan Orel, resigned.", "Havlak"),
])
def test_a_role_word_makes_no_person_of_a_company(entities_of: Read, text: str, name: str) -> None:
    assert (name, "Group") in found(entities_of(text), Form.NAME)


@pytest.mark.parametrize(("text", "name"), [
    ("The owner, Benito Lim, is cooperating.", "Benito Lim"),
    ("The rebel leader Karim Dosso was shot.", "Karim Dosso"),
])
def test_a_role_word_leaves_a_person_one(entities_of: Read, text: str, name: str) -> None:
    assert (name, "Person") in found(entities_of(text), Form.NAME)


@pytest.mark.parametrize(("text", "name"), [
    ("The Santa Felisa, a ferry with 120 passengers, capsized.", "Santa Felisa"),
    ("The ferry Maria Clara sank on Monday. Rescuers reached the Maria Clara at noon.", "Maria Clara"),
    ("The Maria Clara sank near the coast.", "Maria Clara"),
])
def test_a_ship_is_neither_person_nor_place(entities_of: Read, text: str, name: str) -> None:
    assert {kind for words, kind in found(entities_of(text), Form.NAME) if words == name} == {"Vehicle"}


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("Another stronghold of the group is Hawija, in Kirkuk province.", "Hawija", "Place"),
    ("Forces attacked Hawija, one of the last towns that the group controls.", "Hawija", "City"),
    ("Soldiers moved into Banikan on Monday.", "Banikan", "Place"),
    ("Fighting in Tarvik went on.", "Tarvik", "Place"),
    ("He works in the town hall of Novo Mesto.", "Novo Mesto", "Place"),
    ("The mayor of Elmak, Jan Orel, was shot.", "Elmak", "Place"),
    ("Fighting spread to Humera and Adwa.", "Humera", "Place"),
    ("Troops entered Kalvan, the last town held by the rebels.", "Kalvan", "City"),
])
def test_a_place_that_its_position_tells(entities_of: Read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in found(entities_of(text), Form.NAME)


def test_an_animal_is_no_person(entities_of: Read) -> None:
    assert not found(entities_of("Tyke, an elephant, trampled a hut."), Form.NAME)


def test_demonyms_denote_the_country_and_its_people_are_people(entities_of: Read) -> None:
    reading = entities_of("Iraqi forces freed three Iranians near Mosul, and a Syrian was held.")
    assert found(reading, Form.DEMONYM) == [("Iraqi", "Country")]
    assert {("Iranians", "People"), ("Syrian", "Person")} <= set(found(reading, Form.NOMINAL))


def test_nominals_leave_out_determiner_numeral_and_what_follows(entities_of: Read) -> None:
    reading = entities_of("The two suicide car bombers from the north struck a crowded restaurant, and several wounded officers fled.")
    words = found(reading, Form.NOMINAL)
    assert {("suicide car bombers", "People"), ("crowded restaurant", "Facility"), ("wounded officers", "People")} <= set(words)


def test_three_congolese_are_people(entities_of: Read) -> None:
    assert ("Congolese", "People") in found(entities_of("Three Congolese died in the fire."), Form.NOMINAL)


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("The diamond company Lumeje on Thursday denied a report by villagers.", "Lumeje", "Group"),
    ("It was signed by the Serpents.", "Serpents", "Group"),
    ("A bus left the road in the Yungas and fell.", "Yungas", "Place"),
    ("One of the guards, Sipho Mabena, had his jaw broken.", "Sipho Mabena", "Person"),
    ("Disaster Minister Petrauskaite opens library.", "Petrauskaite", "Person"),
    ("US Secretary of State John Kerry left.", "John Kerry", "Person"),
])
def test_names_that_were_of_another_class_or_none(entities_of: Read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in found(entities_of(text), Form.NAME)


def test_a_group_by_its_first_word_is_no_place(entities_of: Read) -> None:
    reading = entities_of("The culprits were the Tiwala Brotherhood. It bore the signature of the Tiwala, which has lost three camps.")
    assert ("Tiwala", "Group") in found(reading, Form.NAME)


def test_a_cyclone_is_no_person(entities_of: Read) -> None:
    assert found(entities_of("Cyclone Hasina slammed into Toamasina. Hasina killed five."), Form.NAME) == [("Toamasina", "Place")]


def test_the_state_of_a_secretary_is_no_group(entities_of: Read) -> None:
    assert "State" not in [words for words, _ in found(entities_of("Secretary of State John Kerry left."))]


def test_an_age_is_no_part_of_a_nominal(entities_of: Read) -> None:
    reading = entities_of("A 45-year-old man was hurt.")
    assert ("man", "Person") in found(reading, Form.NOMINAL)


def test_adjectives_after_the_denote_people(entities_of: Read) -> None:
    assert ("wounded", "People") in found(entities_of("Many of the wounded were in a serious condition."), Form.NOMINAL)


@pytest.mark.parametrize(("text", "noun"), [
    ("The president has been in office since 2010.", "office"),
    ("They appeared in court.", "court"),
    ("A ferry with 120 passengers on board sank.", "board"),
    ("The governor declared a state of emergency.", "state"),
    ("It capsized in heavy seas.", "heavy seas"),
    ("Two nurses were taken hostage.", "hostage"),
    ("They slept in tents.", "tents"),
    ("A killer whale drowned a trainer. The killer had lived in a pool.", "killer"),
])
def test_an_idiom_denotes_nothing(entities_of: Read, text: str, noun: str) -> None:
    assert noun not in [words for words, _ in found(entities_of(text), Form.NOMINAL)]


def test_a_hospital_with_a_determiner_is_one(entities_of: Read) -> None:
    words = found(entities_of("He was taken to hospital. The hospital was full, and the court was shut."), Form.NOMINAL)
    assert words == [("hospital", "Facility"), ("court", "Group")]


def test_a_food_court_is_no_court(entities_of: Read) -> None:
    assert ("food court", "Facility") in found(entities_of("A man opened fire in a food court."), Form.NOMINAL)


@pytest.mark.parametrize(("text", "words"), [
    ("The prosecutor's office said so.", "prosecutor's office"),
    ("The workers' union called a strike.", "workers' union"),
])
def test_an_office_with_its_holder_is_one_group(entities_of: Read, text: str, words: str) -> None:
    assert found(entities_of(text), Form.NOMINAL) == [(words, "Group")]


def test_no_mention_is_empty(entities_of: Read) -> None:
    reading = entities_of("Two people died in a van-and-knife attack.")
    assert all(mention.begin < mention.end for mention in reading.mentions)
    assert ("knife", "Weapon") in found(reading, Form.NOMINAL)


def test_nobody_is_no_entity(entities_of: Read) -> None:
    assert not found(entities_of("There was no gunman."), Form.NOMINAL)


def test_small_words_in_a_text_of_capitals_are_no_groups(entities_of: Read) -> None:
    reading = entities_of("THE GOVERNOR SAID TODAY THAT THE MAN WHO WAS SHOT IS SAFE AND SOUND AT HOME.")
    assert not {"IS", "WHO"} & {words for words, _ in found(reading, Form.NAME)}


def test_a_company_called_like_a_thing(entities_of: Read) -> None:
    reading = entities_of("Nothing happened.", "Shell said its terminal was attacked.")
    assert ("Shell", "Group") in found(reading, Form.NAME)


def test_demonyms_of_two_words(entities_of: Read) -> None:
    assert ("Sri Lankan", "Country") in found(entities_of("They blamed the Sri Lankan government."), Form.DEMONYM)


def test_heads_and_sentences_are_where_the_mentions_are(entities_of: Read, nlp: Language) -> None:
    reading = entities_of("Soldiers came.", "Later the soldiers left the town. It was calm.")
    assert [reading.text_of(span) for span in reading.sentences] == ["Soldiers came.", "Later the soldiers left the town.", "It was calm."]
    for mention in reading.mentions:
        begin, end = reading.sentences[mention.sentence]
        assert begin <= mention.begin < mention.end <= end


@pytest.mark.parametrize("text", ["", "   \n\n ", "?!", "THE ATTACK TOOK PLACE IN SAN SALVADOR, PRESIDENT DUARTE SAID.", "a" * 3000])
def test_odd_texts_are_read(entities_of: Read, text: str) -> None:
    entities_of(text)


def test_mentions_are_in_the_order_of_the_text(entities_of: Read) -> None:
    reading = entities_of("The Islamic State group and Iraqi soldiers fought in Kirkuk province, and they say it was bloody.")
    places = [(mention.begin, -mention.end) for mention in reading.mentions]
    assert places == sorted(places)
    assert all(reading.article.text[mention.begin:mention.end].strip() for mention in reading.mentions)
    assert KG.Entity in {mention.kind for mention in reading.mentions if mention.form == Form.PRONOUN}
