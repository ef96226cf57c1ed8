"""Every page in English as the real browser measures it, on a phone and, turned wide, on an office's screen."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.measured import asked, every_page, opened

pytestmark = [pytest.mark.browser, pytest.mark.walk]

LEAST_TAP, MOST_SIZES = 44, 4
PHONE, OFFICE = {"width": 390, "height": 844}, {"width": 1366, "height": 768}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(browser: Browser, shipped_address: str) -> dict[str, dict[str, Any]]:
    """Page -> what was measured at both widths on one opening."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{shipped_address}/ngon-ngu/en")
    found = {}
    for place in every_page():
        page.set_viewport_size(PHONE)
        opened(page, f"{shipped_address}/{place}")
        page.evaluate(AXE)
        told = {f"phone {what}": asked(page, what) for what in ("trips", "taps", "wide", "labels")}
        page.set_viewport_size(OFFICE)
        page.wait_for_timeout(300)
        told |= {f"office {what}": asked(page, what) for what in ("trips", "letters", "wide")}
        found[place] = told | {"language": page.evaluate("() => document.documentElement.lang")}
    context.close()
    return found


def test_every_page_was_measured_in_english(pages: dict[str, dict[str, Any]]) -> None:
    assert len(pages) == len(every_page()) and {told["language"] for told in pages.values()} == {"en"}


@pytest.mark.parametrize("width", ["phone", "office"])
def test_axe_has_nothing_to_say_of_the_english_pages(pages: dict[str, dict[str, Any]], width: str) -> None:
    assert {name: told[f"{width} trips"] for name, told in pages.items() if told[f"{width} trips"]} == {}


def test_english_words_have_room_in_every_picture(pages: dict[str, dict[str, Any]]) -> None:
    assert {name: told["phone labels"] for name, told in pages.items() if told["phone labels"]} == {}


def test_english_words_leave_everything_to_be_tapped_and_nothing_beside_the_screen(
    pages: dict[str, dict[str, Any]],
) -> None:
    small = {name: [tap for tap in told["phone taps"] if tap[1] < LEAST_TAP] for name, told in pages.items()}
    assert {name: taps for name, taps in small.items() if taps} == {}
    assert [name for name, told in pages.items() if told["phone wide"] > 0 or told["office wide"] > 0] == []
    assert [name for name, told in pages.items() if len(told["office letters"]) > MOST_SIZES] == []
