"""Page Nạp dữ liệu."""

import io
from dataclasses import replace

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import FileMapping
from cchc_metrics.schema import KINDS, LAYOUTS, NAMES, SCORES, TARGETS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.cells import exported
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.ui import session
from tests.awkward_files import SHEETS, awkward_workbook
from tests.files import QUANG_TRI_PAPI, XLSX, csv_of, workbook_of
from tests.pages.conftest import OpenPage, shown

CORRECTED = workbook_of([{**QUANG_TRI_PAPI, "Điểm": 47.9}])
# What to put right in the awkward file so that only its unknown name is left.
BUT_FOR_THE_NAME = {
    ("Năm 2024", "C9"): 4.4,
    **{(sheet, "D7"): "Công khai, minh bạch trong việc ra quyết định" for sheet in SHEETS},
}


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
    storing.commit(
        stocked, LOCAL_OPERATOR, intake.plan(stocked, LOCAL_OPERATOR, "b.csv", other), "người khác nạp trước"
    )
    page = confirm(page)
    assert "phần xem trước đã được lập lại" in shown(page)
    assert ">46,5<" in shown(page)


def test_an_upload_is_undone_with_a_reason(open_page: OpenPage, stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "dinh-chinh.xlsx", CORRECTED)
    entry = storing.commit(stocked, LOCAL_OPERATOR, plan, "theo công văn 12").entry
    assert entry is not None
    page = open_page(stocked, "nap-du-lieu", {"luot": str(entry.seq)})
    assert f"Lượt {entry.seq}: Nạp tệp" in shown(page)
    undo = next(button for button in page.button if button.label == f"Hoàn tác lượt {entry.seq}")
    undo.click().run()
    # Each sentence leads to its field, which the browser marks.
    seen = shown(page)
    assert "Ghi lý do hoàn tác" in seen and "Đánh dấu xác nhận đã xem" in seen
    assert f'data-field="st-key-ly-do-{entry.seq}"' in seen and f'data-field="st-key-da-xem-{entry.seq}"' in seen
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


def template_of(office: Office) -> bytes:
    """Our own template with one corrected score written into it."""
    stream = io.BytesIO(templates.template(office, LOCAL_OPERATOR, SCORES))
    book = openpyxl.load_workbook(stream)
    sheet = next(one for one in book.worksheets if one.sheet_state == "visible" and one.title != "Hướng dẫn")
    headers = {cell.value: cell.column for cell in sheet[1]}
    for header, value in {**QUANG_TRI_PAPI, "Điểm": 47.9}.items():
        sheet.cell(2, headers[header], value)
    saved = io.BytesIO()
    book.save(saved)
    book.close()
    return saved.getvalue()


def sound(score: float = 4.4) -> bytes:
    """The awkward file with its bad cell, its odd header and its unknown name put right."""
    named = {(sheet, "B13"): "TP. Hồ Chí Minh" for sheet in SHEETS}
    return awkward_workbook({**BUT_FOR_THE_NAME, **named, ("Năm 2024", "C9"): score})


def step_open(page: AppTest) -> bool | None:
    """Whether the step «Cách đọc tệp» stands open; None: it is not there."""
    found = [one for one in page.expander if one.label == "Sửa cách đọc"]
    return bool(found[0].proto.expanded) if found else None


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


def pick(page: AppTest, label: str, value: str) -> AppTest:
    next(box for box in page.selectbox if box.label.startswith(label)).set_value(value)
    return page.run()


def test_our_own_template_skips_the_step_of_reading(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "mau.xlsx", template_of(stocked))
    assert "4. Xem trước" in shown(page)
    assert step_open(page) is None
    assert "Cách đọc tệp" not in shown(page)


