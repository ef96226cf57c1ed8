"""Index years and report periods, as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.importing import interpret
from cchc_metrics.importing.periods import PeriodFault, PeriodLooks, looks_like, read_period
from cchc_metrics.labels.format import period as label
from cchc_metrics.model import Period
from cchc_metrics.schema import SCORES
from tests.builders import score, scores, snapshot


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "Năm 2024", "năm 2024", "NĂM  2024", "Năm chỉ số 2024", " 2024 ", "2024.0", "2024,0", "Nam 2024"),
        *("Năm 2024 (công bố 2025)", "2024 (công bố năm 2025)"),
    ],
)
def test_a_year_is_an_index_year(text: str) -> None:
    assert read_period(text) == Period(2024)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Quý I/2025", "Q1"),
        ("Quý 1/2025", "Q1"),
        ("Q1/2025", "Q1"),
        ("Quý I năm 2025", "Q1"),
        ("quý i - 2025", "Q1"),
        ("Quý III/2025", "Q3"),
        ("Quý 3 năm 2025", "Q3"),
        ("6 tháng 2025", "6M"),
        ("6 tháng đầu năm 2025", "6M"),
        ("06 tháng đầu năm 2025", "6M"),
        ("Báo cáo 6 tháng đầu năm 2025", "6M"),
        ("Báo cáo năm 2025", "FY"),
        ("cả năm 2025", "FY"),
        ("2025-6M", "6M"),
        ("Q1-2025", "Q1"),
        ("Quý I-2025", "Q1"),
        ("Quý 1 năm 2025", "Q1"),
        ("06T/2025", "6M"),
        ("6T2025", "6M"),
        ("6T đầu năm 2025", "6M"),
        ("FY2025", "FY"),
        ("FY 2025", "FY"),
        ("2025-FY", "FY"),
    ],
)
def test_a_report_period_is_not_an_index_year(text: str, window: str) -> None:
    assert read_period(text) == Period(2025, window)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Quý II/2025",
            "Quý IV/2025",
            "Q2/2025",
            "Quý 4 năm 2025",
            "9 tháng 2025",
            "6 tháng cuối năm 2025",
            "2025-Q2",
        ),
        *("9 tháng", "9T/2025", "9 tháng đầu năm 2025", "T6/2025", "Tháng 5/2025", "Báo cáo tháng 6 năm 2025"),
    ],
)
def test_a_window_that_no_form_has_is_refused(text: str) -> None:
    assert read_period(text) is PeriodFault.NO_SUCH_FORM


@pytest.mark.parametrize("text", ["1899", "Năm 2100", "Quý I/1898"])
def test_a_year_out_of_range_is_refused(text: str) -> None:
    assert read_period(text) is PeriodFault.OUT_OF_RANGE


@pytest.mark.parametrize("text", ["", "abc", "24", "2024.5", "2025-07-01", "T13/2025", "Quý V/2025", "20245"])
def test_anything_else_is_no_period(text: str) -> None:
    assert read_period(text) is PeriodFault.UNKNOWN


@given(st.integers(2000, 2099), st.sampled_from(["", "Q1", "6M", "Q3", "FY"]))
def test_every_period_is_read_back_from_its_label_and_its_id(year: int, window: str) -> None:
    period = Period(year, window)
    assert read_period(label(period.id)) == period
    assert read_period(period.id) == period


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("2024-2025", PeriodLooks.TWO_YEARS),
        ("Năm 2024 đến năm 2025", PeriodLooks.TWO_YEARS),
        ("2024-12-31", PeriodLooks.DAY),
        ("31/12/2024", PeriodLooks.DAY),
        ("Quý I", PeriodLooks.WITHOUT_YEAR),
        ("6 tháng đầu năm", PeriodLooks.WITHOUT_YEAR),
        ("abc", None),
        ("24", None),
    ],
)
def test_what_an_unknown_period_looks_like_is_told(text: str, looks: PeriodLooks | None) -> None:
    assert read_period(text) is PeriodFault.UNKNOWN
    assert looks_like(text) is looks


def test_a_year_cannot_be_announced_before_it_was() -> None:
    assert read_period("2024 (công bố 2023)") is PeriodFault.UNKNOWN
    assert read_period("2024 (công bố 2024)") == Period(2024, "")


@pytest.mark.parametrize(
    ("period", "part"),
    [
        (date(2024, 12, 31), "là một ngày"),
        ("2024-2025", "ghi hai năm"),
        ("Quý III", "chưa ghi năm"),
        ("T6/2025", "Không có kỳ báo cáo"),
    ],
)
def test_the_sentence_says_what_to_write_instead(period: object, part: str) -> None:
    (finding,) = interpret(scores(score(ky=period)), SCORES, snapshot()).findings
    assert finding.cell == "B2"
    assert part in finding.message
    assert "Ghi" in finding.message
