"""Reported figures as they are written in a document: exact, with their unit of measure."""

from decimal import Decimal
from fractions import Fraction

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.reporting.duties import YES_NO, MetricInfo
from cchc_metrics.services.reporting.figures import written

_SHARE_DECIMALS = 2


def figure(metric: MetricInfo, value: Fraction | None) -> str:
    """A metric's value without its unit: a share with two decimals, yes or no as words."""
    if value is None:
        return fmt.MISSING
    if metric.own_measure == YES_NO:
        return texts().common.yes if value == 1 else texts().common.no
    if metric.rule.formula is not None:
        return fmt.number(Decimal(value.numerator) / Decimal(value.denominator), _SHARE_DECIMALS)
    return written(value)


def amount(metric: MetricInfo, value: Fraction | None) -> str:
    """A metric's value with its unit: ``1.234 hồ sơ``, ``86,25%``, «Có»."""
    text = figure(metric, value)
    if value is None or metric.own_measure == YES_NO:
        return text
    return f"{text}%" if metric.own_measure == "%" else f"{text} {metric.measure}"


def number(metric: MetricInfo, value: Fraction | None) -> float | int | None:
    """The value for a program: a whole number as one, a share as it is written."""
    if value is None:
        return None
    if value.denominator == 1:
        return value.numerator
    return float(round(value, _SHARE_DECIMALS)) if metric.rule.formula is not None else float(value)


def period_in_title(period_id: str) -> str:
    """A period as a title names it: «quý I năm 2026», «6 tháng đầu năm 2026», «năm 2026»."""
    year, _, window = period_id.partition("-")
    return texts().documents.periods.get(window, "{year}").format(year=year)
