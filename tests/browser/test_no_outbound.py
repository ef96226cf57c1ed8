"""Every page, at three widths: nothing leaves the machine, nothing is English, nothing scrolls sideways."""

import re

import pytest

from cchc_metrics.ui.navigation import ENTRIES
from tests.browser.conftest import NewVisit, Visit

pytestmark = pytest.mark.browser

WIDTHS = {390: 844, 1366: 768, 1920: 1080}
# What Streamlit and its parts say of themselves; titles of sources may be English.
ENGLISH = re.compile(
    r"\b(Press Enter|Browse files?|Drag and drop|Upload|Limit \d|per file|Running|Connecting|Rerun|Deploy|Settings|"
    r"Print|Record|About|Choose (?:an )?options?|Select (?:an |all)|No results|No options|Clear|View fullscreen|"
    r"Fullscreen|Download|Search|Show/hide|Made with|Error|Traceback|Loading|Close|Autoscale|Reset axes|Zoom|Pan)\b"
)
SIDEWAYS = """() => {
  const wide = (el) => el.scrollWidth > el.clientWidth + 1;
  const main = document.querySelector('.stMain');
  return wide(document.documentElement) || (main !== null && wide(main));
}"""
HINTS = """() => [...document.querySelectorAll('[placeholder], [title], [data-title]')]
  .filter((el) => el.offsetParent !== null)
  .flatMap((el) => [el.placeholder, el.title, el.dataset.title])
  .filter((text) => text && !text.startsWith('http')).join('\\n')"""


def spoken(visit: Visit) -> str:
    """All that can be read, and what appears when the pointer rests on something."""
    return visit.text + "\n" + str(visit.page.evaluate(HINTS))


@pytest.mark.walk
def test_no_page_asks_outside_speaks_english_or_scrolls_sideways(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit(390, WIDTHS[390])
    wrong = []
    for item in ENTRIES:
        visit.open(f"{shipped_address}/{item.slug}")
        for width, height in WIDTHS.items():
            visit.page.set_viewport_size({"width": width, "height": height})
            visit.page.wait_for_timeout(100)
            if found := ENGLISH.search(spoken(visit)):
                wrong.append(f"/{item.slug} at {width}: «{found[0]}»")
            if visit.page.evaluate(SIDEWAYS):
                wrong.append(f"/{item.slug} at {width}: scrolls sideways")
        visit.page.set_viewport_size({"width": 390, "height": WIDTHS[390]})
    assert wrong == []
    assert visit.outside == []


def test_the_letters_are_served_from_here(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(shipped_address)
    loaded = visit.page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))"
    )
    assert any("Be Vietnam Pro" in family for family in loaded)


def test_open_lists_speak_vietnamese(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/tra-cuu")
    visit.page.get_by_label("Đơn vị", exact=True).first.click()
    visit.page.wait_for_selector('[role="option"]')
    assert ENGLISH.search(visit.text) is None
