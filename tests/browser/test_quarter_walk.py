"""A whole quarter: workbooks out, units' reports in and judged, letters, the report signed, the period frozen."""

import base64
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import expect

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.model import Severity
from cchc_metrics.schema import UNITS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms, setup
from cchc_metrics.services.reporting.submitting import submit
from cchc_metrics.workbooks import Filled
from tests.browser.conftest import PATIENCE, NewVisit, Visit
from tests.browser.serving import serve
from tests.catalogue_files import METRIC, MORE, TASK, add_own
from tests.files import XLSX
from tests.filling import fill_form
from tests.reporting_office import MORE_UNITS, SETTINGS, keep
from tests.word_files import words_of

pytestmark = [pytest.mark.browser, pytest.mark.walk]

DUE_DAY, COLLECTED = 16, timedelta(days=20)
NAMES = {
    "HC-TC": "Phòng Hành chính - Tổ chức",
    "TCD": "Ban Tiếp công dân tỉnh",
    "PV-HCC": "Trung tâm Phục vụ hành chính công tỉnh",
    "TIN-HOC": "Trung tâm Tin học tỉnh",
    "NOI-CHINH": "Phòng Nội chính",
    "TT-HN": "Trung tâm Hội nghị",
}
FIGURES: Mapping[str, Mapping[str, float]] = {
    "HC-TC": {"1.1": 2, "1.2": 10, "1.3": 12, "2.1": 3, "2.2": 0, "2.3": 0, "3.1": 5, "3.2": 0, "3.3": 0, "3.4": 0}
    | {"8.1": 1, "8.2": 0, "8.3": 0, METRIC: 41, MORE: 3},
    "TCD": {"1.1": 1, "1.2": 8, "1.3": 8, "6.1": 40, "6.2": 3, "6.3": 5, "6.4": 1, "6.5": 7, "6.6": 10, "6.7": 0},
    "PV-HCC": {"1.1": 1, "1.2": 20, "1.3": 20, "7.1": 900, "7.2": 1200, "7.4": 300, "7.5": 500, "7.7": 0}
    | {"7.8": 1, "8.1": 2, "8.2": 0, "8.3": 0},
    "TIN-HOC": {"1.1": 1, "1.2": 5, "1.3": 6, "7.7": 250, "7.8": 1},
    "NOI-CHINH": {"1.2": 7, "1.3": 7, "5.1": 4},
}
NIL = {
    "HC-TC": ("10",),
    "TCD": ("2", "3", "8", "10"),
    "TIN-HOC": ("2", "3", "8", "10"),
    "TT-HN": ("1", "2", "3", "8", "9", "10", "11"),
}
# More complaints dealt with than came in; more files sent online than came in at all.
FAULTS = {"TCD": {"6.6": 99.0}, "PV-HCC": {"7.1": 1300.0}}
LACKING = "2 (2.1, 2.2, 2.3), 3 (3.1, 3.2, 3.3, 3.4), 10"
ANOTHER_COUNT = "Kiểm tra lại số hồ sơ số hóa"
EVIDENCE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
# Where the first answer stands in the table of a task: as a share of its width, and so many pixels down.
ANSWERS, FIRST = 0.38, 60
OWN_WORDS = "Văn phòng đã tổ chức quán triệt đầy đủ trong quý."
NUMBER, SIGNER = "123/BC-VP", "Lê Văn Ký"


@dataclass(frozen=True)
class Quarter:
    """Quý I of the year in which its collection is over by now: folder of the data, the workbooks that went out."""

    folder: Path
    today: date
    year: int
    blank: Mapping[str, bytes]

    @property
    def period(self) -> str:
        return f"{self.year}-Q1"

    @property
    def name(self) -> str:
        return f"Quý I/{self.year}"

    @property
    def due(self) -> date:
        return date(self.year, 3, DUE_DAY)

    @property
    def late(self) -> int:
        """Days from the due date to today."""
        return (self.today - self.due).days

    def filled(self, unit: str, **more: float) -> bytes:
        """The unit's workbook as the unit fills it in; more: other figures than the sound ones, by code."""
        return filled(self.blank[unit], unit, more)


def filled(blank: bytes, unit: str, more: Mapping[str, float]) -> bytes:
    answers = {code: Filled(value) for code, value in {**FIGURES.get(unit, {}), **more}.items()}
    return fill_form(blank, answers | {f"{task}.KPS": Filled("x") for task in NIL.get(unit, ())})


