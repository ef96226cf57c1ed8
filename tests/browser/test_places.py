"""What a person does on the way: find by words, hold a meeting, read on a phone, keep our own row in sight."""

import io
import unicodedata
from typing import Any

import pytest
from pypdf import PdfReader

from tests.browser.conftest import NewVisit
from tests.browser.measured import opened

pytestmark = pytest.mark.browser

LEAST_TAP = 44
TAPS = """() => [...document.querySelectorAll('.cchc-menu a, .cchc-meet, .cchc-parts a, .cchc-fold')]
  .filter((each) => each.getClientRects().length)
  .map((each) => [each.textContent, Math.round(each.getBoundingClientRect().height)])"""
SHOWN = "() => [...document.querySelectorAll('.stMain [data-testid=stSelectbox]')].filter(e => e.offsetParent).length"
IN_SIGHT = """() => {
  const frame = document.querySelector('.st-key-beside .cchc-frame').getBoundingClientRect();
  const row = document.querySelector('.st-key-beside .cchc-own-row > *').getBoundingClientRect();
  return row.top >= frame.top - 1 && row.bottom <= frame.bottom + 1;
}"""


# A leader's questions from Hôm nay: links to press, and words that answer on the first screen.
QUESTIONS: tuple[tuple[tuple[str, ...], str], ...] = (
    ((), "Cần quyết định"),
    (("Vị trí",), "thuộc nhóm cao nhất; hạng do hệ thống tính 14/61"),
    (("Diễn biến", "Phân tích biến động"), "chênh +1,98 điểm"),
    (("Cải thiện ở đâu",), "So với các tỉnh khác, thấp nhất ở"),
    (("Báo cáo đơn vị",), "đơn vị đã gửi"),
)
FIRST_SCREEN = """() => [...document.querySelectorAll('.stMain h1, .stMain p, .stMain li')]
  .filter((each) => each.getBoundingClientRect().bottom <= innerHeight).map((each) => each.textContent).join('\\n')"""


@pytest.mark.walk
def test_a_leader_has_each_answer_within_two_presses_on_the_first_screen(
    shipped_address: str, new_visit: NewVisit
) -> None:
    visit = new_visit()
    for links, answer in QUESTIONS:
        visit.open(shipped_address)
        for link in links:
            visit.page.get_by_role("link", name=link, exact=True).first.click()
            visit.page.wait_for_timeout(300)
            visit.settle()
        assert len(links) <= 2
        assert answer in visit.page.evaluate(FIRST_SCREEN), links


