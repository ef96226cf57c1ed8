"""Least gains: closed forms and the integer programme against brute force, and the values that ranks ask for."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.metrics import planning
from cchc_metrics.metrics.planning import (
    Aim,
    Part,
    effort_of,
    least_gains,
    rank_at,
    value_for_quartile,
    value_for_rank,
)
from cchc_metrics.metrics.ranking import competition_rank, quartile_group
from cchc_metrics.model import SCALE

POINT = SCALE
TENTH = SCALE // 10

small_parts = st.lists(
    st.builds(
        Part,
        code=st.sampled_from("ABCDEFGH"),
        room=st.integers(0, 12).map(lambda tenths: tenths * TENTH),
        step=st.sampled_from([TENTH, 2 * TENTH, 3 * TENTH, 5 * TENTH]),
        effort=st.integers(10, 500),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda part: part.code,
)


def every_way(parts: list[Part], need: int) -> list[dict[str, int]]:
    """All gains in whole steps that reach the need."""
    ranges = [[number * part.step for number in range(part.steps + 1)] for part in parts]
    ways = ({part.code: gain for part, gain in zip(parts, way, strict=True)} for way in product(*ranges))
    return [way for way in ways if sum(way.values()) >= need]


@settings(max_examples=60, deadline=None)
@given(parts=small_parts, need=st.integers(1, 30).map(lambda tenths: tenths * TENTH), aim=st.sampled_from(list(Aim)))
def test_no_way_is_cheaper_than_the_one_found(parts: list[Part], need: int, aim: Aim) -> None:
    ways = every_way(parts, need)
    found = least_gains(parts, need, aim)
    if not ways:
        assert found is None
        return
    assert found is not None
    assert sum(found.values()) >= need
    for part in parts:
        gain = found.get(part.code, 0)
        assert 0 <= gain <= part.room
        assert gain % part.step == 0
    if aim is Aim.EFFORT:
        assert effort_of(parts, found) == min(effort_of(parts, way) for way in ways)
    else:
        assert sum(found.values()) == min(sum(way.values()) for way in ways)


@given(rooms=st.lists(st.integers(0, 10**10), min_size=1, max_size=8), need=st.integers(1, 10**10))
def test_gains_of_any_size_meet_the_need_to_the_last_digit(rooms: list[int], need: int) -> None:
    parts = [Part(str(number), room) for number, room in enumerate(rooms)]
    for aim in Aim:
        found = least_gains(parts, need, aim)
        assert (found is None) == (sum(rooms) < need)
        assert found is None or sum(found.values()) == need


def test_a_part_of_any_step_fills_what_whole_steps_leave() -> None:
    parts = [Part("step", POINT, TENTH, 100), Part("free", POINT, 1, 300)]
    found = least_gains(parts, 3 * TENTH + 7, Aim.EFFORT)
    assert found == {"step": 3 * TENTH, "free": 7}


def test_the_fewest_parts_are_those_with_the_widest_room() -> None:
    parts = [Part("narrow", TENTH), Part("wide", 9 * TENTH), Part("middle", 5 * TENTH)]
    assert least_gains(parts, POINT, Aim.FEWEST) == {"wide": 9 * TENTH, "middle": TENTH}


def test_an_even_plan_takes_the_same_share_of_every_room() -> None:
    parts = [Part("a", 4 * TENTH), Part("b", 8 * TENTH)]
    assert least_gains(parts, 6 * TENTH, Aim.EVEN) == {"a": 2 * TENTH, "b": 4 * TENTH}


def test_effort_moves_the_cheap_part_first_even_when_it_is_narrow() -> None:
    parts = [Part("dear", POINT, effort=200), Part("cheap", TENTH, effort=50)]
    assert least_gains(parts, 3 * TENTH, Aim.EFFORT) == {"cheap": TENTH, "dear": 2 * TENTH}


def test_nothing_moves_when_nothing_is_needed() -> None:
    assert least_gains([Part("a", POINT)], 0, Aim.FEWEST) == {}


def test_a_part_that_is_not_to_move_has_no_share() -> None:
    assert least_gains([Part("fixed", 0), Part("a", POINT)], TENTH, Aim.EVEN) == {"a": TENTH}
    assert least_gains([Part("fixed", 0)], TENTH, Aim.EVEN) is None


scores = st.lists(st.integers(0, 40), min_size=3, max_size=30)


@given(others=scores, rank=st.integers(1, 31))
def test_the_value_for_a_rank_is_the_least_that_reaches_it(others: list[int], rank: int) -> None:
    field = np.array(others, dtype="int64")
    needed = value_for_rank(field, rank)
    if needed is None:
        assert rank > len(others)
        return
    assert rank_at(field, needed) <= rank
    assert rank_at(field, needed - 1) > rank
    ranks = competition_rank(pd.Series([*others, needed], dtype="float64"))
    assert ranks.iloc[-1] == rank_at(field, needed)


@given(others=scores, group=st.integers(1, 4))
def test_the_value_for_a_group_is_the_least_that_stands_in_it(others: list[int], group: int) -> None:
    needed = value_for_quartile(np.array(others, dtype="int64"), group)
    if needed is None:
        assert group == 4
        return
    assert quartile_group(pd.Series([*others, needed], dtype="float64")).iloc[-1] <= group
    assert quartile_group(pd.Series([*others, needed - 1], dtype="float64")).iloc[-1] > group


def test_ranks_begin_at_one() -> None:
    with pytest.raises(ValueError, match="begin at 1"):
        value_for_rank(np.array([1]), 0)


def test_effort_is_what_a_point_of_each_part_costs() -> None:
    parts = [Part("A", 5 * POINT, POINT, effort=300), Part("B", 5 * POINT, POINT, effort=50), Part("C", POINT)]
    assert effort_of(parts, {"A": 2 * POINT, "B": POINT}) == 650 * POINT


def test_what_is_too_much_is_given_back_where_a_step_costs_most() -> None:
    parts = [Part("A", 20, step=10, effort=2), Part("B", 5, step=1, effort=3)]
    assert planning._repaired(parts, {"A": 20, "B": 5}, 15, Aim.EFFORT) == {"A": 10, "B": 5}
