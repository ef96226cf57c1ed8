"""The contest of forecasts as a table of the method page."""

from collections.abc import Hashable, Mapping
from typing import Any

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.contest import contested
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

INDEX = "PAPI"


def contest(desk: Desk) -> TableView | None:
    """All methods, by what was forecast and how far ahead, the smallest interval score first; None without the "
    "study."""
    found = contested(desk)
    rows = found[found["about"].isin(["parts", "total"])]
    if rows.empty:
        return None
    t = texts().trajectory
    columns = (
        Column(t.column_about, wraps=True),
        Column(t.column_ahead),
        Column(t.column_method, wraps=True),
        Column(t.column_error, ColumnKind.NUMBER),
        Column(t.column_coverage, ColumnKind.NUMBER),
        Column(t.column_score, ColumnKind.NUMBER),
        Column(t.column_count, ColumnKind.NUMBER),
    )
    ordered = rows.sort_values(["about", "horizon", "interval_score", "rmse"], na_position="last")
    return TableView(t.contest_caption.format(index=INDEX), columns, tuple(map(_row, ordered.to_dict("records"))))


def _row(row: Mapping[Hashable, Any]) -> Row:
    t = texts().trajectory
    about = {"parts": t.about_parts, "total": t.about_total}[row["about"]].format(index=INDEX)
    tested = int(row["tested"])
    share = fmt.percent(row["coverage"] * 100, 0)
    return Row(
        f"{row['about']}-{row['method']}-{row['horizon']}",
        (
            about,
            t.years_ahead.format(years=row["horizon"]),
            dict(t.methods)[row["method"]],
            fmt.number(row["rmse"], 3),
            t.coverage_of.format(share=share, count=fmt.integer(tested)) if tested else t.coverage_none,
            fmt.number(row["interval_score"], 2),
            fmt.integer(int(row["n"])),
        ),
    )
