"""The tables of a course: year by year, and how far past forecasts missed."""

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.trajectory import Method
from cchc_metrics.services.indices.trajectory import Course
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

DECIMALS = 2
ERROR_DECIMALS = 3


def years_table(found: Course, caption: str) -> TableView:
    """Published years newest first, below the years ahead; targets in their year."""
    t = texts().trajectory
    columns = (
        Column(t.column_year),
        Column(t.column_kind),
        Column(t.column_value, ColumnKind.NUMBER),
        Column(t.column_low, ColumnKind.NUMBER),
        Column(t.column_high, ColumnKind.NUMBER),
        Column(t.column_drift, ColumnKind.NUMBER),
        Column(t.column_required, ColumnKind.NUMBER),
    )
    goals = [
        Row(
            f"goal-{goal.year}-{goal.tried}",
            (str(goal.year), t.kind_tried if goal.tried else t.kind_target, _n(goal.value), "", "", "", ""),
        )
        for goal in reversed(found.goals)
    ]
    ahead = [
        Row(
            f"ahead-{one.year}",
            (
                str(one.year),
                t.kind_projected,
                _n(one.value),
                _n(one.low),
                _n(one.high),
                _n(one.drifted),
                _due(found, one.year),
            ),
        )
        for one in reversed(found.ahead)
    ]
    known = [
        Row(str(row["period_id"]), (str(row["period_id"]), t.kind_published, _n(row["value"]), "", "", "", ""))
        for row in reversed(found.history.to_dict("records"))
    ]
    return TableView(caption, columns, (*goals, *ahead, *known), footnote=t.source_note + ".")


def _n(value: float | None) -> str:
    return fmt.number(value, DECIMALS)


def _due(found: Course, year: int) -> str:
    """What the required pace asks for in a year, up to the goal's."""
    if found.required is None or found.last is None or found.goal is None or year > found.goal.year:
        return ""
    return _n(found.last[1] + (year - found.last[0]) * found.required)


def errors_table(errors: pd.DataFrame, caption: str) -> TableView | None:
    """Median miss, coverage and count per method and horizon; None where nothing could be tested."""
    rows = errors[errors["n"] > 0]
    if rows.empty:
        return None
    t = texts().trajectory
    return TableView(
        caption,
        _columns(t.column_method),
        tuple(_row(row, _method(str(row["method"]))) for row in rows.to_dict("records")),
    )


def tested_table(errors: pd.DataFrame, index: str) -> TableView | None:
    """The forecast in use and the trend it is held against, over the whole index."""
    t = texts().trajectory
    shown = errors[errors["method"].isin([Method.NO_CHANGE, Method.MEDIAN])] if len(errors) else errors
    rows = shown[shown["n"] > 0] if len(shown) else shown
    if not len(rows):
        return None
    about = {"parts": t.about_parts.format(index=index), "total": t.about_total.format(index=index)}
    lines = tuple(
        _row(row, f"{about[row['about']]}: {_method(str(row['method'])).lower()}") for row in rows.to_dict("records")
    )
    unit = texts().services.points
    return TableView(t.errors_all_caption.format(index=index, unit=unit), _columns(t.column_method), lines)


def _columns(first: str) -> tuple[Column, ...]:
    t = texts().trajectory
    return (
        Column(first, wraps=True),
        Column(t.column_ahead),
        Column(t.column_error, ColumnKind.NUMBER),
        Column(t.column_coverage, ColumnKind.NUMBER),
        Column(t.column_count, ColumnKind.NUMBER),
    )


def _method(code: str) -> str:
    return dict(texts().trajectory.methods)[code]


def _row(row: dict[object, object], name: str) -> Row:
    t = texts().trajectory
    tested, share = int(str(row["tested"])), float(str(row["coverage"]))
    covered = (
        t.coverage_of.format(share=fmt.percent(share * 100, 0), count=fmt.integer(tested))
        if tested
        else t.coverage_none
    )
    return Row(
        f"{row.get('about', '')}-{row['method']}-{row['horizon']}",
        (
            name,
            t.years_ahead.format(years=row["horizon"]),
            fmt.number(float(str(row["median_abs"])), ERROR_DECIMALS),
            covered,
            fmt.integer(int(str(row["n"]))),
        ),
    )
