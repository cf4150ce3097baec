"""What of the network page's drawing its reader asks for: places, years, digests, how sure it must be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.graph.store import Store
from kg.views.network.filters import Filters
from kg.views.network.selection import select
from kg.views.reading import read

pytestmark = pytest.mark.slow
Opened = Any

SPBPU, ZJU, LU = "organization/spbpu", "organization/zju", "person/lu-zhiyu"
MEMORANDUM, FORUM = "agreement/m1", "event/forum"


def rows(opened: Opened, facet: str) -> list[str]:
    found = opened.page.locator(f'[data-facet="{facet}"] label').all_text_contents()
    return [" ".join(text.split()) for text in found]


def test_every_facet_has_its_values_with_counts(opened: Opened) -> None:
    assert rows(opened, "place") == ["China3", "Russia3", "Saint Petersburg3", "Hangzhou2", "Zhejiang2"]
    assert rows(opened, "year") == ["20204", "20213", "20222", "20161", "20171"]
    assert rows(opened, "document") == ["Title of d14", "Title of d23", "Title of d31"]


def test_what_is_ticked_of_a_long_list_is_kept(opened: Opened) -> None:
    opened.page.get_by_role("checkbox", name="Zhejiang").check()
    assert opened.drawn() == {ZJU, MEMORANDUM}
    opened.page.get_by_role("button", name="Reset").click()
    assert {SPBPU, ZJU, LU, FORUM} <= opened.drawn()
    opened.page.get_by_role("checkbox", name="Title of d2").check()
    assert opened.drawn() == {SPBPU, ZJU, MEMORANDUM, FORUM}
    assert opened.page.locator("#legend [role=status]").text_content() == "4 things, 3 lines"


def test_long_lists_are_folded_and_searched(opened: Opened) -> None:
    years = opened.page.locator('[data-facet="year"]')
    assert years.locator("label").count() == 5
    years.get_by_role("button", name="all 7").click()
    assert years.locator("label").count() == 7
    years.get_by_role("searchbox").fill("2019")
    assert rows(opened, "year") == ["20191"]
    years.get_by_role("checkbox").check()
    assert opened.drawn() == {SPBPU, LU}
    years.get_by_role("searchbox").fill("1812")
    assert years.locator(".note").text_content() == "Nothing bears a name like that"


def test_facts_that_are_not_sure_enough_go(opened: Opened) -> None:
    slider = opened.page.get_by_label("Confidence")
    slider.focus()
    opened.page.keyboard.press("End")
    assert opened.page.locator("#legend output").text_content() == "at least 0.95"
    assert opened.drawn() == {SPBPU, MEMORANDUM}
    assert opened.page.locator('[data-facet="class"] label.empty').count() == 3


@pytest.mark.parametrize(
    ("address", "filters"),
    [
        ("#place=place/zhejiang", Filters(places=("place/zhejiang",))),
        ("#place=place/russia.place/zhejiang", Filters(places=("place/russia", "place/zhejiang"))),
        ("#document=d1", Filters(documents=("d1",))),
        ("#sure=0.95", Filters(at_least=0.95)),
        ("#time=2021..", Filters(since="2021")),
        ("#time=2020-07..2021-02-09", Filters(since="2020-07", until="2021-02-09")),
        ("#time=..2020", Filters(until="2020")),
        ("#property=signed", Filters(properties=("signed",))),
        ("#class=University.Agreement", Filters(classes=("University", "Agreement"))),
        ("#near=event/forum,1", Filters(focus=("https://w3id.org/srac/id/event/forum",), depth=1)),
        ("#near=event/forum,2", Filters(focus=("https://w3id.org/srac/id/event/forum",), depth=2)),
        ("#document=d1&time=2020..2020&sure=0.9", Filters(documents=("d1",), since="2020", until="2020", at_least=0.9)),
    ],
)
def test_the_page_leaves_what_the_command_leaves(
    open_page: Callable[..., Opened], store: Store, address: str, filters: Filters
) -> None:
    opened = open_page(address + "&status=-")
    reading = read(store)
    ends = {end for claim in select(reading, filters).claims for end in (claim.subject, claim.object)}
    assert ends
    assert opened.drawn() == {reading.things[end].key for end in ends}
