"""A unit sends its report, is sent back to it, corrects it and has it approved; and what is left after a crash."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.model import ImportPlan
from cchc_metrics.schema import REPORT_EVENTS, UNIT_REPORTS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.acts import ACCEPTED, APPROVED, RETURNED, SUBMITTED, Act, Report, events_of, record
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import board
from cchc_metrics.services.reporting.submitting import Scan, approve, submit
from cchc_metrics.services.storing import storing
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.unit import page
from cchc_metrics.views.reporting.unit_compare import compared
from tests.files import pdf_of
from tests.services.reporting.test_unit_reports import SOUND, filled, put

DAY = date(2026, 3, 16)
REPORT = Report("TCD", "CCHC", "2026-Q1")


def here(office: Office) -> Desk:
    return Desk.at(office, LOCAL_OPERATOR)


def planned(office: Office, values: dict[str, object], unit: str = "TCD") -> ImportPlan:
    data = filled(here(office), unit, "2026-Q1", lambda book: put(book, values))
    return intake.plan(office, LOCAL_OPERATOR, "bao-cao.xlsx", data)


def stands(office: Office, day: date = date(2099, 1, 1)) -> tuple[State, date | None]:
    desk = here(office)
    window = Reporting(desk).window("2026-Q1")
    assert window is not None
    found = board(desk, day, (window,)).standings
    one = next(one for one in found if one.owed.unit_id == "TCD")
    return one.progress.state, one.progress.sent_on


def view(office: Office) -> object:
    found = page(here(office), ReportFilters("TCD", "CCHC", "2026-Q1", "2026-03-20"))
    assert found is not None
    return found


def test_sending_stores_the_file_and_says_who_sent_which_version(stocked: Office) -> None:
    sent = submit(here(stocked), planned(stocked, SOUND), " Người báo cáo ", DAY, "")
    events = events_of(here(stocked), REPORT)
    assert sent.report == REPORT
    assert events[["act", "by_name", "version_seq"]].to_numpy().tolist() == [[SUBMITTED, "Người báo cáo", sent.version]]
    assert stocked.store.entry(sent.version).kind == UNIT_REPORTS.name
    assert stands(stocked) == (State.INCOMPLETE, DAY)


def test_a_report_without_a_sender_is_not_stored(stocked: Office) -> None:
    before = stocked.version
    with pytest.raises(CchcError):
        submit(here(stocked), planned(stocked, SOUND), "  ", DAY, "")
    assert stocked.version == before


def test_a_process_that_dies_between_file_and_act_has_sent_all_the_same(stocked: Office) -> None:
    plan = planned(stocked, SOUND)
    entry = storing.commit(stocked, LOCAL_OPERATOR, plan, "").entry
    assert entry is not None
    recorded = entry.recorded_at.date()
    assert here(stocked).facts(REPORT_EVENTS).empty
    state, sent_on = stands(stocked)
    assert state is State.INCOMPLETE
    assert sent_on is not None
    assert abs((sent_on - recorded).days) <= 1
    again = submit(here(stocked), planned(stocked, SOUND), "Người báo cáo", DAY, "")
    assert (again.version, again.stored) == (entry.seq, False)
    assert events_of(here(stocked), REPORT)["act"].tolist() == [SUBMITTED]


def test_a_second_version_whose_act_was_lost_reopens_a_returned_report(stocked: Office) -> None:
    first = submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    record(here(stocked), REPORT, Act(RETURNED, DAY, "B", first.version, "6.1", "xem lại"))
    assert stands(stocked)[0] is State.RETURNED
    storing.commit(stocked, LOCAL_OPERATOR, planned(stocked, {**SOUND, "6.1": 41}), "")
    assert stands(stocked) == (State.INCOMPLETE, DAY)


def test_a_correction_after_acceptance_does_not_send_the_report_anew(stocked: Office) -> None:
    first = submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    record(here(stocked), REPORT, Act(ACCEPTED, DAY, "B", first.version))
    with pytest.raises(CchcError):
        submit(here(stocked), planned(stocked, {**SOUND, "6.1": 41}), "A", DAY, "")
    storing.commit(stocked, LOCAL_OPERATOR, planned(stocked, {**SOUND, "6.1": 42}), "đính chính")
    assert stands(stocked)[0] is State.ACCEPTED


def test_the_same_file_is_sent_again_only_after_it_was_returned(stocked: Office) -> None:
    first = submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    with pytest.raises(CchcError):
        submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    record(here(stocked), REPORT, Act(RETURNED, DAY, "B", first.version, "", "xem lại"))
    again = submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    assert (again.version, again.stored) == (first.version, False)


def test_an_empty_workbook_is_no_report(stocked: Office) -> None:
    with pytest.raises(CchcError):
        submit(here(stocked), planned(stocked, {}), "A", DAY, "")


def test_a_second_version_is_held_against_the_first(stocked: Office) -> None:
    submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    found = compared(here(stocked), planned(stocked, {**SOUND, "6.1": 41, "6.7": None, "6.ket-qua": "Đã tiếp."}))
    assert found.table is not None
    assert {(row.cells[0].split(" ")[0], *row.cells[1:]) for row in found.table.rows} == {
        ("6.1", "40", "41", "sửa"),
        ("6.7", "0", "", "bỏ"),
        ("Nhiệm", "", "Đã tiếp.", "thêm"),
    }


def test_comments_on_cells_are_shown_until_a_newer_version_comes(stocked: Office) -> None:
    first = submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    comments = [Act(RETURNED, DAY, "B", first.version, cell, f"sửa {cell}") for cell in ("6.1", "6.ket-qua")]
    record(here(stocked), REPORT, *comments, Act(RETURNED, DAY, "B", first.version, "", "sửa lại"))
    told = view(stocked).comments  # type: ignore[attr-defined]
    assert [row.cells[1] for row in told.rows] == ["sửa 6.1", "sửa 6.ket-qua", "sửa lại"]
    submit(here(stocked), planned(stocked, {**SOUND, "6.1": 41}), "A", DAY, "")
    assert view(stocked).comments is None  # type: ignore[attr-defined]


def test_the_head_approves_the_version_sent_last_with_the_signed_page(stocked: Office) -> None:
    with pytest.raises(CchcError):
        approve(here(stocked), REPORT, "Thủ trưởng", DAY, today=DAY)
    sent = submit(here(stocked), planned(stocked, SOUND), "A", DAY, "")
    with pytest.raises(CchcError):
        approve(here(stocked), REPORT, "Thủ trưởng", date(2026, 3, 17), today=DAY)
    approve(here(stocked), REPORT, "Thủ trưởng", DAY, today=DAY, scan=Scan("ban-ky.pdf", pdf_of()))
    last = events_of(here(stocked), REPORT).iloc[-1]
    assert (last["act"], last["version_seq"]) == (APPROVED, sent.version)
    assert len(last["attachment"]) == 64
    assert stands(stocked)[0] is State.APPROVED


def test_approving_after_a_lost_act_completes_the_record(stocked: Office) -> None:
    storing.commit(stocked, LOCAL_OPERATOR, planned(stocked, SOUND), "")
    approve(here(stocked), REPORT, "Thủ trưởng", DAY, today=DAY)
    assert events_of(here(stocked), REPORT)["act"].tolist() == [SUBMITTED, APPROVED]


def test_a_report_where_every_task_is_ticked_is_a_nil_report(stocked: Office) -> None:
    tasks = {f"{task}.KPS": "x" for task in ("1", "2", "3", "6", "8", "10")}

    def tick(book: openpyxl.Workbook) -> None:
        put(book, dict(tasks))

    data = filled(here(stocked), "TCD", "2026-Q1", tick)
    submit(here(stocked), intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", data), "A", DAY, "")
    assert stands(stocked)[0] is State.NIL


def test_a_report_with_the_mark_of_a_try_out_is_refused_in_a_real_office(stocked: Office) -> None:
    def marked(book: openpyxl.Workbook) -> None:
        put(book, SOUND)
        book.worksheets[0]["G1"] = "SỐ LIỆU MINH HỌA"

    data = filled(here(stocked), "TCD", "2026-Q1", marked)
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", data)
    assert [finding.code for finding in plan.findings] == ["illustrative"]
    with pytest.raises(CchcError):
        submit(here(stocked), plan, "A", DAY, "")


def test_the_command_line_sends_a_report_in_the_name_of_its_reporter(
    stocked: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bao-cao.xlsx"
    path.write_bytes(filled(here(stocked), "TCD", "2026-Q1", lambda book: put(book, SOUND)))
    stocked.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(stocked.settings.data_dir))
    asked = [
        "import",
        str(path),
        "--kind",
        "unit-report",
        "--commit",
        "--note",
        "gửi",
        "--by",
        "Người báo cáo",
        "--json",
    ]
    assert cli.main(asked) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["submitted"] == {"unit_id": "TCD", "form_code": "CCHC", "period_id": "2026-Q1", "by": "Người báo cáo"}
    again = Office.open(stocked.settings)
    try:
        events = events_of(here(again), REPORT)
        assert events[["by_name", "version_seq"]].to_numpy().tolist() == [["Người báo cáo", answer["upload_id"]]]
    finally:
        again.close()


def test_the_command_line_builds_no_try_out_in_a_real_folder(
    stocked: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stocked.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(stocked.settings.data_dir))
    assert cli.main(["demo", "--json"]) == 1
    monkeypatch.setenv("CCHC_DEMO", "1")
    assert cli.main(["demo", "--json"]) == 1
    assert "dữ liệu thật" in capsys.readouterr().out
