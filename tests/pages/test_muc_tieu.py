"""Page Mục tiêu."""

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import Action
from cchc_metrics.schema import TARGETS
from cchc_metrics.services.indices.targets import TargetForm, TargetKey, save
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown

KEY = TargetKey("P34-44", "PAPI", "TOTAL", "2026", "value")
BASIS = "Kế hoạch 12/KH-UBND ngày 05/01/2026"
ADDRESS = {"chi-so": "PAPI", "ky": "2026"}


def fill(page: AppTest, label: str, text: str) -> None:
    next(field for field in page.text_input if field.label.startswith(label)).set_value(text)


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


@pytest.fixture
def with_target(stocked: Office) -> Office:
    save(Desk.at(stocked, LOCAL_OPERATOR), TargetForm(KEY, "45,5", BASIS))
    return stocked


def test_opens_without_any_target_and_invents_none(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "muc-tieu")
    assert "Chưa có mục tiêu nào của Quảng Trị (từ 01/7/2025)" in shown(page)
    assert shipped_office.store.count(TARGETS) == 0


def test_national_targets_stand_apart_as_reference(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "muc-tieu"))
    assert "Mục tiêu quốc gia, tham khảo" in text
    assert text.index("Mục tiêu quốc gia, tham khảo") < text.index("Nghị quyết 76/NQ-CP")


def test_a_target_is_stored_with_its_legal_basis(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, "muc-tieu", ADDRESS)
    fill(page, "Mục tiêu phải đạt", "45,5")
    fill(page, "Căn cứ pháp lý", BASIS)
    page = press(page, "Lưu mục tiêu")
    entry = stocked.store.entries()[0]
    assert entry.action is Action.EDIT
    assert f"Đã lưu mục tiêu, lượt ghi số {entry.seq}." in shown(page)
    assert "45,5/80 điểm" in shown(page)
    assert BASIS in shown(page)


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_stored(open_page: OpenPage, stocked: Office) -> None:
    version = stocked.version
    page = open_page(stocked, "muc-tieu", ADDRESS)
    fill(page, "Mục tiêu phải đạt", "99,5")
    page = press(page, "Lưu mục tiêu")
    assert "Mục tiêu vượt mức cao nhất có thể là 80" in shown(page)
    assert "Ghi căn cứ pháp lý" in shown(page)
    assert stocked.version == version


def test_a_target_in_force_is_changed(open_page: OpenPage, with_target: Office) -> None:
    page = open_page(with_target, "muc-tieu", {"sua": KEY.text})
    assert next(f for f in page.text_input if f.label == "Mục tiêu phải đạt").value == "45,5"
    fill(page, "Mục tiêu phải đạt", "46")
    page = press(page, "Lưu thay đổi")
    assert "46/80 điểm" in shown(page)
    assert "sua" not in page.query_params


def test_a_target_is_taken_out_of_force_with_a_reason(open_page: OpenPage, with_target: Office) -> None:
    page = open_page(with_target, "muc-tieu", {"sua": KEY.text})
    page = press(page, "Bỏ mục tiêu")
    assert "Cần ghi lý do bỏ." in shown(page)
    fill(page, "Lý do bỏ", "nhập nhầm")
    page = press(page, "Bỏ mục tiêu")
    assert "Đã bỏ mục tiêu" in shown(page)
    assert with_target.store.count(TARGETS) == 0
    assert with_target.store.entries()[0].note == "nhập nhầm"


def test_a_year_without_a_framework_says_what_to_load(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "muc-tieu", {"bo-muc-tieu": "SIPAS", "nam-muc-tieu": "2027"})
    assert "Chưa có bộ tiêu chí SIPAS cho năm 2027" in shown(page)


def test_targets_of_other_provinces_are_counted(open_page: OpenPage, with_target: Office) -> None:
    page = open_page(with_target, "muc-tieu", {"tinh": "P34-01"})
    assert "Các đơn vị khác có 1 mục tiêu" in shown(page)


def test_nonsense_in_the_address_opens_our_own_province(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "muc-tieu", {"tinh": "X", "chi-so": "Y", "ky": "abc", "sua": "z"})
    assert "Chưa có mục tiêu nào của Quảng Trị (từ 01/7/2025)" in shown(page)


def test_an_empty_database_says_what_comes_first(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có bộ chỉ số nào trong hệ thống" in shown(open_page(empty_office, "muc-tieu"))
