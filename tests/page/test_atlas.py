"""The map: what lies in it, where, and what happened there."""

import networkx as nx
import pytest

from kg.page.atlas import atlas
from kg.page.world import HEIGHT, WIDTH, countries, frame, inland
from kg.terms import KG


def test_a_place_tells_what_happened_in_it_and_in_places_inside_it(market: nx.MultiDiGraph) -> None:
    found = atlas(market)
    assert found is not None
    (marker,) = found.markers
    labels = {f"n{number}": data["label"] for number, (_, data) in enumerate(market.nodes(data=True))}
    assert [labels[card].split(",")[0] for card in marker.cards] == [
        "Marrin", "Bombing of a fish market in Marrin", "fish market", "Referendum on self-rule in Marrin",
        "Shooting at an ambulance near the fish market",
    ]
    assert marker.main and marker.events == 3 and (marker.x, marker.y) == (WIDTH / 2, HEIGHT / 2)


def test_there_is_no_map_without_a_place_on_it(sixty: nx.MultiDiGraph) -> None:
    assert atlas(sixty) is None


@pytest.mark.parametrize(("points", "seen"), [
    ([(31.058, 46.257), (36.335, 43.119)], {"Iraq", "Iran", "Syria"}),
    ([(48.85, 2.35)], {"France", "Belgium"}),
    ([(-17.7, 178.0), (21.3, -157.8)], set()),
    ([(60.0, -150.0), (-30.0, 150.0), (50.0, 10.0), (0.0, 30.0)], {"China"}),
    ([(89.9, 0.0)], set()),
    ([(-90.0, -180.0), (90.0, 180.0)], {"Brazil"}),
])
def test_all_places_lie_in_the_frame_and_countries_are_named_inside_it(points: list[tuple[float, float]], seen: set[str]) -> None:
    shown = frame(points)
    for x, y in (shown.at(*point) for point in points):
        assert 0 <= x <= WIDTH and 0 <= y <= HEIGHT
    drawn = countries(shown)
    assert seen <= {country.name for country in drawn if country.middle}
    assert all(0 < country.middle[0] < WIDTH and 0 < country.middle[1] < HEIGHT for country in drawn if country.middle)
    assert sum(len(country.path) for country in drawn) < 160_000


def test_the_way_across_the_pacific_is_the_shorter() -> None:
    shown = frame([(-17.7, 178.0), (-13.8, -171.8)])
    fiji, samoa = shown.at(-17.7, 178.0), shown.at(-13.8, -171.8)
    assert fiji[0] < samoa[0] and samoa[0] - fiji[0] < WIDTH
    assert "Fiji" in {country.name for country in countries(shown)}


def test_the_same_frame_has_the_same_outlines() -> None:
    assert countries(frame([(31.0, 46.0)])) == countries(frame([(31.0, 46.0)]))


def test_where_only_a_country_is_told_it_is_marked_somewhere_inside(market: nx.MultiDiGraph) -> None:
    country = "https://w3id.org/dateline/data/entity/country/ru"
    like = next(data for _, data in market.nodes(data=True) if data["family"] == "place")
    market.add_node(country, **dict(like) | {"label": "Russia", "point": None})
    found = atlas(market)
    assert found is not None and len(found.markers) == 1  # nothing happened there
    event = next(node for node, data in market.nodes(data=True) if data["family"] == "event")
    market.add_edge(event, country, property=KG.place)
    found = atlas(market)
    assert found is not None
    assert [(marker.label, marker.vague) for marker in found.markers if marker.vague] == [("Russia", True)]


def test_each_country_has_a_point_inside() -> None:
    points = inland()
    assert len(points) > 230
    boxes = {"RU": (50, 75, 60, 140), "US": (30, 48, -120, -75), "NO": (58, 71, 5, 30), "CL": (-50, -18, -75, -67)}
    for code, (south, north, west, east) in boxes.items():
        latitude, longitude = points[code]
        assert south < latitude < north and west < longitude < east