@pytest.mark.walk
def test_words_without_diacritics_lead_to_the_view_they_name(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/tinh-trang")
    visit.page.keyboard.press("Control+k")
    visit.page.wait_for_function("() => document.activeElement?.closest('.st-key-tim')")
    visit.page.keyboard.type("da nang papi 2023")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector(".cchc-found a")
    visit.page.locator(".cchc-found a").first.click()
    visit.page.wait_for_selector("h1:has-text('PAPI 2023')")
    visit.settle()
    assert "Đà Nẵng" in visit.heading
    assert visit.page.locator(".cchc-found").count() == 0


def test_on_a_phone_what_was_found_is_in_sight_and_each_list_is_searched_without_diacritics(
    shipped_address: str, new_visit: NewVisit
) -> None:
    visit = new_visit(390, 844)
    visit.open(f"{shipped_address}/xep-hang?chi-so=PAPI&ky=2024")
    visit.page.keyboard.press("Control+k")
    visit.page.wait_for_function("() => document.activeElement?.closest('.st-key-tim')")
    visit.page.keyboard.type("q tri")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function(
        "() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().right <= 1"
    )
    visit.page.wait_for_selector(".cchc-found a")
    beside = "(found) => found.filter((each) => each.getBoundingClientRect().right > innerWidth).length"
    assert visit.page.locator(".cchc-found :is(a, span, em)").evaluate_all(beside) == 0
    visit.page.locator(".cchc-fold").click()
    box = visit.page.locator(".st-key-tinh input").first
    for words, name in (
        ("da nang", "Đà Nẵng"),
        ("dac lac", "Đắk Lắk"),
        ("đắk lắk", "Đắk Lắk"),
        ("q tri", "Quảng Trị (cũ)"),
    ):
        box.click()
        box.fill(words)
        visit.page.wait_for_timeout(300)
        assert name in visit.page.get_by_role("option").all_inner_texts(), words
        visit.page.keyboard.press("Escape")


def test_on_a_phone_the_way_to_a_wrong_field_opens_the_filters(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit(390, 844)
    opened(visit.page, f"{shipped_address}/lo-trinh?chi-so=PAPI&muc-thu=1.234,5")
    visit.page.wait_for_selector(".st-key-muc-thu[data-fault] [aria-invalid=true]", state="attached")
    visit.page.locator(".cchc-faults a[data-field]").click()
    assert visit.page.evaluate("() => document.activeElement.closest('.st-key-muc-thu')?.checkVisibility()")


def test_a_meeting_hides_the_menu_and_is_led_by_arrows(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/xep-hang")
    before = visit.page.locator("h1").first.bounding_box()
    visit.page.locator(".cchc-meet").click()
    visit.page.wait_for_selector("[data-testid=stSidebar]", state="hidden")
    after = visit.page.locator("h1").first.bounding_box()
    assert before and after and after["height"] > before["height"]
    assert visit.page.evaluate(SHOWN) == 0
    visit.page.keyboard.press("ArrowRight")
    visit.page.wait_for_url("**/ban-do?**")
    visit.settle()
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector("[data-testid=stSidebar]", state="visible")


def test_on_a_phone_filters_are_one_line_and_everything_can_be_tapped(
    shipped_address: str, new_visit: NewVisit
) -> None:
    visit = new_visit(390, 844)
    visit.open(f"{shipped_address}/xep-hang")
    assert visit.page.evaluate(SHOWN) == 0
    visit.page.locator(".cchc-fold").click()
    visit.page.wait_for_selector(".st-key-filters-context", state="visible")
    assert visit.page.evaluate(SHOWN) >= 4
    visit.page.locator("[data-testid=stExpandSidebarButton]").click()
    visit.page.wait_for_timeout(500)
    taps: list[list[Any]] = visit.page.evaluate(TAPS)
    assert len(taps) > 10
    assert [tap for tap in taps if tap[1] < LEAST_TAP] == []


def test_nothing_shows_through_the_head_of_a_phone(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit(390, 844)
    visit.open(f"{shipped_address}/xep-hang")
    visit.page.mouse.move(200, 500)
    visit.page.mouse.wheel(0, 400)
    visit.page.wait_for_timeout(300)
    on_top = "() => document.elementFromPoint(200, 20).closest('[data-testid=stHeader]') !== null"
    assert visit.page.evaluate(on_top)
    ground = "() => getComputedStyle(document.querySelector('[data-testid=stHeader]')).backgroundColor"
    assert visit.page.evaluate(ground).startswith("rgb(")  # rgba() would have a share of what lies below


CHIPS = """() => [...document.querySelectorAll('[data-testid=stMultiSelect] [data-tag]')].map((chip) => {
  const [own, box] = [chip, chip.closest('[data-testid=stMultiSelect]')].map((each) => each.getBoundingClientRect());
  return own.width > 0 && own.left >= box.left && own.right <= box.right && own.bottom <= box.bottom;
})"""


@pytest.mark.parametrize("width", [1366, 390])
def test_every_chosen_province_is_in_sight(shipped_address: str, new_visit: NewVisit, width: int) -> None:
    visit, others = new_visit(width), ("44", "01", "22", "46", "79")
    chosen = "&".join(f"tinh-khac=P63-{code}" for code in others)
    opened(visit.page, f"{shipped_address}/xu-huong?chi-so=PAPI&tinh=P63-45&{chosen}")
    if width < 700:
        visit.page.locator(".cchc-fold").click()
    visit.page.wait_for_selector("[data-testid=stMultiSelect] [data-tag]", state="visible")
    chips = visit.page.evaluate(CHIPS)
    assert len(chips) > len(others) and all(chips)


def test_on_a_phone_what_is_looked_up_stands_before_long_lists_of_choices(
    shipped_address: str, new_visit: NewVisit
) -> None:
    visit = new_visit(390, 844)
    opened(visit.page, f"{shipped_address}/tra-cuu")
    picker = visit.page.locator("[data-testid=stMultiSelect]").first
    assert not picker.is_visible()
    assert visit.page.locator(".cchc-table").first.bounding_box()["y"] < 700  # type: ignore[index]
    visit.page.locator(".cchc-fold").click()
    assert picker.is_visible()
    opened(visit.page, f"{shipped_address}/phuong-phap")
    index = visit.page.locator(".cchc-contents")
    assert not index.is_visible()
    visit.page.locator(".cchc-unfold").click()
    assert index.is_visible()


def test_our_own_row_stays_in_sight_of_a_long_table(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/xep-hang?chi-so=PAPI&ky=2021&hien=tat-ca")
    assert visit.page.evaluate(IN_SIGHT)
    visit.page.evaluate("() => document.querySelector('.st-key-beside .cchc-frame').scrollTo(0, 99999)")
    assert visit.page.evaluate(IN_SIGHT)


@pytest.mark.walk
def test_paper_holds_each_picture_whole_and_nothing_to_press(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    shown = (
        ("", "1 cao nhất"),
        ("xep-hang?chi-so=PAPI&ky=2024", "Trung vị cả nước"),
        ("muc-tieu", "Mục tiêu quốc gia, tham khảo"),
    )
    for path, told in shown:
        opened(visit.page, f"{shipped_address}/{path}")
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(visit.page.pdf(format="A4"))).pages]
        # A reader of PDF puts blanks around letters with marks.
        printed = "".join(unicodedata.normalize("NFC", " ".join(pages)).split())
        assert told.replace(" ", "") in printed
        pressed = ("SVG", "Tìm(Ctrl+K)", "Đổibộlọc", "☆", "Xemcáchtính", "Nhậpnhiềumụctiêumộtlần")
        assert not any(words in printed for words in pressed)
        assert visit.page.locator(".cchc-still").count() == 0


PICKED = """() => [document.activeElement.dataset.row, document.querySelector('tr.cchc-picked')?.dataset.row,
  [...document.querySelectorAll('.js-plotly-plot')].flatMap((plot) => plot._fullData
    .filter((trace) => plot.querySelector(`.trace${trace.uid}.cchc-picked`)).map((trace) => trace.name))]"""


def test_the_map_is_walked_through_its_list_by_the_keyboard(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    opened(visit.page, f"{shipped_address}/ban-do?chi-so=PAPI&ky=2024")
    visit.page.wait_for_selector(".st-key-beside tr[tabindex='0']")
    visit.page.focus(".st-key-beside tr[tabindex='0']")
    for _ in range(3):
        visit.page.keyboard.press("ArrowDown")
    focused, marked, drawn = visit.page.evaluate(PICKED)
    assert focused and focused == marked and drawn == [focused]
    assert visit.page.locator(".st-key-beside tr[tabindex='0']").count() == 1


CHOSEN = """() => [...document.querySelectorAll('[data-testid=stSelectbox]')].filter((each) => each.offsetParent)
  .map((each) => [each.querySelector('input'), each.dataset.cut || ''])
  .filter(([box]) => box.scrollWidth > box.clientWidth + 1).map(([box, told]) => [box.value, told])"""


def test_a_choice_that_its_box_cuts_stands_whole_below_it(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit(390, 844)
    opened(visit.page, f"{shipped_address}/nop-bao-cao")
    visit.page.wait_for_timeout(300)
    cut = visit.page.evaluate(CHOSEN)
    assert cut and all(told == value for value, told in cut)
    below = "(e) => getComputedStyle(e, '::after').content"
    field = visit.page.locator("[data-testid=stSelectbox][data-cut]").first
    assert cut[0][0] in field.evaluate(below)
