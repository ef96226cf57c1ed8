"""The tables of a course: year by year, and how far past forecasts missed."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.contest import Calibration
from cchc_metrics.services.indices.trajectory import Course
from cchc_metrics.views.kit.known import value_marked
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
        Row(str(row["period_id"]), (str(row["period_id"]), *_known(row), "", "", "", ""))
        for row in reversed(found.history.to_dict("records"))
    ]
    return TableView(caption, columns, (*goals, *ahead, *known), footnote=t.source_note + ".")


def _n(value: float | None) -> str:
    return fmt.number(value, DECIMALS)


def _known(row: Mapping[Hashable, Any]) -> tuple[str, str]:
    """What kind of figure a year has, and the figure."""
    t, value, known = texts(), _n(row["value"]), row["known"]
    kind = t.published.standings["derived"] if known.value_how else t.trajectory.kind_published
    return kind, value if pd.isna(row["value"]) else value_marked(value, known)


def _due(found: Course, year: int) -> str:
    """What the required pace asks for in a year, up to the goal's."""
    if found.required is None or found.last is None or found.goal is None or year > found.goal.year:
        return ""
    return _n(found.last[1] + (year - found.last[0]) * found.required)


def errors_table(errors: pd.DataFrame, caption: str) -> TableView | None:
    """Size of the miss, coverage, score and count per method and horizon; None where nothing could be tested."""
    rows = errors[errors["n"] > 0]
    if rows.empty:
        return None
    t = texts().trajectory
    lines = tuple(_row(row, _method(str(row["method"]))) for row in rows.to_dict("records"))
    return TableView(caption, _columns(t.column_method), lines)


def tested_table(errors: pd.DataFrame, index: str) -> TableView | None:
    """The forecast in use and those it is held against, over the whole index."""
    t = texts().trajectory
    rows = errors[errors["n"] > 0] if len(errors) else errors
    if not len(rows):
        return None
    about = {"parts": t.about_parts.format(index=index), "total": t.about_total.format(index=index)}
    lines = tuple(
        _row(row, f"{about[row['about']]}: {_method(str(row['method'])).lower()}") for row in rows.to_dict("records")
    )
    unit = texts().services.points
    return TableView(t.errors_all_caption.format(index=index, unit=unit), _columns(t.column_method), lines)


def chances_table(found: Calibration, index: str) -> TableView | None:
    """Chances given in the past against how often they came true; None where none could be given."""
    if not found.n:
        return None
    t = texts().trajectory
    columns = (
        Column(t.column_chance),
        Column(t.column_said, ColumnKind.NUMBER),
        Column(t.column_reached, ColumnKind.NUMBER),
        Column(t.column_count, ColumnKind.NUMBER),
    )
    rows = tuple(
        Row(
            f"chance-{row['low']}",
            (
                t.chance_bin.format(low=fmt.number(row["low"] * 100, 0), high=fmt.percent(row["high"] * 100, 0)),
                fmt.percent(row["said"] * 100, 0),
                fmt.percent(row["reached"] * 100, 0),
                fmt.integer(row["n"]),
            ),
        )
        for row in found.table.to_dict("records")
    )
    lead = t.chance_lead.format(brier=fmt.number(found.brier, 3), base=fmt.number(found.base, 3))
    return TableView(t.chance_caption.format(index=index), columns, rows, footnote=lead)


def _columns(first: str) -> tuple[Column, ...]:
    t = texts().trajectory
    return (
        Column(first, wraps=True),
        Column(t.column_ahead),
        Column(t.column_error, ColumnKind.NUMBER),
        Column(t.column_coverage, ColumnKind.NUMBER),
        Column(t.column_score, ColumnKind.NUMBER),
        Column(t.column_count, ColumnKind.NUMBER),
    )


def _method(code: str) -> str:
    return dict(texts().trajectory.methods)[code]


def _row(row: dict[Hashable, Any], name: str) -> Row:
    t, tested = texts().trajectory, int(row["tested"])
    covered = (
        t.coverage_of.format(share=fmt.percent(row["coverage"] * 100, 0), count=fmt.integer(tested))
        if tested
        else t.coverage_none
    )
    return Row(
        f"{row.get('about', '')}-{row['method']}-{row['horizon']}",
        (
            name,
            t.years_ahead.format(years=row["horizon"]),
            fmt.number(row["rmse"], ERROR_DECIMALS),
            covered,
            fmt.number(row["interval_score"], 2),
            fmt.integer(int(row["n"])),
        ),
    )
