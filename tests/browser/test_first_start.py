"""A newcomer starts the product on an empty folder."""

import time

import pytest

from tests.browser.conftest import NewVisit
from tests.browser.measured import SIGHTS

pytestmark = [pytest.mark.browser, pytest.mark.walk]

LONGEST_WORDLESS = 300


def test_the_first_start_says_what_it_does_and_opens_with_data(empty_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.page.add_init_script(SIGHTS)
    # Asked for as no browser asks for a document, nothing is made ready before the page itself begins.
    visit.page.set_extra_http_headers({"accept": "*/*"})
    started = time.monotonic()
    visit.page.goto(empty_address)
    visit.page.wait_for_selector("text=Đang chuẩn bị dữ liệu lần đầu", timeout=30_000)
    visit.page.wait_for_selector(".cchc-card", timeout=60_000)
    assert time.monotonic() - started < 60
    visit.settle()
    assert visit.heading == "Quảng Trị (từ 01/7/2025): chưa có kết quả công bố"
    for text in ("Quảng Trị (cũ)", "Quảng Bình (cũ)", "86,25%", "44,75", "hạng do hệ thống tính"):
        assert text in visit.text
    assert "Đang chuẩn bị dữ liệu lần đầu" not in visit.text
    assert visit.page.evaluate("() => window.wordless") <= LONGEST_WORDLESS
    assert visit.outside == []
