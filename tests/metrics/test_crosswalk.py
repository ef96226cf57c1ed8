"""Across two frameworks: like-for-like, re-weighting, new and dropped criteria make up the change, exactly."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics.crosswalk import EFFECTS, crosswalk_level, framework_change
from cchc_metrics.model import scaled


def side(**nodes: tuple[float | None, float | None]) -> pd.DataFrame:
    """Code -> (score, maximum)."""
    return pd.DataFrame(
        {
            "node_code": pd.Series(list(nodes), dtype="str"),
            "value": pd.Series([value for value, _ in nodes.values()], dtype="float64"),
            "state": ["missing" if value is None else "value" for value, _ in nodes.values()],
            "max_score": pd.Series([most for _, most in nodes.values()], dtype="float64"),
        }
    )


def links(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """(before, after) or (before, after, share)."""
    filled = [(*row, None)[:3] for row in rows]
    frame = pd.DataFrame(filled, columns=["node_before", "node_after", "share"])
    return frame.astype({"share": "float64"})


def row(table: pd.DataFrame, after: str) -> dict[str, float]:
    found = table[(table["line"] == "part") & (table["node_after"] == after)].iloc[0]
    return {name: found[name] for name in (*EFFECTS, "delta")}


def total(table: pd.DataFrame, line: str) -> int:
    return int(scaled(table.loc[table["line"] == line, "delta"]).sum())


def test_the_same_criterion_changes_like_for_like_only() -> None:
    table = framework_change(side(T=(6, 10), a=(6, 10)), side(T=(8, 10), a=(8, 10)), links(("a", "a")), whole="T")
    assert row(table, "a") == {"like_for_like": 2.0, "reweighting": 0.0, "added": 0.0, "dropped": 0.0, "delta": 2.0}


def test_another_maximum_with_the_same_share_is_all_re_weighting() -> None:
    table = framework_change(side(T=(6, 10), a=(6, 10)), side(T=(9, 15), a=(9, 15)), links(("a", "a")), whole="T")
    assert row(table, "a")["like_for_like"] == 0.0
    assert row(table, "a")["reweighting"] == 3.0


def test_like_for_like_is_counted_on_the_old_maximum() -> None:
    table = framework_change(side(T=(5, 10), a=(5, 10)), side(T=(9, 12), a=(9, 12)), links(("a", "a")), whole="T")
    # 10 × (9/12 − 5/10) = 2,5 and (12 − 10) × 9/12 = 1,5.
    assert (row(table, "a")["like_for_like"], row(table, "a")["reweighting"]) == (2.5, 1.5)


def test_new_and_dropped_criteria_have_lines_of_their_own() -> None:
    table = framework_change(
        side(T=(6, 10), a=(6, 10)), side(T=(4, 10), b=(4, 10)), links(("a", "-"), ("-", "b")), whole="T"
    )
    whole = table[table["line"] == "whole"].iloc[0]
    assert (whole["added"], whole["dropped"], whole["delta"]) == (4.0, -6.0, -2.0)


def test_a_split_takes_its_shares_and_a_merger_its_sum() -> None:
    before = side(T=(13, 20), a=(6, 10), b=(7, 10))
    after = side(T=(14, 20), x=(3, 5), y=(11, 15))
    table = framework_change(before, after, links(("a", "x", 0.5), ("a", "y", 0.5), ("b", "y")), whole="T")
    assert row(table, "x") == {"like_for_like": 0.0, "reweighting": 0.0, "added": 0.0, "dropped": 0.0, "delta": 0.0}
    assert row(table, "y")["delta"] == 1.0
    assert total(table, "rest") == 0


def test_what_a_share_leaves_over_is_dropped() -> None:
    table = framework_change(side(T=(8, 10), a=(8, 10)), side(T=(6, 8), a=(6, 8)), links(("a", "a", 0.75)), whole="T")
    assert table[table["line"] == "whole"].iloc[0]["dropped"] == -2.0


def test_thirds_kept_with_nine_decimals_are_the_whole() -> None:
    third = 0.333333333
    table = framework_change(
        side(T=(9, 10), a=(9, 10)),
        side(T=(9, 10), x=(3, 3.333333333), y=(3, 3.333333333), z=(3, 3.333333333)),
        links(("a", "x", third), ("a", "y", third), ("a", "z", third)),
        whole="T",
    )
    assert table[table["line"] == "whole"].iloc[0]["dropped"] == 0.0
    assert total(table, "rest") == 0


def test_a_criterion_without_score_or_outside_the_crosswalk_stays_in_the_rest() -> None:
    table = framework_change(
        side(T=(9, 20), a=(5, 10), b=(None, 5), c=(4, 5)),
        side(T=(12, 20), a=(6, 10), b=(4, 5), d=(2, 5)),
        links(("a", "a"), ("b", "b")),
        whole="T",
    )
    assert pd.isna(row(table, "b")["delta"])
    assert total(table, "rest") == 2_000_000_000
    whole = table[table["line"] == "whole"].iloc[0]
    assert whole[["node_before", "node_after", "value_before", "value_after"]].tolist() == ["T", "T", 9.0, 12.0]


def test_a_criterion_and_its_parts_are_not_both_counted() -> None:
    found = crosswalk_level(
        links(("3", "3"), ("3.1", "3.1"), ("4", "4"), ("-", "5")), {"3.1": "3", "3": "T"}, {"3.1": "3", "3": "T"}
    )
    assert found["node_before"].tolist() == ["3", "4", "-"]


@pytest.mark.parametrize("maximum", [None, 0.0])
def test_without_a_maximum_nothing_is_invented(maximum: float | None) -> None:
    table = framework_change(side(T=(5, 10), a=(5, 10)), side(T=(6, 10), a=(6, maximum)), links(("a", "a")), whole="T")
    assert pd.isna(row(table, "a")["like_for_like"])
    assert total(table, "rest") == 1_000_000_000


_units = st.integers(0, 20_000_000_000).map(lambda units: units / 1_000_000_000)
_maybe = st.one_of(st.none(), _units)
_node = st.tuples(_maybe, _maybe)
_share = st.one_of(st.none(), st.integers(1, 1_000_000_000).map(lambda units: units / 1_000_000_000))


@st.composite
def crosswalks(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Random scores and maxima of three old and three new criteria, randomly linked."""
    before = side(T=(draw(_units), 60.0), **{code: draw(_node) for code in ("a", "b", "c")})
    after = side(T=(draw(_units), 60.0), **{code: draw(_node) for code in ("x", "y", "z")})
    ends = draw(
        st.lists(
            st.tuples(st.sampled_from(["a", "b", "c", "-"]), st.sampled_from(["x", "y", "z", "-"])),
            unique=True,
            max_size=8,
        )
    )
    return before, after, links(*((one, two, draw(_share)) for one, two in ends))


@given(crosswalks())
def test_the_identity_holds_for_any_crosswalk(drawn: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]) -> None:
    table = framework_change(*drawn, whole="T")
    assert total(table, "part") + total(table, "rest") == total(table, "whole")
    for _, line in table[(table["line"] == "part") & table["delta"].notna()].iterrows():
        assert int(scaled(line[list(EFFECTS)].astype("float64")).sum()) == int(
            scaled(pd.Series([line["delta"]])).iloc[0]
        )
