"""A corrected workbook is uploaded, the ranking changes, and taking it back restores the ranking."""

import csv
import re
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from tests.annex import annex
from tests.browser.conftest import PATIENCE, NewVisit, Visit
from tests.browser.serving import free_port, started
from tests.files import QUANG_TRI_PAPI, XLSX, workbook_of

pytestmark = pytest.mark.browser

RANKING = "xep-hang?chi-so=PAPI&ky=2024"
CORRECTED = workbook_of([{**QUANG_TRI_PAPI, "Điểm": 47.9}])


def upload(visit: Visit, address: str) -> None:
    visit.open(f"{address}/nap-du-lieu")
    visit.page.set_input_files("input[type=file]", {"name": "dinh-chinh.xlsx", "mimeType": XLSX, "buffer": CORRECTED})
    visit.page.wait_for_selector("text=4. Xem trước thay đổi", timeout=PATIENCE)
    visit.settle()


def test_a_corrected_workbook_changes_the_ranking_until_it_is_undone(own_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{own_address}/{RANKING}")
    assert "hạng do hệ thống tính 14/61" in visit.heading

    upload(visit, own_address)
    for text in ("44,747268", "47,9", "+3,152732"):
        assert text in visit.text
    # The new total is no longer the sum of its parts: a warning, which needs a written reason.
    assert "Tải tệp đã đánh dấu lỗi" in visit.text
    visit.page.get_by_label("Lý do vẫn nạp khi còn cảnh báo").fill("theo công văn đính chính")
    # Two quick clicks, as people do: one upload.
    visit.page.get_by_role("button", name="Xác nhận nạp 1 thay đổi").dblclick()
    message = visit.page.wait_for_selector("text=Đã nạp. Lượt số", timeout=PATIENCE)
    assert message is not None
    seq = message.inner_text().split("Lượt số ")[1].split(":")[0]
    assert "thêm mới 0, thay đổi 1" in message.inner_text()

    visit.open(f"{own_address}/{RANKING}")
    assert "hạng do hệ thống tính 1/61" in visit.heading

    visit.open(f"{own_address}/nap-du-lieu?luot={seq}")
    assert re.findall(r"(?<![(\d])\d+ lượt", visit.text) == ["1 lượt"]
    visit.page.get_by_label("Lý do hoàn tác").fill("công văn bị thu hồi")
    visit.page.get_by_text("Tôi đã xem các số liệu").click()
    visit.page.get_by_role("button", name=f"Hoàn tác lượt {seq}").click()
    visit.page.wait_for_selector(f"text=Đã hoàn tác lượt {seq}", timeout=PATIENCE)

    visit.open(f"{own_address}/{RANKING}")
    assert "hạng do hệ thống tính 14/61" in visit.heading


@pytest.mark.walk
def test_the_ministry_s_annex_goes_from_the_page_of_coverage_to_the_ranking(
    own_address: str, new_visit: NewVisit
) -> None:
    visit = new_visit()
    visit.open(f"{own_address}/phuong-phap")
    visit.page.get_by_text("Tôi có bảng đầy đủ của Bộ").click()
    visit.page.wait_for_selector("input[type=file]", state="attached", timeout=PATIENCE)
    visit.settle()
    areas = {"Chỉ số CCHC": 100, "II. Cải cách thể chế": 10, "III. Cải cách thủ tục hành chính": 13}
    listed = PROJECT / "data" / "reference" / "entities.csv"
    with listed.open(encoding="utf-8-sig", newline="") as rows:
        names = [row["Tên"] for row in csv.DictReader(rows) if row["Mã hệ thống"].startswith("P63-")]
    # Ours first: the ranking then says so.
    ours_first = sorted(names, key=lambda name: name != "Quảng Trị")
    file = {"name": "Phu luc II.xlsx", "mimeType": XLSX, "buffer": annex(ours_first, areas)}
    visit.page.set_input_files("input[type=file]", file)
    visit.page.wait_for_selector("text=4. Xem trước thay đổi", timeout=PATIENCE)
    visit.settle()
    reason = visit.page.get_by_label("Lý do vẫn nạp khi còn cảnh báo")
    if reason.count():
        reason.fill("phụ lục quyết định công bố")
    visit.page.get_by_role("button", name=re.compile("Xác nhận nạp")).click()
    visit.page.wait_for_selector("text=Đã nạp. Lượt số", timeout=PATIENCE)
    visit.open(f"{own_address}/xep-hang?chi-so=PAR%20INDEX&ky=2023&tinh=P63-45")
    assert "hạng công bố 1/63" in visit.heading


def test_a_file_that_is_too_large_is_refused_in_vietnamese(
    shipped_address: str, new_visit: NewVisit, tmp_path: Path
) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/nap-du-lieu")
    large = tmp_path / "lon.xlsx"
    large.write_bytes(b"0" * 21 * 1024 * 1024)
    visit.page.set_input_files("input[type=file]", large)
    visit.page.wait_for_selector('[data-testid="stFileChip"][aria-invalid="true"]', timeout=PATIENCE)
    said = visit.page.evaluate(
        "getComputedStyle(document.querySelector('[data-testid=\"stFileUploader\"]'), '::after').content"
    )
    assert "Tệp quá lớn nên không được nhận" in said


@pytest.mark.walk
def test_a_check_under_way_can_be_called_off(own_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(f"{own_address}/nap-du-lieu")
    rows = "".join(f'PAPI,{2011 + at % 14},Tỉnh {at},D{1 + at % 8},"5,{at}"\n' for at in range(60_000))
    data = f"Bộ chỉ số,Kỳ,Tên đơn vị,Mã tiêu chí,Điểm\n{rows}".encode()
    visit.page.set_input_files("input[type=file]", {"name": "rat-dai.csv", "mimeType": "text/csv", "buffer": data})
    visit.page.get_by_role("button", name="Dừng kiểm tra").click(timeout=PATIENCE)
    visit.page.wait_for_selector('[data-testid="stFileChipName"]', state="detached", timeout=PATIENCE)
    visit.settle()
    assert "3. Kết quả kiểm tra" not in visit.text and "Dừng kiểm tra" not in visit.text
    # The page takes the next file as if there had been none.
    upload(visit, own_address)


@pytest.mark.walk
def test_after_a_restart_of_the_server_the_page_says_to_choose_the_file_again(
    new_visit: NewVisit, own_folder: Path
) -> None:
    visit, port = new_visit(), free_port()
    with started(PROJECT / "app.py", own_folder, port=port) as (address, process):
        upload(visit, address)
        visit.page.get_by_label("Lý do vẫn nạp khi còn cảnh báo").fill("theo công văn đính chính")
        process.kill()
        process.wait()
    with started(PROJECT / "app.py", own_folder, port=port):
        visit.page.wait_for_function(
            "() => document.querySelector('.stApp')?.dataset.testConnectionState === 'CONNECTED'", timeout=PATIENCE
        )
        visit.page.get_by_role("button", name="Xác nhận nạp 1 thay đổi").click()
        visit.page.wait_for_selector("html[data-restarted]", state="attached", timeout=PATIENCE)
        said = "getComputedStyle(document.querySelector('[data-testid=stFileUploader]'), '::after').content"
        assert "Hãy chọn lại tệp" in visit.page.evaluate(f"() => {said}")
        assert "Chưa có lượt nạp nào của cán bộ" in visit.text
        upload(visit, address)
        assert "44,747268" in visit.text and visit.page.locator("html[data-restarted]").count() == 0
