"""A copied link opens the same view in another browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewVisit, Visit

pytestmark = pytest.mark.browser


def pick(page: Page, label: str, option: str) -> None:
    """Choose from a list as a person does: open it, write, press Enter."""
    box = page.get_by_label(label, exact=True).first
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).first.click()


def test_filters_chosen_by_hand_are_in_the_link(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/xep-hang")
    pick(visit.page, "Bộ chỉ số", "SIPAS")
    visit.page.wait_for_function("() => location.search.includes('chi-so=SIPAS')")
    visit.settle()
    pick(visit.page, "Kỳ", "2022")
    visit.page.wait_for_function("() => location.search.includes('ky=2022')")
    visit.settle()
    assert "SIPAS 2022" in visit.heading
    copied = visit.page.url

    other = new_visit()
    other.open(copied)
    assert other.heading == visit.heading
    assert other.page.url == copied


def test_a_link_into_the_long_table_opens_its_page_with_its_filters(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/tra-cuu?chi-so=PAPI&ky=2024&tieu-chi=TOTAL")
    visit.page.get_by_role("button", name="Trang sau").click()
    visit.page.wait_for_selector("text=Số liệu 51–63 trong 63")
    copied = visit.page.url
    assert "trang=2" in copied

    other = new_visit()
    other.open(copied)
    assert "Số liệu 51–63 trong 63" in other.text


def follow(visit: Visit, link: str, heading: str) -> None:
    """A click on the first link of that name, and the page it leads to."""
    visit.page.get_by_role("link", name=link, exact=True).first.click()
    visit.page.wait_for_selector(f"h1:has-text('{heading}')")
    visit.settle()


@pytest.mark.walk
def test_the_choice_follows_through_menu_and_links_back_forth_and_into_a_new_session(
    shipped_address: str, new_visit: NewVisit
) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/xep-hang")
    visit.page.evaluate("window.sameApplication = true")
    pick(visit.page, "Tỉnh, thành phố", "Quảng Ninh")
    visit.page.wait_for_selector("h1:has-text('Quảng Ninh')")
    visit.settle()
    steps = visit.page.evaluate("history.length")
    follow(visit, "Diễn biến", "Xu hướng PAPI")
    assert "Quảng Ninh" in visit.heading
    follow(visit, "Hôm nay", "Quảng Ninh")
    follow(visit, "Khoảng cách", "Khoảng cách")
    assert visit.page.evaluate("window.sameApplication"), "a link loaded the application anew"
    assert visit.page.evaluate("history.length") == steps + 3, "a link made more than one step of history"
    last = visit.page.url
    for heading in ("Quảng Ninh", "Xu hướng PAPI", "PAPI 2024: Quảng Ninh"):
        visit.page.go_back()
        visit.page.wait_for_selector(f"h1:has-text('{heading}')")
        visit.settle()
    for _ in range(3):
        visit.page.go_forward()
        visit.settle()
    assert visit.page.url == last
    visit.page.reload()
    visit.page.wait_for_selector("h1:has-text('Quảng Ninh')")
    visit.settle()
    again = Visit(visit.page.context.new_page())
    again.open(f"{shipped_address}/bien-dong")
    assert "Quảng Ninh" in again.heading
    assert "tinh=P63-22" in again.page.url
