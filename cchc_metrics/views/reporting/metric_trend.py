"""A metric quarter by quarter, what is derived marked, and how its figures are written."""

from fractions import Fraction
from typing import Any

import pandas as pd

from cchc_metrics.charts.unit_metrics import metric_bars
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.calendar import Window
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.services.reporting.duties import MetricInfo
from cchc_metrics.services.reporting.levels import level
from cchc_metrics.services.reporting.metric_table import PeriodFigures, period_figures
from cchc_metrics.services.reporting.status import windows_of_years
from cchc_metrics.views.kit.phrases import printed_source
from cchc_metrics.views.kit.shapes import SourceNote
from cchc_metrics.views.reporting.report import shown

_QUARTERS_SHOWN = 8


def amount(metric: MetricInfo, value: Fraction | None) -> str:
    """A figure as people write it: shares with two decimals, counts as they are; a dash for none."""
    if value is None:
        return fmt.MISSING
    return fmt.percent(float(value)) if metric.own_measure == "%" else shown(metric, round(float(value), 6))


def own_name(found: PeriodFigures) -> str:
    """What the last quarter of a window is called: «Quý II/2026» of 6 tháng."""
    period = found.window.period
    return texts().unit.quarter_names[period.window].format(year=period.year)


def trend(desk: Desk, now: PeriodFigures, form: str, metric: MetricInfo, source: SourceNote) -> tuple[Any, str]:
    """Quarter by quarter up to the period asked for."""
    t = texts().unit
    caption = t.trend_caption.format(metric=metric.name, measure=metric.measure)
    rows = []
    for window in _up_to(now):
        found = period_figures(desk, window, form, (metric.code,), now.reporting)
        one = found.metrics[0] if found.metrics else None
        value = one.single if one is not None else None
        is_derived = found.is_derived and metric.rule.over_periods not in ("latest", "opening")
        name = own_name(found)
        asked = {"given": len(one.single_given) if one else 0, "asked": len(one.owing) if one else 0}
        said_value = amount(metric, value) + (f" ({t.derived})" if is_derived and value is not None else "")
        hover = t.trend_hover.format(name=name, value=said_value, measure=metric.measure, **asked)
        rows.append(
            {"name": name, "value": None if value is None else float(value), "derived": is_derived, "hover": hover}
        )
    while rows and rows[0]["value"] is None:
        rows.pop(0)
    frame = pd.DataFrame(rows, columns=["name", "value", "derived", "hover"]).astype({"value": "float64"})
    if frame["value"].notna().sum() < 2:
        return None, caption
    limit = _level(metric)
    words = t.bound_line.format(bound=level(metric, now.reporting.metrics))
    footer = ". ".join(part for part in (mark_of(desk.office.settings), printed_source(source)) if part)
    return (
        metric_bars(frame, unit=metric.measure, bound=limit, bound_words=words, title=caption, footer=footer),
        caption,
    )


def _up_to(now: PeriodFigures) -> list[Window]:
    year = now.window.period.year
    near = windows_of_years(now.reporting, (year - 2, year - 1, year))
    # One window a quarter: the one whose own last quarter it is.
    return [window for window in near if window.end <= now.window.end][-_QUARTERS_SHOWN:]


def _level(metric: MetricInfo) -> float | None:
    """A bound that is a plain number; None where it follows from other metrics."""
    number = metric.bound.lstrip("<>=≤≥ ").replace(",", ".")
    return float(number) if number.replace(".", "", 1).isdecimal() and "." not in number else None
