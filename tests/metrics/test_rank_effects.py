"""A change in rank is our own effect and the others' effect."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics.rank_effects import RankEffects, rank_effects
from cchc_metrics.metrics.ranking import competition_rank


def field(**values: float | None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "entity_id": list(values),
            "value": pd.Series(list(values.values()), dtype="float64"),
            "state": ["missing" if value is None else "value" for value in values.values()],
        }
    )


def found(before: pd.DataFrame, after: pd.DataFrame) -> RankEffects:
    effects = rank_effects(before, after, "us")
    assert effects is not None
    return effects


def test_we_rise_because_we_improved() -> None:
    effects = found(field(us=1, a=2, b=3), field(us=2.5, a=2, b=3))
    assert (effects.rank_delta, effects.own_effect, effects.others_effect) == (-1, -1, 0)
    assert effects.overtook["entity_id"].tolist() == ["a"]
    assert effects.overtaken_by.empty


def test_we_fall_although_we_improved_when_the_others_improve_more() -> None:
    effects = found(field(us=2, a=1, b=3), field(us=2.5, a=4, b=3))
    assert (effects.rank_delta, effects.own_effect, effects.others_effect) == (1, 0, 1)
    assert effects.overtaken_by["entity_id"].tolist() == ["a"]


def test_a_tie_counts_as_caught_up_and_says_so() -> None:
    effects = found(field(us=1, a=2), field(us=2, a=2))
    assert effects.rank_after == 1
    assert effects.overtook["tied"].tolist() == [True]
    assert effects.level_with == ("a",)


def test_missing_provinces_are_never_ranked_and_never_overtaken() -> None:
    effects = found(field(us=1, a=None, b=3), field(us=4, a=2, b=None))
    assert (effects.n_before, effects.n_after) == (2, 2)
    assert effects.overtook.empty and effects.overtaken_by.empty
    assert (effects.entered, effects.left) == (("a",), ("b",))
    # b, who was ahead, is no longer counted: a place gained that nobody was overtaken for.
    assert (effects.rank_delta, effects.field_effect) == (-1, -1)


def test_without_our_value_there_is_no_effect() -> None:
    assert rank_effects(field(us=None, a=1), field(us=1, a=1), "us") is None
    assert rank_effects(field(a=1), field(us=1, a=1), "us") is None


_value = st.one_of(st.none(), st.integers(0, 5).map(float))


@given(st.lists(st.tuples(_value, _value), max_size=12), st.integers(0, 5), st.integers(0, 5))
def test_the_effects_always_add_up(others: list[tuple[float | None, float | None]], was: int, now: int) -> None:
    before = field(us=float(was), **{f"p{place}": pair[0] for place, pair in enumerate(others)})
    after = field(us=float(now), **{f"p{place}": pair[1] for place, pair in enumerate(others)})
    effects = found(before, after)
    assert effects.own_effect + effects.others_effect == effects.rank_delta
    assert len(effects.overtaken_by) - len(effects.overtook) + effects.field_effect == effects.rank_delta
    assert effects.rank_before == competition_rank(before["value"]).iloc[0]
    assert effects.rank_after == competition_rank(after["value"]).iloc[0]


def test_those_passed_stand_in_the_order_of_their_new_scores() -> None:
    effects = found(field(us=1, a=2, b=3, c=4), field(us=9, a=5, b=4, c=6))
    assert effects.overtook["entity_id"].tolist() == ["c", "a", "b"]
    assert effects.overtook["value_after"].tolist() == [6.0, 5.0, 4.0]
