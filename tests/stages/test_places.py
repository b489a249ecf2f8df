"""Places: what they are, where they lie, and what must not be believed of them."""

import pytest

from kg import articles
from kg.language.parse import parse
from kg.model import Entity, Reading
from kg.stages import coreference, mentions, places
from kg.terms import KG, local


@pytest.fixture
def placed(nlp, ontology):
    """Reads a text as far as places."""
    def read(text: str) -> Reading:
        article = articles.from_text(text)
        doc = parse(nlp, article)
        reading = Reading(article)
        for each in (mentions, coreference, places):
            reading = each.stage(reading, doc, ontology)
        return reading
    return read


def entity(reading: Reading, name: str) -> Entity:
    return next(one for one in reading.entities if name in (one.label, *one.alt_labels))


def told(reading: Reading) -> set[str]:
    label = [one.label for one in reading.entities]
    return {f"{label[one.subject]} {local(one.property)} {label[one.object]}" for one in reading.relations}


def test_a_city_has_its_chain_and_position(placed):
    reading = placed("Two bombs went off in Nasiriyah in southern Iraq, police said.")
    city = entity(reading, "Nasiriyah")
    assert (city.kind, city.key, city.exact) == (KG.City, "geonames/98854", ("https://sws.geonames.org/98854/",))
    assert city.latitude == pytest.approx(31.06, abs=0.05) and city.longitude == pytest.approx(46.26, abs=0.05)
    assert {"Nasiriyah locatedIn Dhi Qar", "Dhi Qar locatedIn Iraq", "Nasiriyah locatedIn Iraq"} <= told(reading)
    assert entity(reading, "Dhi Qar").mentions == ()


def test_a_region_that_the_text_names_is_the_gazetteers(placed):
    reading = placed("A bomb went off in Nasiriyah on Monday. Officials of Dhiqar province in Iraq spoke of nine wounded.")
    assert entity(reading, "Dhiqar").key == "geonames/97019"
    assert [one.label for one in reading.entities if one.key == "geonames/97019"] == ["Dhiqar"]
    assert "Nasiriyah locatedIn Dhiqar" in told(reading)


@pytest.mark.parametrize(("text", "name", "key"), [
    ("The mayor of Paris, Texas, resigned on Monday.", "Paris", "geonames/4717560"),
    ("The mayor of Paris spoke to reporters in France on Monday.", "Paris", "geonames/2988507"),
    ("Police in Birmingham, Alabama, arrested a man.", "Birmingham", "geonames/4049979"),
    ("Police in Birmingham, England, arrested a man.", "Birmingham", "geonames/2655603"),
    ("Troops left the Egyptian city of Alexandria.", "Alexandria", "geonames/361058"),
    ("A ferry sank off Tripoli in Lebanon.", "Tripoli", "geonames/266826"),
    ("Officials in Bavaria closed the road.", "Bavaria", "geonames/2951839"),
    ("Three people were taken to San Cristobal, officials in Venezuela said.", "San Cristobal", "geonames/3628473"),
    ("Spain's ambassador to Venezuela spoke to a choir from the city of Barcelona. Venezuela mourned.", "Barcelona", None),
])
def test_namesakes_are_told_apart(placed, text, name, key):
    assert entity(placed(text), name).key == key


def test_georgia_is_a_state_beside_atlanta_and_a_country_beside_tbilisi(placed):
    state = entity(placed("Police in Atlanta, Georgia, arrested a man in May."), "Georgia")
    assert (state.kind, state.key) == (KG.Region, "geonames/4197000")
    country = entity(placed("Georgia closed its border on Monday. Crowds gathered in Tbilisi, and Georgian police watched."), "Georgia")
    assert (country.kind, country.key) == (KG.Country, "country/ge")


def test_an_unknown_village_has_no_invented_position(placed):
    reading = placed("Gunmen raided the village of Zabadurga in northern Burkina Faso.")
    village = entity(reading, "Zabadurga")
    assert village.latitude is None and village.key is None and not village.exact
    assert "Zabadurga locatedIn Burkina Faso" in told(reading)
    assert [reading.text_of(problem.words) for problem in reading.problems] == ["Zabadurga"]


