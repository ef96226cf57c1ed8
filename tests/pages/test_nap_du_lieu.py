"""Page Nạp dữ liệu."""

from streamlit.testing.v1 import AppTest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import KINDS, SCORES, TARGETS
from cchc_metrics.services import intake
from cchc_metrics.services.office import Office
from tests.files import QUANG_TRI_PAPI, XLSX, csv_of, workbook_of
from tests.pages.conftest import OpenPage, shown

CORRECTED = workbook_of([{**QUANG_TRI_PAPI, "Điểm": 47.9}])


def upload(page: AppTest, name: str, data: bytes) -> AppTest:
    page.file_uploader[0].set_value((name, data, XLSX))
    return page.run()


def confirm(page: AppTest, note: str = "") -> AppTest:
    page.text_input(key=next(w.key for w in page.text_input if w.key and w.key.startswith("ghi-chu"))).set_value(note)
    next(button for button in page.button if button.label.startswith("Xác nhận nạp")).click()
    return page.run()


def total(office: Office) -> float:
    where = {"index_code": ("PAPI",), "period_id": ("2024",), "node_code": ("TOTAL",), "entity_id": ("P63-45",)}
    return float(office.store.facts(SCORES, where)["value"].iloc[0])


def test_offers_a_template_of_every_kind(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "nap-du-lieu")
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == [
        *("Điểm chỉ số", "Mục tiêu", "Bộ tiêu chí", "Đơn vị"),
        *(k.title for k in KINDS.values() if k.title not in {"Điểm chỉ số", "Mục tiêu", "Bộ tiêu chí", "Đơn vị"}),
    ]


def test_shipped_entries_are_folded_into_one_group(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "nap-du-lieu")
    assert f"({len(shipped_office.store.entries())} lượt)" in page.expander[1].label
    assert "Chưa có lượt nạp nào của cán bộ" in shown(page)


def test_a_corrected_file_shows_old_new_and_difference_and_stores_nothing(open_page: OpenPage, stocked: Office) -> None:
    version = stocked.version
    page = upload(open_page(stocked, "nap-du-lieu"), "dinh-chinh.xlsx", CORRECTED)
    assert "Đọc 1 dòng: nhận 1, loại 0, bỏ qua 0." in shown(page)
    for text in ("44,747268", "47,9", "+3,152732", "H2"):
        assert f">{text}<" in shown(page)
    assert stocked.version == version


def test_confirming_stores_the_file_and_names_the_upload(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "dinh-chinh.xlsx", CORRECTED)
    page = confirm(page, "theo công văn 12")
    entry = stocked.store.entries()[0]
    assert f"Đã nạp. Lượt số {entry.seq}: thêm mới 0, thay đổi 1." in shown(page)
    assert (entry.note, entry.actor, entry.file_name) == ("theo công văn 12", LOCAL_OPERATOR, "dinh-chinh.xlsx")
    assert total(stocked) == 47.9
    assert page.file_uploader[0].value is None


def test_a_file_with_warnings_is_not_stored_without_a_reason(open_page: OpenPage, stocked: Office) -> None:
    version = stocked.version
    page = confirm(upload(open_page(stocked, "nap-du-lieu"), "dinh-chinh.xlsx", CORRECTED))
    assert "Ghi lý do" in shown(page)
    assert stocked.version == version
    page = confirm(page, "theo công văn 12")
    assert "Đã nạp" in shown(page)


def test_the_same_file_again_changes_nothing_and_names_the_earlier_upload(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "dinh-chinh.xlsx", CORRECTED)
    page = confirm(page, "theo công văn 12")
    seq = stocked.version
    page = upload(page, "ten-khac.xlsx", CORRECTED)
    assert f"Tệp này đã nạp ở lượt số {seq}" in shown(page)
    assert "Nạp lại không làm thay đổi gì" in shown(page)
    assert not [button for button in page.button if button.label.startswith("Xác nhận nạp")]
    assert stocked.version == seq


