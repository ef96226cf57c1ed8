"""Daily life: a report typed on the screen, evidence files, remarks, many reports taken at once, reminders."""

import io
import zipfile
from datetime import date

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, UnreadableFileError
from cchc_metrics.model import Severity
from cchc_metrics.schema import FORMS, OFFICE_SETTINGS, REPORT_EVENTS, UNIT_REPORTS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import entering, evidence, many, reminders
from cchc_metrics.services.reporting.acts import RETURNED, Act, Report, allow, last_judgement, record
from cchc_metrics.services.reporting.entering import Answer, entry_form
from cchc_metrics.services.reporting.evidence import GivenFile, files_of
from cchc_metrics.services.reporting.submitting import submit
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.board import BoardFilters
from cchc_metrics.views.reporting.many import sound_reports
from cchc_metrics.views.reporting.unit import page
from tests.files import pdf_of
from tests.reporting_office import DUE, FORM, LOOKED_AT, PERIOD, at, event, keep, values

TCD = Report("TCD", FORM, PERIOD)
SILENT = Report("NOI-CHINH", FORM, PERIOD)


def test_what_is_typed_goes_the_way_of_the_file(own: Office) -> None:
    answers = {"5.4": Answer("2"), "5.5": Answer("10"), "5.6": Answer("11"), "8.KPS": Answer("x")}
    answers |= {"5.3": Answer("12,5"), "1.1": Answer("không"), "5.ket-qua": Answer("Rà soát 3 TTHC.")}
    data = entering.workbook_of(at(own), SILENT, answers)
    name = entering.file_name_of(SILENT)
    plan = intake.plan(own, LOCAL_OPERATOR, name, data)
    facts = {(row["part"], row["code"]): row for row in plan.changes.to_dict("records")}
    assert float(facts["value", "5.3"]["value"]) == 12.5
    assert facts["text", "5.ket-qua"]["text"] == "Rà soát 3 TTHC."
    assert ("nil", "8") in facts
    # The same check, the same sentence, whether typed or in a file.
    told = {one.message for one in plan.findings if one.severity is Severity.ERROR}
    assert told == {one.message for one in entering.check(at(own), SILENT, answers) if one.severity is Severity.ERROR}
    assert any("không phát sinh thì ghi 0" in words.casefold() for words in told)


def test_a_draft_is_kept_and_goes_when_it_is_sent(own: Office) -> None:
    with pytest.raises(CchcError, match="họ tên"):
        entering.keep(at(own), SILENT, {"5.1": Answer("3")}, " ")
    entering.keep(at(own), SILENT, {"5.1": Answer("3", "Theo kế hoạch"), "5.2": Answer("")}, "Người nhập")
    form = entry_form(at(own), SILENT)
    assert (form.answers, form.by) == ({"5.1": Answer("3", "Theo kế hoạch")}, "Người nhập")
    # Nothing of a draft is in the figures.
    assert own.store.facts(UNIT_REPORTS, {"unit_id": ["NOI-CHINH"], "period_id": [PERIOD]}).empty
    data = entering.workbook_of(at(own), SILENT, form.answers)
    plan = intake.plan(own, LOCAL_OPERATOR, entering.file_name_of(SILENT), data)
    submit(at(own), plan, "Người nhập", LOOKED_AT, "")
    assert entering.let_go(at(own), SILENT) is not None
    form = entry_form(at(own), SILENT)
    assert (form.answers["5.1"], form.by) == (Answer("3", "Theo kế hoạch"), "")


def test_what_was_sent_is_typed_on_from_where_it_stands(own: Office) -> None:
    held = entry_form(at(own), TCD)
    assert held.answers["6.1"] == Answer("40")
    assert held.answers["8.KPS"] == Answer("x")
    assert "3" not in entering.blank(held.form, held.answers)
    # A carried opening stock that is emptied is blank in the file, not the stock again.
    kt = Report("KT", FORM, "2026-FY")
    carried = entry_form(at(own), kt)
    left = {code: one for code, one in carried.answers.items() if code != "4.1"}
    plan = intake.plan(own, LOCAL_OPERATOR, "x.xlsx", entering.workbook_of(at(own), kt, left))
    assert "4.1" not in set(plan.changes["code"]) if len(plan.changes) else True


