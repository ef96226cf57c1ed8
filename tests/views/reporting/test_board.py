"""A simulated quarter on the board: who has sent, who is late, what changed, who owes what after a merger."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, UnreadableFileError
from cchc_metrics.schema import DUE_DATE_CHANGES, PLAN_ITEMS, REPORT_EVENTS, TASK_OWNERS, UNIT_REPORTS, UNITS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import board_acts, setup
from cchc_metrics.services.reporting.acts import Act, Report, allow, record, typed
from cchc_metrics.services.storing import storing
from cchc_metrics.views.reporting import setup as setup_view
from cchc_metrics.views.reporting import year_plan
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.board import BoardFilters, BoardLine, BoardView, page, periods
from cchc_metrics.views.reporting.calendar import CalendarFilters
from cchc_metrics.views.reporting.calendar import page as calendar_page
from cchc_metrics.views.reporting.rates import page as rates_page
from cchc_metrics.views.reporting.report import page as report_page
from cchc_metrics.views.reporting.report_versions import ChangeFilters, changes, versions
from tests.conftest import settings_at
from tests.files import pdf_of

PERIOD, DAY = "2026-Q1", "2026-03-25"
WINDOWS = ("Q1", "6M", "Q3", "FY")


def desk_at(office: Office) -> Desk:
    return Desk.at(office, LOCAL_OPERATOR)


# What task 6 asks besides.
_LETTERS = {"6.2": 3, "6.3": 2, "6.4": 1, "6.5": 4, "6.7": 0}


def report_of(unit: str) -> Report:
    return Report(unit, "CCHC", PERIOD)


def send(office: Office, unit: str, day: date, values: Mapping[str, float], nil: tuple[str, ...] = ()) -> None:
    """A unit's report comes in: its items, then the act of sending."""
    key = {"unit_id": unit, "form_code": "CCHC", "period_id": PERIOD}
    rows: list[dict[str, object]] = [
        {**key, "part": "value", "code": code, "state": "value", "value": value} for code, value in values.items()
    ]
    rows += [{**key, "part": "nil", "code": task} for task in nil]
    storing.edit(office, LOCAL_OPERATOR, UNIT_REPORTS, typed(UNIT_REPORTS, rows), "nạp")
    record(desk_at(office), report_of(unit), Act("submitted", day, "Nguyễn Văn A", office.version))


