"""Every place as the real browser measures it: calm, readable, reachable, in Vietnamese, open to everybody."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from cchc_metrics.charts import theme
from cchc_metrics.ui.navigation import ENTRIES
from cchc_metrics.ui.navigation import PLACES as MENU
from tests.browser.measured import MOVES, SIGHTS, WHOLE, asked, every_page, measured, opened

pytestmark = [pytest.mark.browser, pytest.mark.walk]

MOST_MOVED, MOST_SIZES, LEAST_TAP, LEAST_CONTRAST, LONGEST_WORDLESS, MOST_STOPS = 0.1, 4, 44, 3.0, 300, 300
PLACES = every_page()
# Words of the libraries; none of them is a word or a name in our texts.
ENGLISH = re.compile(
    r"\b(the|and|open|close|select|search|clear|loading|running|error|next|previous|show|hide|view|download|upload|options"
    r"|results|selected|values|empty|press|sidebar|expand|collapse|choose|remove|delete|help|button|click|please|scroll|toggle|skip|content|plot)\b",
    re.IGNORECASE,
)

# Addresses, and the name of a licence.
NAMES = re.compile(r"https?://\S+|SIL Open Font License")


def walk(browser: Browser, address: str, width: int, height: int) -> dict[str, Any]:
    context = browser.new_context(viewport={"width": width, "height": height})
    for script in (MOVES, SIGHTS):
        context.add_init_script(script)
    page = context.new_page()
    opened(page, address)  # the first start of a server is another page
    found = {place: measured(page, f"{address}/{place}") for place in PLACES}
    context.close()
    return found


@pytest.fixture(scope="module")
def office(browser: Browser, shipped_address: str) -> dict[str, Any]:
    """Every place on an office's screen."""
    return walk(browser, shipped_address, 1366, 768)


@pytest.fixture(scope="module")
def phone(browser: Browser, shipped_address: str) -> dict[str, Any]:
    """Every place on a phone."""
    return walk(browser, shipped_address, 390, 844)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    yield context.new_page()
    context.close()


def test_nothing_moves_while_a_page_is_read(office: dict[str, Any], phone: dict[str, Any]) -> None:
    moved = {
        (name, width): one["moved"] for width, all_ in ((1366, office), (390, phone)) for name, one in all_.items()
    }
    assert {where: round(much, 3) for where, much in moved.items() if much > MOST_MOVED} == {}


def test_a_page_that_is_prepared_says_so_in_words_at_once(office: dict[str, Any], phone: dict[str, Any]) -> None:
    waited = {
        (name, width): one["wordless"] for width, all_ in ((1366, office), (390, phone)) for name, one in all_.items()
    }
    assert {where: round(long) for where, long in waited.items() if long > LONGEST_WORDLESS} == {}


def test_axe_has_nothing_to_say(office: dict[str, Any], phone: dict[str, Any]) -> None:
    assert {name: one["trips"] for name, one in office.items() if one["trips"]} == {}
    assert {name: one["trips"] for name, one in phone.items() if one["trips"]} == {}