def test_a_namesake_elsewhere_is_not_taken_where_the_text_says_where(placed):
    reading = placed("The army left the town of Moscow in northern Mali.")
    assert entity(reading, "Moscow").key is None


def test_adjectives_and_possessors_of_countries_hold_places(placed):
    assert "Ben Guerdane locatedIn Tunisia" in told(placed("The Tunisian town of Ben Guerdane was quiet."))
    assert not any("locatedIn" in one for one in told(placed("The American embassy was attacked.")))


def test_the_name_of_towns_does_not_hold_them(placed):
    found = told(placed("Pilgrims walked to the shrine cities of Najaf and Karbala in Iraq."))
    assert not [one for one in found if one.endswith("locatedIn Najaf")]


def test_capitals_borders_and_neighbours(placed):
    assert "Amman capitalOf Jordan" in told(placed("King Abdullah returned to Amman, Jordan's capital, on Monday."))
    assert "Tunisia borders Libya" in told(placed("Smugglers crossed Tunisia's border with Libya."))
    found = told(placed("A camp in Kenya, near the Somali border, was raided. A village near Djibo in Burkina Faso burned."))
    assert "camp near Somalia" in found and "village near Djibo" in found and "Kenya near Somalia" not in found


@pytest.mark.parametrize("text", [
    "Officials of Borno, of which Maiduguri is the capital, spoke in Nigeria.",
    "Officials of Borno, whose capital is Maiduguri, spoke in Nigeria.",
    "Maiduguri is the capital of Borno state in Nigeria.",
])
def test_a_seat_of_government_in_several_phrases(placed, text):
    assert "Maiduguri capitalOf Borno" in told(placed(text))


def test_who_mostly_lives_in_a_place(placed):
    assert "city populationGroup Shiites" in told(placed("The city is mainly Shiite."))
    assert not any("populationGroup" in one for one in told(placed("A Shiite leader visited the city.")))


@pytest.mark.parametrize(("text", "label", "key"), [
    ("NASIRIYAH, Iraq - Two bombs went off on Monday, police said.", "Nasiriyah", "geonames/98854"),
    ("NAIROBI, Kenya (AP) -- Two buses collided on Monday, police said.", "Nairobi", "geonames/184745"),
    ("PARIS, Texas (AP) -- Two buses collided on Monday, police said.", "Paris", "geonames/4717560"),
])
def test_a_dateline_is_a_place(placed, text, label, key):
    reading = placed(text)
    assert reading.dateline is not None
    place = reading.entities[reading.dateline]
    assert (place.label, place.key) == (label, key)


def test_a_capital_that_acts_is_its_country(placed):
    reading = placed("Washington accused Iran of lying. Police closed a street in Washington.")
    city, country = entity(reading, "Washington"), next(one for one in reading.entities if one.key == "country/us")
    assert city.kind == KG.City and len(city.mentions) == 1 and len(country.mentions) == 1


def test_a_town_on_a_sea_is_beside_it(placed):
    found = told(placed("He went to the Black Sea resort of Sochi in Russia."))
    assert "Sochi locatedIn Black Sea" not in found


def test_places_never_lie_in_each_other(placed):
    reading = placed("Kunduz province in Afghanistan was quiet. The city of Kunduz in Kunduz province, Afghanistan, was not.")
    pairs = {(one.subject, one.object) for one in reading.relations if one.property == KG.locatedIn}
    assert not any((larger, smaller) in pairs for smaller, larger in pairs)


def test_every_relation_has_evidence_in_a_sentence(placed):
    reading = placed("MAIDUGURI, Nigeria (AP) -- Two bombs went off in Maiduguri and in Diffa, Niger, on Monday.")
    assert reading.relations
    for one in reading.relations:
        assert one.evidence
        assert all(0 <= why.sentence < len(reading.sentences) and why.rule and 0 < why.confidence <= 1 for why in one.evidence)
