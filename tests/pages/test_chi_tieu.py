"""Page Chỉ tiêu đơn vị: what was reported, against what must be reached, and by whom not."""

from datetime import date

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.submitting import submit
from tests.pages.conftest import OpenPage, shown
from tests.services.reporting.test_unit_reports import SOUND, filled, put

SLUG = "chi-tieu"


def sent(office: Office, period: str, values: dict[str, object]) -> None:
    desk = Desk.at(office, LOCAL_OPERATOR)
    data = filled(desk, "TCD", period, lambda book: put(book, values))
    plan = intake.plan(office, LOCAL_OPERATOR, "bao-cao.xlsx", data)
    submit(desk, plan, "A", date(2026, 6, 16), "lý do")


def test_a_unit_that_said_nothing_is_missing_and_counted(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, SLUG, {"ky": "2026-Q1", "nhom": "nv-6"}))
    assert "0/1 đơn vị đã báo cáo" in text
    assert "chưa báo cáo" in text


def test_a_topic_nobody_is_declared_for_says_so(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, SLUG, {"ky": "2026-Q1", "nhom": "dung-han"}))
    assert "chưa giao đơn vị nào" in text


def test_the_second_quarter_is_derived_and_marked(open_page: OpenPage, stocked: Office) -> None:
    sent(stocked, "2026-Q1", SOUND)
    half = {"6.1": 95, "6.2": 3, "6.3": 9, "6.4": 2, "6.5": 15, "6.6": 20, "6.7": 1}
    sent(stocked, "2026-6M", half)
    text = shown(open_page(stocked, SLUG, {"ky": "2026-6M", "nhom": "nv-6", "chi-tieu": "6.1"}))
    assert "Quý II/2026 (suy ra)" in text
    assert ">55<" in text
    assert ">95<" in text
    assert "6 tháng 2026 trừ Quý I/2026" in text
    assert "trang 5, ô F" in text
    assert "6.7 Phản ánh về phiền hà" in text
    assert "✕ chưa đạt" in text


def test_a_part_of_an_index_leads_to_tasks_units_and_figures(open_page: OpenPage, stocked: Office) -> None:
    sent(stocked, "2026-Q1", SOUND)
    text = shown(open_page(stocked, SLUG, {"xem": "phan", "phan": "PAPI|D3"}))
    assert "Nhiệm vụ 6." in text
    assert "Ban Tiếp công dân tỉnh" in text
    assert "0 (Quý I/2026)" in text
    assert "chưa khai báo đơn vị phụ trách phần này" in text


def test_an_empty_office_says_what_is_missing(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có chỉ tiêu nào" in shown(open_page(empty_office, SLUG))
    assert "Chưa nối nhiệm vụ nào" in shown(open_page(empty_office, SLUG, {"xem": "phan"}))
