"""What people tell with: the story as slides, pins that follow, views with names, terms, notes – in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from cchc_metrics.config import PROJECT
from tests.browser.conftest import NewVisit, Visit
from tests.browser.serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.walk]

# Of the slide that fills the screen: its number, and whether all of it is on the screen.
SHOWN = """() => {
  const all = [...document.querySelectorAll('[class*=st-key-slide-]')];
  const tops = all.map((each) => Math.abs(each.getBoundingClientRect().top));
  return 1 + tops.indexOf(Math.min(...tops));
}"""
# Charts that are wider or higher than the frame they stand in.
CUT = """() => [...document.querySelectorAll('.js-plotly-plot')].filter((plot) => {
  const own = plot.querySelector('.main-svg').getBoundingClientRect();
  const frame = plot.closest('[class*=st-key-chart-]').getBoundingClientRect();
  return own.width > frame.width + 1;
}).length"""
WIDE = "() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of this file's own: pins, views and notes are kept there."""
    with serve(PROJECT / "app.py", tmp_path_factory.mktemp("told")) as served:
        yield served


def wait_for(visit: Visit, script: str) -> None:
    visit.page.wait_for_function(script, timeout=60_000)


def test_one_tap_tells_five_slides_that_arrows_lead_through(address: str, new_visit: NewVisit) -> None:
    visit = new_visit(1366, 768)
    visit.open(address)
    visit.page.get_by_role("link", name="Kể nhanh", exact=True).last.click()
    wait_for(visit, "() => document.querySelectorAll('[class*=st-key-slide-]').length === 5")
    visit.settle()
    assert "ke-nhanh" in visit.page.url
    visit.page.locator(".cchc-present").click()
    wait_for(visit, "() => document.documentElement.hasAttribute('data-meeting')")
    visit.page.wait_for_timeout(1_500)
    assert visit.page.evaluate(SHOWN) == 1
    assert visit.page.evaluate(CUT) == 0
    for wanted in (2, 3, 4, 5, 5):
        visit.page.keyboard.press("ArrowRight")
        visit.page.wait_for_timeout(200)
        assert visit.page.evaluate(SHOWN) == wanted
    visit.page.keyboard.press("PageUp")
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate(SHOWN) == 4
    visit.page.locator(".cchc-leave").click()
    wait_for(visit, "() => !document.documentElement.hasAttribute('data-meeting')")
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="Tải bản trình chiếu (PPTX)").click()
    assert taken.value.suggested_filename.endswith(".pptx")


def test_on_a_phone_the_story_scrolls_down_alone(address: str, new_visit: NewVisit) -> None:
    visit = new_visit(390, 844)
    visit.open(f"{address}/ke-nhanh?chi-so=PAPI&ky=2024")
    assert visit.page.evaluate(WIDE) <= 0
    assert visit.page.evaluate(CUT) == 0


def test_a_pin_set_in_a_list_stands_on_other_charts_and_in_the_next_session(address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{address}/xep-hang?chi-so=PAPI&ky=2024&hien=tat-ca")
    visit.page.locator("tr[data-row='P63-48'] a.cchc-pin").click()
    wait_for(visit, "() => document.querySelector(\"tr[data-row='P63-48'] a.cchc-pin\")?.textContent === '★'")
    assert "ghim" not in visit.page.url
    other = new_visit()
    other.open(f"{address}/doi-chieu")
    wait_for(
        other, "() => [...document.querySelectorAll('.js-plotly-plot text')].some(e => e.textContent.includes('■ Đà'))"
    )


def test_a_view_is_saved_under_a_name_and_opened_again(address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{address}/xep-hang?chi-so=PAPI&ky=2023")
    visit.page.get_by_role("button", name="Ghim và góc nhìn đã lưu").click()
    visit.page.get_by_label("Đặt tên cho trang đang xem").fill("Họp giao ban")
    visit.page.get_by_role("button", name="Lưu góc nhìn").click()
    link = visit.page.locator(".cchc-saved a", has_text="Họp giao ban")
    link.wait_for()
    assert "ky=2023" in (link.get_attribute("href") or "")
    visit.open(f"{address}/tinh-trang")
    visit.page.get_by_role("button", name="Ghim và góc nhìn đã lưu").click()
    visit.page.locator(".cchc-saved a", has_text="Họp giao ban").click()
    visit.page.wait_for_selector("h1:has-text('PAPI 2023')")


def test_a_term_is_explained_by_the_keyboard_and_found_by_ctrl_k(address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{address}/doi-chieu")
    visit.page.locator(".cchc-term").first.focus()
    tip = visit.page.locator("#cchc-meaning")
    tip.wait_for()
    assert tip.text_content() == visit.page.locator(".cchc-term").first.get_attribute("data-meaning")
    assert visit.page.locator(".cchc-term").first.get_attribute("aria-describedby") == "cchc-meaning"
    visit.page.keyboard.press("Escape")
    tip.wait_for(state="detached")
    visit.page.keyboard.press("Control+k")
    wait_for(visit, "() => document.activeElement?.closest('.st-key-tim')")
    visit.page.keyboard.type("han nop")
    visit.page.keyboard.press("Enter")
    visit.page.locator(".cchc-found a", has_text="Hạn nộp").first.click()
    visit.page.wait_for_url("**/phuong-phap?**")
    wait_for(visit, "() => document.querySelector(\"tr[data-row='due-date']\")")
