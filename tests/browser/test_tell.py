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


# Of what can be read in a meeting: the least height of a letter of sentences and of tables, in pixels of the screen.
LEAST_LETTERS = """() => Math.min(...[
    ...document.querySelectorAll('.cchc-finding, .cchc-table td, .cchc-slide-words li, h1, h2')
  ]
  .filter((each) => each.getClientRects().length)
  .map((each) => parseFloat(getComputedStyle(each).fontSize) * (each.currentCSSZoom || 1)))"""
# Filters, menus and buttons that are still seen.
LEFT = """() => [...document.querySelectorAll(`[class*=st-key-filters-], [data-testid=stSidebar], .st-key-parts,
  .modebar, [data-testid=stDownloadButton], .stButton`)].filter((each) => each.getClientRects().length).length"""
INK = "() => getComputedStyle(document.querySelector('.cchc-finding, .cchc-slide-words li')).color"


@pytest.mark.parametrize("place", ["xep-hang?chi-so=PAPI&ky=2024", "ke-nhanh?chi-so=PAPI&ky=2024"])
def test_a_meeting_is_read_from_the_last_row_of_a_hall(address: str, new_visit: NewVisit, place: str) -> None:
    visit = new_visit(1920, 1080)
    visit.open(f"{address}/{place}")
    visit.page.locator(".cchc-meet").first.click()
    wait_for(visit, "() => document.documentElement.hasAttribute('data-meeting')")
    visit.page.wait_for_timeout(1_000)
    assert visit.page.evaluate(LEAST_LETTERS) >= 28
    assert visit.page.evaluate(LEFT) == 0
    assert visit.page.evaluate(WIDE) <= 0
    assert visit.page.evaluate(INK) in {"rgb(0, 0, 0)", "rgb(26, 26, 26)"}
    # On paper it is as without a meeting.
    visit.page.emulate_media(media="print")
    assert visit.page.evaluate("() => document.querySelector('.stMainBlockContainer').currentCSSZoom") == pytest.approx(
        0.62
    )
    assert visit.page.locator(".cchc-meet-bar").is_hidden()
    visit.page.emulate_media(media="screen")
    visit.page.keyboard.press("Escape")
    wait_for(visit, "() => !document.documentElement.hasAttribute('data-meeting')")
    assert visit.page.locator("[data-testid=stSidebar]").is_visible()


def test_a_term_is_explained_on_hover_and_at_a_tap_and_the_name_of_an_index_is_one(
    address: str, new_visit: NewVisit
) -> None:
    visit = new_visit()
    visit.open(f"{address}/xep-hang?chi-so=PAR INDEX&ky=2023")
    told = visit.page.locator(".cchc-term").evaluate_all("(all) => all.map((each) => each.textContent)")
    assert "INDEX" not in told
    tip = visit.page.locator("#cchc-meaning")
    visit.page.locator(".cchc-term").first.hover()
    tip.wait_for()
    visit.page.mouse.move(5, 5)
    tip.wait_for(state="detached")
    visit.page.locator(".cchc-term").first.click()
    tip.wait_for()
    assert tip.text_content() == visit.page.locator(".cchc-term").first.get_attribute("data-meaning")


def test_a_part_pinned_in_a_table_is_drawn_on_trends(address: str, new_visit: NewVisit) -> None:
    visit = new_visit(390, 844)
    visit.open(f"{address}/khoang-cach?chi-so=PAPI&ky=2024")
    star = "tr[data-row='D3'] a.cchc-pin"
    visit.page.locator(star).first.click()
    wait_for(visit, f"() => document.querySelector(\"{star}\")?.textContent === '★'")
    assert visit.page.evaluate(WIDE) <= 0
    visit.open(f"{address}/xu-huong?chi-so=PAPI")
    wait_for(visit, "() => document.querySelectorAll('[class*=st-key-plot-]').length >= 2")
    assert "D3." in visit.text


def test_a_note_on_a_day_is_written_changed_and_withdrawn(address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{address}/xu-huong?chi-so=PAPI&tinh=P63-45&tieu-chi=TOTAL")
    visit.page.get_by_text("Thêm, sửa hoặc rút ghi chú").click()
    visit.page.locator(".st-key-remark-day [role=spinbutton]").first.click()
    visit.page.keyboard.type("01072022")
    visit.page.locator(".st-key-remark-text input").fill("Một cửa mới từ 2022")
    visit.page.locator(".st-key-remark-by input").fill("Lan")
    visit.page.get_by_role("button", name="Lưu ghi chú").click()
    visit.page.wait_for_selector("td:has-text('01/7/2022')")
    marks = "() => [...document.querySelectorAll('.js-plotly-plot .annotation-text')].map((each) => each.textContent)"
    assert "G1" in visit.page.evaluate(marks)
    visit.page.locator("[class*=st-key-remark-][class*='-1-text'] input").fill("Một cửa mới từ tháng 7")
    visit.page.locator("[class*=st-key-remark-][class*='-1-by'] input").fill("Minh")
    visit.page.get_by_role("button", name="Lưu thay đổi").click()
    visit.page.wait_for_selector("td:has-text('Một cửa mới từ tháng 7')")
    visit.page.get_by_text("Ghi chú đã sửa hoặc rút").first.click()
    visit.page.wait_for_selector("td:has-text('Một cửa mới từ 2022')")