def day_in_words(day: date) -> str:
    month = f"{day.month:02d}" if day.month < 3 else day.month
    return f"{day.day:02d}/{month}/{day.year}"


def started(office: Office) -> Quarter:
    """Units confirmed, the due day set, every workbook handed out."""
    desk = Desk.at(office, LOCAL_OPERATOR)
    today = datetime.now(ZoneInfo(office.settings.timezone)).date()
    year = today.year if today >= date(today.year, 3, DUE_DAY) + COLLECTED else today.year - 1
    keep(office, UNITS, [{**MORE_UNITS[-1], "confirmation": "confirmed"}])
    setup.confirm_units(desk, list(NAMES))
    setup.set_settings(desk, SETTINGS)
    setup.set_due_days(desk, str(year), {("unit", "Q1"): str(DUE_DAY)}, "")
    add_own(office)
    with zipfile.ZipFile(io.BytesIO(forms.all_workbooks(Desk.at(office, LOCAL_OPERATOR), f"{year}-Q1"))) as archive:
        names = [name for name in archive.namelist() if name.startswith("CCHC-")]
        blank = {name.removesuffix(".xlsx").split("-Q1-")[1]: archive.read(name) for name in names}
    return Quarter(office.settings.data_dir, today, year, blank)


def sent_elsewhere(office: Office, quarter: Quarter) -> None:
    """Three of the reports, on time: one corrected and still incomplete, one complete, one nil."""
    bad = quarter.filled("PV-HCC", **FAULTS["PV-HCC"])
    refused = intake.plan(office, LOCAL_OPERATOR, "pv-hcc.xlsx", bad)
    assert [one.code for one in refused.findings if one.severity is Severity.ERROR] == ["report_check"]
    for unit in ("PV-HCC", "TIN-HOC", "TT-HN"):
        plan = intake.plan(office, LOCAL_OPERATOR, f"{unit}.xlsx", quarter.filled(unit))
        submit(Desk.at(office, LOCAL_OPERATOR), plan, f"Cán bộ {unit}", quarter.due - timedelta(days=1), "")


@contextmanager
def served(quarter: Quarter) -> Iterator[str]:
    with serve(PROJECT / "app.py", quarter.folder) as address:
        yield address


def saved(visit: Visit, label: str | re.Pattern[str]) -> bytes:
    """What a download button hands out."""
    with visit.page.expect_download(timeout=PATIENCE) as waiting:
        visit.page.get_by_role("button", name=label).click()
    return Path(waiting.value.path()).read_bytes()


def fill(visit: Visit, label: str, text: str) -> None:
    """Type into a field; of several with this label, the first that can be seen."""
    visit.page.get_by_role("textbox", name=label).locator("visible=true").first.fill(text)


def press(visit: Visit, label: str) -> None:
    """The button that sends a form."""
    visit.page.get_by_test_id("stFormSubmitButton").get_by_role("button", name=label, exact=True).click()


def await_words(visit: Visit, words: str) -> None:
    expect(visit.page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)
    visit.settle()


def open_unit(visit: Visit, address: str, quarter: Quarter, unit: str) -> None:
    visit.open(f"{address}/nop-bao-cao?ky={quarter.period}&don-vi={unit}")
    assert visit.heading == f"{NAMES[unit]}: báo cáo {quarter.name}"


def put(visit: Visit, name: str, data: bytes) -> None:
    """Choose a file for the report, in the place of the one before."""
    visit.page.set_input_files(
        '[data-testid="stFileUploader"] >> nth=0 >> input', {"name": name, "mimeType": XLSX, "buffer": data}
    )
    visit.page.wait_for_selector(f'[data-testid="stFileChipName"]:has-text("{name}")', timeout=PATIENCE)
    await_words(visit, "3. Kết quả kiểm tra")


def send(visit: Visit, by: str) -> None:
    await_words(visit, "4. Gửi báo cáo")
    fill(visit, "Người báo cáo (họ và tên)", by)
    press(visit, "Gửi báo cáo")
    await_words(visit, "Đã gửi báo cáo, lượt nạp")


def corrected(copy: bytes, code: str, value: float) -> bytes:
    """The annotated copy with the cell of a code put right, as the person does in Excel."""
    book = openpyxl.load_workbook(io.BytesIO(copy))
    row = next(row for sheet in book for row in sheet.iter_rows() if row[0].value == code)
    cell = row[5]
    assert cell.comment is not None
    assert "99 so với 16" in cell.comment.text
    cell.value = value
    stream = io.BytesIO()
    book.save(stream)
    book.close()
    return stream.getvalue()


