"""Page Kế hoạch năm."""

from datetime import date

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import PLAN_ITEMS
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.storing import storing
from tests.pages.conftest import OpenPage, shown


def test_without_a_plan_the_page_offers_the_template(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "ke-hoach")
    assert "Chưa có kế hoạch năm nào" in shown(page)


ROW: dict[str, object] = {"plan_year": 2026, "item_no": "1", "task": "Rà soát quy trình", "lead": "NOI-CHINH"}


@pytest.fixture
def planned(stocked: Office) -> Office:
    rows = [
        {**ROW, "due_on": date(2026, 3, 1), "done_pct": 60.0},
        {**ROW, "item_no": "2", "task": "Tổng kết", "due_on": date(2026, 12, 1)},
    ]
    storing.edit(stocked, LOCAL_OPERATOR, PLAN_ITEMS, typed(PLAN_ITEMS, rows), "kế hoạch")
    return stocked


def test_a_late_item_is_shown_with_its_days_and_its_unit(open_page: OpenPage, planned: Office) -> None:
    text = shown(open_page(planned, "ke-hoach", {"nam": "2026", "tinh-den": "2026-03-25"}))
    assert "✕ quá hạn 24 ngày" in text
    assert "Phòng Nội chính" in text
    assert "Tổng kết" in text


def test_the_address_filters_by_state(open_page: OpenPage, planned: Office) -> None:
    text = shown(open_page(planned, "ke-hoach", {"nam": "2026", "tinh-den": "2026-03-25", "tinh-trang": "late"}))
    assert "Rà soát quy trình" in text
    assert "Tổng kết" not in text


def test_a_result_is_stored_through_the_form(open_page: OpenPage, planned: Office) -> None:
    page = open_page(planned, "ke-hoach", {"nam": "2026", "tinh-den": "2026-03-25", "muc": "1"})
    next(field for field in page.text_input if field.label.startswith("% hoàn thành")).set_value("100")
    next(button for button in page.button if button.label == "Lưu kết quả").click()
    assert "● hoàn thành" in shown(page.run())
    assert list(planned.store.facts(PLAN_ITEMS)["done_pct"].dropna()) == [100.0]


def test_an_empty_database_opens(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có kế hoạch năm nào" in shown(open_page(empty_office, "ke-hoach"))
