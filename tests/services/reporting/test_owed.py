"""Owed means owed: short reports after the longer one, the units of a split together, dates out of order, one count."""

from datetime import date

import pytest

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import ReaderLimits
from cchc_metrics.model import Severity
from cchc_metrics.schema import DUE_DAYS, REPORT_EVENTS, UNIT_REPORTS, UNITS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.acts import Report, allow
from cchc_metrics.services.reporting.consolidated import consolidate
from cchc_metrics.services.reporting.debts import debts
from cchc_metrics.services.reporting.documents.tally import tally
from cchc_metrics.services.reporting.due_order import extension_warning, warnings
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.receiving import receive
from cchc_metrics.views.compile.contradictions import contradictions
from cchc_metrics.views.compile.letters import letters
from cchc_metrics.views.kit.debts import debts_view
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.report import page
from tests.reporting_office import FORM, LOOKED_AT, PERIOD, at, event, keep, nil, values
from tests.services.reporting.test_unit_reports import filled, put

LATER = date(2026, 9, 25)


def six_months_of_tcd(office: Office) -> None:
    """TCD never sent its first quarter; its six months came whole."""
    figures = {"1.1": 1, "1.2": 8, "1.3": 8, "6.1": 90, "6.2": 3, "6.3": 9, "6.4": 1, "6.5": 2, "6.6": 12, "6.7": 0}
    keep(office, UNIT_REPORTS, values("TCD", "2026-6M", figures) + nil("TCD", "2026-6M", ["2", "3", "8", "10"]))
    keep(office, REPORT_EVENTS, [event("TCD", 1, "submitted", date(2026, 6, 16), "2026-6M")])


def test_a_quarter_stays_owed_after_the_longer_report_came_and_is_told_to_be_in_it(own: Office) -> None:
    key = ("TCD", FORM, "2026-Q1")
    before = {one.standing.key: one.held_by for one in debts(at(own), LATER).open}
    assert before[key] == ""
    six_months_of_tcd(own)
    after = {one.standing.key: one.held_by for one in debts(at(own), LATER).open}
    assert after[key] == "2026-6M"
    # A unit whose six months are not whole holds nothing for sure.
    assert after["PV-HCC", FORM, "2026-Q1"] == ""
    table = debts_view(at(own), LATER.isoformat()).table
    assert table is not None
    rows = {row.cells[:2]: row.cells for row in table.rows}
    assert rows["Ban Tiếp công dân tỉnh", "Quý I/2026"][4] == "số liệu đã nằm trong báo cáo 6 tháng 2026"
    letter = next(one for one in letters(at(own), LATER).letters if one.about.unit.id == "TCD")
    assert any(item.held_by == "2026-6M" for item in letter.about.items)


def test_the_office_may_exempt_such_a_quarter_by_the_reason_that_is_proposed(own: Office) -> None:
    six_months_of_tcd(own)
    view = page(at(own), ReportFilters("TCD", FORM, "2026-Q1", LATER.isoformat()))
    assert view is not None
    assert view.held_by == "Số liệu đã nằm trong báo cáo 6 tháng 2026"
    report = Report("TCD", FORM, "2026-Q1")
    allow(at(own), report, new_due=None, reason=view.held_by, allowed_by="Chánh Văn phòng", decided_on=LATER)
    assert ("TCD", FORM, "2026-Q1") not in {one.standing.key for one in debts(at(own), LATER).open}


def test_lateness_is_counted_once_for_every_page(own: Office) -> None:
    """Figures recorded after the day asked about: the board says late, and so does the tally."""
    keep(own, UNIT_REPORTS, values("NOI-CHINH", PERIOD, {"1.1": 1}))
    keep(own, REPORT_EVENTS, [event("NOI-CHINH", 1, "submitted", LATER)])
    found = consolidate(at(own), PERIOD, day=LOOKED_AT)
    late = {one.owed.unit_id: one.progress.days_late for one in found.standings if one.progress.days_late}
    counted = tally(found)
    assert dict((*counted.late, *counted.missing_late)) == late
    assert late["NOI-CHINH"] == 5
    assert counted.all_late == len(late)


SPLIT = date(2026, 7, 1)


