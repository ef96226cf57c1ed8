"""Exact integers behind scores."""

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.importing.cells import number_text
from cchc_metrics.model import exactly, scaled


@pytest.mark.parametrize("written", ["50797010.3", "43589090.3", "999999999.1", "-12345678.9", "4194304.123", "0.3"])
def test_a_number_as_large_as_a_budget_keeps_its_decimals(written: str) -> None:
    """50797010.3 is no double; its nearest one must not be stored with the decimals of that double."""
    assert number_text(float(written)) == written
    assert exactly(float(written)) == Decimal(written)
    assert scaled(pd.Series([float(written)])).tolist() == [int(Decimal(written).scaleb(9))]


@given(st.decimals(-999_999_999, 999_999_999, places=5))
def test_what_a_person_can_type_is_stored_as_typed(written: Decimal) -> None:
    value = float(written)
    assert exactly(value) == written
    assert scaled(pd.Series([1.5, None, value], index=[7, 7, 8])).tolist() == [
        1_500_000_000,
        pd.NA,
        int(written.scaleb(9)),
    ]


@pytest.mark.parametrize("value", [float("inf"), -float("inf"), 1e10])
def test_a_number_without_an_exact_integer_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="ten digits"):
        scaled(pd.Series([1.0, value]))
