"""Whose earlier reports belong to whom when units open, close, merge and split."""

from datetime import date

import pandas as pd
import pytest

from cchc_metrics.metrics.reporting.lineage import Forebears, Lineage

EARLY, MIDDLE, LATE = date(2026, 1, 15), date(2026, 3, 15), date(2026, 6, 15)
IN_FEBRUARY, IN_MAY = date(2026, 2, 1), date(2026, 5, 1)


def lineage(*rows: tuple[str, date | None, date | None, str | None]) -> Lineage:
    return Lineage.of(pd.DataFrame(rows, columns=["unit_id", "valid_from", "valid_to", "successor_id"]))


MERGED = lineage(
    ("A", None, date(2026, 1, 31), "C"),
    ("B", None, date(2026, 1, 31), "C"),
    ("C", IN_FEBRUARY, None, None),
    ("D", None, None, None),
)
SPLIT = lineage(("A", None, date(2026, 1, 31), "B|C"), ("B", IN_FEBRUARY, None, None), ("C", IN_FEBRUARY, None, None))


def test_a_living_unit_is_its_own_heir_and_a_closed_one_has_those_that_follow_it() -> None:
    assert MERGED.heirs("A", EARLY) == ("A",)
    assert MERGED.heirs("A", LATE) == MERGED.heirs("B", LATE) == ("C",)
    assert SPLIT.heirs("A", LATE) == ("B", "C")


def test_a_unit_closed_for_good_keeps_its_figures() -> None:
    assert lineage(("A", None, date(2026, 1, 31), None)).heirs("A", LATE) == ("A",)


def test_a_chain_is_followed_to_the_unit_that_lives_and_a_circle_ends() -> None:
    chain = lineage(
        ("A", None, date(2026, 1, 31), "B"), ("B", IN_FEBRUARY, date(2026, 4, 30), "C"), ("C", IN_MAY, None, None)
    )
    assert (chain.heirs("A", MIDDLE), chain.heirs("A", LATE)) == (("B",), ("C",))
    circle = lineage(("A", None, date(2026, 1, 31), "B"), ("B", None, date(2026, 1, 31), "A"))
    assert circle.heirs("A", LATE) == ("A",)


def test_an_heir_by_two_ways_is_one_heir() -> None:
    rejoined = lineage(
        ("A", None, date(2026, 1, 31), "B|C"),
        ("B", IN_FEBRUARY, date(2026, 4, 30), "D"),
        ("C", IN_FEBRUARY, date(2026, 4, 30), "D"),
        ("D", IN_MAY, None, None),
    )
    assert rejoined.heirs("A", LATE) == ("D",)


def test_a_successor_that_nobody_knows_and_one_of_a_living_unit_count_for_nothing() -> None:
    found = lineage(("A", None, date(2026, 1, 31), "B|X"), ("B", IN_FEBRUARY, None, "A"))
    assert found.successors == {"A": ("B",)}
    assert found.closed == {"A": date(2026, 1, 31)}


def test_reports_before_a_merger_belong_to_the_new_unit_alone() -> None:
    assert MERGED.forebears("C", EARLY, LATE) == Forebears(("A", "B"), shared=False)
    assert MERGED.forebears("D", EARLY, LATE) == Forebears(("D",), shared=False)


def test_of_a_split_only_the_sum_can_be_compared() -> None:
    assert SPLIT.forebears("B", EARLY, LATE) == Forebears(("A",), shared=True)
    assert SPLIT.forebears("B", MIDDLE, LATE) == Forebears(("B",), shared=False)


@pytest.mark.parametrize(("units", "families"), [(MERGED, (("A", "B", "C"), ("D",))), (SPLIT, (("A", "B", "C"),))])
def test_every_unit_is_in_one_family_tied_by_what_followed_what(
    units: Lineage, families: tuple[tuple[str, ...], ...]
) -> None:
    assert units.families([EARLY, LATE]) == units.families([LATE, EARLY]) == families
    # Before anything happened nothing ties them.
    assert all(len(family) == 1 for family in units.families([EARLY]))
