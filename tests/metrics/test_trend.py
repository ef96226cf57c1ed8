"""Where a series may not be joined: breaks, segments, changes and the band of all provinces."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.metrics.breaks import BREAK_DTYPES, breaks_between, broken_steps
from cchc_metrics.metrics.trend import BAND_DTYPES, band, changes, segments

NODE_COLUMNS = ["framework_id", "year_from", "year_to", "node_code", "parent_code", "max_score"]
BREAK_COLUMNS = ["node_code", "period_before", "period_after", "break_kind", "reason"]
Break = tuple[str, str, str, str, str]

# An index of three frameworks; S22 is rescaled by each, S31's maximum was never found for B.
NODES = pd.DataFrame(
    [
        (framework, first, last, code, parent, most)
        for framework, first, last, s22, s31 in (
            ("A", 2011, 2015, 3.333333333, 3.0),
            ("B", 2016, 2019, 2.5, None),
            ("C", 2022, None, 2.0, 3.0),
        )
        for code, parent, most in (
            ("TOTAL", None, 60.0),
            ("D2", "TOTAL", 10.0),
            ("S22", "D2", s22),
            ("D3", "TOTAL", 10.0),
            ("S31", "D3", s31),
            ("T311", "S31", 1.0),
        )
    ],
    columns=NODE_COLUMNS,
).assign(index_code="PAPI")
JOINED: Break = ("*", "2015", "2016", "continuous", "cùng cách đo")


def breaks(*rows: Break) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=BREAK_COLUMNS).assign(index_code="PAPI")


def verdict(node: str, before: str, after: str, *rows: Break) -> tuple[bool, str, str]:
    result = breaks_between(NODES, breaks(*rows), "PAPI", node, [before, after])
    assert len(result) == 1
    assert result.loc[0, ["period_before", "period_after"]].tolist() == [before, after]
    return tuple(result.loc[0, ["broken", "reason_code", "reason"]])


def test_two_years_of_one_framework_are_joined() -> None:
    assert verdict("D2", "2012", "2013") == (False, "", "")


def test_a_new_framework_breaks_unless_declared_continuous() -> None:
    assert verdict("D2", "2015", "2016") == (True, "framework_changed", "")
    assert verdict("D2", "2015", "2016", JOINED) == (False, "", "")


def test_a_changed_maximum_breaks_even_where_the_framework_is_declared_continuous() -> None:
    assert verdict("S22", "2015", "2016", JOINED) == (True, "max_changed", "")


def test_a_maximum_not_known_is_not_a_changed_one() -> None:
    assert verdict("S31", "2015", "2016", JOINED) == (False, "", "")
    assert verdict("S31", "2015", "2016") == (True, "framework_changed", "")


def test_a_row_about_the_node_itself_decides() -> None:
    assert verdict("D2", "2015", "2016", JOINED, ("D2", "2015", "2016", "break", "đổi")) == (True, "declared", "đổi")
    assert verdict("S22", "2015", "2016", ("S22", "2015", "2016", "continuous", "quy đổi")) == (False, "", "")
    spared = ("S31", "2012", "2013", "continuous", "giữ nguyên")
    assert verdict("S31", "2012", "2013", ("D3", "2012", "2013", "break", "đổi"), spared) == (False, "", "")


def test_a_change_of_a_dimension_breaks_its_parts_at_every_depth() -> None:
    row = ("D3", "2012", "2013", "break", "đổi cấu trúc")
    assert verdict("S31", "2012", "2013", row) == (True, "ancestor", "đổi cấu trúc")
    assert verdict("T311", "2012", "2013", row) == (True, "ancestor", "đổi cấu trúc")
    assert verdict("S22", "2012", "2013", row) == (False, "", "")


def test_the_nearest_ancestor_gives_the_reason() -> None:
    rows = (("D3", "2012", "2013", "break", "xa"), ("S31", "2012", "2013", "break", "gần"))
    assert verdict("T311", "2012", "2013", *rows) == (True, "ancestor", "gần")


def test_a_break_of_the_total_does_not_break_its_parts_nor_the_reverse() -> None:
    total = ("TOTAL", "2012", "2013", "break", "thêm trục")
    assert verdict("TOTAL", "2012", "2013", total)[0]
    assert not verdict("D2", "2012", "2013", total)[0]
    assert not verdict("TOTAL", "2012", "2013", ("D2", "2012", "2013", "break", "đổi"))[0]


def test_a_break_of_everything_breaks_inside_one_framework_too() -> None:
    row = ("*", "2012", "2013", "break", "đổi đối tượng điều tra")
    assert verdict("S22", "2012", "2013", row) == (True, "declared", "đổi đối tượng điều tra")


def test_breaks_of_another_index_or_other_years_do_not_count() -> None:
    row = ("D2", "2013", "2014", "break", "đổi")
    assert not verdict("D2", "2012", "2013", row)[0]
    other = breaks(("D2", "2012", "2013", "break", "đổi")).assign(index_code="SIPAS")
    assert not breaks_between(NODES, other, "PAPI", "D2", ["2012", "2013"])["broken"].any()


def test_years_apart_are_broken_by_any_break_in_between() -> None:
    row = ("D2", "2013", "2014", "break", "đổi")
    assert verdict("D2", "2012", "2015", row) == (True, "declared", "đổi")
    assert verdict("D2", "2011", "2013", row) == (False, "", "")
    assert verdict("S22", "2014", "2018", JOINED) == (True, "max_changed", "")
    assert verdict("D2", "2014", "2018", JOINED) == (False, "", "")


def test_a_break_declared_over_several_years_breaks_each_step_of_them() -> None:
    row = ("D2", "2012", "2015", "break", "không đo")
    found = breaks_between(NODES, breaks(row), "PAPI", "D2", ["2011", "2012", "2013", "2014", "2015"])
    assert found["broken"].tolist() == [False, True, True, True]


def test_continuity_must_be_declared_for_the_whole_step() -> None:
    assert verdict("D2", "2019", "2022", ("*", "2019", "2022", "continuous", "cùng cách đo")) == (False, "", "")
    assert verdict("D2", "2019", "2022", ("*", "2021", "2022", "continuous", "cùng cách đo"))[0]


def test_years_without_a_known_framework_are_not_steps_but_the_ends_are() -> None:
    assert verdict("D2", "2019", "2020") == (True, "framework_changed", "")
    assert verdict("D2", "2020", "2021") == (False, "", "")


def test_a_maximum_changed_across_years_without_a_framework_still_breaks() -> None:
    joined = ("*", "2019", "2022", "continuous", "cùng cách đo")
    assert verdict("S22", "2019", "2022", joined) == (True, "max_changed", "")


def test_continuity_of_a_dimension_says_nothing_about_its_parts() -> None:
    row = ("D2", "2015", "2016", "continuous", "cùng cách đo")
    assert verdict("S22", "2012", "2013", ("D2", "2012", "2013", "continuous", "cùng cách đo")) == (False, "", "")
    assert verdict("S22", "2015", "2016", JOINED, row) == (True, "max_changed", "")


def test_where_rows_contradict_each_other_the_break_holds() -> None:
    rows = (("D2", "2011", "2015", "continuous", "cùng cách đo"), ("D2", "2012", "2013", "break", "đổi"))
    for given_order in (rows, rows[::-1]):
        assert verdict("D2", "2012", "2013", *given_order) == (True, "declared", "đổi")


def test_neighbours_are_taken_in_time_whatever_the_order_given() -> None:
    result = breaks_between(NODES, breaks(), "PAPI", "D2", ["2014", "2012", "2013", "2012"])
    assert result[["period_before", "period_after"]].to_numpy().tolist() == [["2012", "2013"], ["2013", "2014"]]


@pytest.mark.parametrize("periods", [[], ["2012"], ["2012", "2013"]])
@pytest.mark.parametrize("nodes", [NODES, NODES.iloc[:0], pd.DataFrame(columns=NODES.columns)])
def test_breaks_have_one_shape_for_every_input(nodes: pd.DataFrame, periods: list[str]) -> None:
    for declared in (breaks(), breaks(JOINED), pd.DataFrame(columns=["index_code", *BREAK_COLUMNS])):
        result = breaks_between(nodes, declared, "PAPI", "D2", periods)
        assert result.dtypes.map(str).to_dict() == BREAK_DTYPES
        assert len(result) == max(0, len(periods) - 1)


def test_index_years_and_report_periods_are_not_one_series() -> None:
    with pytest.raises(ValueError, match="report periods"):
        breaks_between(NODES, breaks(), "PAPI", "D2", ["2012", "2013-FY"])


def series(**by_entity: list[float | str | None]) -> pd.DataFrame:
    """Values from 2011 on: a number, "na", None for missing, "absent" for no row at all."""
    rows = [
        (entity, str(year), value if isinstance(value, float) else None, _state(value))
        for entity, values in by_entity.items()
        for year, value in enumerate(values, start=2011)
        if value != "absent"
    ]
    frame = pd.DataFrame(rows, columns=["entity_id", "period_id", "value", "state"])
    return frame.astype({"value": "float64"})


def _state(value: float | str | None) -> str:
    return "missing" if value is None else value if isinstance(value, str) else "value"


def steps(*broken_after: str) -> pd.DataFrame:
    """Neighbouring years 2011–2024, broken before the years named."""
    years = [str(year) for year in range(2011, 2025)]
    pairs = pd.DataFrame({"period_before": years[:-1], "period_after": years[1:]})
    return pairs.assign(broken=pairs["period_after"].isin(broken_after))


def as_list(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else value for value in values]


def test_a_segment_ends_at_a_break() -> None:
    assert as_list(segments(series(a=[1.0, 2.0, 3.0, 4.0]), steps("2013"))["segment"]) == [1, 1, 2, 2]


@pytest.mark.parametrize("hole", [None, "na"])
def test_a_missing_or_exempt_year_starts_a_new_segment_and_is_in_none(hole: str | None) -> None:
    assert as_list(segments(series(a=[1.0, hole, 3.0, 4.0]), steps())["segment"]) == [1, None, 2, 2]


def test_an_absent_year_starts_a_new_segment_even_if_no_period_is_between() -> None:
    gap = series(a=[1.0, "absent", 3.0])
    assert as_list(segments(gap, steps())["segment"]) == [1, 2]
    neighbours = pd.DataFrame({"period_before": ["2011"], "period_after": ["2013"], "broken": [False]})
    assert as_list(segments(gap, neighbours)["segment"]) == [1, 2]


def test_zero_is_a_value_and_stays_in_its_segment() -> None:
    assert as_list(segments(series(a=[1.0, 0.0, 1.0]), steps())["segment"]) == [1, 1, 1]


def test_each_entity_has_its_own_segments() -> None:
    result = segments(series(b=[1.0, None, 2.0], a=[None, 5.0, 6.0]), steps())
    assert result["entity_id"].tolist() == ["a", "a", "a", "b", "b", "b"]
    assert as_list(result["segment"]) == [None, 1, 1, 1, None, 2]


def test_a_pair_of_years_that_nobody_judged_is_not_joined() -> None:
    assert as_list(segments(series(a=[1.0, 2.0]), steps().iloc[5:])["segment"]) == [1, 2]


def test_change_is_exact_and_stops_at_breaks_and_gaps() -> None:
    result = changes(series(a=[0.1, 0.3, 0.7, None, 1.0, 1.0], b=[5.0, 4.0]), steps("2013"))
    assert as_list(result["change"]) == [None, 0.2, None, None, None, 0.0, None, -1.0]


@given(
    st.lists(st.sampled_from([1.0, 2.5, 0.0, None, "na", "absent"]), min_size=0, max_size=14),
    st.sets(st.integers(2012, 2024).map(str)),
)
@settings(deadline=None, max_examples=60)
def test_a_change_exists_exactly_inside_a_segment(values: list[float | str | None], broken: set[str]) -> None:
    frame = series(a=values)
    kept = frame.copy(deep=True)
    drawn = segments(frame, steps(*broken))["segment"]
    change = changes(frame.sample(frac=1, random_state=1), steps(*broken))["change"]
    assert change.notna().tolist() == (drawn.eq(drawn.shift()).fillna(value=False)).tolist()
    pd.testing.assert_frame_equal(frame, kept)


@pytest.mark.parametrize("frame", [series(), pd.DataFrame(columns=["entity_id", "period_id", "value", "state"])])
@pytest.mark.parametrize("joins", [steps(), steps().iloc[:0], pd.DataFrame(columns=list(BREAK_DTYPES))])
def test_empty_series_keep_their_shape(frame: pd.DataFrame, joins: pd.DataFrame) -> None:
    base = {"entity_id": "str", "period_id": "str", "value": "float64", "state": "str"}
    assert segments(frame, joins).dtypes.map(str).to_dict() == base | {"segment": "Int64"}
    assert changes(frame, joins).dtypes.map(str).to_dict() == base | {"change": "float64"}
    assert segments(series(a=[None, 1.0]), joins).dtypes.map(str).to_dict() == base | {"segment": "Int64"}


def test_a_period_twice_is_refused() -> None:
    twice = pd.concat([series(a=[1.0]), series(a=[2.0])])
    for function in (segments, changes):
        with pytest.raises(ValueError, match="entity_id, period_id"):
            function(twice, steps())
    with pytest.raises(ValueError, match="entity_id, period_id"):
        band(twice, population=1, coverage=0.9)


def test_band_gives_the_spread_of_each_period_over_the_values_there_are() -> None:
    scores = series(a=[10.0, 1.0], b=[20.0, 1.0], c=[40.0, 1.0], d=[80.0, 1.0], e=[None, "na"])
    result = band(scores, population=5, coverage=0.8).set_index("period_id")
    assert result.loc["2011"].tolist() == [4, 37.5, 17.5, 30.0, 50.0, 10.0, 80.0]
    assert result.loc["2012"].tolist() == [4, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]


def test_band_leaves_out_periods_too_few_have() -> None:
    scores = series(a=[10.0, 1.0, 3.0], b=[20.0, None, 4.0], c=[40.0, 1.0, None])
    assert band(scores, population=3, coverage=0.9)["period_id"].tolist() == ["2011"]
    assert band(scores, population=3, coverage=0.6)["period_id"].tolist() == ["2011", "2012", "2013"]
    assert band(scores, population=63, coverage=0.1).empty


@given(st.lists(st.integers(0, 10**11).map(lambda n: n / 10**9), min_size=1, max_size=30))
@settings(deadline=None, max_examples=60)
def test_band_agrees_with_pandas(values: list[float]) -> None:
    scores = series(**{f"p{place}": [value] for place, value in enumerate(values)})
    row = band(scores, population=len(values), coverage=1.0).loc[0]
    expected = scores["value"].agg(["mean", "min", "max"])
    assert row[["mean", "min", "max"]].tolist() == pytest.approx(expected.tolist(), abs=1e-9)
    assert row[["q25", "median", "q75"]].tolist() == pytest.approx(
        scores["value"].quantile([0.25, 0.5, 0.75]).tolist(), abs=1e-9
    )


@pytest.mark.parametrize(
    "frame", [series(), series(a=[None]), pd.DataFrame(columns=["entity_id", "period_id", "value", "state"])]
)
def test_band_without_values_is_empty_and_keeps_its_shape(frame: pd.DataFrame) -> None:
    result = band(frame, population=63, coverage=0.9)
    assert result.empty
    assert result.dtypes.map(str).to_dict() == BAND_DTYPES


def test_the_broken_steps_of_several_criteria_are_those_of_each_alone() -> None:
    years = ["2015", "2016", "2017"]
    found = broken_steps(NODES, breaks(JOINED), "PAPI", ["D2", "S22"], reversed(years))
    assert found == {"D2": set(), "S22": {("2015", "2016")}}
    for node, steps in found.items():
        alone = breaks_between(NODES, breaks(JOINED), "PAPI", node, years)
        told = alone.loc[alone["broken"], ["period_before", "period_after"]]
        assert steps == set(told.itertuples(index=False, name=None))