def test_a_file_that_is_understood_shows_one_line_and_the_step_folded(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", sound())
    assert "Đã hiểu: 2 trang, từ Năm 2023 đến Năm 2024; dòng tiêu đề 6–7; Tên đơn vị ở cột B" in shown(page)
    assert step_open(page) is False


def test_a_column_is_told_what_it_is_and_the_file_read_again(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", awkward_workbook())
    assert step_open(page) is True
    page = pick(page, "Cột D", "across:Điểm")
    assert "Đã sửa cách đọc nhưng chưa đọc lại" in shown(page)
    page = press(pick(page, "Tên tiêu chí của cột D", "D2"), "Áp dụng cho mọi trang")
    page = press(page, "Đọc lại theo cách này")
    assert "3 cột Điểm" in shown(page)
    assert "Đã sửa cách đọc" not in shown(page)
    page = press(page, "Trở về cách đọc tự động")
    assert "2 cột Điểm" in shown(page)


def test_choosing_reads_no_file(open_page: OpenPage, stocked: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", awkward_workbook())

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the file was read again")

    monkeypatch.setattr(workbooks, "read", refuse)
    page = pick(pick(page, "Cột D", "across:Điểm"), "Trang", SHEETS[1])
    assert f"Trang {SHEETS[1]}, như phần mềm đang hiểu" in shown(page)
    assert not page.exception


def test_an_answer_is_applied_and_remembered_with_the_layout(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", awkward_workbook(BUT_FOR_THE_NAME))
    assert "Chọn ít nhất một câu trả lời" in shown(press(page, "Trả lời rồi kiểm tra lại"))
    page = press(pick(page, "«T.P HCM x»", "P63-79"), "Trả lời rồi kiểm tra lại")
    assert "0 lỗi" in shown(page)
    page = confirm(page, "theo công văn 12")
    assert "Đã nạp" in shown(page)
    assert (stocked.store.count(LAYOUTS), stocked.store.count(NAMES)) == (1, 1)
    page = upload(page, "thang-sau.xlsx", awkward_workbook({**BUT_FOR_THE_NAME, ("Năm 2024", "C9"): 4.6}))
    assert "bố cục đã nhớ từ tệp «tong-hop.xlsx»" in shown(page)
    assert "Trả lời rồi kiểm tra lại" not in {button.label for button in page.button}
    assert "0 lỗi" in shown(page)


def test_a_remembered_layout_folds_the_step(open_page: OpenPage, stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "tong-hop.xlsx", sound())
    storing.commit(stocked, LOCAL_OPERATOR, plan, "lần đầu", remember=True)
    page = upload(open_page(stocked, "nap-du-lieu"), "lan-sau.xlsx", sound(4.6))
    assert "bố cục đã nhớ từ tệp «tong-hop.xlsx»" in shown(page)
    assert step_open(page) is False


def test_nothing_is_remembered_where_the_person_says_so(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", sound())
    next(box for box in page.checkbox if box.label.startswith("Nhớ cách đọc này")).uncheck()
    page = confirm(page, "theo công văn 12")
    assert "Đã nạp" in shown(page)
    assert stocked.store.count(LAYOUTS) == 0


def test_a_broken_saved_reading_is_one_sentence(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", awkward_workbook())
    page.file_uploader[1].set_value(("cach-doc.json", b"{", "application/json"))
    page = page.run()
    assert "Tệp cách đọc không phải là JSON hợp lệ" in shown(page)
    assert "3. Kết quả kiểm tra" in shown(page)


def test_a_saved_reading_takes_the_place_of_the_shown_one(open_page: OpenPage, stocked: Office) -> None:
    data = awkward_workbook()
    mapping = intake.plan(stocked, LOCAL_OPERATOR, "tong-hop.xlsx", data).mapping
    assert isinstance(mapping, FileMapping)
    one = replace(mapping, tables=mapping.tables[:1], skipped=(SHEETS[1],))
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", data)
    page.file_uploader[1].set_value(("cach-doc.json", exported(one), "application/json"))
    page = page.run()
    assert f"Đã hiểu: trang {SHEETS[0]};" in shown(page)


def test_the_corrected_file_is_read_as_the_person_said(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", awkward_workbook())
    page = press(pick(page, "«T.P HCM x»", "P63-79"), "Trả lời rồi kiểm tra lại")
    page = upload(page, "da-sua.xlsx", awkward_workbook({("Năm 2024", "C9"): 4.4}))
    assert "cùng bố cục với tệp vừa sửa" in shown(page)
    assert "0 lỗi" in shown(page)


def test_findings_are_filtered_by_severity_and_sheet(open_page: OpenPage, stocked: Office) -> None:
    page = upload(open_page(stocked, "nap-du-lieu"), "tong-hop.xlsx", awkward_workbook())
    assert "85,25%" in shown(page) and "Dòng ghi chú hoặc chữ ký" in shown(page)
    next(one for one in page.button_group if str(one.key).startswith("muc-do")).set_value("error")
    page = page.run()
    assert "Dòng ghi chú hoặc chữ ký" not in shown(page)
    next(box for box in page.selectbox if str(box.key).startswith("trang-loi")).set_value(SHEETS[0])
    assert "<code>85,25%</code>" not in shown(page.run())


def test_three_hundred_findings_are_a_screen_of_lines_and_ten_questions(open_page: OpenPage, stocked: Office) -> None:
    rows = [{**QUANG_TRI_PAPI, "Mã đơn vị": None, "Tên đơn vị": f"Nơi {at} lạ"} for at in range(300)]
    page = upload(open_page(stocked, "nap-du-lieu"), "loi.csv", csv_of(rows))
    assert "Còn 280 vấn đề cùng loại" in shown(page)
    assert shown(page).count("Không có đơn vị «Nơi") <= 60
    asked = [box for box in page.selectbox if box.label.startswith("«Nơi")]
    assert len(asked) == 10


def test_five_thousand_equal_findings_are_one_line(open_page: OpenPage, stocked: Office) -> None:
    rows = [{**QUANG_TRI_PAPI, "Mã đơn vị": None, "Tên đơn vị": "Nơi lạ", "Điểm": at / 1000} for at in range(5000)]
    page = upload(open_page(stocked, "nap-du-lieu"), "loi.csv", csv_of(rows))
    assert "và 4999 ô khác" in shown(page)
    assert "1 lỗi," in shown(page)


def test_a_file_being_checked_stays_when_the_language_changes(open_page: OpenPage, stocked: Office) -> None:
    rows = [{**QUANG_TRI_PAPI, "Mã đơn vị": None, "Tên đơn vị": "Quảng Trj"}]
    page = upload(open_page(stocked, "nap-du-lieu"), "loi.csv", csv_of(rows))
    assert "1 lỗi, 0 cảnh báo" in shown(page)
    page.session_state[session.LANGUAGE] = "en"
    text = shown(page.run())
    assert "Quảng Trj" in text
    assert not any(words in text for words in ("1 lỗi", "Có phải", "cảnh báo"))
