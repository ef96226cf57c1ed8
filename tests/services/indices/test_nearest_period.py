"""The nearest period that holds something."""

import pytest

from cchc_metrics.services.indices.choices import nearest_period, periods_with_result
from cchc_metrics.services.office.desk import Desk


@pytest.mark.parametrize(
    ("asked", "held", "nearest"),
    [
        ("2024", ("2024", "2023"), "2024"),
        ("2024", ("2019", "2022"), "2022"),
        ("2021", ("2022", "2020"), "2022"),
        ("2024", ("2025-Q1", "2019"), "2019"),
        ("2024", (), ""),
    ],
)
def test_the_nearest_is_closest_in_years_and_the_later_of_two(asked: str, held: tuple[str, ...], nearest: str) -> None:
    assert nearest_period(asked, held) == nearest


def test_a_province_has_the_periods_of_those_it_was_made_of(shipped: Desk) -> None:
    own = periods_with_result(shipped, ("PAPI", "P34-44"))
    assert own[0] == "2024"
    assert set(periods_with_result(shipped, ("PAPI", "P63-45"))) <= set(own)


def test_a_withheld_year_holds_no_result(shipped: Desk) -> None:
    vinh_phuc = next(one for one in shipped.catalogue.provinces("63") if one.name == "Vĩnh Phúc")
    assert "2024" not in periods_with_result(shipped, ("PAPI", vinh_phuc.id))
    assert "2023" in periods_with_result(shipped, ("PAPI", vinh_phuc.id))