@pytest.fixture(scope="module")
def simulated(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Due on the 12th. HC-TC: all nil, accepted. NOI-CHINH: incomplete. TCD: sent late. PV-HCC, TIN-HOC: nothing."""
    folder = tmp_path_factory.mktemp("quarter") / "data"
    shutil.copytree(shipped_office.settings.data_dir, folder)
    office = Office.open(settings_at(folder))
    days = {("unit", window): "12" for window in WINDOWS}
    setup.set_due_days(desk_at(office), "2026", days, "QĐ 1/QĐ-VP")
    send(office, "HC-TC", date(2026, 3, 9), {}, ("1", "2", "3", "8", "10"))
    record(desk_at(office), report_of("HC-TC"), Act("accepted", date(2026, 3, 13), "Trần Thị B"))
    send(office, "NOI-CHINH", date(2026, 3, 12), {"1.1": 1})
    send(office, "TCD", date(2026, 3, 14), {**_LETTERS, "6.1": 40, "6.6": 7}, ("1", "2", "3", "8", "10"))
    office.close()
    return folder


@pytest.fixture
def quarter(simulated: Path, tmp_path: Path) -> Iterator[Office]:
    """A copy of that quarter, which one test may change."""
    folder = tmp_path / "quarter"
    shutil.copytree(simulated, folder)
    office = Office.open(settings_at(folder))
    yield office
    office.close()


def view_of(office: Office, day: str = DAY, period: str = PERIOD) -> BoardView:
    return page(desk_at(office), BoardFilters(day, period))


def line_of(view: BoardView, unit: str) -> BoardLine:
    return next(line for line in view.lines if line.key == f"{unit}|CCHC")


def test_the_headline_counts_who_sent_who_is_late_and_by_how_much(quarter: Office) -> None:
    said = "Quý I/2026: 3/5 đơn vị đã gửi, 2 trễ 13 ngày, 1 gửi trễ 2 ngày, 1 chưa đủ nội dung."
    assert view_of(quarter).finding == said


def test_before_the_due_date_the_headline_counts_the_days_left(quarter: Office) -> None:
    assert view_of(quarter, "2026-03-09").finding == "Quý I/2026: 1/5 đơn vị đã gửi, còn 3 ngày tới hạn."
    assert view_of(quarter, "2026-03-12").finding.endswith("hôm nay là hạn nộp.")


def test_each_line_says_its_state_in_words(quarter: Office) -> None:
    view = view_of(quarter)
    assert line_of(view, "HC-TC").state.text == "đã duyệt"
    assert line_of(view, "NOI-CHINH").state.text == "đã gửi, chưa đủ"
    assert line_of(view, "NOI-CHINH").missing == (
        "Thiếu nhiệm vụ 1 (1.2, 1.3), 2 (2.1, 2.2, 2.3), 3 (3.1, 3.2, 3.3, 3.4), "
        "5 (5.1, 5.2, 5.3, 5.4, 5.5, 5.6 và 2 chỉ tiêu khác), 8 (8.1, 8.2, 8.3), 10"
    )
    assert line_of(view, "TCD").state.text == "đã gửi"
    late = line_of(view, "PV-HCC").late
    assert late is not None
    assert late.text == "trễ 13 ngày"
    assert line_of(view, "HC-TC").late is None


def test_a_report_that_only_declares_nil_says_so_until_it_is_judged(quarter: Office) -> None:
    send(quarter, "TIN-HOC", date(2026, 3, 12), {}, ("1", "2", "3", "7", "8", "10"))
    assert line_of(view_of(quarter), "TIN-HOC").state.text == "◇ báo không phát sinh"


def test_without_a_due_day_there_is_no_lateness_and_the_board_says_why(shipped: Desk) -> None:
    view = page(shipped, BoardFilters(DAY, PERIOD))
    assert all(line.late is None for line in view.lines)
    assert {line.due for line in view.lines} == {"chưa đặt hạn nộp"}
    assert any("chưa tính trễ hạn" in words for words in view.unset)
    assert rates_page(shipped, DAY).table is None


def test_tasks_that_nobody_is_declared_for_are_named(stocked: Office) -> None:
    assert "Nhiệm vụ 4, 9, 11: chưa khai báo đơn vị." in view_of(stocked).unset
    traits = {"specialised": ["NOI-CHINH"], "service_unit": ["TIN-HOC"], "budget_assigned": []}
    units = ["HC-TC", "NOI-CHINH", "TCD", "PV-HCC", "TIN-HOC"]
    setup.set_traits(desk_at(stocked), traits, units)
    assert "Nhiệm vụ 9: chưa khai báo đơn vị." in view_of(stocked).unset


def test_an_extension_moves_one_unit_and_taking_it_back_restores_its_lateness(quarter: Office) -> None:
    decided = {"reason": "đoàn công tác", "allowed_by": "Chánh Văn phòng", "decided_on": date(2026, 3, 11)}
    allow(desk_at(quarter), report_of("PV-HCC"), new_due=date(2026, 3, 28), **decided)
    line = line_of(view_of(quarter), "PV-HCC")
    assert (line.late, line.due, line.left) == (None, "28/3/2026", "còn 3 ngày")
    assert "được gia hạn: đoàn công tác" in line.remark
    assert line_of(view_of(quarter), "TIN-HOC").late is not None
    board_acts.withdraw(desk_at(quarter), report_of("PV-HCC"), "hết lý do")
    assert line_of(view_of(quarter), "PV-HCC").late is not None
    assert quarter.store.count(DUE_DATE_CHANGES) == 0


def test_an_exempt_unit_leaves_the_count_and_the_rates(quarter: Office) -> None:
    decided = {"reason": "mới thành lập", "allowed_by": "Chánh Văn phòng", "decided_on": None}
    before = rates_page(desk_at(quarter), DAY).finding
    allow(desk_at(quarter), report_of("PV-HCC"), new_due=None, **decided)
    view = view_of(quarter)
    assert view.finding.startswith("Quý I/2026: 3/4 đơn vị đã gửi, 1 trễ 13 ngày")
    assert "1 được miễn" in view.finding
    assert line_of(view, "PV-HCC").state.text == "□ được miễn"
    assert before == "Trong 5 báo cáo đã qua hạn, gửi đúng hạn 40% (2/5)."
    assert rates_page(desk_at(quarter), DAY).finding == "Trong 4 báo cáo đã qua hạn, gửi đúng hạn 50% (2/4)."


def test_after_a_merger_in_the_middle_of_a_period_the_successor_reports(quarter: Office) -> None:
    new = {"unit_id": "TTHCC-TH", "name": "Trung tâm sáp nhập thử", "unit_type": "centre", "confirmation": "confirmed"}
    setup.save(desk_at(quarter), UNITS, {**new, "valid_from": date(2026, 2, 1)}, "")
    for unit in ("PV-HCC", "TIN-HOC"):
        setup.close_unit(desk_at(quarter), unit, date(2026, 1, 31), "TTHCC-TH", "")
    setup.save(desk_at(quarter), TASK_OWNERS, {"task_no": "7", "owner": "TTHCC-TH", "owner_role": "lead"}, "")
    units = {line.key.split("|")[0] for line in view_of(quarter).lines}
    assert units == {"HC-TC", "NOI-CHINH", "TCD", "TTHCC-TH"}
    before = {line.key.split("|")[0] for line in view_of(quarter, period="2025-FY").lines}
    assert before == {"HC-TC", "NOI-CHINH", "TCD", "PV-HCC", "TIN-HOC"}


def test_rates_count_only_reports_whose_date_is_over(quarter: Office) -> None:
    view = rates_page(desk_at(quarter), DAY)
    assert view.table is not None
    cells = {row.cells[0]: row.cells[1:] for row in view.table.rows}
    assert cells["Cả Văn phòng"] == ("5", "40% (2/5)", "40% (2/5)")
    assert cells["Ban Tiếp công dân tỉnh"] == ("1", "0% (0/1)", "100% (1/1)")
    assert rates_page(desk_at(quarter), "2026-03-12").table is None


def test_what_changed_between_two_versions_is_shown_cell_by_cell(quarter: Office) -> None:
    record(desk_at(quarter), report_of("TCD"), Act("returned", date(2026, 3, 16), "B", text="xem lại 6.6"))
    send(quarter, "TCD", date(2026, 3, 17), {"6.6": 8, "8.1": 0})
    desk = desk_at(quarter)
    first, second = versions(desk, report_of("TCD"))
    found = changes(desk, ChangeFilters(report_of("TCD"), first.seq, second.seq))
    assert [row.cells[0] for row in found.rows] == ["6.6", "8.1"]
    assert found.rows[0].cells[2:] == ("7", "8")
    assert found.rows[1].cells[2:] == ("không có", "0")


def test_a_return_with_comments_on_cells_is_one_entry_and_one_judgement(quarter: Office) -> None:
    desk = desk_at(quarter)
    act = Act("returned", date(2026, 3, 16), "Trần Thị B", text="Số liệu chưa khớp")
    entry = board_acts.judge(desk, report_of("TCD"), act, ["6.1", "6.6"], "đối chiếu sổ")
    assert entry is not None
    assert quarter.version == entry.seq
    view = report_page(desk_at(quarter), ReportFilters("TCD", "CCHC", PERIOD, DAY))
    assert view is not None
    assert view.history is not None
    comments = [row.cells[3] for row in view.history.rows if row.cells[1] == "trả lại"]
    assert comments == ["Số liệu chưa khớp", "6.1: đối chiếu sổ", "6.6: đối chiếu sổ"]
    assert view.may == ()
    assert "1 bị trả lại" in view_of(quarter).finding


def test_what_may_follow_is_offered_and_nothing_else(quarter: Office) -> None:
    views = {unit: report_page(desk_at(quarter), ReportFilters(unit, "CCHC", PERIOD, DAY)) for unit in ("HC-TC", "TCD")}
    assert views["HC-TC"] is not None
    assert views["HC-TC"].may == ("returned", "reopened")
    assert views["TCD"] is not None
    assert views["TCD"].may == ("approved", "accepted", "returned")


def test_what_was_not_reported_is_said_and_is_no_zero(quarter: Office) -> None:
    view = report_page(desk_at(quarter), ReportFilters("NOI-CHINH", "CCHC", PERIOD, DAY))
    assert view is not None
    assert view.items is not None
    cells = {row.id: row.cells for row in view.items.rows}
    assert cells["1.1"][2] == "1"
    assert cells["1.2"][2] == "chưa báo cáo"


def test_only_a_pdf_is_taken_for_the_signed_scan(quarter: Office) -> None:
    with pytest.raises(UnreadableFileError):
        board_acts.attach(desk_at(quarter), report_of("TCD"), "ban-ky.pdf", b"PK\x03\x04")
    board_acts.attach(desk_at(quarter), report_of("TCD"), "bản ký.docx", pdf_of())
    view = report_page(desk_at(quarter), ReportFilters("TCD", "CCHC", PERIOD, DAY))
    assert view is not None
    assert [scan.name for scan in view.scans] == ["bản ký.pdf"]


def test_the_period_collected_on_a_day_comes_first(shipped: Desk) -> None:
    assert periods(shipped, "2026-03-25").usual == "2026-Q1"
    assert periods(shipped, "2026-06-20").usual == "2026-6M"
    assert periods(shipped, "2026-01-05").usual == "2025-FY"


def test_the_calendar_says_what_is_open_and_moves_dates_only_when_told(stocked: Office) -> None:
    filters = CalendarFilters(2026, DAY)
    view = calendar_page(desk_at(stocked), filters)
    assert "đang trong kỳ 6 tháng 2026 và Cả năm 2026" in view.finding
    assert view.table is not None
    # 20/6/2026 is a Saturday.
    assert view.table.rows[1].cells[6] == "20/6/2026"
    assert {row.cells[4] for row in view.table.rows} == {"chưa đặt"}
    setup.set_settings(desk_at(stocked), {"doi-han-ngay-nghi": "next"})
    moved = calendar_page(desk_at(stocked), filters).table
    assert moved is not None
    assert moved.rows[1].cells[6] == "22/6/2026"
    assert "thứ Bảy 20/6/2026" in moved.rows[1].notes[6]


def test_the_setup_counts_what_is_missing_until_it_is_declared(stocked: Office) -> None:
    def missing() -> dict[str, str]:
        return {step.code: step.missing for step in setup_view.steps(desk_at(stocked))}

    first = missing()
    assert first["don-vi"] == "Còn 5/5 đơn vị là đề xuất, chưa được xác nhận."
    assert first["han-nop"] == "Còn 8/8 hạn nộp chưa đặt cho năm nay."
    units = ["HC-TC", "NOI-CHINH", "TCD", "PV-HCC", "TIN-HOC"]
    setup.confirm_units(desk_at(stocked), units)
    setup.set_traits(desk_at(stocked), {trait: ["TCD"] for trait in setup.TRAITS}, units)
    setup.set_compiler(desk_at(stocked), "HC-TC", "HCTC", "", "")
    days = {(link, window): "10" for link in ("unit", "office") for window in WINDOWS}
    setup.set_due_days(desk_at(stocked), "2026", days, "")
    setup.confirm_links(desk_at(stocked))
    second = missing()
    assert not any(second[step] for step in ("don-vi", "tong-hop", "han-nop", "nhiem-vu"))
    assert second["chi-so"] == "Chưa giao đơn vị phụ trách cho phần nào của bộ chỉ số."


def test_there_is_one_compiling_unit(stocked: Office) -> None:
    setup.set_compiler(desk_at(stocked), "TCD", "TCD", "Nguyễn Văn C", "Trưởng ban")
    rows = setup.facts_of(desk_at(stocked), UNITS)
    assert [row["unit_id"] for row in rows if row["compiles"]] == ["TCD"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"unit_id": "phòng mới", "name": "Phòng mới"}, "Mã đơn vị"),
        ({"unit_id": "PM", "name": "Phòng mới", "successor_id": "KHONG-CO"}, "kế thừa"),
        ({"unit_id": "PM", "name": "P", "valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 1)}, "kết thúc"),
    ],
)
def test_a_unit_that_cannot_be_is_refused(stocked: Office, row: dict[str, object], words: str) -> None:
    version = stocked.version
    with pytest.raises(CchcError, match=words):
        setup.save(desk_at(stocked), UNITS, row, "")
    assert stocked.version == version


def test_an_unset_due_day_is_not_stored_as_a_number(stocked: Office) -> None:
    assert setup.set_due_days(desk_at(stocked), "2026", {("unit", "Q1"): ""}, "") is None
    with pytest.raises(CchcError):
        setup.set_due_days(desk_at(stocked), "2026", {("unit", "Q1"): "32"}, "")


ITEMS: tuple[dict[str, object], ...] = (
    {"item_no": "1", "task": "Xong", "due_on": date(2026, 2, 15), "lead": "HC-TC", "done_on": date(2026, 2, 20)},
    {"item_no": "2", "task": "Chậm", "due_on": date(2026, 3, 1), "lead": "Phòng Nội chính", "done_pct": 60.0},
    {"item_no": "3", "task": "Im lặng", "due_on": date(2026, 3, 10), "lead": "TIN-HOC"},
    {"item_no": "10", "task": "Không hạn", "lead": None, "done_pct": 20.0},
    {"item_no": "4", "task": "Sắp tới", "due_on": date(2026, 4, 5), "lead": "TCD", "done_pct": 20.0},
)


@pytest.fixture
def planned(stocked: Office) -> Office:
    rows = [{"plan_year": 2026, **item} for item in ITEMS]
    storing.edit(stocked, LOCAL_OPERATOR, PLAN_ITEMS, typed(PLAN_ITEMS, rows), "kế hoạch")
    return stocked


def plan_of(office: Office, unit: str = "", state: str = "") -> year_plan.YearPlanView:
    return year_plan.page(desk_at(office), year_plan.YearPlanFilters(2026, unit, state, DAY))


def test_the_plan_tells_late_from_not_reported_and_invents_no_zero(planned: Office) -> None:
    view = plan_of(planned)
    assert view.table is not None
    states = {row.id: (row.cells[1], row.cells[3]) for row in view.table.rows}
    assert states == {
        "1": ("● hoàn thành, trễ 5 ngày", "chưa báo cáo"),
        "2": ("✕ quá hạn 24 ngày", "60%"),
        "3": ("✕ quá hạn 15 ngày, chưa báo cáo", "chưa báo cáo"),
        "4": ("◷ sắp tới hạn", "20%"),
        "10": ("□ chưa rõ thời hạn", "20%"),
    }
    assert list(states) == ["1", "2", "3", "4", "10"]
    assert "1/5 nhiệm vụ hoàn thành, 1 quá hạn chưa xong" in view.finding


def test_the_plan_is_filtered_by_unit_and_state_and_counted_whole(planned: Office) -> None:
    assert list(plan_of(planned, unit="Phòng Hành chính - Tổ chức").items) == ["1"]
    late = plan_of(planned, state="late")
    assert list(late.items) == ["2"]
    assert late.by_unit is not None
    assert late.by_unit.rows[-1].cells == ("Toàn kế hoạch", "5", "1", "2", "20%", "1")


def test_an_update_of_an_item_is_an_entry_and_a_wrong_percentage_is_none(planned: Office) -> None:
    told = year_plan.Told("100", date(2026, 3, 24), "BC 5/BC-VP", "")
    assert year_plan.update(desk_at(planned), 2026, "2", told) is not None
    assert list(plan_of(planned, state="late").items) == []
    version = planned.version
    for wrong in ("120", "-1", "nhiều", "nan"):
        with pytest.raises(CchcError):
            year_plan.update(desk_at(planned), 2026, "2", year_plan.Told(wrong, None, "", ""))
    assert planned.version == version


def test_the_terminal_writes_all_units_templates_into_one_zip(
    stocked: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stocked.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(stocked.settings.data_dir))
    out = tmp_path / "mau.zip"
    assert cli.main(["templates", "--units", "--period", PERIOD, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")
    assert cli.main(["templates", "--units", "--out", str(out)]) == 2
    assert cli.main(["templates", "--units", "--period", "abc", "--out", str(out)]) == 2
    assert "2026-Q1" in capsys.readouterr().err


def test_events_of_the_quarter_are_facts_with_a_name_and_a_day(quarter: Office) -> None:
    events = quarter.store.facts(REPORT_EVENTS, {"unit_id": ["HC-TC"]})
    assert events[["act", "by_name"]].to_numpy().tolist() == [["submitted", "Nguyễn Văn A"], ["accepted", "Trần Thị B"]]