def test_no_english_is_seen_or_heard(office: dict[str, Any]) -> None:
    told = {name: NAMES.sub("", one["words"]) for name, one in office.items()}
    found = {name: sorted(set(map(str.lower, ENGLISH.findall(words)))) for name, words in told.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_screen_has_four_sizes_of_letters_at_most(office: dict[str, Any]) -> None:
    assert {name: one["letters"] for name, one in office.items() if len(one["letters"]) > MOST_SIZES} == {}


def test_everything_on_a_phone_can_be_tapped_and_nothing_scrolls_sideways(phone: dict[str, Any]) -> None:
    small = {name: [tap for tap in one["taps"] if tap[1] < LEAST_TAP] for name, one in phone.items()}
    assert {name: taps for name, taps in small.items() if taps} == {}
    assert [name for name, one in phone.items() if one["wide"] > 0] == []


def test_no_word_of_a_picture_is_cut_or_lies_on_another(office: dict[str, Any], phone: dict[str, Any]) -> None:
    found = {
        (name, width): one["labels"] for width, all_ in ((1366, office), (390, phone)) for name, one in all_.items()
    }
    assert {where: faults for where, faults in found.items() if faults} == {}


# Pictures with what the newest results lack: provinces left out, one or two values, ranks alone, long names of parts.
RARE = (
    "xep-hang?chi-so=PAPI&ky=2021&hien=tat-ca",
    "xep-hang?chi-so=SIPAS&ky=2023",
    "xu-huong?chi-so=SIPAS",
    "xu-huong?chi-so=PAR INDEX",
    "khoang-cach?chi-so=PAR INDEX&ky=2023",
    "ke-nhanh?chi-so=PAPI&ky=2024",
    "kich-ban?chi-so=PAPI&cach=dat",
)


@pytest.mark.parametrize("place", RARE)
def test_a_phone_has_room_for_the_words_of_a_picture_of_few_values(
    page: Page, shipped_address: str, place: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{shipped_address}/{place}")
    assert asked(page, "labels") == []


def test_no_link_has_a_colour_of_its_own(office: dict[str, Any]) -> None:
    assert {name: one["blue"] for name, one in office.items() if one["blue"]} == {}


def test_on_a_phone_tables_are_lists_or_say_that_they_go_on(phone: dict[str, Any]) -> None:
    assert {name: one["frames"] for name, one in phone.items() if one["frames"]} == {}


def test_on_a_phone_no_filters_stand_open(phone: dict[str, Any]) -> None:
    assert {name: one["open"] for name, one in phone.items() if one["open"]} == {}


def test_every_part_is_two_presses_from_today(office: dict[str, Any]) -> None:
    menu = set(office[""]["links"])
    reached = menu | {link for name, one in office.items() if name.split("?")[0] in menu for link in one["links"]}
    assert {entry.slug for entry in ENTRIES} - reached - {""} == set()


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb``, as WCAG computes it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_our_own_mark_is_told_apart_without_colour(page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/xep-hang?chi-so=PAPI&ky=2024")
    marks = asked(page, "marks")
    own = [mark for mark in marks if mark["fill"] == theme.HOME]
    others = [mark for mark in marks if mark["fill"] in theme.QUARTILES]
    assert own and others
    for mark in own:
        assert mark["width"] >= 1.5 and mark["size"] > max(other["size"] for other in others)
        assert min(contrast(mark["edge"], ground) for ground in theme.QUARTILE_GROUNDS) >= LEAST_CONTRAST
        assert not mark["round"] and all(other["round"] for other in others)


_FIRST = [next(entry.slug for entry in ENTRIES if entry.place == place.code) for place in MENU]
FIRST_PARTS = [part for part in PLACES if part.split("?")[0] in _FIRST]


def test_the_keyboard_goes_once_through_everything_of_each_place(page: Page, shipped_address: str) -> None:
    for part in FIRST_PARTS:
        opened(page, f"{shipped_address}/{part}")
        page.evaluate("() => document.activeElement.blur()")
        stops: list[str] = []
        while len(stops) < MOST_STOPS:
            page.keyboard.press("Tab")
            stop = asked(page, "focus")
            if not stop or (stop.endswith("again") and stop.removesuffix(" · again") == stops[0]):
                break
            stops.append(stop)
        assert 20 < len(stops) < MOST_STOPS, part
        assert [stop for stop in stops if stop.endswith(("again", "unseen"))] == [], part


# Page, what the keyboard is on, keys, and where it is afterwards.
DEEDS = (
    ("xep-hang?chi-so=PAPI&ky=2024", ".st-key-ky input", ("ArrowDown", "ArrowDown", "Enter"), "st-key-ky"),
    ("", ".st-key-hien button:nth-of-type(2)", ("Enter",), "Tất cả"),
    ("", "a.cchc-pin", ("Enter",), "Bỏ ghim"),
    ("", "a.cchc-pin", ("Enter",), "Ghim"),
    ("", "td a.cchc-figure", ("Enter", "Escape"), "st-key-beside"),
    ("", ".cchc-source a", ("Enter", "Escape"), "Xem cách tính"),
    ("", "[data-testid=stSidebar] [data-testid=stPopover] button", ("Enter", "Escape"), "Xem số liệu"),
    ("", ".cchc-menu a:nth-child(3)", ("Enter",), "Diễn biến"),
    ("", ".cchc-parts a:nth-of-type(2)", ("Enter",), "Phân tích biến động"),
    ("", ".st-key-tim input", (*"da nang", "Enter"), "st-key-tim"),
    ("", ".cchc-found a", ("Enter",), "H1"),
    ("tra-cuu?chi-so=PAPI&ky=2024&tieu-chi=TOTAL", ".st-key-trang-forth button", ("Enter",), "Trang trước"),
    ("lo-trinh?chi-so=PAPI", ".st-key-muc-thu input", ("4", "8", "Enter"), "st-key-muc-thu"),
    ("tien-do", ".st-key-tinh-den [role=spinbutton]", ("ArrowUp",), "st-key-tinh-den"),
    ("", ".st-key-tinh-den button", ("Enter", "Escape"), "Chọn ngày"),
    ("xu-huong?chi-so=PAPI", "summary", ("Enter",), "remark-box"),
)


def test_whatever_is_done_by_the_keyboard_leaves_it_where_it_can_go_on(page: Page, shipped_address: str) -> None:
    for address, field, keys, after in DEEDS:
        if address:
            opened(page, f"{shipped_address}/{address}")
        page.locator(field).first.focus()
        for key in keys:
            page.keyboard.press(key)
            page.wait_for_timeout(150 if len(key) > 1 else 20)
            page.wait_for_function(WHOLE)
        page.wait_for_timeout(700)
        page.wait_for_function(WHOLE)
        page.wait_for_timeout(400)
        assert after in asked(page, "focus"), (field, keys)


@pytest.mark.parametrize("how", ["keo", "go"])
def test_a_part_that_is_moved_keeps_the_keyboard(how: str, page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/kich-ban?chi-so=PAPI&nhap={how}")
    field = page.locator(".st-key-nang-D1 input").first
    field.focus()
    for key in ("ArrowRight", "ArrowRight") if how == "keo" else ("0", ",", "3", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url(re.compile("nang-D1="))
    page.wait_for_timeout(1_200)
    assert asked(page, "focus").startswith("st-key-nang-D1")


def test_a_figure_and_its_method_open_beside_the_page(page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/xep-hang?chi-so=PAPI&ky=2024")
    heading = page.inner_text("h1")
    page.locator("td a.cchc-figure").first.click()
    page.wait_for_selector("[role=dialog] .cchc-table")
    assert "Giá trị đang có hiệu lực" in page.inner_text("[role=dialog]")
    assert page.inner_text(".cchc-head h1") == heading
    page.go_back()
    page.wait_for_selector("[role=dialog]", state="detached")
    page.locator(".st-key-chart-xep-hang .cchc-source a").click()
    page.wait_for_selector("[role=dialog] .cchc-prose")
    assert "Hạng 1 là tốt nhất" in page.inner_text("[role=dialog]")


def test_what_is_wrong_with_a_form_stands_at_its_fields(page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/muc-tieu")
    page.get_by_role("button", name="Lưu mục tiêu").first.click()
    page.wait_for_selector("[data-fault] [aria-invalid=true]")
    lines = page.locator(".cchc-faults a[data-field]")
    assert lines.count() == 2
    described = page.locator("[data-fault] [aria-invalid=true]").first.get_attribute("aria-describedby")
    assert described == lines.first.get_attribute("id")
    lines.nth(1).click()
    assert "can-cu" in asked(page, "focus")


def test_a_day_that_may_not_be_chosen_is_told_at_its_field(page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/tien-do")
    field = page.locator(".st-key-tinh-den [data-testid=stDateInput]")
    field.get_by_role("spinbutton").nth(2).focus()
    page.keyboard.type("2500")
    page.wait_for_selector("[data-testid=stDateInput][data-range*='không sau']")
    said = "Ngày này không chọn được. Chọn một ngày không sau 31/12/2098."
    assert field.get_attribute("data-range") == field.get_by_role("alert").inner_text() == said
    assert said in str(field.evaluate("(each) => getComputedStyle(each, '::after').content"))
    page.keyboard.type("2026")
    page.wait_for_function("() => !document.querySelector('[data-range]')")


def test_what_is_wrong_with_a_declared_row_stands_at_its_fields(page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/danh-muc-lich?buoc=han-nop")
    page.locator(".st-key-reporting-han-nam-0 input").fill("năm tới")
    page.get_by_role("button", name="Lưu hạn nộp").click()
    page.wait_for_selector(".st-key-reporting-han-nam-0[data-fault] [aria-invalid=true]")
    page.locator(".st-key-reporting-han-nam-0 input").fill("2027")
    page.locator(".st-key-reporting-han-unit-Q1-0 input").first.fill("32")
    page.get_by_role("button", name="Lưu hạn nộp").click()
    page.wait_for_selector(".st-key-reporting-han-unit-Q1-0[data-fault] [aria-invalid=true]")
    opened(page, f"{shipped_address}/danh-muc-lich?buoc=don-vi")
    page.locator("summary").last.click()
    page.wait_for_timeout(800)  # it unfolds
    page.get_by_role("button", name="Thêm dòng").click()
    page.wait_for_selector("[data-fault] [aria-invalid=true]")
    lines = page.locator(".cchc-faults a[data-field]")
    assert lines.count() == page.locator("[data-fault]").count() == 3


def test_a_saved_picture_carries_our_letters_and_everything_around_it(page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/xep-hang?chi-so=PAPI&ky=2024")
    with page.expect_download() as given:
        page.locator(".cchc-svg").first.click()
    drawing = given.value.path().read_text(encoding="utf-8")
    assert given.value.suggested_filename.endswith(".svg")
    assert "@font-face" in drawing and "data:font/woff2" in drawing
    said = re.sub(r"<[^>]+>", " ", drawing)
    for part in ("Quảng Trị (cũ)", "PAPI 2024", "Nguồn: CECODES", "Kho dữ liệu cập nhật ngày"):
        assert part in said


def test_a_province_marked_on_the_list_is_marked_on_the_map(page: Page, shipped_address: str) -> None:
    opened(page, f"{shipped_address}/ban-do?chi-so=PAPI")
    page.locator(".st-key-beside tr[data-row='P63-01']").click()
    page.wait_for_selector(".st-key-chart-ban-do .trace.cchc-picked", state="attached")
    assert page.locator("tr.cchc-picked").inner_text().lstrip("☆").startswith("Hà Nội")
