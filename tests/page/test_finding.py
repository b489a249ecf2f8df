"""Finding and filtering."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from kg import page

Open = Callable[..., Any]


def visible(found: Any, graph: nx.MultiDiGraph) -> set[str]:
    """The last parts of the IRIs of the nodes that are shown, as vis-network has it."""
    iris = found.page.evaluate("dateline.nodes.get({filter: (node) => !node.hidden}).map((node) => node.id)")
    shown = "[...dateline.visible].filter((card) => card[0] === 'n').map((card) => dateline.nodeOf(card).id)"
    assert set(found.page.evaluate(shown)) == set(iris)
    return {iri.rsplit("/", 1)[1] for iri in iris}


def lines(found: Any) -> list[str]:
    return sorted(found.page.evaluate("dateline.edges.get({filter: (edge) => !edge.hidden}).map((edge) => edge.label)"))


def untick(found: Any, facet: str, value: str) -> None:
    found.page.evaluate("for (const one of document.querySelectorAll('#filter, .choices')) one.open = true")
    found.page.uncheck(f'[data-facet="{facet}"][value="{value}"]')


def test_suggestions_come_best_first_and_lead_to_the_node(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.fill("#find", "mar")
    assert found.page.locator("#finds bdi").all_inner_texts()[:2] == ["Marrin", "Bombing of a fish market in Marrin, 7 March 2021"]
    assert found.page.get_attribute("#find", "aria-expanded") == "true"
    found.page.keyboard.press("Enter")
    assert found.page.inner_text("#shown h3") == "Marrin"
    assert found.page.locator("#finds").is_hidden() and found.page.input_value("#find") == ""


def test_other_names_and_marks_of_letters_are_no_hindrance(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    for asked in ("RDF", "réd dàwn"):
        found.page.fill("#find", asked)
        assert found.page.locator("#finds bdi").first.inner_text() == "Red Dawn Front"


def test_suggestions_work_by_keys_and_by_mouse(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.fill("#find", "mar")
    found.page.keyboard.press("ArrowDown")
    marked = found.page.get_attribute("#find", "aria-activedescendant")
    assert found.page.get_attribute(f"#{marked}", "aria-selected") == "true"
    found.page.keyboard.press("Escape")
    assert found.page.locator("#finds").is_hidden()
    found.page.fill("#find", "ambul")
    found.page.locator("#finds li").first.click()
    assert "ambulance" in found.page.inner_text("#shown h3")
    found.page.fill("#find", "zzz")
    assert found.page.locator("#finds").is_hidden()


def test_the_legend_is_the_filter(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    assert visible(found, market) == {iri.rsplit("/", 1)[1] for iri in market}
    untick(found, "look", "statement")
    assert visible(found, market).isdisjoint({"claim", "accusation", "statement-police"})
    assert "speaker" not in lines(found)
    untick(found, "look", "unreal")
    assert visible(found, market).isdisjoint({"referendum", "storming", "blast"})
    untick(found, "line", "allegation")
    assert "accused by Ana Belo" not in lines(found) and "claimed by" in lines(found)
    assert found.page.inner_text("#filtered") == "(2)"  # two facets


@pytest.mark.parametrize(
    ("facet", "value", "gone", "gone_lines"),
    [
        ("kind", "facility", {"market", "town-hall"}, "place"),
        ("role", "claimed by", set(), "claimed by"),
        ("told", "disputed", set(), "accused by Ana Belo"),
    ],
)
def test_boxes_hide_a_kind_a_role_or_a_way_of_telling(
    market: nx.MultiDiGraph, opened: Open, facet: str, value: str, gone: set[str], gone_lines: str
) -> None:
    found = opened(page.render(market))
    before, count = visible(found, market), lines(found).count(gone_lines)
    untick(found, facet, value)
    assert before - visible(found, market) == gone
    assert lines(found).count(gone_lines) < count


def test_what_is_less_sure_can_be_hidden(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.evaluate("document.getElementById('filter').open = true")
    found.page.fill("#sure", "85")
    assert "blast" not in visible(found, market) and "shooting" in visible(found, market)
    assert "victim" not in lines(found) and "perpetrator" in lines(found)
    assert found.page.inner_text("#sureness") == "85"


def test_days_keep_the_events_that_overlap_them(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.evaluate("document.getElementById('filter').open = true")
    found.page.fill("#from", "2021-03-10")
    shown = visible(found, market)
    assert "referendum" in shown and shown.isdisjoint({"bombing", "shooting"})
    found.page.fill("#to", "2021-03-20")
    assert "referendum" not in visible(found, market)


def test_one_can_ask_for_one_mans_word(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.evaluate("document.getElementById('filter').open = true")
    found.page.select_option("#who", "Ana Belo")
    assert "accused by Ana Belo" in lines(found) and "claimed by" not in lines(found)


def test_with_several_articles_one_can_ask_for_one(market: nx.MultiDiGraph, opened: Open) -> None:
    market.graph["articles"].append(market.graph["articles"][0] | {"iri": "urn:other", "headline": "Another"})
    found = opened(page.render(market))
    found.page.evaluate("document.getElementById('filter').open = true")
    found.page.select_option("#article", "1")
    assert "bombing" not in visible(found, market)


def test_neighbours_only_follows_the_choice(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.check("#neighbours")
    found.page.evaluate("dateline.select(dateline.cardOf(dateline.data.nodes.find((node) => node.id.endsWith('/shooting')).id), 'test')")
    assert visible(found, market) == {"shooting", "gunmen", "ambulance", "market", "bombing"}
    found.page.evaluate("dateline.select([], 'test')")
    assert len(visible(found, market)) == len(market)


def test_what_nothing_joins_can_be_hidden(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.check("#joined")
    assert {iri.rsplit("/", 1)[1] for iri in market} - visible(found, market) == {"blast", "residents"}
    found.page.uncheck("#joined")
    assert len(visible(found, market)) == len(market)


def test_a_choice_that_the_filter_hides_takes_it_off(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    untick(found, "look", "place")
    found.page.fill("#find", "town hall")
    found.page.keyboard.press("Enter")
    assert "town-hall" in visible(found, market)
    assert "filter was taken off" in found.page.inner_text("#status")
    assert found.page.is_checked('[data-facet="look"][value="place"]')


def test_all_can_be_shown_again_and_the_list_keeps_step(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    untick(found, "look", "place")
    assert found.page.locator("#text article[hidden]").count() > 0
    found.page.evaluate("document.getElementById('filter').open = true")
    found.page.click("#reset")
    assert len(visible(found, market)) == len(market)
    assert found.page.locator("#text article[hidden]").count() == 0


def test_a_part_of_the_page_can_filter_by_a_test_of_its_own(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    told = found.page.evaluate(
        """() => { let told; dateline.on("filter", ({visible}) => { told = [...visible]; });
            dateline.filter("mine", (card) => card === "n3"); return told; }"""
    )
    assert told == ["n3"]
    found.page.evaluate("dateline.filter('mine', null)")
    assert len(visible(found, market)) == len(market)