def test_evidence_is_kept_by_its_hash_listed_and_zipped(own: Office) -> None:
    pdf, png = pdf_of(), b"\x89PNG\r\n\x1a\nrest"
    evidence.attach(at(own), TCD, "3.1", GivenFile("ke-hoach.pdf", pdf, "Kế hoạch số 1"))
    evidence.attach(at(own), TCD, "6", GivenFile("anh.png", png))
    # The same file may stand behind two items, and is kept once.
    evidence.attach(at(own), TCD, "3.3", GivenFile("ke-hoach.pdf", pdf, "Kế hoạch số 1"))
    found = files_of(at(own), TCD)
    assert sorted((one.code, one.file_name) for one in found) == [
        ("3.1", "ke-hoach.pdf"),
        ("3.3", "ke-hoach.pdf"),
        ("6", "anh.png"),
    ]
    with zipfile.ZipFile(io.BytesIO(evidence.zipped(at(own), TCD))) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"3.1", "3.3", "6"}
        assert archive.read(next(name for name in archive.namelist() if name.startswith("6/"))) == png
    assert evidence.zipped(at(own), TCD) == evidence.zipped(at(own), TCD)
    assert files_of(at(own), SILENT) == ()


@pytest.mark.parametrize(
    ("name", "data"),
    [("anh.png", b"MZ\x90"), ("van-ban.docx", b"PK\x03\x04"), ("tep.exe", b"MZ"), ("bia.pdf", b"\x89PNG\r\n\x1a\n")],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(own: Office, name: str, data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        evidence.attach(at(own), TCD, "6", GivenFile(name, data))


def test_evidence_of_an_item_that_the_report_has_not_is_refused(own: Office) -> None:
    with pytest.raises(CchcError, match="không có mục"):
        evidence.attach(at(own), TCD, "7.1", GivenFile("anh.png", b"\x89PNG\r\n\x1a\n"))


def test_a_remark_judges_nothing_and_is_seen_by_the_unit(own: Office) -> None:
    with pytest.raises(CchcError, match="nhận xét"):
        record(at(own), TCD, Act("remarked", LOOKED_AT, "Người đọc", text=" "))
    record(at(own), TCD, Act("remarked", LOOKED_AT, "Người đọc", cell="6.1", text="Số lượt có gồm đoàn đông người?"))
    events = own.store.facts(REPORT_EVENTS, {"unit_id": ["TCD"], "period_id": [PERIOD]})
    assert last_judgement(events) == "submitted"
    view = page(at(own), ReportFilters("TCD", FORM, PERIOD, LOOKED_AT.isoformat()))
    assert view is not None
    assert view.history is not None
    assert any("Số lượt có gồm đoàn đông người?" in cell for row in view.history.rows for cell in row.cells)


def test_reports_without_anything_to_look_at_are_taken_in_one_entry(own: Office) -> None:
    found = {one.owed.unit_id for one in many.sound(at(own), PERIOD, LOOKED_AT)}
    # TCD contradicts itself, KT its earlier report, PV-HCC is not whole, TIN-HOC was returned, NOI-CHINH is silent.
    assert found == {"HC-TC", "TT-HN"}
    before = own.version
    with pytest.raises(CchcError, match="Ban Tiếp công dân"):
        many.accept_sound(at(own), PERIOD, [("HC-TC", FORM), ("TCD", FORM)], "Người nhận", LOOKED_AT)
    many.accept_sound(at(own), PERIOD, [("HC-TC", FORM), ("TT-HN", FORM)], "Người nhận", LOOKED_AT)
    assert own.version == before + 1
    accepted = own.store.facts(REPORT_EVENTS, {"act": ["accepted"], "period_id": [PERIOD]})
    assert set(accepted["unit_id"]) == {"HC-TC", "TT-HN"}
    assert many.sound(at(own), PERIOD, LOOKED_AT) == ()


def test_both_reports_of_a_unit_that_owes_two_forms_are_taken(own: Office) -> None:
    keep(own, FORMS, [{"form_code": "TT", "name": "Báo cáo tuyên truyền", "tasks": "3", "windows": "Q3"}])
    told = values("HC-TC", PERIOD, {"3.1": 5, "3.2": 0, "3.3": 0, "3.4": 0})
    keep(own, UNIT_REPORTS, [{**row, "form_code": "TT"} for row in told])
    keep(own, REPORT_EVENTS, [{**event("HC-TC", 1, "submitted", DUE), "form_code": "TT"}])
    found = sound_reports(at(own), BoardFilters(LOOKED_AT.isoformat(), PERIOD))
    mine = {key: name for key, name in found.items() if key[0] == "HC-TC"}
    assert list(mine) == [("HC-TC", FORM), ("HC-TC", "TT")]
    assert len(set(mine.values())) == 2
    many.accept_sound(at(own), PERIOD, list(mine), "Người nhận", LOOKED_AT)
    accepted = own.store.facts(REPORT_EVENTS, {"act": ["accepted"], "period_id": [PERIOD]})
    assert {*zip(accepted["unit_id"], accepted["form_code"], strict=True)} == set(mine)


def test_a_report_that_was_returned_is_not_taken_with_the_others(own: Office) -> None:
    record(at(own), Report("HC-TC", FORM, PERIOD), Act(RETURNED, LOOKED_AT, "Người nhận", text="Xem lại"))
    assert {one.owed.unit_id for one in many.sound(at(own), PERIOD, LOOKED_AT)} == {"TT-HN"}


def test_what_is_due_soon_is_reminded_of_and_what_was_sent_is_not(own: Office) -> None:
    day = date(2026, 9, 14)
    found = reminders.reminders(at(own), day)
    assert {(one.owed.unit_id, one.owed.due) for one in found.waiting} >= {("NOI-CHINH", DUE)}
    assert "Phòng Nội chính" in reminders.text(at(own), found)
    assert "(còn 2 ngày)" in reminders.text(at(own), found)
    later = reminders.reminders(at(own), date(2026, 9, 16))
    assert {one.owed.unit_id for one in later.waiting} == {"NOI-CHINH", "TCD"}
    assert reminders.reminders(at(own), date(2026, 9, 8)).waiting == ()
    keep(own, OFFICE_SETTINGS, [{"setting": "so-ngay-nhac", "value": "10"}])
    assert reminders.reminders(at(own), date(2026, 9, 8)).waiting
    # An extension over the new year: a report of last year, due in January.
    decided = {"reason": "Thiên tai", "allowed_by": "Chánh Văn phòng", "decided_on": day}
    allow(at(own), Report("NOI-CHINH", FORM, "2026-FY"), new_due=date(2027, 1, 5), **decided)
    found = reminders.reminders(at(own), date(2027, 1, 2))
    assert [(one.owed.unit_id, one.owed.window.period.id) for one in found.waiting] == [("NOI-CHINH", "2026-FY")]


def test_the_calendar_is_one_that_programs_read(own: Office) -> None:
    data = reminders.calendar(at(own), 2026)
    text = data.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    whole = text.replace("\r\n ", "")
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == 28
    # A whole day: it ends where the next one begins.
    assert "DTSTART;VALUE=DATE:20260916\r\nDTEND;VALUE=DATE:20260917" in whole
    assert "UID:2026-q3-cchc-tcd@cchc-metrics" in whole
    assert data == reminders.calendar(at(own), 2026)
    assert reminders.calendar(at(own), 2026, "TCD").decode().count("BEGIN:VEVENT") == 4


def test_figures_typed_twice_are_stored_once(own: Office) -> None:
    keep(own, UNIT_REPORTS, values("NOI-CHINH", PERIOD, {"5.1": 3}))
    form = entry_form(at(own), SILENT)
    plan = intake.plan(own, LOCAL_OPERATOR, "x.xlsx", entering.workbook_of(at(own), SILENT, form.answers))
    assert plan.changes.empty