@pytest.fixture
def split(stocked: Office) -> Office:
    """AB is split into A and B on 1/7; it had reported 40 initiatives and 10 dossiers left in six months."""
    one = {"unit_type": "room", "specialised": True, "confirmation": "confirmed"}
    keep(
        stocked,
        UNITS,
        [
            {**one, "unit_id": "AB", "name": "Phòng AB", "valid_to": date(2026, 6, 30), "successor_id": "A|B"},
            {**one, "unit_id": "A", "name": "Phòng A", "valid_from": SPLIT},
            {**one, "unit_id": "B", "name": "Phòng B", "valid_from": SPLIT},
        ],
    )
    keep(stocked, UNIT_REPORTS, values("AB", "2026-6M", {"8.1": 40, "4.6": 7, "4.7": 3}))
    return stocked


def findings_of(office: Office, unit: str, period: str, cells: dict[str, object]) -> list[tuple[Severity, str]]:
    data = filled(at(office), unit, period, lambda book: put(book, cells))
    _, found = receive(at(office), workbooks.read("bao-cao.xlsx", data, ReaderLimits()))
    return [(one.severity, one.message) for one in found if one.code == "report_joint"]


def test_the_first_of_a_split_is_not_checked_alone(split: Office) -> None:
    assert findings_of(split, "A", "2026-FY", {"8.1": 1}) == []


def test_the_last_of_a_split_is_checked_with_the_others(split: Office) -> None:
    keep(split, UNIT_REPORTS, values("A", "2026-FY", {"8.1": 25}))
    assert findings_of(split, "B", "2026-FY", {"8.1": 15}) == []
    ((severity, message),) = findings_of(split, "B", "2026-FY", {"8.1": 14})
    assert severity is Severity.WARNING
    assert "Phòng A và Phòng B cộng lại là 39, nhỏ hơn 40 đã báo cáo trong 6 tháng 2026" in message


def test_the_opening_stocks_of_a_split_are_together_what_was_left(split: Office) -> None:
    keep(split, UNIT_REPORTS, values("A", "2026-Q3", {"4.1": 6}))
    assert findings_of(split, "B", "2026-Q3", {"4.1": 4}) == []
    ((_, message),) = findings_of(split, "B", "2026-Q3", {"4.1": 5})
    assert "cộng lại là 11, khác 10" in message


def test_a_split_is_checked_again_when_the_report_is_compiled(split: Office) -> None:
    keep(split, UNIT_REPORTS, values("A", "2026-FY", {"8.1": 25}) + values("B", "2026-FY", {"8.1": 14}))
    found = contradictions(at(split), consolidate(at(split), "2026-FY"))
    assert [(one.unit_id, one.codes) for one in found if one.code == "joint"] == [("A", ("8.1",))]


def test_a_due_date_after_the_office_s_own_is_warned_of_where_it_is_set(own: Office) -> None:
    office_day = {"link": "office", "window_code": "Q3", "year_from": 2026}
    # The same day for both leaves little time, but it is in order.
    keep(own, DUE_DAYS, [{**office_day, "due_day": 16}])
    assert warnings(at(own), 2026) == ()
    keep(own, DUE_DAYS, [{**office_day, "due_day": 15}])
    assert [words[:12] for words in warnings(at(own), 2026)] == ["Quý III/2026", "Quý III/2027"]
    assert extension_warning(at(own), PERIOD, date(2026, 9, 15)) == ""
    assert "16/9/2026 sau hạn 15/9/2026" in extension_warning(at(own), PERIOD, date(2026, 9, 16))
    allow(
        at(own),
        Report("NOI-CHINH", FORM, PERIOD),
        new_due=date(2026, 9, 20),
        reason="Thiên tai",
        allowed_by="Chánh Văn phòng",
        decided_on=LOOKED_AT,
    )
    view = page(at(own), ReportFilters("NOI-CHINH", FORM, PERIOD, LOOKED_AT.isoformat()))
    assert view is not None
    assert "20/9/2026 sau hạn 15/9/2026" in view.decided


def test_a_file_of_due_days_out_of_order_is_warned_of(own: Office) -> None:
    rows = ["Khâu,Kỳ báo cáo,Áp dụng từ năm,Ngày", "Văn phòng gửi Sở Nội vụ,Quý III,2026,15"]
    plan = intake.plan(own, LOCAL_OPERATOR, "han.csv", "\n".join(rows).encode(), DUE_DAYS.name)
    found = [one for one in plan.findings if one.code == "due_after_office"]
    assert [one.severity for one in found] == [Severity.WARNING, Severity.WARNING]
    assert not plan.rejected


def test_the_windows_of_a_split_have_one_family(split: Office) -> None:
    reporting = Reporting(at(split))
    assert ("AB", "A", "B") in {
        tuple(sorted(family, key=["AB", "A", "B"].index))
        for family in reporting.lineage.families([date(2026, 6, 14), date(2026, 9, 14)])
        if "AB" in family
    }
