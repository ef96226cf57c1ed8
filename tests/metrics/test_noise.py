"""How far a score moves although nothing has changed, on panels whose noise is known."""

import numpy as np
import pandas as pd
import pytest

from cchc_metrics.metrics import noise

YEARS = [str(year) for year in range(2017, 2025)]


def panel(error: float, moving: float = 0.0, *, seed: int = 3) -> pd.DataFrame:
    """Yearly changes of 400 provinces: steady scores, lasting moves, and noise; every year everyone rises by two."""
    generator = np.random.default_rng(seed)
    names = [str(number) for number in range(400)]
    true = generator.normal(40, 2, (400, 1)) + generator.normal(0, moving, (400, len(YEARS))).cumsum(axis=1)
    seen = true + generator.normal(0, error, true.shape) + 2 * np.arange(len(YEARS))
    return pd.DataFrame(seen, index=names, columns=YEARS).diff(axis=1).iloc[:, 1:]


def test_the_noise_of_steady_provinces_is_found_and_the_nation_s_rise_is_not_noise() -> None:
    found = noise.panel_noise(panel(0.5), 2024, 3)
    assert found is not None
    assert found.upper == pytest.approx(0.5, abs=0.02)
    assert found.settled == pytest.approx(0.5, abs=0.04)
    assert found.years == (2022, 2023, 2024)
    assert found.n == 1200


def test_lasting_moves_are_inside_the_upper_bound_and_outside_the_other() -> None:
    found = noise.panel_noise(panel(0.5, moving=0.6), 2024, 7)
    assert found is not None
    assert found.upper == pytest.approx(np.sqrt(0.5**2 + 0.6**2 / 2), abs=0.03)
    assert found.settled == pytest.approx(0.5, abs=0.05)


def test_years_up_to_the_one_asked_go_before_later_ones() -> None:
    found = noise.panel_noise(panel(0.5), 2019, 3)
    assert found is not None
    assert found.years == (2018, 2019, 2020)


def test_too_few_changes_say_nothing() -> None:
    table = panel(0.5)
    assert noise.panel_noise(table.iloc[:29], 2024, 3) is None
    assert noise.panel_noise(table[["2024"]], 2024, 3) is None
    assert noise.panel_noise(table.iloc[:, :0], 2024, 3) is None


def test_the_error_of_a_share_grows_with_the_design_and_falls_with_the_sample() -> None:
    assert noise.sample_error(50, 2500, 1) == pytest.approx(1.0)
    assert noise.sample_error(50, 2500, 2) == pytest.approx(np.sqrt(2))
    assert noise.sample_error(100, 2500, 2) == 0.0
    with pytest.raises(ValueError, match="respondents"):
        noise.sample_error(50, 0, 2)


def test_a_printed_error_goes_before_the_one_behind_an_interval() -> None:
    frame = pd.DataFrame(
        {
            "entity_id": ["A", "B", "C"],
            "value": [0.4, np.nan, np.nan],
            "low": [40.0, 40.0, 40.0],
            "high": [50.0, 41.96, np.nan],
            "level": [95.0, 95.0, 95.0],
        }
    )
    assert noise.errors_of(frame) == {"A": 0.4, "B": pytest.approx(0.5, abs=1e-4)}


def test_the_least_change_is_the_normal_limit_of_a_difference() -> None:
    assert noise.least_change(0.3, 0.4, 0.95) == pytest.approx(1.959964 * 0.5, abs=1e-6)
