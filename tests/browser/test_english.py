"""One click to English on Hôm nay, a walk over the eight places, one click back: nothing of what was chosen is lost."""

import os
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.browser.conftest import NewVisit, Visit

pytestmark = [pytest.mark.browser, pytest.mark.walk]

LETTERS = re.compile(r"[ăâđêôơưĩũà-ãè-êìíò-õùúýạ-ỹ]")
CHOSEN = {"chi-so": "PAPI", "ky": "2022", "tinh": "P63-48"}
# What our own words are on a page: headings, menus, labels, buttons, heads of tables, names for who does not see.
OURS = """() => [
  ...[...document.querySelectorAll('h1, h2, nav a, button, label, [role=tab], thead th')].map((each) => each.innerText),
  ...[...document.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label')),
]"""


def is_vietnamese(text: str) -> bool:
    """Whether a word begins with a small letter and bears a Vietnamese one: names of places begin with capitals."""
    return any(word[0].islower() and LETTERS.search(word) for word in re.findall(r"\w+", text))


def held(visit: Visit) -> dict[str, str]:
    """What the address says is looked at."""
    return {key: value for key, value in parse_qsl(urlsplit(visit.page.url).query) if key in CHOSEN}


def photographed(visit: Visit, name: str) -> None:
    """A picture for who looks at them: CCHC_PICTURES names the folder."""
    if folder := os.environ.get("CCHC_PICTURES"):
        visit.page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_the_eight_places_in_english_keep_what_is_looked_at(
    shipped_address: str, new_visit: NewVisit, size: tuple[int, int]
) -> None:
    visit = new_visit(*size)
    visit.open(f"{shipped_address}/?{'&'.join(f'{key}={value}' for key, value in CHOSEN.items())}")
    assert held(visit) == CHOSEN
    changed(visit, "English", size)
    assert visit.page.evaluate("() => document.documentElement.lang") == "en"
    assert held(visit) == CHOSEN
    places = visit.page.locator(".cchc-menu a").evaluate_all("(all) => all.map((each) => each.href)")
    assert len(places) == 8
    left: list[str] = []
    for number, address in enumerate(places):
        visit.open(address)
        photographed(visit, f"en-{size[0]}-{number}")
        # Where a figure is looked up the address names what is sought; the choice waits behind it.
        assert held(visit) == CHOSEN or "/tra-cuu" in address
        left += [words for words in visit.page.evaluate(OURS) if is_vietnamese(words)]
    assert left == []
    visit.open(f"{shipped_address}/xep-hang")
    assert "Đà Nẵng" in visit.heading
    changed(visit, "Tiếng Việt", size)
    assert visit.page.evaluate("() => document.documentElement.lang") == "vi"
    assert "Đà Nẵng" in visit.heading
    assert held(visit) == CHOSEN


def changed(visit: Visit, language: str, size: tuple[int, int]) -> None:
    """Press the language at the foot of the menu, on a phone after the menu was opened."""
    if size[0] < 768:
        visit.page.locator("[data-testid=stExpandSidebarButton]").click()
        visit.page.wait_for_timeout(400)
    visit.page.get_by_role("link", name=language, exact=True).click()
    code = {"English": "en", "Tiếng Việt": "vi"}[language]
    visit.page.wait_for_function(f"() => document.querySelector('.cchc-ways')?.dataset.language === '{code}'")
    visit.settle()


def test_a_half_filled_form_is_kept_when_the_language_changes(shipped_address: str, new_visit: NewVisit) -> None:
    """What was typed stays, the new language lasts, and no word of ours stays in the other one."""
    visit = new_visit()
    visit.open(f"{shipped_address}/xu-huong?chi-so=PAPI&tinh=P63-45")
    visit.page.get_by_text("Thêm, sửa hoặc rút ghi chú").click()
    visit.page.locator(".st-key-remark-text input").fill("Một cửa mới từ 2022")
    visit.page.locator(".st-key-remark-by input").fill("Lan")
    changed(visit, "English", (1366, 768))
    assert "ngon-ngu" not in visit.page.url
    assert visit.page.get_by_role("button", name="Save the note").is_visible()
    assert visit.page.locator(".st-key-remark-text input").input_value() == "Một cửa mới từ 2022"
    assert visit.page.locator(".st-key-remark-by input").input_value() == "Lan"
    assert [words for words in visit.page.evaluate(OURS) if is_vietnamese(words)] == []
    visit.open(f"{shipped_address}/xep-hang")
    assert visit.page.evaluate("() => document.documentElement.lang") == "en"
    visit.page.get_by_role("button", name="Pins and saved views").click()
    visit.page.get_by_label("Name for the page on screen").fill("Weekly meeting")
    visit.page.keyboard.press("Tab")  # what is typed is the page's as soon as one goes on to the next field
    visit.settle()
    visit.page.keyboard.press("Escape")
    visit.settle()
    changed(visit, "Tiếng Việt", (1366, 768))
    visit.page.get_by_role("button", name="Ghim và góc nhìn đã lưu").click()
    assert visit.page.locator(".st-key-shelf-name input").input_value() == "Weekly meeting"