def a_report_with_a_fault_comes_back_corrected(visit: Visit, address: str, quarter: Quarter) -> None:
    open_unit(visit, address, quarter, "TCD")
    blank = saved(visit, "Tải biểu mẫu")
    put(visit, "tiep-dan.xlsx", filled(blank, "TCD", FAULTS["TCD"]))
    await_words(visit, "99 so với 16")
    assert "4. Gửi báo cáo" not in visit.text
    copy = saved(visit, "Tải tệp đã đánh dấu lỗi")
    put(visit, "tiep-dan-da-sua.xlsx", corrected(copy, "6.6", FIGURES["TCD"]["6.6"]))
    send(visit, "Nguyễn Thị Dân")
    assert f"trễ {quarter.late} ngày" in visit.text


def the_due_days_are_had_as_a_calendar(visit: Visit, address: str, quarter: Quarter) -> None:
    visit.open(f"{address}/tien-do?ky={quarter.period}&tinh-den={quarter.year}-03-10")
    assert "báo cáo đến hạn trong" in visit.text
    visit.page.get_by_test_id("stDateInput").get_by_role("button").first.click()
    days = visit.page.get_by_role("grid").first.locator("th").all_inner_texts()
    assert days == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    visit.page.keyboard.press("Escape")
    calendar = saved(visit, "Tải lịch hạn nộp (.ics)").decode()
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert f"DTSTART;VALUE=DATE:{quarter.due:%Y%m%d}" in calendar


def type_below(visit: Visit, *values: float) -> None:
    """Numbers typed one below the other into the answers of the first table, as on a sheet."""
    page, grid = visit.page, visit.page.get_by_test_id("stDataFrame").first
    grid.locator("canvas").first.wait_for(timeout=PATIENCE)
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    head = grid.bounding_box()
    assert head is not None
    page.mouse.click(head["x"] + head["width"] * ANSWERS, head["y"] + FIRST)
    cell = page.locator(".gdg-input").locator("visible=true")
    for value in values:
        # Enter opens the cell, what stands there is typed over, Enter closes it and goes one down.
        page.keyboard.press("Enter")
        expect(cell).to_be_visible(timeout=PATIENCE)
        cell.fill(f"{value:g}".replace(".", ","))
        page.keyboard.press("Enter")
        expect(cell).to_be_hidden(timeout=PATIENCE)
    visit.settle()


def choose_task(visit: Visit, words: str) -> None:
    """Another task of the report that is typed."""
    box = visit.page.get_by_role("combobox", name="Nhiệm vụ").first
    box.click()
    box.fill(words)
    visit.page.get_by_role("option").filter(has_text=words).first.click()
    visit.settle()


def a_report_is_typed_and_kept(visit: Visit, address: str, quarter: Quarter) -> None:
    """Typed on the screen, checked while it is typed, there again after the page was opened anew."""
    typed = f"{address}/nop-bao-cao?ky={quarter.period}&don-vi=HC-TC&cach=man-hinh"
    visit.open(typed)
    type_below(visit, 2, 10.5, 12, 3)
    await_words(visit, "không phải là số nguyên")
    type_below(visit, 2, 10, 12, 3)
    await_words(visit, "Chưa thấy chỗ sai trong phần đã nhập.")
    choose_task(visit, f"{TASK}. ")
    type_below(visit, 41)
    fill(visit, "Người nhập", "Trần Văn Chính")
    visit.page.get_by_role("button", name="Lưu bản nhập dở").click()
    await_words(visit, "Đang tiếp tục bản nhập dở do Trần Văn Chính lưu")
    visit.open(typed)
    await_words(visit, "Đang tiếp tục bản nhập dở do Trần Văn Chính lưu")
    visit.page.get_by_role("combobox", name="Nhiệm vụ").first.press("ArrowDown")
    visit.page.get_by_role("option").first.wait_for(timeout=PATIENCE)
    options = {words.partition(".")[0]: words for words in visit.page.get_by_role("option").all_inner_texts()}
    assert options["1"].endswith("(đủ)")
    assert options["2"].endswith("(còn 3 ô)")
    assert options[TASK].endswith("(đủ)")
    visit.page.keyboard.press("Escape")


