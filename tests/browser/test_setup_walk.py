"""Somebody who is no programmer makes an empty folder a ready office, by the pages alone; every click is counted."""

import re
import time
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PATIENCE, NewVisit, Visit

pytestmark = [pytest.mark.browser, pytest.mark.walk]

# No human was timed. Somebody who reads what a page says takes so long for a click and for a field (docs/quality.md).
SECONDS_A_CLICK, SECONDS_A_FIELD, FIFTEEN_MINUTES = 8, 12, 15 * 60
SAVED = re.compile("Đã lưu, lượt ghi số")
SETTINGS = {
    "Cơ quan cấp trên trực tiếp": "UBND tỉnh Quảng Trị",
    "Cơ quan ban hành": "Văn phòng",
    "Địa danh ghi trên văn bản": "Quảng Trị",
    "Chức vụ người ký": "Chánh Văn phòng",
    "Họ tên người ký": "Nguyễn Văn Thử",
    "Ký hiệu công văn": "VP-HCTC",
    "Ký hiệu báo cáo": "BC-VP",
    "Nơi nhận công văn đôn đốc (mỗi nơi một dòng)": "Như trên\nLưu: VT, HCTC",
    "Nơi nhận báo cáo (mỗi nơi một dòng)": "Sở Nội vụ\nLưu: VT, HCTC",
}


@dataclass
class Counted:
    """A visit that counts what a person does. seconds: waited for the server."""

    visit: Visit
    clicks: int = 0
    fields: int = 0
    seconds: float = 0.0

    def click(self, what: Locator, words: re.Pattern[str] | str | None = None) -> None:
        """One click; words: what the page says when it is done."""
        began = time.monotonic()
        what.click()
        self.clicks += 1
        if words is not None:
            expect(self.visit.page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)
        self.visit.settle()
        self.seconds += time.monotonic() - began

    def press(self, label: str | re.Pattern[str], words: re.Pattern[str] | str = SAVED) -> None:
        self.click(self.visit.page.get_by_role("button", name=label).locator("visible=true").first, words)

    def fill(self, label: str, text: str) -> None:
        self.visit.page.get_by_role("textbox", name=label, exact=True).locator("visible=true").first.fill(text)
        self.fields += 1

    def pick(self, label: str | re.Pattern[str], option: str) -> None:
        """Open a list, type what is looked for, choose."""
        box = self.visit.page.get_by_role("combobox", name=label).locator("visible=true").first
        self.click(box)
        box.fill(option)
        self.click(self.visit.page.get_by_role("option").filter(has_text=option).first)
        self.visit.page.keyboard.press("Escape")

    def step(self, number: int) -> None:
        """The next step from the list of steps."""
        self.pick("Bước", f"{number}. ")
        expect(self.visit.page.locator("h2, h3").filter(has_text=re.compile(rf"^{number}\. ")).first).to_be_visible()


def units_are_declared(walk: Counted) -> None:
    walk.press(re.compile("^Xác nhận cả 5 đơn vị"))
    walk.pick(re.compile("^Phòng chuyên môn"), "Phòng Nội chính")
    walk.pick(re.compile("^Đơn vị sự nghiệp"), "Trung tâm Tin học")
    walk.pick(re.compile("^Đơn vị được giao dự toán"), "Phòng Hành chính")
    walk.press("Lưu đặc điểm đơn vị")
    walk.step(2)
    walk.pick("Đơn vị tổng hợp báo cáo của Văn phòng", "Phòng Hành chính")
    walk.fill("Mã ký hiệu", "VP-HCTC")
    walk.press("Lưu đơn vị tổng hợp")


def days_and_documents_are_declared(walk: Counted) -> None:
    walk.step(3)
    page = walk.visit.page
    for label, day in (("Quý I", "16"), ("6 tháng", "16"), ("Quý III", "16"), ("Năm", "16")):
        fields = page.get_by_role("textbox", name=label, exact=True).locator("visible=true")
        for place, due in enumerate((day, "18")):
            fields.nth(place).fill(due)
            walk.fields += 1
    walk.press("Lưu hạn nộp")
    walk.step(4)
    for label, text in SETTINGS.items():
        walk.fill(label, text)
    walk.press("Lưu thông tin văn bản")


def the_rest_is_confirmed(walk: Counted) -> None:
    walk.step(6)
    walk.press(re.compile("^Xác nhận"))
    walk.click(walk.visit.page.get_by_text("Thêm, sửa, bỏ dòng trong bảng «Đơn vị phụ trách tiêu chí»"))
    walk.pick(re.compile("^Bộ chỉ số"), "PAR INDEX")
    walk.fill("Mã tiêu chí *", "TOTAL")
    walk.fill("Áp dụng từ năm *", "2026")
    walk.fill("Đơn vị phụ trách *", "Phòng Hành chính - Tổ chức")
    walk.press("Thêm dòng")
    walk.step(7)
    walk.press("Còn hiệu lực")


def test_an_empty_folder_becomes_a_ready_office(empty_address: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.page.goto(f"{empty_address}/danh-muc-lich")
    visit.page.wait_for_selector("text=Đã khai báo 0/7 bước", timeout=2 * PATIENCE)
    visit.settle()
    walk = Counted(visit)
    units_are_declared(walk)
    days_and_documents_are_declared(walk)
    the_rest_is_confirmed(walk)
    expect(visit.page.get_by_text("Đã khai báo đủ các bước.")).to_be_visible(timeout=PATIENCE)
    visit.open(f"{empty_address}/nop-bao-cao")
    assert "hạn gửi phòng Hành chính - Tổ chức: 16/" in visit.text
    assert visit.outside == []
    person = walk.clicks * SECONDS_A_CLICK + walk.fields * SECONDS_A_FIELD
    assert person + walk.seconds < FIFTEEN_MINUTES, walk
