"""The whole intake in one walk: an awkward file, its reading corrected, questions, the marked copy, stored, undone."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.awkward_files import UNKNOWN, awkward_workbook
from tests.browser.conftest import PATIENCE, NewVisit, Visit
from tests.files import XLSX

pytestmark = [pytest.mark.browser, pytest.mark.walk]

PERCENT_CELL = "C9"
NOTE = "theo công văn 15/SNV ngày 02/3/2025"


def put(visit: Visit, name: str, data: bytes) -> None:
    """Choose a file, in the place of the one before."""
    visit.page.set_input_files(
        '[data-testid="stFileUploader"] >> nth=0 >> input', {"name": name, "mimeType": XLSX, "buffer": data}
    )
    visit.page.wait_for_selector("text=3. Kết quả kiểm tra", timeout=PATIENCE)
    visit.page.wait_for_selector(f'[data-testid="stFileChipName"]:has-text("{name}")', timeout=PATIENCE)
    visit.settle()
    visit.page.wait_for_selector("text=Đã hiểu:", timeout=PATIENCE)
    visit.settle()


def choose(visit: Visit, label: str, option: str) -> None:
    """One option of the list with this label, by its words as a person types them."""
    box = visit.page.get_by_role("combobox", name=label).first
    box.click()
    box.fill(option)
    visit.page.get_by_role("option", name=option).first.click()
    expect(visit.page.get_by_role("combobox", name=label).first).to_have_value(
        re.compile(re.escape(option)), timeout=PATIENCE
    )
    visit.settle()


def press(visit: Visit, label: str) -> None:
    visit.page.get_by_role("button", name=label, exact=True).click()
    visit.settle()


def send(visit: Visit, address: str) -> None:
    """The awkward file is sent in: what could not be understood is named, and the step stands open."""
    visit.open(f"{address}/nap-du-lieu")
    put(visit, "tong-hop.xlsx", awkward_workbook())


def correct(visit: Visit) -> None:
    """One column is told what it is, on every sheet, and the file is read again."""
    choose(visit, "Cột D", "Điểm theo")
    choose(visit, "Tên tiêu chí của cột D", "D2.")
    visit.page.wait_for_selector(".cchc-role-value >> nth=2", timeout=PATIENCE)
    press(visit, "Áp dụng cho mọi trang")
    press(visit, "Đọc lại theo cách này")
    visit.page.wait_for_selector("text=3 cột Điểm", timeout=PATIENCE)
    visit.settle()


def answer(visit: Visit) -> None:
    """The name nobody knows is said to be a province, once for both sheets."""
    choose(visit, UNKNOWN, "TP. Hồ Chí Minh")
    press(visit, "Trả lời rồi kiểm tra lại")
    visit.page.wait_for_selector("text=Trả lời rồi kiểm tra lại", state="detached", timeout=PATIENCE)
    visit.settle()


def marked_copy(visit: Visit) -> bytes:
    with visit.page.expect_download(timeout=PATIENCE) as waiting:
        visit.page.get_by_role("button", name="Tải tệp đã đánh dấu lỗi").click()
    return Path(waiting.value.path()).read_bytes()


def fixed(copy: bytes) -> bytes:
    """The marked copy with its one bad cell put right, as the person does in Excel."""
    book = openpyxl.load_workbook(io.BytesIO(copy))
    cell = book["Năm 2024"][PERCENT_CELL]
    assert cell.comment is not None and "phần trăm" in cell.comment.text
    cell.value = 4.425
    stream = io.BytesIO()
    book.save(stream)
    book.close()
    return stream.getvalue()


def confirm(visit: Visit) -> str:
    """Store with a note; the number of the upload."""
    visit.page.get_by_label("Lý do vẫn nạp khi còn cảnh báo").fill(NOTE)
    visit.page.get_by_role("button", name="Xác nhận nạp").click()
    message = visit.page.wait_for_selector("text=Đã nạp. Lượt số", timeout=PATIENCE)
    assert message is not None
    return message.inner_text().split("Lượt số ")[1].split(":")[0]


def undo(visit: Visit, address: str, seq: str) -> None:
    visit.open(f"{address}/nap-du-lieu?luot={seq}")
    visit.page.get_by_label("Lý do hoàn tác").fill("gửi nhầm bản dự thảo")
    visit.page.get_by_text("Tôi đã xem các số liệu").click()
    press(visit, f"Hoàn tác lượt {seq}")
    visit.page.wait_for_selector(f"text=Đã hoàn tác lượt {seq}", timeout=PATIENCE)


def origin(visit: Visit, address: str) -> str:
    """Where the figure of Hải Phòng, D1, PAPI 2024 comes from."""
    visit.open(f"{address}/nguon-goc?chi-so=PAPI&ky=2024&tieu-chi=D1&tinh=P63-31")
    return visit.text


def test_an_awkward_file_is_corrected_stored_traced_and_undone(own_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    send(visit, own_address)
    assert "2 trang, từ Năm 2023 đến Năm 2024; dòng tiêu đề 6–7; Tên đơn vị ở cột B" in visit.text
    assert "Có cột số liệu chưa được đọc: D («Điểm các chỉ số nội dung – Minh bạch (mục 2)»)" in visit.text
    assert "T.P HCM x" in visit.page.inner_text(".cchc-grid")

    correct(visit)
    assert "3 cột Điểm" in visit.text
    assert "chưa được đọc: D" not in visit.text
    assert "6 ô, đầu tiên Năm 2023 B13" in visit.text

    answer(visit)
    assert "Trả lời rồi kiểm tra lại" not in visit.text
    assert "1 lỗi" in visit.text
    assert "Xác nhận nạp" not in visit.text

    put(visit, "da-sua.xlsx", fixed(marked_copy(visit)))
    assert "cùng bố cục với tệp vừa sửa" in visit.text
    assert "0 lỗi" in visit.text
    assert "4. Xem trước thay đổi" in visit.text
    seq = confirm(visit)

    found = origin(visit, own_address)
    # The findings of the marked copy are its first sheet, so that «Năm 2024» is the third.
    assert "4,425 điểm, lấy từ da-sua.xlsx, trang 3, ô C9" in found

    undo(visit, own_address, seq)
    assert "papi_dimension.csv" in origin(visit, own_address)
    assert visit.outside == []
