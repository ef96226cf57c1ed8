"""Formulas between metrics in a list that reports lean on: each must be one that the reports can work out."""

from collections.abc import Callable, Mapping

import pandas as pd

from cchc_metrics.importing.problems import error
from cchc_metrics.importing.registers import Faults, at, spelled
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.expressions import BadExpressionError, read_bound, read_check, read_formula
from cchc_metrics.model import Snapshot


def check_faults(facts: pd.DataFrame, _snapshot: Snapshot) -> Faults:
    """A cross-check compares two formulas."""
    yield from _unread(facts, "expression", lambda text: read_check(text, ()))


def metric_faults(facts: pd.DataFrame, _snapshot: Snapshot) -> Faults:
    """A bound is a comparison with a formula; what is carried over is a formula."""
    # «= có» is a bound that no arithmetic reads; one with brackets means to be worked out.
    yield from _unread(facts, "bound", lambda text: "(" in text and read_bound(text, ()))
    yield from _unread(facts, "carried_from", lambda text: read_formula(text, ()))


def _unread(facts: pd.DataFrame, column: str, read: Callable[[str], object]) -> Faults:
    words = spelled(facts[column])
    for word in words.unique():
        try:
            if word:
                read(word)
        except BadExpressionError:
            message = texts().intake.expression_unread.format(value=word[:80])
            yield error("expression_unread", message), at(words == word), word[:80], column


FORMULA_CHECKS: Mapping[str, Callable[[pd.DataFrame, Snapshot], Faults]] = {
    "metric-checks": check_faults,
    "metrics": metric_faults,
}
