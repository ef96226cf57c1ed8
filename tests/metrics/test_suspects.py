"""A step that looks like a changed measurement is found by what it leaves in the scores, and real work is not."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics.frameworks import Tree, composition
from cchc_metrics.metrics.suspects import LIMITS, suspect_steps
from cchc_metrics.model import Evidence, Sign

YEARS = [str(year) for year in range(2015, 2022)]
MAXIMA = {("D1", year): 10.0 for year in YEARS}


def panel(seed: int = 7, noise: float = 0.3, members: int = 60) -> pd.DataFrame:
    """Members with a level of their own and a little noise each year: entity × year of D1."""
    rng = np.random.default_rng(seed)
    level = rng.normal(5.0, 0.8, members)
    values = level[:, None] + rng.normal(0.0, noise, (members, len(YEARS)))
    return pd.DataFrame(values, index=[f"P{n:02}" for n in range(members)], columns=YEARS)


def found(wide: pd.DataFrame, maxima: Any = None) -> dict[str, Evidence]:
    """The suspect steps by their later year."""
    long = wide.reset_index(names="entity_id").melt("entity_id", var_name="period_id", value_name="value")
    long = long.assign(node_code="D1", state=np.where(long["value"].isna(), "missing", "value"))
    steps = suspect_steps(long, MAXIMA if maxima is None else maxima)
    return {step.period_after: step for step in steps}


def test_years_of_ordinary_work_are_not_suspect() -> None:
    assert found(panel()) == {}


def test_nearly_all_falling_together_is_suspect_and_its_figures_are_told() -> None:
    wide = panel()
    wide.loc[:, "2019":] -= 1.2
    (step,) = found(wide).values()
    assert (step.period_before, step.period_after, step.rising, step.n) == ("2018", "2019", False, 60)
    assert step.signs == (Sign.ONE_WAY,)
    assert step.moved >= LIMITS.share * 60
    assert step.least == pytest.approx(0.05)


def test_one_way_needs_the_stated_share_and_the_stated_amount() -> None:
    wide = pd.DataFrame({"2015": np.linspace(3, 7, 100), "2016": np.linspace(3, 7, 100) + 0.2})
    short = wide.copy()
    short.loc[:3, "2016"] -= 0.4  # 96 of 100
    assert Sign.ONE_WAY in found(wide)["2016"].signs
    assert found(short) == {}
    little = wide.assign(**{"2016": wide["2015"] + 0.049})  # less than half a percent of 10
    assert found(little) == {}


def test_ranges_that_do_not_meet_are_suspect() -> None:
    wide = pd.DataFrame({"2015": np.linspace(3.0, 3.4, 30), "2016": np.linspace(3.41, 4.0, 30)})
    step = found(wide)["2016"]
    assert Sign.APART in step.signs
    assert (step.before, step.after) == ((3.0, 3.4), (3.41, 4.0))


def test_a_collapse_of_the_correlation_against_the_usual_is_suspect() -> None:
    wide = panel()
    rng = np.random.default_rng(3)
    wide.loc[:, "2019":] = wide.loc[:, "2019":].to_numpy()[rng.permutation(len(wide))]
    (step,) = found(wide).values()
    assert step.signs == (Sign.CORRELATION,)
    assert step.usual is not None
    assert step.correlation is not None
    assert step.usual - step.correlation >= LIMITS.drop


def test_another_maximum_is_the_business_of_the_framework() -> None:
    wide = panel()
    wide.loc[:, "2019":] *= 0.75
    changed = {("D1", year): 10.0 if year < "2019" else 7.5 for year in YEARS}
    assert "2019" in found(wide)
    assert found(wide, changed) == {}


def test_a_withheld_year_and_too_few_members_say_nothing() -> None:
    wide = panel(members=19)
    wide.loc[:, "2019":] -= 2
    assert found(wide) == {}
    gap = panel()
    gap["2018"] = np.nan
    gap.loc[:, "2019":] -= 2
    assert found(gap) == {}


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(random: Any) -> None:
    wide = panel()
    wide.loc[:, "2019":] -= 1.2
    order = list(wide.index)
    random.shuffle(order)
    assert found(wide.loc[order]) == found(wide)


def tree(**parts: int) -> Tree:
    return Tree("f", dict.fromkeys(parts, "T"), {**parts, "T": sum(parts.values())})


def test_the_composition_names_new_dropped_and_reweighted_parts() -> None:
    made = composition(tree(a=5, b=5), tree(a=4, c=6), "T")
    assert (made.new, made.dropped, made.reweighted) == (("c",), ("b",), ("a",))


def test_parts_that_nobody_told_are_not_new() -> None:
    made = composition(Tree("f", {}, {"T": 10}), tree(a=4, c=6), "T")
    assert (made.new, made.dropped, made.reweighted) == ((), (), ())


def test_a_whole_is_told_when_its_parts_make_up_its_maximum() -> None:
    assert tree(a=4, c=6).is_told("T")
    assert not Tree("f", {"a": "T"}, {"a": 4, "T": 10}).is_told("T")
    assert not Tree("f", {"a": "T", "b": "T"}, {"a": 10, "T": 10}).is_told("T")
