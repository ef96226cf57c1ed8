"""Formulas that reports work out are read when their list is imported."""

import pytest

from cchc_metrics.importing import interpret
from cchc_metrics.model import Severity
from cchc_metrics.schema import METRIC_CHECKS
from tests.builders import filled, snapshot

SNAPSHOT = snapshot()


def codes(expression: str) -> list[str]:
    row = {"Mã kiểm tra": "KT-1", "Biểu thức": expression, "Mức độ": "Bắt buộc"}
    found = interpret(filled(METRIC_CHECKS, [row]), METRIC_CHECKS, SNAPSHOT).findings
    return [one.code for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize("expression", ["4.1 + 4.2 = 4.3 + 4.4", "5.6 <= 5.4 + 5.5", "((1 + 2)) = 3", "10.1 >= 10"])
def test_a_check_between_two_formulas_is_taken(expression: str) -> None:
    assert codes(expression) == []


@pytest.mark.parametrize(
    "expression",
    [
        *("4.1 + 4.2", "4.1 = ", "a = b", "9" * 400 + " = 1"),
        *("(" * 3000 + "1" + ")" * 3000 + " = 1", "(" * 30 + "1" + ")" * 30 + " = 1"),
    ],
)
def test_what_the_reports_could_not_work_out_is_refused(expression: str) -> None:
    assert codes(expression) == ["expression_unread"]
