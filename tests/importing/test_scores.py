"""Score rows: from cells to facts and findings."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.importing import Interpretation, interpret
from cchc_metrics.model import Finding, RowCounts, Severity, Stamp, Workbook
from cchc_metrics.schema import KINDS, SCORES
from tests.builders import ExcelError, Percent, grid, score, scores, snapshot, workbook

SNAPSHOT = snapshot()
PAR = {"index": "PAR INDEX", "ma_tc": "3"}


def read(*rows: dict[str, Any]) -> Interpretation:
    return interpret(scores(*rows), SCORES, SNAPSHOT)


def codes(result: Interpretation) -> list[str]:
    return [finding.code for finding in result.findings]


def one(result: Interpretation, code: str) -> Finding:
    (found,) = [finding for finding in result.findings if finding.code == code]
    return found


def test_a_clean_row_becomes_one_fact_with_its_place() -> None:
    result = read(score(toi_da=20, hang="3/8", nguon="papi.org.vn", ghi_chu="thử"))
    assert result.findings == ()
    assert result.rows == RowCounts(read=1, accepted=1)
    fact = result.facts.iloc[0].to_dict()
    assert (fact["entity_id"], fact["node_code"]) == ("P63-45", "TOTAL")
    assert (fact["index_code"], fact["period_id"], fact["score_kind"]) == ("PAPI", "2023", "published")
    assert (fact["state"], fact["value"], fact["max_score"]) == ("value", 15.0, 20.0)
    assert (fact["published_rank"], fact["rank_out_of"]) == (3, 8)
    assert (fact["framework_id"], fact["source"], fact["note"]) == ("PAPI 2018", "papi.org.vn", "thử")
    assert (fact["sheet_no"], fact["row_no"], fact["col_no"]) == (1, 2, 8)


def test_facts_have_the_columns_and_types_of_the_kind() -> None:
    facts = read(score()).facts
    assert list(facts.columns) == [*SCORES.grain_names, *SCORES.value_names, "sheet_no", "row_no", "col_no"]
    assert facts["value"].dtype == np.float64
    assert str(facts["published_rank"].dtype) == "Int64"
    assert str(facts["entity_id"].dtype) == "str"
    assert facts[["printed", "source", "note", "published_rank", "max_score"]].isna().all(axis=None)


def test_the_input_is_not_changed() -> None:
    book = scores(score(diem="1.234"), score(ten=" ", diem=ExcelError("#REF!")))
    before = [(c.kinds.copy(), c.numbers.copy(), c.texts.copy()) for c in book.sheets[0].columns]
    interpret(book, SCORES, SNAPSHOT)
    for column, (kinds, numbers, texts) in zip(book.sheets[0].columns, before, strict=True):
        assert (column.kinds == kinds).all()
        assert np.array_equal(column.numbers, numbers, equal_nan=True)
        assert (column.texts == texts).all()


def test_zero_exempt_and_missing_stay_three_different_values() -> None:
    facts = read(score(ma_tc="D1", diem=0), score(ma_tc="D5", diem="N/A"), score(diem="không công bố")).facts.set_index(
        "node_code"
    )
    assert facts["state"].to_dict() == {"D1": "value", "D5": "na", "TOTAL": "missing"}
    assert facts.loc["D1", "value"] == 0
    assert facts.loc[["D5", "TOTAL"], "value"].isna().all()


def test_an_empty_score_is_an_error_that_says_what_to_write() -> None:
    found = one(read(score(diem=None)), "value_empty")
    assert (found.severity, found.cell, found.sheet) == (Severity.ERROR, "H2", "Dữ liệu")
    assert "N/A" in found.message
    assert "không công bố" in found.message


def test_a_dash_asks_what_is_meant() -> None:
    found = one(read(score(diem="–")), "unclear_mark")
    assert (found.severity, found.value) == (Severity.ERROR, "–")


def test_an_excel_error_is_named_once_and_nothing_else_is_said_of_the_cell() -> None:
    result = read(score(diem=ExcelError("#DIV/0!")), score(ma_tc=ExcelError("#N/A"), ten_tc=None))
    assert codes(result) == ["excel_error", "excel_error"]
    assert [(found.cell, found.value) for found in result.findings] == [("H2", "#DIV/0!"), ("E3", "#N/A")]
    assert result.rows == RowCounts(read=2, rejected=2)


def test_a_formula_without_a_stored_result_is_an_error() -> None:
    assert codes(read(score(diem=ExcelError("=A1+B1")))) == ["formula_without_result"]


def test_every_problem_of_a_row_is_said_at_once() -> None:
    result = read(score(index="PCI", ky="Quý II/2025", diem="abc", loai="lạ", hang="hạng nhất"))
    assert set(codes(result)) == {
        "index_unknown",
        "period_no_such_form",
        "not_a_number",
        "choice_unknown",
        "rank_unknown",
    }
    assert result.rows == RowCounts(read=1, rejected=1)


def test_required_cells_may_not_be_empty() -> None:
    result = read(score(index=None), score(ky=None), score(ten=None), score(ma_tc=None))
    assert sorted(codes(result)) == ["cell_empty", "cell_empty", "one_of_empty", "one_of_empty"]
    assert {found.cell for found in result.findings} == {"A2", "B3", "C4", "E5"}


def test_a_cell_of_blanks_is_an_empty_cell() -> None:
    assert codes(read(score(diem=" \u00a0 "))) == ["value_empty"]


def test_equal_findings_are_folded_with_their_cells() -> None:
    result = read(score(ten="Xứ lạ"), score(ten="Xứ khác"), score(ten="Xứ lạ", ky=2022))
    assert [(found.value, found.count, found.cell, found.cells) for found in result.findings] == [
        ("Xứ lạ", 2, "D2", ("D2", "D4")),
        ("Xứ khác", 1, "D3", ("D3",)),
    ]


def test_at_most_a_thousand_cells_are_listed() -> None:
    found = one(read(*[score(ten="Xứ lạ")] * 1100), "entity_unknown")
    assert (found.count, len(found.cells)) == (1100, 1000)


def test_errors_come_before_warnings_and_information() -> None:
    result = read(score(ma="44", ten=None), score(), score(), score(diem=None))
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    assert [order.index(found.severity) for found in result.findings] == [0, 1, 2]


def test_an_ambiguous_number_is_an_error_naming_both_readings() -> None:
    found = one(read(score(index="SIPAS", ma_tc="KT", diem="1.234")), "number_ambiguous")
    assert found.severity is Severity.ERROR
    assert "1,234" in found.message
    assert "1234" in found.message


def test_the_maximum_settles_an_ambiguous_number_and_that_is_said() -> None:
    result = read(score(diem="5.762"), score(ten="Huế", diem="6,123"))
    assert result.facts["value"].tolist() == [5.762, 6.123]
    found = one(result, "number_settled")
    assert (found.severity, found.count, found.value) == (Severity.INFO, 2, "")


def test_the_maximum_in_the_file_settles_before_that_of_the_framework() -> None:
    result = read(score(index="SIPAS", ma_tc="KT", diem="1.234", toi_da=10))
    assert result.facts["value"].tolist() == [1.234]
    assert set(codes(result)) == {"number_settled", "maximum_differs"}


def test_an_ambiguous_number_with_no_known_maximum_stays_an_error() -> None:
    assert codes(read(score(**PAR | {"ma_tc": "8"}, diem="1.234"))) == ["number_ambiguous"]


def test_a_percent_is_taken_where_the_criterion_is_measured_in_percent() -> None:
    result = read(
        score(index="SIPAS", diem=Percent(0.8525)),
        score(index="SIPAS", ten="Huế", diem="85,25%"),
        score(index="PAR INDEX", diem=Percent(0.8625)),
        score(**PAR, loai="Tỷ lệ công bố (%)", diem="95,76%"),
    )
    assert result.facts["value"].tolist() == [85.25, 85.25, 86.25, 95.76]
    assert result.facts["printed"].tolist()[1] == "85,25%"
    assert result.findings == ()


@pytest.mark.parametrize("value", [Percent(0.9576), "95,76%"])
def test_a_percent_of_a_criterion_in_points_is_asked_about(value: Any) -> None:
    result = read(score(**PAR, diem=value))
    assert codes(result) == ["percent_for_points"]
    assert result.rows.rejected == 1


def test_a_score_with_a_slash_brings_its_maximum() -> None:
    fact = read(score(**PAR, diem="12,45/13")).facts.iloc[0]
    assert (fact["value"], fact["max_score"], fact["printed"]) == (12.45, 13.0, "12,45/13")


def test_two_maxima_in_one_row_must_agree() -> None:
    assert codes(read(score(**PAR, diem="12,45/13", toi_da=12))) == ["maximum_disagrees", "maximum_differs"]


def test_a_score_above_its_maximum_is_an_error_and_its_bonus_is_allowed() -> None:
    assert codes(read(score(**PAR, diem=13.5))) == []
    (found,) = read(score(**PAR, diem=13.51)).findings
    assert found.code == "score_above_max"
    assert (found.value, "13,5" in found.message) == ("13,51", True)
    assert codes(read(score(diem=-0.1))) == ["score_negative"]


def test_a_published_percentage_lies_within_0_and_100_whatever_the_maximum() -> None:
    assert codes(read(score(**PAR, loai="Tỷ lệ công bố (%)", diem=95.76))) == []
    assert codes(read(score(**PAR, loai="Tỷ lệ công bố (%)", diem=100.01))) == ["percent_above_100"]


def test_a_maximum_other_than_the_frameworks_is_a_warning_and_is_kept() -> None:
    result = read(score(**PAR, diem=12, toi_da=14))
    assert one(result, "maximum_differs").severity is Severity.WARNING
    assert result.facts["max_score"].tolist() == [14.0]


@pytest.mark.parametrize(("text", "expected"), [(3, (3, None)), ("3", (3, None)), ("3/8", (3, 8)), ("3 / 8", (3, 8))])
def test_a_rank_may_bring_its_count(text: Any, expected: tuple[int, int | None]) -> None:
    fact = read(score(hang=text)).facts.iloc[0]
    found = tuple(None if pd.isna(fact[name]) else int(fact[name]) for name in ("published_rank", "rank_out_of"))
    assert found == expected


@pytest.mark.parametrize("text", ["-", "N/A", "không công bố", None])
def test_no_rank_is_no_error(text: str | None) -> None:
    result = read(score(hang=text))
    assert result.findings == ()
    assert result.facts["published_rank"].isna().all()


@pytest.mark.parametrize(
    ("rank", "code"),
    [("9/8", "rank_above_count"), (0, "rank_above_count"), (9, "rank_above_peers"), ("3/63", "rank_above_peers")],
)
def test_a_rank_lies_within_its_count_and_the_provinces_of_the_era(rank: Any, code: str) -> None:
    assert codes(read(score(hang=rank))) == [code]


@pytest.mark.parametrize("rank", ["hạng 3", 3.5, "-3", "3/"])
def test_anything_else_is_no_rank(rank: Any) -> None:
    assert codes(read(score(hang=rank))) == ["rank_unknown"]


def test_a_rank_that_excel_made_a_date_is_explained() -> None:
    assert codes(read(score(hang=date(2025, 4, 12)))) == ["rank_became_date"]


def test_a_date_in_the_place_of_a_score_is_explained() -> None:
    assert codes(read(score(diem=date(2025, 5, 8)), score(ten="Huế", diem=True))) == [
        "date_for_number",
        "truth_for_number",
    ]


def test_identical_rows_are_kept_once_and_said() -> None:
    result = read(score(), score())
    assert len(result.facts) == 1
    assert result.rows == RowCounts(read=2, accepted=1, ignored=1)
    assert one(result, "row_repeated").cell == "H3"


def test_rows_that_contradict_each_other_are_an_error_with_both_cells() -> None:
    result = read(score(), score(), score(diem=16), score(ten="Huế"))
    (found,) = result.findings
    assert found.code == "rows_disagree"
    assert found.cells == ("H2", "H3", "H4")
    assert "H2, H3, H4" in found.message
    assert result.rows == RowCounts(read=4, accepted=1, rejected=3)


def test_contradictions_between_sheets_name_the_sheets() -> None:
    head = list(SCORES.headers)
    rows = [[score(diem=value).get(name) for name in head] for value in (15, 16)]
    book = workbook(grid([head, rows[0]], "Một"), grid([head, rows[1]], "Hai"))
    result = interpret(book, SCORES, SNAPSHOT)
    assert "Một!H2, Hai!H2" in result.findings[0].message
    assert result.rows == RowCounts(read=2, rejected=2)


def test_many_contradictions_are_folded_after_the_first_ones() -> None:
    subjects = [(year, code) for year in range(2026, 2097) for code in ("TOTAL", "D1", "D5")]
    pairs = [score(ten="Huế", ky=year, ma_tc=code, diem=value) for year, code in subjects for value in (1, 2)]
    result = read(*pairs)
    found = [finding for finding in result.findings if finding.code == "rows_disagree"]
    assert len(found) == 21
    assert sum(finding.count for finding in found) == len(pairs)


def test_a_province_that_is_zero_throughout_looks_withheld() -> None:
    result = read(
        score(diem=0), score(ma_tc="D1", diem=0), score(ten="Huế", diem=0), score(ten="Hà Nội", ma_tc="D1", diem=0)
    )
    found = [finding for finding in result.findings if finding.code == "zero_province"]
    assert [(finding.severity, finding.cells) for finding in found] == [
        (Severity.WARNING, ("H2", "H3")),
        (Severity.WARNING, ("H4",)),
    ]
    assert result.rows.accepted == 4
    assert codes(read(score(ma_tc="D1", diem=0), score(ma_tc="D5", diem=3))) == []


def test_index_years_and_report_periods_do_not_mix_in_one_file() -> None:
    result = read(score(), score(ky=2022), score(ky="6 tháng 2023"))
    assert [(found.code, found.cells) for found in result.findings] == [("period_types_mixed", ("B4",))]
    assert codes(read(score(), score(index="SIPAS", ky="6 tháng 2023", diem=80))) == []


def test_a_report_period_uses_the_framework_and_the_era_of_its_dates() -> None:
    facts = read(score(ky="Quý III/2025"), score(ky="6 tháng 2025")).facts
    assert facts["entity_id"].tolist() == ["P34-44", "P63-45"]
    assert facts["framework_id"].tolist() == ["PAPI 2018"] * 2


def test_a_department_gets_no_score() -> None:
    assert codes(read(score(ten="Sở Nội vụ"))) == ["entity_not_scored"]
    assert codes(read(score(ten="Cả nước"))) == []


def test_a_finding_points_at_the_cell_that_names_the_entity() -> None:
    assert one(read(score(ten=None, ma="99")), "entity_code_unknown").cell == "C2"
    assert one(read(score(ten="Xứ lạ")), "entity_unknown").cell == "D2"
    assert one(read(score(ma_tc=None, ten_tc="Lạ")), "node_unknown").cell == "F2"


def test_illustrative_figures_do_not_enter_the_real_store() -> None:
    book = scores(score(nguon="SỐ LIỆU MINH HOẠ"), score(ten="Huế"))
    assert interpret(book, SCORES, SNAPSHOT).rows == RowCounts(read=2, accepted=1, rejected=1)
    assert interpret(book, SCORES, SNAPSHOT, illustrative=True).rows == RowCounts(read=2, accepted=2)


def test_a_template_of_another_version_or_kind_is_told() -> None:
    book = scores(score())
    old = Workbook(book.file_name, book.file_type, book.sheets, Stamp("scores", 0))
    other = Workbook(book.file_name, book.file_type, book.sheets, Stamp("targets", 1))
    assert codes(interpret(old, SCORES, SNAPSHOT)) == ["template_version"]
    assert codes(interpret(other, SCORES, SNAPSHOT)) == ["template_of_other_kind"]


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["PAPI", "SIPAS", "2023", "Quảng Trị", "Huế", "45", "TOTAL", "D1", "N/A", "-", "1.234", "5,5", "lạ"]
    ),
    st.sampled_from([2023, 2022.0, 45, 1, 0, 15.5, True, Percent(0.5), ExcelError("#REF!"), date(2025, 7, 1)]),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=12, max_size=12), max_size=8), st.sampled_from(list(KINDS.values())))
def test_every_row_read_is_accepted_rejected_or_ignored(rows: list[list[Any]], kind: Any) -> None:
    table = [list(kind.headers), *(row[: len(kind.headers)] for row in rows)]
    result = interpret(workbook(table), kind, SNAPSHOT)
    counts = result.rows
    assert counts.read == counts.accepted + counts.rejected + counts.ignored
    assert counts.read == sum(any(cell is not None for cell in row) for row in table[1:])
    assert counts.accepted == len(result.facts)
    faults = [found for found in result.findings if found.severity is Severity.ERROR]
    assert (counts.rejected > 0) == any(found.code != "no_rows" for found in faults)
    assert (counts.read == 0) == any(found.code == "no_rows" for found in faults)
    assert not result.facts.duplicated(list(kind.grain_names)).any()
    assert result.facts[list(kind.grain_names)].notna().all(axis=None)


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.name)
def test_a_table_without_rows_is_refused_and_its_frame_keeps_its_columns(kind: Any) -> None:
    result = interpret(workbook([list(kind.headers)]), kind, SNAPSHOT)
    assert [finding.code for finding in result.findings] == ["no_rows"]
    assert result.rows == RowCounts()
    assert list(result.facts.columns) == [*kind.grain_names, *kind.value_names, "sheet_no", "row_no", "col_no"]


@pytest.mark.parametrize(("year", "told"), [(2021, False), (2022, False), (2023, True), (2024, True)])
def test_a_score_of_a_year_after_this_one_is_told(year: int, told: bool) -> None:
    result = interpret(scores(score(ky=year)), SCORES, SNAPSHOT, today=date(2022, 12, 31))
    assert ("period_in_future" in codes(result)) is told