def evidence_is_kept_and_fetched(visit: Visit, address: str, quarter: Quarter) -> None:
    """A file behind a metric, and all of them as a zip."""
    open_unit(visit, address, quarter, "HC-TC")
    box = visit.page.get_by_role("combobox", name="Thuộc mục")
    box.click()
    box.fill("13.1")
    visit.page.get_by_role("option", name=re.compile("^13.1")).first.click()
    fill(visit, "Nội dung tệp", "Danh mục văn bản ký số")
    chooser = visit.page.get_by_test_id("stFileUploader").filter(has_text="minh chứng").locator("input")
    chooser.set_input_files({"name": "van-ban.png", "mimeType": "image/png", "buffer": EVIDENCE})
    visit.page.wait_for_selector('[data-testid="stFileChipName"]:has-text("van-ban.png")', timeout=PATIENCE)
    press(visit, "Gắn tệp")
    await_words(visit, "Danh mục văn bản ký số")
    with zipfile.ZipFile(io.BytesIO(saved(visit, "Tải mọi tệp minh chứng (zip)"))) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".png")]
        assert archive.read(name) == EVIDENCE
        listed = "".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist() if one != name)
    assert "van-ban.png" in name + listed


def the_sound_are_taken_together(visit: Visit, address: str, quarter: Quarter) -> None:
    """Reports with nothing to be looked at, in one go."""
    visit.open(f"{address}/tien-do?ky={quarter.period}")
    button = visit.page.get_by_test_id("stFormSubmitButton").get_by_role("button", name=re.compile("^Tiếp nhận [0-9]+"))
    fill(visit, "Người tiếp nhận", "Phạm Thị Duyệt")
    taken = button.inner_text()
    button.click()
    await_words(visit, "Đã lưu, lượt ghi số")
    states = visit.page.locator(".cchc-board tbody tr").all_inner_texts()
    assert taken == f"Tiếp nhận {len(states) - 4} báo cáo"
    for unit in ("HC-TC", "TCD", "TT-HN"):
        assert "đã duyệt" in next(one for one in states if NAMES[unit] in one), unit


def a_sound_report_is_sent_at_once(visit: Visit, address: str, quarter: Quarter) -> None:
    open_unit(visit, address, quarter, "HC-TC")
    put(visit, "hanh-chinh.xlsx", quarter.filled("HC-TC"))
    items = len(FIGURES["HC-TC"]) + len(NIL["HC-TC"])
    await_words(visit, f"Lần gửi đầu tiên: {items} mục có nội dung")
    send(visit, "Trần Văn Chính")


def judge(visit: Visit, address: str, quarter: Quarter, unit: str, *, act: str, words: str) -> None:
    """Open a report on the board with an act chosen, and fill in who does it."""
    visit.open(f"{address}/tien-do?ky={quarter.period}&don-vi={unit}%7CCCHC&viec={act}")
    # Its own form, not the one beside it that judges many reports at once.
    button = visit.page.get_by_role("button", name=words, exact=True)
    form = visit.page.get_by_test_id("stForm").filter(has=button)
    expect(form.get_by_role("button", name=words, exact=True)).to_be_visible(timeout=PATIENCE)
    form.get_by_role("textbox", name="Người thực hiện").fill("Phạm Thị Duyệt")


def reports_are_judged(visit: Visit, address: str, quarter: Quarter) -> None:
    judge(visit, address, quarter, "TCD", act="approved", words="Thủ trưởng duyệt")
    press(visit, "Thủ trưởng duyệt")
    await_words(visit, "Đã lưu, lượt ghi số")
    judge(visit, address, quarter, "TCD", act="accepted", words="Tiếp nhận")
    press(visit, "Tiếp nhận")
    await_words(visit, "Đã lưu, lượt ghi số")
    judge(visit, address, quarter, "TIN-HOC", act="returned", words="Trả lại")
    fill(visit, "Lý do trả lại", "Số liệu chưa khớp")
    box = visit.page.get_by_role("combobox", name="Ô cần sửa").first
    box.click()
    box.fill("7.7")
    visit.page.get_by_role("option", name=re.compile("^7.7")).first.click()
    visit.page.keyboard.press("Escape")
    fill(visit, "Nhận xét về các ô này", ANOTHER_COUNT)
    press(visit, "Trả lại")
    await_words(visit, "Đã lưu, lượt ghi số")


