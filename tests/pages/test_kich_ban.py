"""Page Kịch bản."""

from streamlit.testing.v1 import AppTest

from cchc_metrics.schema import SCENARIOS, TARGETS
from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown

MOVED = {"nang-D1": "0,5"}


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


def test_it_opens_on_our_last_result_with_a_slider_for_each_part(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "kich-ban")
    assert "<h1>PAPI 2024, Quảng Trị (cũ): đang 44,75 điểm, nhóm cao nhất, hạng do hệ thống tính 14/61" in shown(page)
    assert len(page.select_slider) == 8
    assert "Ngoài phép tính vì không có điểm: Tiền Giang và Vĩnh Phúc" in shown(page)


def test_a_moved_slider_moves_value_and_rank_and_stands_in_the_address(
    open_page: OpenPage, shipped_office: Office
) -> None:
    page = open_page(shipped_office, "kich-ban")
    page.select_slider(key="nang-D1").set_value("0,5").run()
    assert not page.exception
    assert "+0,50 điểm thì 45,25 điểm" in shown(page)
    assert page.query_params["nang-D1"] == "0,5"


def test_a_typed_change_finer_than_the_slider_is_kept_by_both(open_page: OpenPage, shipped_office: Office) -> None:
    for how in ("keo", "go"):
        page = open_page(shipped_office, "kich-ban", {"nang-D6": "0,333", "nhap": how})
        assert "+0,33 điểm thì 45,08 điểm" in shown(page)


def test_a_goal_is_answered_with_the_least_gain(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "kich-ban", {"cach": "dat", "hang": "5"})
    assert "để đạt hạng 5/61 cần tăng ít nhất 0,99 điểm" in shown(page)
    assert "Đạt hạng 5 trở lên trong" in shown(page)


def test_a_goal_out_of_reach_says_why_and_what_is_best(open_page: OpenPage, shipped_office: Office) -> None:
    fixed = [f"D{number}" for number in range(2, 9)]
    page = open_page(shipped_office, "kich-ban", {"cach": "dat", "hang": "1", "giu": fixed})
    assert "chưa có cách đạt hạng 1/61" in shown(page)
    assert "Tốt nhất có thể" in shown(page)


def test_nonsense_in_the_address_shows_the_usual_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "NOPE", "ky": "x", "tinh": "Y", "nang-D1": "nhiều", "hang": "99", "buoc": "7"}
    assert "đang 44,75 điểm" in shown(open_page(shipped_office, "kich-ban", address))
    assert "hạng 5/61" in shown(open_page(shipped_office, "kich-ban", {**address, "cach": "dat"}))


def test_an_index_without_parts_says_what_to_load(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "kich-ban", {"chi-so": "PAR INDEX", "ky": "2023"}))
    assert "PAR INDEX: chưa có bảng tiêu chí" in text


def test_a_plan_is_saved_under_a_name_and_stands_beside_the_scores(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, "kich-ban", MOVED)
    next(field for field in page.text_input if field.label == "Tên kịch bản").set_value("Nâng trục 1")
    page = press(page, "Lưu kịch bản")
    assert "Đã lưu kịch bản «Nâng trục 1»" in shown(page)
    assert stocked.store.count(SCENARIOS) == 1
    assert ">Nâng trục 1<" in shown(page)


def test_targets_are_written_only_when_confirmed_and_based(open_page: OpenPage, stocked: Office) -> None:
    page = press(open_page(stocked, "kich-ban", MOVED), "Ghi thành mục tiêu")
    assert "Cần ghi căn cứ pháp lý." in shown(page)
    next(field for field in page.text_input if field.label.startswith("Căn cứ pháp lý")).set_value("Kế hoạch 12/KH")
    page = press(page, "Ghi thành mục tiêu")
    assert "Đánh dấu ô xác nhận" in shown(page)
    assert stocked.store.count(TARGETS) == 0
    page.checkbox[0].check()
    page = press(page, "Ghi thành mục tiêu")
    assert "Đã ghi mục tiêu" in shown(page)
    assert stocked.store.count(TARGETS) == 2


def test_an_empty_office_is_told_what_to_load(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu để lập kịch bản" in shown(open_page(empty_office, "kich-ban"))


def test_a_saved_plan_is_deleted_with_a_reason(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, "kich-ban", MOVED)
    next(field for field in page.text_input if field.label == "Tên kịch bản").input("Sẽ xoá")
    press(page, "Lưu kịch bản")
    press(page, "Xoá kịch bản")
    assert "Cần ghi lý do xoá." in shown(page)
    next(field for field in page.text_input if field.label == "Lý do xoá").input("thử xong")
    press(page, "Xoá kịch bản")
    assert not page.exception
    assert "Đã xoá kịch bản «Sẽ xoá»" in shown(page)
