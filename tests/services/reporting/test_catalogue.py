"""The letter's tasks as data: what is added for 2027, a task of the office's own without code, lists carried on."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError
from cchc_metrics.model import Severity
from cchc_metrics.schema import FORMS, LEGAL_BASES, METRICS, PLAN_ITEMS, TASK_OWNERS, TASKS, UNIT_REPORTS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import entering, lists, setup
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.documents.periods import forms_due
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.entering import Answer, entry_form
from cchc_metrics.services.reporting.forms import owed_for
from cchc_metrics.services.reporting.held_against import checks_of
from cchc_metrics.services.reporting.letters import named_window
from cchc_metrics.services.reporting.lists import ListRow, rows_in
from cchc_metrics.views.compile.report import compiled
from tests.reporting_office import FORM, LOOKED_AT, PERIOD, at, keep


def asked(office: Office, unit: str, period: str) -> set[str]:
    reporting = Reporting(at(office))
    owed = owed_for(reporting, unit, FORM, period)
    return {metric.code for metric in reporting.owed_metrics(unit, owed.window, owed.tasks)}


def test_what_is_added_begins_with_a_year_and_leaves_this_one_whole(own: Office) -> None:
    this, next_year = asked(own, "KT", "2026-FY"), asked(own, "KT", "2027-Q1")
    assert {"2.4", "3.5", "4.11", "4.12", "4.13", "10.2", "10.3"} <= next_year
    assert not {"2.4", "3.5", "4.11", "10.2"} & this
    assert {"6.8", "6.9", "6.10", "6.11"} <= asked(own, "TCD", "2027-Q1")
    assert {"7.9", "7.10"} <= asked(own, "PV-HCC", "2027-Q1")
    assert "9.4" in asked(own, "TT-HN", "2027-Q1")


def test_the_two_obligations_of_task_12_are_two_forms_and_no_figure_is_typed_twice(own: Office) -> None:
    desk, second = at(own), Report("KT", "TUYEN-TRUYEN", "2027-Q1")
    window = named_window(Reporting(desk), "2027-Q1")
    assert list(forms_due(desk, window)) == [FORM, "TUYEN-TRUYEN"]
    assert [sheet.task for sheet in entry_form(desk, second).form.sheets] == ["3"]
    said = {"unit_id": "KT", "period_id": "2027-Q1", "form_code": FORM, "part": "value", "state": "value"}
    keep(own, UNIT_REPORTS, [{**said, "code": "3.1", "value": 4}])
    again = entry_form(at(own), second)
    assert again.answers["3.1"].value == "4"
    other = entering.check(at(own), second, {**again.answers, "3.1": Answer("5")})
    assert [one.severity for one in other if one.code == "report_other_form"] == [Severity.WARNING]
    assert not [one for one in entering.check(at(own), second, again.answers) if one.code == "report_other_form"]
    assert compiled(at(own), "2027-Q1", "TUYEN-TRUYEN").found.received == ()


def test_the_group_of_autonomy_is_chosen_from_four(own: Office) -> None:
    what = Report("TT-HN", FORM, "2026-FY")
    (line,) = [one for sheet in entry_form(at(own), what).form.sheets for one in sheet.lines if one.code == "11.1"]
    assert line.choices == ("Nhóm 1", "Nhóm 2", "Nhóm 3", "Nhóm 4")
    wrong = {
        words: [one.code for one in entering.check(at(own), what, {"11.1": Answer(words)}) if one.cell and one.value]
        for words in ("Nhóm 3", "nhóm II", "4", "5", "nhóm A")
    }
    assert wrong == {"Nhóm 3": [], "nhóm II": [], "4": [], "5": ["report_group"], "nhóm A": ["report_group"]}


def test_a_unit_that_co_ordinates_has_the_task_with_its_texts_and_no_figures_of_the_lead(own: Office) -> None:
    keep(own, TASK_OWNERS, [{"task_no": "5", "owner": "KT", "owner_role": "with"}])
    sheets = {sheet.task: sheet for sheet in entry_form(at(own), Report("KT", FORM, PERIOD)).form.sheets}
    assert sheets["5"].lines == ()
    assert next(code for code, _ in sheets["5"].texts) == "5.ket-qua"


def test_the_balance_of_2027_knows_what_was_given_back(own: Office) -> None:
    reporting = Reporting(at(own))
    codes = {year: {row["check_code"] for _, row in checks_of(at(own), reporting, year)} for year in (2026, 2027)}
    assert "KT-4a" in codes[2026] - codes[2027]
    assert {"KT-1a", "KT-4d", "KT-6c", "KT-7c", "KT-10b"} <= codes[2027] - codes[2026]
    figures = {"4.1": 0, "4.2": 10, "4.3": 5, "4.4": 3, "4.5": 0, "4.6": 0, "4.7": 0, "4.8": 0, "4.10": 0}
    figures |= {"4.11": 2, "4.12": 10}
    what = Report("KT", FORM, "2027-Q1")
    answers = {code: Answer(str(value)) for code, value in figures.items()}
    wrong = [one for one in entering.check(at(own), what, answers) if one.code == "report_check"]
    assert wrong == []
    wrong = [
        one for one in entering.check(at(own), what, answers | {"4.11": Answer("1")}) if one.code == "report_check"
    ]
    assert len(wrong) == 1


def test_a_task_of_the_office_s_own_needs_no_code(own: Office) -> None:
    keep(own, TASKS, [{"task_no": "13", "name": "Chuyển đổi số nội bộ", "short_name": "Chuyển đổi số"}])
    keep(own, TASK_OWNERS, [{"task_no": "13", "owner": "tat-ca", "owner_role": "lead"}])
    metric = {"metric_code": "13.1", "task_no": "13", "name": "Số văn bản ký số", "unit_of_measure": "văn bản"}
    rule = {"metric_kind": "flow", "across_units": "sum", "over_periods": "sum", "owner": "tat-ca"}
    keep(own, METRICS, [metric | rule])
    tasks = "|".join([*(str(number) for number in range(1, 12)), "13"])
    keep(own, FORMS, [{"form_code": FORM, "name": "Báo cáo", "tasks": tasks, "windows": "Q1|6M|Q3|FY"}])
    what = Report("KT", FORM, PERIOD)
    form = entry_form(at(own), what)
    assert "13" in {sheet.task for sheet in form.form.sheets}
    data = entering.workbook_of(at(own), what, {**form.answers, "13.1": Answer("7")})
    plan = intake.plan(own, LOCAL_OPERATOR, "x.xlsx", data)
    assert not [one for one in plan.findings if one.severity is Severity.ERROR]
    assert "13.1" in set(plan.changes["code"])


ROW = ListRow("KT", "2", 1, "Công khai tiến độ hồ sơ", "34/CTr-UBND", "running", "Người phụ trách", None, "", "", "")


def test_a_row_is_carried_until_it_is_done(own: Office) -> None:
    lists.keep(at(own), ROW, "2026-Q1")
    held = {period: rows_in(at(own), period) for period in ("2025-FY", "2026-Q1", "2026-6M", "2026-Q3", "2026-FY")}
    assert [len(rows) for rows in held.values()] == [0, 1, 1, 1, 1]
    (row,) = held["2026-Q3"]
    assert row.opened_in == "2026-Q1"
    lists.keep(at(own), replace(row, state="done", evidence="Công văn 12/VP"), "2026-6M")
    assert [one.closed_in for one in rows_in(at(own), "2026-6M")] == ["2026-6M"]
    # Done in six months: told there and in the year that holds them, and no more in the third quarter.
    assert rows_in(at(own), "2026-Q3") == ()
    assert len(rows_in(at(own), "2026-FY")) == 1
    assert lists.next_number(at(own), "KT", "2") == 2


def test_the_list_of_a_task_stands_in_its_section(own: Office) -> None:
    lists.keep(at(own), ROW, PERIOD)
    section = next(one for one in compiled(at(own), PERIOD, day=LOOKED_AT).sections if one.number == "I")
    assert "Công khai tiến độ hồ sơ (thực hiện 34/CTr-UBND) – đang thực hiện." in section.lines


@pytest.mark.parametrize("wrong", [{"title": " "}, {"state": "sometime"}])
def test_a_row_without_a_title_or_with_another_state_is_refused(own: Office, wrong: dict[str, str]) -> None:
    with pytest.raises(CchcError):
        lists.keep(at(own), replace(ROW, **wrong), PERIOD)


def test_an_item_of_the_plan_is_asked_of_all_who_have_a_part(own: Office) -> None:
    item = {"plan_year": 2026, "item_no": "1", "task": "Rà soát TTHC", "lead": "KT|NOI-CHINH", "with_units": "TCD"}
    keep(own, PLAN_ITEMS, [item])
    labels = {}
    for unit in ("KT", "NOI-CHINH", "TCD", "HC-TC"):
        sheets = {sheet.task: sheet for sheet in entry_form(at(own), Report(unit, FORM, PERIOD)).form.sheets}
        labels[unit] = sheets["KH"].lines[0].label if "KH" in sheets else None
    assert labels == {
        "KT": "Rà soát TTHC",
        "NOI-CHINH": "Rà soát TTHC",
        "TCD": "Rà soát TTHC · (phối hợp)",
        "HC-TC": None,
    }


def test_bases_are_reviewed_together(own: Office) -> None:
    before = own.version
    setup.review_bases(at(own), ["10/CT-UBND", "34/CTr-UBND"], "in_force", date(2026, 11, 30))
    assert own.version == before + 1
    held = own.store.facts(LEGAL_BASES, {"basis": ["10/CT-UBND", "34/CTr-UBND"]})
    assert set(held["state"]) == {"in_force"}
    assert set(held["reviewed_on"]) == {date(2026, 11, 30)}


@pytest.mark.parametrize("kind", [TASKS, TASK_OWNERS, METRICS, FORMS, LEGAL_BASES])
def test_a_template_that_is_filled_in_says_nothing_new(own: Office, kind: object) -> None:
    data = setup.filled_template(at(own), kind)  # type: ignore[arg-type]
    plan = intake.plan(own, LOCAL_OPERATOR, "mau.xlsx", data, kind.name)  # type: ignore[attr-defined]
    assert not plan.rejected, [one.message for one in plan.findings]
    assert plan.changes.empty