def the_unit_sees_what_to_correct(visit: Visit, address: str, quarter: Quarter) -> None:
    open_unit(visit, address, quarter, "TIN-HOC")
    for words in ("sửa theo nhận xét", "7.7 Hồ sơ, kết quả được số hóa", ANOTHER_COUNT):
        assert words in visit.text


def the_board_says_where_each_stands(visit: Visit, address: str, quarter: Quarter) -> None:
    visit.open(f"{address}/tien-do?ky={quarter.period}")
    lines = visit.page.locator(".cchc-board tbody tr").all_inner_texts()
    states = {unit: next(line for line in lines if name in line) for unit, name in NAMES.items()}
    assert len(lines) == len(NAMES)
    assert f"trễ {quarter.late} ngày" in states["NOI-CHINH"]
    for unit, words in {
        "NOI-CHINH": "chưa gửi",
        "TCD": "đã duyệt",
        "PV-HCC": f"Thiếu nhiệm vụ {LACKING}",
        "TIN-HOC": "trả lại",
        "TT-HN": "không phát sinh",
    }.items():
        assert words in states[unit], states[unit]


def letters_go_to_the_late_and_the_incomplete(visit: Visit, address: str, quarter: Quarter) -> None:
    visit.open(f"{address}/tong-hop?ky={quarter.period}")
    assert "dự thảo" in visit.heading
    with zipfile.ZipFile(io.BytesIO(saved(visit, "Tải 3 công văn đôn đốc"))) as archive:
        names = [name for name in archive.namelist() if name.endswith(".docx")]
        letters = {name: words_of(Document(io.BytesIO(archive.read(name)))) for name in names}
    silent, partly, returned = (
        letters[f"cong-van-don-doc-{quarter.period}-{unit}.docx"] for unit in ("NOI-CHINH", "PV-HCC", "TIN-HOC")
    )
    assert len(letters) == 3
    assert "Kính gửi: Phòng Nội chính." in silent
    assert f"chưa gửi báo cáo, trễ {quarter.late} ngày" in silent
    assert f"Hạn gửi báo cáo: {day_in_words(quarter.due)}." in silent
    missing = [line.split(":")[0] for line in partly.split("\n") if line.startswith("+ Nhiệm vụ")]
    assert missing == ["+ Nhiệm vụ 2", "+ Nhiệm vụ 3", "+ Nhiệm vụ 10"]
    assert f"7.7 {ANOTHER_COUNT}" in returned


def a_section_is_written(visit: Visit, address: str, quarter: Quarter) -> None:
    """The draft of a section in the compiler's own words."""
    fill(visit, "Nội dung mục", OWN_WORDS)
    fill(visit, "Người viết", "Phạm Thị Duyệt")
    press(visit, "Lưu nội dung mục")
    await_words(visit, "Đã lưu, lượt ghi số")


def the_report_adds_up_and_names_who_is_missing(visit: Visit, address: str, quarter: Quarter) -> None:
    document = Document(io.BytesIO(saved(visit, "Tải bản làm việc (Word)")))
    text = words_of(document)
    assert OWN_WORDS in text
    assert f"Đến ngày {day_in_words(quarter.today)} chưa nhận được báo cáo của Phòng Nội chính." in text
    assert f"Báo cáo chưa đủ nội dung: Trung tâm Phục vụ hành chính công tỉnh (thiếu nhiệm vụ {LACKING})." in text
    assert "Đơn vị báo cáo không phát sinh trong kỳ: Trung tâm Hội nghị." in text
    assert "đang được trả lại để chỉnh sửa: Trung tâm Tin học tỉnh" in text
    for unit in ("TCD", "HC-TC"):
        assert f"{NAMES[unit]} ({quarter.late} ngày)" in text
    annex = next(table for table in document.tables if table.rows[0].cells[0].text == "Mã")
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in annex.rows}
    sent = [figures for unit, figures in FIGURES.items() if unit != "NOI-CHINH"]
    told, staff = (sum(figures[code] for figures in sent) for code in ("1.2", "1.3"))
    assert rows["Mã"][3] == quarter.name
    assert (rows["1.2"][3], rows["1.2"][7]) == (f"{told:.0f}", "4/6")
    assert rows["1.4"][3] == f"{100 * told / staff:.2f}".replace(".", ",")
    assert rows["5.1"][3] == "–"
    assert (rows[METRIC][3], rows[MORE][3]) == ("41", "3")


