"""A copied link opens the same view in another browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewVisit

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


def test_going_to_another_page_starts_it_afresh(shipped_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/tra-cuu?chi-so=PAPI&ky=2024&tinh=P63-01")
    visit.page.get_by_role("link", name="Mục tiêu", exact=True).click()
    visit.page.wait_for_selector("h1:has-text('Mục tiêu')")
    visit.settle()
    assert "Quảng Trị (từ 01/7/2025) chưa có mục tiêu nào" in visit.text