def test_every_error_is_listed_and_nothing_can_be_confirmed(open_page: OpenPage, stocked: Office) -> None:
    rows = [
        {**QUANG_TRI_PAPI, "Mã đơn vị": None, "Tên đơn vị": "Quảng Trj"},
        {**QUANG_TRI_PAPI, "Điểm": 95.5},
        {**QUANG_TRI_PAPI, "Kỳ": "Quý II/2024"},
    ]
    page = upload(open_page(stocked, "nap-du-lieu"), "loi.csv", csv_of(rows))
    assert "Đọc 3 dòng: nhận 0, loại 3, bỏ qua 0." in shown(page)
    assert "3 lỗi, 0 cảnh báo" in shown(page)
    assert "Có phải: Quảng Trị (cũ)" in shown(page)
    assert "Điểm vượt mức cao nhất có thể là 80" in shown(page)
    assert "Không có kỳ báo cáo «Quý II/2024»" in shown(page)
    assert not [button for button in page.button if button.label.startswith("Xác nhận nạp")]


def test_a_file_that_is_no_spreadsheet_is_refused_in_one_sentence(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "vanban.pdf", b"%PDF-1.4 ")
    assert "thực chất là tệp PDF, không phải bảng tính" in shown(page)
    assert "4. Xem trước" not in shown(page)


def test_the_kind_can_be_corrected(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "dinh-chinh.xlsx", CORRECTED)
    choice = next(box for box in page.selectbox if box.label.startswith("Loại dữ liệu"))
    assert choice.options[0] == "Tự nhận biết: Điểm chỉ số"
    choice.set_value(TARGETS.name).run()
    assert "Thiếu cột bắt buộc: Mục tiêu" in shown(page)


def test_taking_the_file_away_takes_the_preview_away(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "dinh-chinh.xlsx", CORRECTED)
    assert "4. Xem trước" in shown(page)
    page.file_uploader[0].clear()
    page.run()
    assert "3. Kết quả" not in shown(page)


def test_a_preview_overtaken_by_another_upload_is_made_again(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "dinh-chinh.xlsx", CORRECTED)
    other = csv_of([{**QUANG_TRI_PAPI, "Điểm": "46,5"}])
    intake.commit(stocked, LOCAL_OPERATOR, intake.plan(stocked, LOCAL_OPERATOR, "b.csv", other), "người khác nạp trước")
    page = confirm(page)
    assert "phần xem trước đã được lập lại" in shown(page)
    assert ">46,5<" in shown(page)


def test_an_upload_is_undone_with_a_reason(open_page: OpenPage, stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "dinh-chinh.xlsx", CORRECTED)
    entry = intake.commit(stocked, LOCAL_OPERATOR, plan, "theo công văn 12").entry
    assert entry is not None
    page = open_page(stocked, "nap-du-lieu", {"luot": str(entry.seq)})
    assert f"Lượt {entry.seq}: Nạp tệp" in shown(page)
    undo = next(button for button in page.button if button.label == f"Hoàn tác lượt {entry.seq}")
    undo.click().run()
    assert "Ghi lý do hoàn tác" in shown(page)
    assert stocked.version == entry.seq
    page.text_input(key=f"ly-do-{entry.seq}").set_value("nạp nhầm")
    page.checkbox(key=f"da-xem-{entry.seq}").check()
    next(button for button in page.button if button.label == f"Hoàn tác lượt {entry.seq}").click().run()
    assert f"Đã hoàn tác lượt {entry.seq}, ghi thành lượt số {entry.seq + 1}." in shown(page)
    assert total(stocked) == 44.747268


def test_an_entry_that_does_not_exist_is_ignored(open_page: OpenPage, shipped_office: Office) -> None:
    assert "Lịch sử nạp" in shown(open_page(shipped_office, "nap-du-lieu", {"luot": "999"}))


def test_opens_on_an_empty_database(open_page: OpenPage, empty_office: Office) -> None:
    page = open_page(empty_office, "nap-du-lieu")
    assert "1. Tải tệp mẫu" in shown(page)
    assert "Chưa có lượt nạp nào của cán bộ" in shown(page)
