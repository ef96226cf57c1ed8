"""A change of a total is the sum of the changes of its parts, exactly."""

from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics.decomposition import Line, part_changes
from cchc_metrics.metrics.frameworks import Composition
from cchc_metrics.model import scaled


def year(**values: float | None) -> pd.DataFrame:
    """One entity's scores: T is the whole."""
    return pd.DataFrame(
        {
            "entity_id": pd.Series(["A"] * len(values), dtype="str"),
            "node_code": pd.Series(list(values), dtype="str"),
            "value": pd.Series(list(values.values()), dtype="float64"),
            "state": pd.Series(["missing" if value is None else "value" for value in values.values()], dtype="str"),
        }
    )


def deltas(table: pd.DataFrame) -> dict[str, float | None]:
    keys = table["node_code"].where(table["node_code"] != "", table["line"])
    return {key: None if pd.isna(delta) else round(delta, 9) for key, delta in zip(keys, table["delta"], strict=True)}


def closes(table: pd.DataFrame) -> bool:
    exact = scaled(table["delta"])
    whole = table["line"] == Line.WHOLE
    return int(exact[whole].sum()) == int(exact[~whole].sum())


def test_the_parts_make_up_the_whole_and_the_rest_is_nothing() -> None:
    table = part_changes(year(T=3, a=1, b=2), year(T=4.5, a=1.25, b=3.25), whole="T")
    assert deltas(table) == {"T": 1.5, "a": 0.25, "b": 1.25, "rest": 0.0}


def test_rounding_of_the_publisher_is_a_line_of_its_own() -> None:
    table = part_changes(year(T=3, a=1, b=2), year(T=4.000001, a=1.5, b=2.5), whole="T")
    assert deltas(table)["rest"] == 0.000001
    assert closes(table)


def test_a_part_across_a_break_has_no_change_of_its_own() -> None:
    table = part_changes(year(T=3, a=1, b=2), year(T=4, a=1.5, b=2.5), whole="T", broken=["b"])
    assert deltas(table) == {"T": 1.0, "a": 0.5, "b": None, "remeasured": 0.5, "rest": 0.0}


def test_a_missing_part_is_no_zero_and_its_share_lies_in_the_rest() -> None:
    table = part_changes(year(T=3, a=1, b=None), year(T=4, a=1.5, b=2.5), whole="T")
    assert deltas(table) == {"T": 1.0, "a": 0.5, "b": None, "rest": 0.5}


def test_without_a_whole_there_is_nothing_to_close() -> None:
    table = part_changes(year(T=None, a=1), year(T=4, a=1.5), whole="T")
    assert deltas(table) == {"T": None, "a": 0.5, "rest": None}


def test_a_part_of_one_year_only_is_listed_without_a_change() -> None:
    table = part_changes(year(T=3, a=3), year(T=4, a=3, b=1), whole="T")
    assert deltas(table) == {"T": 1.0, "a": 0.0, "b": None, "rest": 1.0}


def test_new_and_dropped_parts_and_those_of_another_maximum_are_lines_of_their_own() -> None:
    made = Composition(new=("n",), dropped=("o",), reweighted=("r",))
    table = part_changes(year(T=6, a=1, o=2, r=3), year(T=7, a=1.5, n=1.25, r=4.25), whole="T", made=made)
    assert deltas(table) == {"T": 1.0, "a": 0.5, "n": 1.25, "o": -2.0, "r": 1.25, "rest": 0.0}
    lines = dict(zip(table["node_code"], table["line"], strict=True))
    assert (lines["n"], lines["o"], lines["r"], lines["a"]) == (Line.NEW, Line.DROPPED, Line.REWEIGHTED, Line.PART)
    assert closes(table)


def test_the_input_is_not_changed() -> None:
    before, after = year(T=3, a=1), year(T=4, a=2)
    kept = before.copy(), after.copy()
    part_changes(before, after, whole="T")
    pd.testing.assert_frame_equal(before, kept[0])
    pd.testing.assert_frame_equal(after, kept[1])


_scores = st.one_of(st.none(), st.integers(0, 80_000_000_000).map(lambda units: units / 1_000_000_000))
_years = st.fixed_dictionaries(dict.fromkeys("Tabcd", _scores))


@given(_years, _years, st.sets(st.sampled_from("abcd")), st.sampled_from(["", "new", "dropped", "reweighted"]))
def test_the_lines_always_add_up_to_the_change(before: Any, after: Any, broken: set[str], otherwise: str) -> None:
    made = Composition(**{otherwise: ("d",)}) if otherwise else Composition()
    before, after = (
        before | ({"d": None} if otherwise == "new" else {}),
        after | ({"d": None} if otherwise == "dropped" else {}),
    )
    table = part_changes(year(**before), year(**after), whole="T", broken=broken, made=made)
    if before["T"] is not None and after["T"] is not None:
        assert closes(table)
    told = table[(table["line"] == Line.PART) & table["delta"].notna()]
    assert not set(told["node_code"]) & broken
