"""One import path: shipped facts, uploads and edits; what changes, what is refused, what can be taken back."""

import io
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook

from cchc_metrics.access import LOCAL_OPERATOR, SYSTEM
from cchc_metrics.errors import CchcError, ConflictError, NotAllowedError, UnknownNameError
from cchc_metrics.model import AcrossColumn, Action, Actor, FileMapping, NameAnswer, Severity, TableMap
from cchc_metrics.schema import LAYOUTS, SCORES, TARGETS
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.records import ranking
from tests.conftest import settings_at
from tests.files import csv_of

QUANG_TRI = "Quảng Trị (cũ)"
# A correction of one part leaves the total as published: a warning, which needs a reason.
WHY = "đính chính theo nguồn"


def workbook(
    rows: Sequence[Sequence[object]], headers: Sequence[str] = SCORES.headers, *, title: str = "Nhập liệu"
) -> bytes:
    """A score workbook with these rows below the headers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    sheet.append(list(headers))
    for row in rows:
        sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def score(value: object, *, year: object = 2024, name: str = QUANG_TRI, node: str = "D1") -> list[object]:
    """One row of the score template."""
    return ["PAPI", year, None, name, node, None, None, value, None, None, "kiểm thử", None]


def first(office: Office) -> str:
    """Who leads PAPI 2024 on D1."""
    return str(ranking.ranking(Desk.at(office, LOCAL_OPERATOR), "PAPI", "2024", "D1")[0]["name"])


def test_a_corrected_workbook_changes_the_ranking_and_undo_restores_every_fact(stocked: Office) -> None:
    before, leader = stocked.store.checksum(), first(stocked)
    plan = intake.plan(stocked, LOCAL_OPERATOR, "dinh-chinh.xlsx", workbook([score("9,5")]))
    assert (plan.counts.added, plan.counts.changed) == (0, 1)
    assert stocked.store.checksum() == before, "a plan stores nothing"
    receipt = storing.commit(stocked, LOCAL_OPERATOR, plan, "đính chính")
    assert receipt.entry is not None
    assert leader != QUANG_TRI
    assert first(stocked) == QUANG_TRI
    undone = storing.undo(stocked, LOCAL_OPERATOR, receipt.entry.seq, "nhầm tệp")
    assert first(stocked) == leader
    assert stocked.store.checksum() == before
    storing.undo(stocked, LOCAL_OPERATOR, undone.seq, "làm lại")
    assert first(stocked) == QUANG_TRI


def test_the_same_file_twice_changes_nothing_and_names_the_earlier_upload(stocked: Office) -> None:
    data = workbook([score("9,5")])
    entry = storing.commit(stocked, LOCAL_OPERATOR, intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", data), WHY).entry
    assert entry is not None
    again = intake.plan(stocked, LOCAL_OPERATOR, "b.xlsx", data)
    assert again.same_as_upload == entry.seq
    assert (again.counts.added, again.counts.changed, again.counts.unchanged) == (0, 0, 1)
    version = stocked.version
    assert storing.commit(stocked, LOCAL_OPERATOR, again, "").entry is None
    assert stocked.version == version


def test_a_plan_with_warnings_is_stored_only_with_a_written_reason_which_is_kept(stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("9,5")]))
    assert storing.status_of(plan) == "accepted_with_warnings"
    assert [(f.code, f.sheet, f.cell) for f in plan.findings] == [
        *[("sum_differs", "Nhập liệu", "H2")] * 2,
        ("jump", "Nhập liệu", "H2"),
        ("other_source", "Nhập liệu", "H2"),
    ]
    version = stocked.version
    for blank in ("", "  \n"):
        with pytest.raises(CchcError, match="Ghi lý do"):
            storing.commit(stocked, LOCAL_OPERATOR, plan, blank)
    assert stocked.version == version
    entry = storing.commit(stocked, LOCAL_OPERATOR, plan, WHY).entry
    assert entry is not None
    assert stocked.store.entry(entry.seq).note == WHY


def test_a_plan_without_warnings_needs_no_reason(stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "q1.xlsx", workbook([score("5,5", year="Quý I/2024")]))
    assert storing.status_of(plan) == "accepted"
    assert storing.commit(stocked, LOCAL_OPERATOR, plan, "").entry is not None


def test_the_same_content_in_another_file_is_told(stocked: Office) -> None:
    storing.commit(
        stocked, LOCAL_OPERATOR, intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("9,5")])), WHY
    )
    again = intake.plan(
        stocked, LOCAL_OPERATOR, "b.csv", csv_of([dict(zip(SCORES.headers, score("9,5"), strict=True))])
    )
    assert (again.counts.unchanged, again.same_as_upload, again.changes.empty) == (1, None, True)
    assert [f.code for f in again.findings if f.severity is Severity.INFO] == ["same_content"]
    other = intake.plan(stocked, LOCAL_OPERATOR, "c.xlsx", workbook([score("9,6")]))
    assert "same_content" not in {f.code for f in other.findings}


def test_shipped_facts_raise_no_false_alarm(stocked: Office) -> None:
    """Four sums of 2022 and six jumps stand so in the publisher's own figures; nothing else is doubted but whole
    steps between two years that look like a changed measurement.
    """
    told = [
        (finding.code, finding.count)
        for entry in stocked.store.entries()
        if entry.kind == SCORES.name
        for finding in entry.findings
        if finding.severity is not Severity.INFO
    ]
    steps = [count for code, count in told if code == "suspect_step"]
    assert sorted(one for one in told if one[0] != "suspect_step") == [*[("jump", 1)] * 6, ("sum_differs", 4)]
    # Each counts the cells of both its years: of at least 61 provinces, never of a few.
    assert (len(steps), min(steps), max(steps)) == (20, 122, 126)


def test_a_row_of_a_stored_score_leads_to_its_file_sheet_and_cell(stocked: Office) -> None:
    data = workbook([score("7,1"), score("9,5", node="D2")])
    entry = storing.commit(stocked, LOCAL_OPERATOR, intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", data), WHY).entry
    assert entry is not None
    where = {"index_code": ["PAPI"], "period_id": ["2024"], "entity_id": ["P63-45"], "node_code": ["D2"]}
    fact = stocked.store.facts(SCORES, where, provenance=True).iloc[0]
    assert (fact["upload_seq"], fact["sheet_no"], fact["row_no"], fact["col_no"]) == (entry.seq, 1, 3, 8)
    assert stocked.store.original(entry.seq) == ("a.xlsx", data)


def test_a_file_with_an_error_stores_nothing_and_lists_every_finding(stocked: Office) -> None:
    rows = [score("9,5"), score("11", node="D2"), score("abc", node="D3"), score("5", name="Quảng Tri Cũ Xa")]
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook(rows))
    assert plan.rejected
    assert {(f.cell, f.severity.value) for f in plan.findings if f.severity == "error"} == {
        ("H3", "error"),
        ("H4", "error"),
        ("D5", "error"),
    }
    assert plan.rows.read == plan.rows.accepted + plan.rows.rejected + plan.rows.ignored == 4
    version = stocked.version
    with pytest.raises(CchcError):
        storing.commit(stocked, LOCAL_OPERATOR, plan, "")
    assert stocked.version == version


def test_an_empty_template_is_refused_with_what_to_do(stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "mau.xlsx", templates.template(stocked, LOCAL_OPERATOR, SCORES))
    assert [finding.code for finding in plan.findings] == ["no_rows"]
    assert plan.rejected


def test_a_plan_whose_cells_changed_meanwhile_is_refused(stocked: Office) -> None:
    mine = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("9,5")]))
    other = intake.plan(stocked, LOCAL_OPERATOR, "b.xlsx", workbook([score("8,5")]))
    storing.commit(stocked, LOCAL_OPERATOR, other, WHY)
    with pytest.raises(ConflictError):
        storing.commit(stocked, LOCAL_OPERATOR, mine, WHY)


def test_a_double_click_imports_once(stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("9,5")]))
    once = storing.commit(stocked, LOCAL_OPERATOR, plan, WHY).entry
    assert storing.commit(stocked, LOCAL_OPERATOR, plan, WHY).entry == once


def test_publishers_wide_sheets_are_read_one_year_a_sheet(stocked: Office) -> None:
    book = Workbook()
    for year in ("2023", "2024"):
        sheet = book.create_sheet(year)
        sheet.append(["TT", "Tỉnh/Thành phố", "D1", "D2"])
        sheet.append([1, "Quảng Trị", 9.1, 9.2])
        sheet.append([2, "Hà Tĩnh", 9.3, 9.4])
    del book["Sheet"]
    buffer = io.BytesIO()
    book.save(buffer)
    plan = intake.plan(stocked, LOCAL_OPERATOR, "PAPI.xlsx", buffer.getvalue())
    assert not plan.rejected, plan.findings
    assert plan.counts.changed == 8


def test_index_years_and_report_periods_never_mix_in_a_file(stocked: Office) -> None:
    plan = intake.plan(
        stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("9,5"), score("9,1", year="Quý I/2024", node="D2")])
    )
    assert plan.rejected


def test_a_quarterly_score_is_kept_apart_from_the_index_year(stocked: Office) -> None:
    data = workbook([score("5,5", year="Quý I/2024")])
    storing.commit(stocked, LOCAL_OPERATOR, intake.plan(stocked, LOCAL_OPERATOR, "q1.xlsx", data), "")
    held = stocked.store.facts(SCORES, {"entity_id": ["P63-45"], "period_id": ["2024-Q1"]})
    assert held["value"].tolist() == [5.5]
    assert first(stocked) != QUANG_TRI


def test_targets_typed_on_the_screen_go_through_the_journal(stocked: Office) -> None:
    typed = pd.DataFrame(
        [
            {
                "entity_id": "P63-45",
                "index_code": "PAPI",
                "node_code": "TOTAL",
                "period_id": "2025",
                "target_kind": "value",
                "value": 46.0,
                "legal_basis": "Kế hoạch kiểm thử",
                "source": None,
                "note": None,
            }
        ]
    )
    entry = storing.edit(stocked, LOCAL_OPERATOR, TARGETS, typed, "giao mục tiêu")
    assert entry is not None
    assert entry.action is Action.EDIT
    assert storing.edit(stocked, LOCAL_OPERATOR, TARGETS, typed, "lặp lại") is None
    assert stocked.store.facts(TARGETS)["value"].tolist() == [46.0]
    storing.remove(stocked, LOCAL_OPERATOR, TARGETS, stocked.store.facts(TARGETS, provenance=True), "bỏ mục tiêu")
    assert stocked.store.facts(TARGETS).empty
    storing.undo(stocked, LOCAL_OPERATOR, stocked.version, "khôi phục")
    assert stocked.store.facts(TARGETS)["value"].tolist() == [46.0]


def test_shipped_facts_load_once_and_no_target_ships(stocked: Office) -> None:
    assert len(reference.missing_files(stocked)) == 0
    assert {entry.actor for entry in stocked.store.entries()} == {SYSTEM}
    assert stocked.store.count(TARGETS) == 0


def test_a_new_release_never_overwrites_a_persons_correction(stocked: Office, tmp_path: Path) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("9,5")]))
    storing.commit(stocked, LOCAL_OPERATOR, plan, "đính chính")
    folder = stocked.settings.data_dir
    stocked.close()
    release = tmp_path / "reference"
    shutil.copytree(stocked.settings.reference_dir, release)
    shipped = release / "papi_dimension.csv"
    text = shipped.read_text(encoding="utf-8-sig")
    rows = text.splitlines()
    changed = [row.replace(",5,480993,", ",") for row in rows]
    newer = "\r\n".join(row.replace('"7,282435"', '"7,282500"') for row in changed) + "\r\n"
    shipped.write_text(newer, encoding="utf-8-sig", newline="")
    again = Office.open(replace(settings_at(folder), reference_dir=release))
    try:
        assert reference.prepare(again) == 1
        where = {"index_code": ["PAPI"], "period_id": ["2024"], "entity_id": ["P63-45"]}
        held = again.store.facts(SCORES, where).set_index("node_code")["value"]
        assert held["D1"] == 9.5
        assert held["D5"] == 7.2825
    finally:
        again.close()


def test_nobody_without_the_right_imports_or_undoes(stocked: Office) -> None:
    stranger = Actor("x", "Khách", "nobody")
    with pytest.raises(NotAllowedError):
        intake.plan(stocked, stranger, "a.xlsx", workbook([score("9,5")]))
    with pytest.raises(NotAllowedError):
        storing.undo(stocked, stranger, 1, "")
    with pytest.raises(NotAllowedError):
        ranking.ranking(Desk.at(stocked, stranger), "PAPI", "2024")


def test_a_new_index_is_added_by_upload_alone(stocked: Office) -> None:
    headers = [
        "Bộ chỉ số",
        "Bộ tiêu chí",
        "Áp dụng từ năm",
        "Mã tiêu chí",
        "Mã cấp trên",
        "Tên tiêu chí",
        "Điểm tối đa",
    ]
    framework = workbook(
        [
            ["PCI", "PCI 2023", 2023, "TOTAL", None, "Chỉ số năng lực cạnh tranh cấp tỉnh", 100],
            ["PCI", "PCI 2023", 2023, "1", "TOTAL", "Gia nhập thị trường", 10],
        ],
        headers,
    )
    plan = intake.plan(stocked, LOCAL_OPERATOR, "pci.xlsx", framework, "frameworks")
    assert not plan.rejected, plan.findings
    storing.commit(stocked, LOCAL_OPERATOR, plan, WHY)
    row = ["PCI", 2023, None, "Quảng Trị", "TOTAL", None, None, "65,5", None, None, "kiểm thử", None]
    plan = intake.plan(stocked, LOCAL_OPERATOR, "diem.xlsx", workbook([row]))
    assert not plan.rejected, plan.findings
    storing.commit(stocked, LOCAL_OPERATOR, plan, "")
    assert "PCI" in Desk.at(stocked, LOCAL_OPERATOR).catalogue.indices()


def test_an_unknown_index_is_named_with_those_there_are(stocked: Office) -> None:
    with pytest.raises(UnknownNameError, match="PAPI"):
        ranking.ranking(Desk.at(stocked, LOCAL_OPERATOR), "XYZ", "2024")


TITLE = ["KẾT QUẢ CHỈ SỐ PAPI"]
BELOW = ["Tỉnh/TP", "D1. Tham gia", "D5. Thủ tục"]
OF_YEARS = (
    TableMap(
        "2026",
        (3, 3),
        {"Tên đơn vị": 1},
        (AcrossColumn(2, "Điểm", {"Mã tiêu chí": "D1"}), AcrossColumn(3, "Điểm", {"Mã tiêu chí": "D5"})),
        {"Bộ chỉ số": "PAPI", "Kỳ": "2026"},
    ),
)


def yearly(year: int, *rows: Sequence[object]) -> bytes:
    """One sheet, named by its year, with provinces down and two criteria across."""
    return workbook([[], BELOW, *rows], TITLE, title=str(year))


def test_the_next_file_of_a_remembered_layout_needs_no_mapping(stocked: Office) -> None:
    mapping = FileMapping("scores", OF_YEARS, answers=(NameAnswer("entity", "34", "Cố đô", "P34-46"),))
    first = yearly(2026, ["Hà Nội", 5.5, 7], ["Cố đô", 6.5, 7.5])
    plan = intake.plan(stocked, LOCAL_OPERATOR, "ket-qua-2026.xlsx", first, mapping=mapping)
    assert [f.code for f in plan.findings if f.severity is Severity.ERROR] == []
    assert (plan.kind, plan.mapping, plan.counts.added) == ("scores", mapping, 4)
    version = stocked.version
    storing.commit(stocked, LOCAL_OPERATOR, plan, WHY, remember=True)
    assert stocked.version == version + 3, "the scores, the layout and the name, each an entry"
    assert storing.remember(stocked, LOCAL_OPERATOR, plan, "") == (), "what is known is not stored again"

    later = intake.plan(
        stocked, LOCAL_OPERATOR, "ket-qua-2027.xlsx", yearly(2027, ["Cố đô", 6.6, 7.6], ["Hà Nội", 5.4, 7.1])
    )
    told = [f for f in later.findings if f.code == "layout_remembered"]
    assert [(f.severity, "ket-qua-2026.xlsx" in f.message) for f in told] == [(Severity.INFO, True)]
    assert [f.code for f in later.findings if f.severity is Severity.ERROR] == []
    assert later.changes[["entity_id", "node_code", "period_id", "value"]].to_numpy().tolist() == [
        ["P34-46", "D1", "2027", 6.6],
        ["P34-46", "D5", "2027", 7.6],
        ["P34-01", "D1", "2027", 5.4],
        ["P34-01", "D5", "2027", 7.1],
    ]
    assert storing.remember(stocked, LOCAL_OPERATOR, later, "") == ()


def test_a_remembered_layout_that_cannot_be_read_is_told_and_the_file_understood(stocked: Office) -> None:
    data = workbook([["Hà Nội", 5.5, 7]], ["Tỉnh", "D1", "D5"], title="PAPI 2026")
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", data)
    storing.remember(stocked, LOCAL_OPERATOR, plan, "nhớ")
    known = stocked.store.facts(LAYOUTS)
    storing.edit(stocked, LOCAL_OPERATOR, LAYOUTS, known.assign(mapping='{"kind": 1}'), "hỏng")
    again = intake.plan(stocked, LOCAL_OPERATOR, "b.xlsx", data)
    assert "layout_not_readable" in {f.code for f in again.findings}
    assert again.mapping == plan.mapping
    assert again.counts.added == 2


def test_the_same_file_read_in_two_ways_makes_two_plans(stocked: Office) -> None:
    data = yearly(2026, ["Hà Nội", 5.5, 7])
    mapping = FileMapping("scores", OF_YEARS)
    other = replace(mapping, tables=(replace(OF_YEARS[0], across=OF_YEARS[0].across[:1]),))
    plans = [intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", data, mapping=one) for one in (mapping, other)]
    assert plans[0].plan_id != plans[1].plan_id


def test_a_template_is_not_remembered(stocked: Office) -> None:
    data = csv_of([dict(zip(SCORES.headers, score("9,5"), strict=True))])
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.csv", data)
    assert plan.mapping is not None
    made = storing.remember(stocked, LOCAL_OPERATOR, replace(plan, original=b""), "")
    assert made == ()