def the_copy_for_signature_waits_for_a_reason(visit: Visit, address: str, quarter: Quarter) -> None:
    button = visit.page.get_by_role("button", name="Ghi lý do, lập bản trình ký")
    form = visit.page.get_by_test_id("stForm").filter(has=button)
    form.get_by_role("textbox").first.fill("Ký đúng hạn, bổ sung sau")
    form.get_by_role("textbox", name="Người viết").fill("Phạm Thị Duyệt")
    button.click()
    await_words(visit, "Đã lưu, lượt ghi số")
    text = words_of(Document(io.BytesIO(saved(visit, "Tải bản trình ký (Word)"))))
    assert OWN_WORDS in text
    assert "DỰ THẢO" not in text
    assert "Chưa có đơn vị nào báo cáo" not in text


def the_signed_details_freeze_the_period(visit: Visit, address: str, quarter: Quarter) -> None:
    fill(visit, "Số, ký hiệu", NUMBER)
    fill(visit, "Người ký", SIGNER)
    fill(visit, "Lý do (khi còn báo cáo chưa tiếp nhận, hoặc khi đính chính)", "Ký đúng hạn, bổ sung sau")
    press(visit, "Ghi nhận đã ký, chốt kỳ")
    await_words(visit, f"Đã ghi nhận báo cáo ký số {NUMBER}")
    assert f"đã ký số {NUMBER} ngày {day_in_words(quarter.today)}" in visit.heading
    assert "Chưa có đính chính nào sau khi ký" in visit.text


def what_comes_later_is_a_correction(
    visit: Visit, address: str, quarter: Quarter, unit: str, code: str, *, old: str, new: float
) -> None:
    """A report after signing says what it is, asks for a reason, and stands with the old figure beside the new one."""
    reason = f"bổ sung theo công văn đôn đốc gửi {unit}"
    open_unit(visit, address, quarter, unit)
    put(visit, f"{unit}.xlsx", quarter.filled(unit, **{code: new}))
    await_words(visit, "Số liệu nạp lúc này là đính chính và phải ghi lý do")
    assert f"Báo cáo tổng hợp của kỳ đã ký số {NUMBER}" in visit.text
    press(visit, "Gửi báo cáo")
    await_words(visit, "Cần ghi người báo cáo")
    fill(visit, "Lý do các cảnh báo được chấp nhận (bắt buộc)", reason)
    send(visit, "Hồ Thị Muộn")
    visit.open(f"{address}/tong-hop?ky={quarter.period}")
    rows = [row.locator("th, td").all_inner_texts() for row in visit.page.locator("tr", has_text=reason).all()]
    assert [NAMES[unit], code, old, f"{new:.0f}"] in [cells[:4] for cells in rows]


def later_figures_are_corrections(visit: Visit, address: str, quarter: Quarter) -> None:
    what_comes_later_is_a_correction(visit, address, quarter, "PV-HCC", "7.1", old="900", new=950)
    what_comes_later_is_a_correction(visit, address, quarter, "NOI-CHINH", "5.1", old="–", new=4)


# The steps of the guide's chapter «Một quý của phòng HC-TC», each with what is done of it here.
STEPS: Mapping[str, Sequence[Callable[[Visit, str, Quarter], None]]] = {
    "Nhắc trước hạn": (the_due_days_are_had_as_a_calendar,),
    "Nhận báo cáo": (
        a_report_with_a_fault_comes_back_corrected,
        a_report_is_typed_and_kept,
        a_sound_report_is_sent_at_once,
        evidence_is_kept_and_fetched,
    ),
    "Xem lại": (
        reports_are_judged,
        the_unit_sees_what_to_correct,
        the_board_says_where_each_stands,
        the_sound_are_taken_together,
    ),
    "Đôn đốc": (letters_go_to_the_late_and_the_incomplete,),
    "Soạn báo cáo": (a_section_is_written, the_report_adds_up_and_names_who_is_missing),
    "Trình ký": (the_copy_for_signature_waits_for_a_reason,),
    "Chốt kỳ": (the_signed_details_freeze_the_period, later_figures_are_corrections),
}


def test_a_quarter_goes_from_its_workbooks_to_the_signed_report(stocked: Office, new_visit: NewVisit) -> None:
    quarter = started(stocked)
    assert set(quarter.blank) == set(NAMES)
    sent_elsewhere(stocked, quarter)
    stocked.close()
    with served(quarter) as address:
        visit = new_visit()
        for deeds in STEPS.values():
            for deed in deeds:
                deed(visit, address, quarter)
        assert visit.outside == []
