"""What a file says against itself and against what is in force."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.importing import review
from cchc_metrics.importing.review import remarks
from cchc_metrics.model import Finding, Severity, Snapshot
from cchc_metrics.schema import BREAKS, SCORES, TARGETS, TOTAL
from tests.builders import frame, node, province, snapshot

NAMES = [f"Tỉnh {number:02d}" for number in range(1, 31)]
PROVINCES = [province("63", f"{number:02d}", name) for number, name in enumerate(NAMES, start=1)]
OTHERS = [
    province("34", "44", "Quảng Trị"),
    {"entity_id": "VN", "entity_type": "country", "display_name": "Cả nước"},
    {"entity_id": "R63-1", "entity_type": "region", "era": "63", "display_name": "Bắc Trung Bộ"},
]
OLD, NEW, PAR = "PAPI 2011", "PAPI 2021", "876/QĐ-BNV (2022)"


def papi(framework: str) -> list[dict[str, Any]]:
    """A total of two dimensions; the first has two parts and says no way of adding up."""
    return [
        node("PAPI", framework, TOTAL, "PAPI", max_score=20.0, aggregation="Tổng 2 trục nội dung"),
        node("PAPI", framework, "D1", "Tham gia", max_score=10.0),
        node("PAPI", framework, "D2", "Công khai", max_score=10.0, aggregation="Trung bình các mục"),
        node("PAPI", framework, "S11", "Tri thức", max_score=5.0, parent_code="D1"),
        node("PAPI", framework, "S12", "Cơ hội", max_score=5.0, parent_code="D1"),
        node("PAPI", framework, "S21", "Ngân sách", max_score=10.0, parent_code="D2"),
    ]


# Of this framework only two of the areas were found.
AREAS = [
    node("PAR INDEX", PAR, TOTAL, "PAR INDEX", max_score=100.0, unit="%", aggregation="Tổng điểm các lĩnh vực"),
    node("PAR INDEX", PAR, "1", "Chỉ đạo", max_score=9.5),
    node("PAR INDEX", PAR, "3", "Thủ tục", max_score=13.0),
]
KNOWN = snapshot((*PROVINCES, *OTHERS), [*papi(OLD), *papi(NEW), *AREAS])


def fact(number: int, code: str, value: float | None, period: str = "2023", **more: Any) -> dict[str, Any]:
    """A score of province ``number`` under the newer PAPI; None is a missing value."""
    usual = {
        "entity_id": f"P63-{number:02d}",
        "index_code": "PAPI",
        "node_code": code,
        "period_id": period,
        "score_kind": "published",
        "state": "missing" if value is None else "value",
        "value": value,
        "framework_id": NEW,
        "source": "papi.org.vn",
    }
    return usual | more


def facts(rows: Iterable[Mapping[str, Any]], sheet_no: int = 1) -> pd.DataFrame:
    """As a sheet would give them: row 2 and on, values in column H."""
    built = frame(SCORES, rows)
    return built.assign(sheet_no=sheet_no, row_no=np.arange(2, len(built) + 2), col_no=8)


def found(
    rows: Iterable[Mapping[str, Any]], stored: Iterable[Mapping[str, Any]] = (), known: Snapshot = KNOWN
) -> tuple[Finding, ...]:
    return review(SCORES, facts(rows), frame(SCORES, stored), known, {1: "Điểm"})


def codes(*arguments: Any) -> list[str]:
    return [finding.code for finding in found(*arguments)]


def with_breaks(*rows: tuple[str, str, str, str]) -> Snapshot:
    names = ("node_code", "period_before", "period_after", "break_kind")
    return replace(
        KNOWN, breaks=frame(BREAKS, [{"index_code": "PAPI", **dict(zip(names, row, strict=True))} for row in rows])
    )


# Σ parts = parent


def test_a_total_that_is_not_the_sum_of_its_parts_is_told_with_both_numbers_and_the_difference() -> None:
    (finding,) = found([fact(1, TOTAL, 12.5), fact(1, "D1", 5.25), fact(1, "D2", 6.25)])
    assert (finding.code, finding.severity) == ("sum_differs", Severity.WARNING)
    assert (finding.sheet, finding.cell, finding.value, finding.cells) == ("Điểm", "H2", "12,5", ("H2",))
    for part in ("Tỉnh 01", "11,5", "12,5", "lệch 1", "Tổng điểm", "2023", "điểm công bố"):
        assert part in finding.message


def test_parts_in_force_count_and_the_cells_of_the_parts_are_named() -> None:
    stored = [fact(1, TOTAL, 11.5), fact(1, "D1", 5.25), fact(1, "D2", 6.25)]
    assert codes([fact(1, "D1", 5.25)], stored) == []
    (finding,) = found([fact(2, "S21", 1.5), fact(1, "D1", 7.25)], stored)
    assert (finding.code, finding.cells) == ("sum_differs", ("H3",))


def test_a_mismatch_that_the_file_does_not_touch_is_neither_told_nor_counted() -> None:
    stored = [fact(1, TOTAL, 19.5), fact(1, "D1", 5.25), fact(1, "D2", 6.25)]
    assert codes([fact(2, TOTAL, 12.5), fact(1, TOTAL, 12.5, "2022")], stored) == []
    (finding,) = found([fact(2, TOTAL, 12.5), fact(2, "D1", 5.25), fact(2, "D2", 6.25)], stored)
    assert "trường hợp" not in finding.message


@pytest.mark.parametrize(
    "part", [None, fact(1, "D2", None), fact(1, "D2", None, state="na"), fact(1, "D2", 1.5, score_kind="self")]
)
def test_a_sum_with_a_part_absent_missing_exempt_or_of_another_kind_is_not_judged(part: dict[str, Any] | None) -> None:
    assert codes([fact(1, TOTAL, 12.5), fact(1, "D1", 5.25), *([part] if part else [])]) == []


def test_rounding_of_the_source_is_no_difference() -> None:
    assert codes([fact(1, TOTAL, 11.52), fact(1, "D1", 5.25), fact(1, "D2", 6.26)]) == []
    assert codes([fact(1, TOTAL, 11.53), fact(1, "D1", 5.25), fact(1, "D2", 6.26)]) == ["sum_differs"]
    # The column is printed with four decimals, even if this province's last ones are zeros.
    others = [fact(2, TOTAL, 12.0005), fact(2, "D1", 5.5001), fact(2, "D2", 6.5004)]
    assert codes([fact(1, TOTAL, 11.52), fact(1, "D1", 5.25), fact(1, "D2", 6.26), *others]) == ["sum_differs"]


def test_a_millionth_a_term_is_never_a_difference() -> None:
    parts = [fact(1, "D1", 5.123456789), fact(1, "D2", 6.123456789)]
    assert codes([fact(1, TOTAL, 11.246913578 + 2.9e-6), *parts]) == []
    assert codes([fact(1, TOTAL, 11.246913578 + 3.1e-6), *parts]) == ["sum_differs"]


def test_printed_zeros_count_as_decimals() -> None:
    parts = [fact(1, "D1", 5.2), fact(1, "D2", 6.2)]
    assert codes([fact(1, TOTAL, 11.5), *parts]) == []
    printed = [{**row, "printed": f"{row['value']:.2f}".replace(".", ",")} for row in parts]
    assert codes([fact(1, TOTAL, 11.5, printed="11,50"), *printed]) == ["sum_differs"]


def test_whole_points_are_awarded_not_rounded() -> None:
    assert codes([fact(1, TOTAL, 12), fact(1, "D1", 5), fact(1, "D2", 6)]) == ["sum_differs"]


def test_a_mean_or_a_framework_with_areas_not_found_is_not_summed() -> None:
    assert codes([fact(1, "D2", 6.5), fact(1, "S21", 3.5)]) == []
    more = {"index_code": "PAR INDEX", "framework_id": PAR}
    assert codes([fact(1, TOTAL, 86.25, **more), fact(1, "1", 8.5, **more), fact(1, "3", 12.45, **more)]) == []


def test_published_percentages_are_not_summed() -> None:
    rows = [fact(1, TOTAL, 86.5), fact(1, "D1", 80.5), fact(1, "D2", 90.5)]
    assert codes([row | {"score_kind": "published_pct"} for row in rows]) == []


def test_equal_mismatches_of_a_criterion_and_period_are_one_finding() -> None:
    rows = [
        row
        for number in range(1, 31)
        for row in (fact(number, "D1", 5.5), fact(number, "S11", 2.25), fact(number, "S12", 2.25 + number / 100))
    ]
    (finding,) = found(rows)
    assert (finding.count, len(finding.cells)) == (30, 30)
    assert "Tỉnh 01" in finding.message
    assert "29 trường hợp" in finding.message


@settings(max_examples=40, deadline=None)
@given(st.lists(st.decimals(0, 5, places=4), min_size=2, max_size=2), st.integers(0, 3), st.randoms())
def test_rounded_sums_raise_no_alarm(parts: list[Any], places: int, random: Any) -> None:
    exact = [float(part) for part in parts]
    rows = [
        fact(1, "D1", round(sum(exact), places + 1)),
        *(fact(1, f"S1{at}", round(x, places + 1)) for at, x in enumerate(exact, start=1)),
    ]
    random.shuffle(rows)
    # The column shows its decimals in another province.
    fine = 1 + 10.0 ** -(places + 1)
    column = [fact(2, "D1", round(2 * fine, places + 1)), fact(2, "S11", fine), fact(2, "S12", fine)]
    assert "sum_differs" not in codes([*rows, *column])


# Published ranks


def test_a_better_rank_with_a_lower_value_is_told_with_both_cells() -> None:
    rows = [fact(1, "D1", 5.5, published_rank=1), fact(2, "D1", 4.5, published_rank=3)]
    (finding,) = found([*rows, fact(3, "D1", 4.2, published_rank=2)])
    assert (finding.code, finding.severity, finding.cells) == ("rank_contradicts", Severity.WARNING, ("H3", "H4"))
    for part in ("Tỉnh 03 hạng 2 với 4,2", "ô H4", "Tỉnh 02 hạng 3 với 4,5", "ô H3"):
        assert part in finding.message


def test_a_rank_is_held_against_what_is_in_force() -> None:
    (finding,) = found([fact(1, "D1", 4.5, published_rank=1)], [fact(2, "D1", 5.5, published_rank=2)])
    assert finding.cells == ("H2",)
    assert "số đang lưu" in finding.message


def test_a_contradiction_between_two_stored_ranks_is_not_blamed_on_the_file() -> None:
    stored = [fact(1, "D1", 5.5, published_rank=2), fact(2, "D1", 4.5, published_rank=1)]
    assert codes([fact(3, "D1", 4.2, published_rank=3)], stored) == []
    (finding,) = found([fact(3, "D1", 6.0, published_rank=3)], stored)
    assert (finding.code, finding.cells) == ("rank_contradicts", ("H2",))
    assert "trường hợp" not in finding.message


def test_one_wrong_rank_is_one_pair_not_all_it_contradicts() -> None:
    rows = [fact(n, "D1", 9 - n / 10, published_rank=n if n != 28 else 1) for n in range(2, 29)]
    (finding,) = found(rows)
    assert finding.count == 2
    assert "H28" in finding.cells


@pytest.mark.parametrize("ranks", [(1, 2, 3), (1, 1, 3), (2, 2, 2), (4, 5, 6)])
def test_equal_values_share_a_rank_or_stand_side_by_side(ranks: tuple[int, ...]) -> None:
    rows = [fact(n, "D1", 5.5, published_rank=r, rank_out_of=3) for n, r in enumerate(ranks, start=1)]
    assert codes(rows) == []


def test_equal_values_with_others_between_them_are_told() -> None:
    rows = [fact(1, "D1", 5.5, published_rank=1, rank_out_of=2), fact(2, "D1", 5.5, published_rank=9, rank_out_of=2)]
    assert codes(rows) == ["rank_contradicts"]
    # The provinces between them may be among those not published.
    assert codes([row | {"rank_out_of": 63} for row in rows]) == []


def test_rounding_between_two_sources_contradicts_nothing() -> None:
    coarse = fact(1, "D1", 5.2, published_rank=1, source="báo A")
    assert codes([coarse, fact(2, "D1", 5.23, published_rank=2)]) == []
    assert codes([coarse, fact(2, "D1", 5.26, published_rank=2)]) == ["rank_contradicts"]
    assert codes([coarse, fact(2, "D1", 5.3, published_rank=2, source="báo A")]) == ["rank_contradicts"]


def test_ranks_of_two_eras_periods_or_of_no_province_are_not_compared() -> None:
    rows = [
        fact(1, "D1", 4.5, published_rank=1),
        fact(2, "D1", 5.5, published_rank=2, entity_id="P34-44"),
        fact(3, "D1", 6.5, "2022", published_rank=3),
        fact(4, "D1", 7.5, published_rank=4, entity_id="VN"),
        fact(5, "D1", 8.5, published_rank=5, entity_id="R63-1"),
    ]
    assert codes(rows) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=30), st.randoms())
def test_computed_ranks_never_contradict_their_values(values: list[int], random: Any) -> None:
    rows = [
        fact(n, "D2", value / 4, published_rank=1 + sum(other > value for other in values), rank_out_of=len(values))
        for n, value in enumerate(values, start=1)
    ]
    random.shuffle(rows)
    assert "rank_contradicts" not in codes(rows)


# Self-assessed and appraised


@pytest.mark.parametrize(("own", "appraised", "apart"), [(9.5, 6.5, "−3,00"), (6.5, 9.5, "+3,00")])
def test_an_appraisal_far_from_the_self_score_is_information(own: float, appraised: float, apart: str) -> None:
    rows = [fact(1, "D2", own, score_kind="self"), fact(1, "D2", appraised, score_kind="appraised")]
    (finding,) = found(rows)
    assert (finding.code, finding.severity, finding.cell) == ("appraisal_far", Severity.INFO, "H3")
    assert "chênh lệch tự chấm – thẩm định" in finding.message
    assert f"({apart})" in finding.message


def test_a_near_appraisal_and_one_of_another_unit_are_not_told() -> None:
    rows = [fact(1, "D2", 9.5, score_kind="self"), fact(1, "D2", 6.6, score_kind="appraised")]
    assert codes([*rows, fact(2, "D2", 1.5, score_kind="appraised")]) == []


def test_an_appraisal_is_held_against_the_self_score_in_force() -> None:
    stored = [fact(1, "D2", 9.5, score_kind="self"), fact(2, "D2", 9.5, score_kind="self")]
    (finding,) = found([fact(2, "D2", 3.5, score_kind="appraised")], stored)
    assert (finding.code, finding.cells) == ("appraisal_far", ("H2",))


# Jumps


def years(count: int = 25, jump: float = 4.5, before: str = "2022", after: str = "2023", **more: Any) -> list[Any]:
    """Two years of D2; half rise and half fall by about 0.1, the first moves by ``jump``."""
    old = [fact(n, "D2", 4 + n / 100, before, **more) for n in range(1, count + 1)]
    new = [
        fact(n, "D2", 4 + n / 90 + (0.1 if n % 2 else -0.1) + (jump if n == 1 else 0), after)
        for n in range(1, count + 1)
    ]
    return [*old, *new]


def test_a_change_that_nobody_else_made_is_told() -> None:
    rows = years()
    (finding,) = found(rows[25:], rows[:25])
    assert (finding.code, finding.severity, finding.cells) == ("jump", Severity.WARNING, ("H2",))
    assert "Tỉnh 01" in finding.message
    assert [f.cells for f in found(rows)] == [("H27",)]


def test_the_year_before_may_be_the_one_that_the_file_brings() -> None:
    rows = years()
    (finding,) = found(rows[:25], rows[25:])
    assert (finding.code, finding.cells) == ("jump", ("H2",))


def test_a_jump_between_two_stored_scores_is_not_blamed_on_the_file() -> None:
    """The file corrects Tỉnh 02, which jumps too; that of Tỉnh 01 stood before it came."""
    rows = years()
    corrected = fact(2, "D2", 4.1 + 2 / 90 + 4.4)
    (finding,) = found([corrected], [*rows[:26], *rows[27:]])
    assert finding.cells == ("H2",)
    assert "Tỉnh 02" in finding.message
    assert "trường hợp" not in finding.message


def test_a_change_that_all_made_is_no_jump() -> None:
    old = [fact(n, "D2", 2 + n / 100, "2022") for n in range(1, 26)]
    assert codes([fact(n, "D2", 7 + n / 90) for n in range(1, 26)], old) == ["suspect_step"]


def test_a_change_that_all_made_may_be_a_changed_measurement() -> None:
    """The same eyes look at a file that comes in as at the shipped years."""
    old = [fact(n, "D2", 2 + n / 100, "2022") for n in range(1, 26)]
    new = [fact(n, "D2", 7 + n / 90) for n in range(1, 26)]
    (finding,) = found(new, old)
    assert (finding.code, finding.severity) == ("suspect_step", Severity.WARNING)
    assert "25/25 tỉnh cùng tăng" in finding.message
    assert "khoảng điểm hai năm không giao nhau" in finding.message
    assert codes(new, old, with_breaks(("D2", "2022", "2023", "break"))) == []
    assert codes(new, old, with_breaks(("D2", "2022", "2023", "continuous"))) == []


def test_a_small_change_is_no_jump_however_rare() -> None:
    assert codes(years(jump=0.8)) == []
    # A tenth of the maximum itself is not more than a tenth, alone or beside one that is.
    before = [fact(n, "D2", 4 + n / 100, "2022") for n in range(3, 26)]
    after = [fact(n, "D2", 4 + n / 100 + n / 1000) for n in range(3, 26)]
    then = [fact(1, "D2", 4.0, "2022"), fact(2, "D2", 4.0, "2022"), *before]
    assert found([fact(1, "D2", 5.0), fact(2, "D2", 5.0), *after], then) == ()
    (told,) = found([fact(1, "D2", 5.01), fact(2, "D2", 5.0), *after], then)
    assert (told.code, told.cells) == ("jump", ("H2",))


def test_with_fewer_than_twenty_provinces_nothing_is_called_a_jump() -> None:
    assert codes(years(count=19)) == []
    assert codes(years(count=20)) == ["jump"]


def test_years_apart_and_frameworks_apart_are_not_compared() -> None:
    assert codes(years(before="2021")) == []
    assert codes(years(framework_id=OLD)) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("D2", "2022", "2023", "break")], False),
        ([("TOTAL", "2022", "2023", "break")], True),
        ([("*", "2022", "2023", "break")], False),
        ([("*", "2022", "2023", "break"), ("D2", "2022", "2023", "continuous")], True),
        ([("D1", "2022", "2023", "break")], True),
        ([("D2", "2021", "2022", "break")], True),
        ([("D2", "2022", "2023", "continuous")], True),
    ],
)
def test_nothing_is_compared_across_a_declared_break(rows: list[tuple[str, str, str, str]], told: bool) -> None:
    assert bool(found(years(), (), with_breaks(*rows))) is told


def test_where_most_did_not_change_at_all_the_one_that_did_is_told() -> None:
    same = [fact(n, "D2", 9.5, period) for n in range(1, 26) for period in ("2022", "2023")]
    rows = [
        row | {"value": 2.5} if row["entity_id"] == "P63-07" and row["period_id"] == "2023" else row for row in same
    ]
    assert codes(rows) == ["jump"]
    assert codes(same) == []


# Units


def test_fractions_among_points_are_named() -> None:
    rows = [fact(n, TOTAL, 0.8525 if n == 4 else 14 + n / 10) for n in range(1, 10)]
    (finding,) = found(rows)
    assert (finding.code, finding.severity, finding.cells) == ("unit_mixed", Severity.WARNING, ("H5",))
    assert "0,8525" in finding.message


def test_a_file_of_fractions_is_told_even_against_points_in_force() -> None:
    rows = [fact(n, TOTAL, 0.7 + n / 100) for n in range(1, 5)]
    assert [f.count for f in found(rows)] == [4]
    assert [f.count for f in found(rows, [fact(n, TOTAL, 14 + n / 10) for n in range(10, 20)])] == [4]


def test_one_low_score_beside_few_others_is_no_fraction() -> None:
    assert codes([fact(1, "D2", 0.9), fact(2, "D2", 7.5), fact(3, "D2", 8.5)]) == []


def test_small_scores_of_small_maxima_zeros_and_low_scores_are_no_fractions() -> None:
    assert codes([fact(n, "S11", 0.5 + n / 100) for n in range(1, 9)]) == []
    assert codes([fact(n, "D2", 0 if n < 8 else 7.5) for n in range(1, 9)]) == []
    assert codes([fact(n, "D2", 0.9 + n / 10) for n in range(1, 9)]) == []


# Corrections


def test_a_number_that_replaces_another_sources_is_information_with_a_count() -> None:
    stored = [fact(n, "D2", 5.5, source="Báo Quảng Trị") for n in range(1, 4)]
    rows = [fact(1, "D2", 5.6), fact(2, "D2", 5.7), fact(3, "D2", 5.5)]
    (finding,) = found(rows, stored)
    assert (finding.code, finding.severity, finding.cells) == ("other_source", Severity.INFO, ("H2", "H3"))
    assert "Báo Quảng Trị" in finding.message


def test_a_correction_by_the_same_source_or_of_none_is_not_told() -> None:
    assert codes([fact(1, "D2", 5.6)], [fact(1, "D2", 5.5)]) == []
    assert codes([fact(1, "D2", 5.6)], [fact(1, "D2", 5.5, source=None)]) == []


# The whole


def test_kinds_other_than_scores_and_empty_files_have_no_remarks() -> None:
    assert review(TARGETS, frame(TARGETS, ()), frame(TARGETS, ()), KNOWN, {}) == ()
    assert found([], [fact(1, TOTAL, 12.5)]) == ()


def test_warnings_stand_before_information() -> None:
    rows = [fact(1, "D2", 9.5, score_kind="self"), fact(1, "D2", 6.5, score_kind="appraised")]
    more = [fact(1, "D1", 5.5), fact(1, "S11", 1.5), fact(1, "S12", 1.5)]
    assert codes([*rows, *more]) == ["sum_differs", "appraisal_far"]


def test_what_follows_many_remarks_is_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks, "NAMED", 2)
    rows = [
        row
        for year in range(2013, 2020)
        for row in (fact(1, TOTAL, 12.5, str(year)), fact(1, "D1", 5.5, str(year)), fact(1, "D2", 1.5, str(year)))
    ]
    told = found(rows)
    assert [finding.count for finding in told] == [1, 1, 5]
    assert "Còn 5 nhóm" in told[-1].message


ROW = st.builds(
    fact,
    st.integers(1, 4),
    st.sampled_from([TOTAL, "D1", "D2", "S11", "S12", "lạ"]),
    st.one_of(st.none(), st.floats(0, 10), st.integers(0, 10)),
    st.sampled_from(["2022", "2023", "2023-Q1"]),
    score_kind=st.sampled_from(["published", "self", "appraised"]),
    published_rank=st.one_of(st.none(), st.integers(1, 63)),
    framework_id=st.sampled_from([OLD, NEW, None]),
)
GRAIN = SCORES.grain_names
ROWS = st.lists(ROW, max_size=14, unique_by=lambda row: tuple(row[name] for name in GRAIN))


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS)
def test_any_scores_are_reviewed_without_change_and_every_cell_is_the_files(
    rows: list[dict[str, Any]], held: list[dict[str, Any]]
) -> None:
    new, stored = facts(rows), frame(SCORES, held)
    before, held_before = new.copy(deep=True), stored.copy(deep=True)
    told = review(SCORES, new, stored, KNOWN, {1: "Điểm"})
    pd.testing.assert_frame_equal(new, before)
    pd.testing.assert_frame_equal(stored, held_before)
    cells = {f"H{row}" for row in new["row_no"]}
    assert all(finding.cells and set(finding.cells) <= cells for finding in told)
    assert not any(finding.severity is Severity.ERROR for finding in told)
