"""Two looks at lost points: by part with the running share, and by the unit in charge."""

from typing import Any

import pandas as pd

from cchc_metrics.charts.pareto import pareto_bars
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics import lost_points
from cchc_metrics.metrics.exact import unscaled
from cchc_metrics.model import scaled
from cchc_metrics.services.indices.lost import Lost
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount, difference
from cchc_metrics.views.kit.pins import part_pin, starred
from cchc_metrics.views.kit.sentences import Part, closed, compose, enumerated
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView
from cchc_metrics.views.lost.look import DECIMALS, NAMED, Look, figure_link, missing_words, subject, titled, words_of

# So many bars fit a page; what is behind them stands in one bar and, whole, in the table.
_SHOWN = 12
_NUMBER = ColumnKind.NUMBER


def by_part(desk: Desk, found: Lost, footer: str) -> Look:
    """Lost points of each part, largest first."""
    t, filters = texts().lost, found.filters
    words = t.parts_caption if _all_known(found) else t.parts_caption_points
    caption = words.format(**words_of(desk, filters))
    known = len(found.known) > 0
    figure = None
    if known:
        figure = pareto_bars(
            _bars(found),
            hue=hue(desk, filters.index),
            axis_title=t.parts_axis,
            title=titled(desk, filters, caption),
            footer=footer,
        )
    return Look(
        sentence=closed(_clauses(desk, found)) if known else (),
        caption=caption,
        figure=figure,
        table=_parts_table(desk, found) if len(found.parts) else None,
        frame=found.parts.assign(unit=[unit or t.nobody for unit in found.parts["unit"]]),
        columns=(
            ("key", texts().explore.node_code, "text"),
            ("name", t.part, "text"),
            ("value", t.score, "number"),
            ("max_score", t.maximum, "number"),
            ("lost_points", t.lost, "number"),
            ("share", t.share, "percent", 1),
            ("cumulative", t.cumulative, "percent", 1),
            ("unit", t.unit, "text"),
        ),
        remarks=remarks(found),
        missing="" if known else missing_words(desk, filters, parts=len(found.parts) > 0),
    )


def _all_known(found: Lost) -> bool:
    """Whether every part is known and together they make up the whole: only then a share is one of all."""
    return found.closes and not found.parts["share"].isna().any()


def _clauses(desk: Desk, found: Lost) -> list[Part]:
    t, filters = texts().lost, found.filters
    leading = found.known.head(NAMED).to_dict("records")
    parts = enumerated(
        [
            compose(
                t.parts_item,
                part=str(row["name"]),
                lost=figure_link(filters, fmt.number(row["lost_points"], DECIMALS), str(row["key"])),
            )
            for row in leading
        ]
    )
    words: dict[str, Part] = {"subject": subject(desk, filters), "parts": parts}
    if not _all_known(found) or found.lost is None:
        return [compose(t.parts_known, known=str(len(found.known)), **words)]
    lost = figure_link(filters, difference(found.lost, found.part_unit, DECIMALS), found.parent.code)
    most = amount(found.maximum, found.part_unit, 0)
    first = int((found.parts["cumulative"] < 0.5).sum()) + 1
    share = fmt.percent(float(found.parts["cumulative"].iloc[min(first, len(found.parts)) - 1]) * 100, 0)
    half = t.parts_half.format(count=first, of=len(found.parts), share=share)
    return [compose(t.parts_all, lost=lost, max=most, **words), half if len(found.parts) > NAMED else ""]


def remarks(found: Lost) -> tuple[str, ...]:
    """Whether the sum closes, and what is not known."""
    t = texts().lost
    unknown = [(t.missing_values, found.no_value), (t.missing_maxima, found.no_max)]
    told = [words.format(parts=listed(names)) for words, names in unknown if names]
    if found.rest is None or found.lost is None or found.parts_lost is None:
        return (*told, t.rest_unknown.format(node=found.parent.label)) if len(found.known) else tuple(told)
    if found.closes:
        words = t.closes.format(
            count=len(found.parts),
            lost=fmt.number(found.parts_lost, DECIMALS),
            max=fmt.plain(found.maximum, DECIMALS),
            value=value_marked(fmt.number(found.value, DECIMALS), found.value_known),
        )
        return (*told, words)
    return (
        *told,
        t.rest.format(
            lost=difference(found.parts_lost, found.part_unit),
            node=found.parent.label,
            whole=difference(found.lost, found.part_unit),
            rest=difference(found.rest, found.part_unit),
        ),
    )


def _bars(found: Lost) -> pd.DataFrame:
    shares = _all_known(found)
    known = found.known if shares else found.known.assign(share=float("nan"), cumulative=float("nan"))
    shown = known["key"].isin(found.filters.starred)
    shown.iloc[:_SHOWN] = True
    rows = [_bar(found, row, shares=shares) for row in known[shown].to_dict("records")]
    if not shown.all():
        rows.append(_the_rest(found, known[~shown]))
    return pd.DataFrame(rows)


def _bar(found: Lost, row: Any, *, shares: bool) -> dict[str, Any]:
    t = texts().lost
    clauses = [
        t.parts_hover.format(
            part=row["name"],
            value=fmt.number(row["value"], DECIMALS),
            max=fmt.plain(row["max_score"], DECIMALS),
            lost=difference(row["lost_points"], found.part_unit),
        )
    ]
    if shares:
        share, running = fmt.percent(row["share"] * 100, 1), fmt.percent(row["cumulative"] * 100, 1)
        clauses.append(t.parts_hover_cumulative.format(share=share, cumulative=running))
    return {
        "key": row["key"],
        "name": starred(row["label"], row["key"], found.filters.starred),
        "lost": row["lost_points"],
        "cumulative": row["cumulative"],
        "label": t.parts_label.format(lost=fmt.number(row["lost_points"], DECIMALS)),
        "hover": f"{', '.join(clauses)}.",
        "quiet": False,
    }


def _the_rest(found: Lost, rows: pd.DataFrame) -> dict[str, Any]:
    t = texts().lost
    total = float(unscaled(pd.Series([scaled(rows["lost_points"]).sum()], dtype="Int64")).iloc[0])
    name = t.others.format(count=len(rows))
    return {
        "key": "others",
        "name": name,
        "lost": total,
        "cumulative": rows["cumulative"].iloc[-1],
        "label": t.parts_label.format(lost=fmt.number(total, DECIMALS)),
        "hover": f"{name}: {difference(total, found.part_unit)}.",
        "quiet": True,
    }


def _parts_table(desk: Desk, found: Lost) -> TableView:
    t = texts().lost
    shares = _all_known(found)
    columns = (
        Column(t.part, wide=True),
        Column(t.score, _NUMBER),
        Column(t.maximum, _NUMBER),
        Column(t.lost, _NUMBER),
        *((Column(t.share, _NUMBER), Column(t.cumulative, _NUMBER)) if shares else ()),
        Column(t.unit, wraps=True),
    )
    rows = []
    for row in found.parts.to_dict("records"):
        running = [fmt.percent(row[name] * 100, 1) for name in ("share", "cumulative")] if shares else []
        cells = (
            str(row["label"]),
            texts().common.missing if pd.isna(row["value"]) else fmt.number(row["value"], DECIMALS),
            fmt.plain(row["max_score"], DECIMALS),
            fmt.number(row["lost_points"], DECIMALS),
            *running,
            str(row["unit"]) or t.nobody,
        )
        rows.append(Row(str(row["key"]), cells, pin=part_pin(found.filters.index, str(row["key"]))))
    caption = t.table_caption.format(**words_of(desk, found.filters))
    return TableView(caption, columns, tuple(rows), footnote=texts().gap.rounding_note, main=3)


def by_unit(desk: Desk, found: Lost, footer: str) -> Look:
    """Lost points of each responsible unit; «chưa phân công» for parts nobody is in charge of."""
    t, filters = texts().lost, found.filters
    table = lost_points.by_unit(found.known) if len(found.known) else lost_points.by_unit(found.parts.iloc[:0])
    table = table.assign(name=[unit or t.nobody for unit in table["unit"]])
    caption = t.units_caption.format(**words_of(desk, filters))
    assigned = bool((table["unit"] != "").any())
    figure = None
    if len(table):
        figure = pareto_bars(
            pd.DataFrame([_unit_bar(found, row) for row in table.to_dict("records")]).assign(
                cumulative=table["share"].cumsum() if _all_known(found) else float("nan")
            ),
            hue=hue(desk, filters.index),
            axis_title=t.parts_axis,
            title=titled(desk, filters, caption),
            footer=footer,
        )
    return Look(
        sentence=_unit_sentence(desk, found, table, assigned=assigned) if len(table) else (),
        caption=caption,
        figure=figure,
        table=_unit_table(desk, found, table) if len(table) else None,
        frame=table,
        columns=(("name", t.unit, "text"), ("count", t.count, "integer"), ("lost_points", t.lost, "number")),
        remarks=(*(() if assigned else (t.units_invitation,)), *remarks(found)),
        missing="" if len(table) else missing_words(desk, filters, parts=len(found.parts) > 0),
    )


def _unit_bar(found: Lost, row: Any) -> dict[str, Any]:
    t = texts().lost
    lost = difference(row["lost_points"], found.part_unit)
    return {
        "key": row["unit"] or "nobody",
        "name": row["name"],
        "lost": row["lost_points"],
        "label": t.parts_label.format(lost=fmt.number(row["lost_points"], DECIMALS)),
        "hover": f"{t.units_hover.format(unit=row['name'], count=row['count'], lost=lost)}.",
        "quiet": row["unit"] == "",
    }


def _unit_sentence(desk: Desk, found: Lost, table: pd.DataFrame, *, assigned: bool) -> Any:
    t, filters = texts().lost, found.filters
    total = float(unscaled(pd.Series([scaled(table["lost_points"]).sum()], dtype="Int64")).iloc[0])
    lost = figure_link(filters, difference(total, found.part_unit), found.parent.code)
    words: dict[str, Part] = {"subject": subject(desk, filters), "lost": lost}
    if not assigned:
        return closed([compose(t.units_nobody, **words)])
    first = table.iloc[0]
    held = difference(first["lost_points"], found.part_unit)
    count = str(int((table["unit"] != "").sum()))
    most = compose(t.units_most, unit=str(first["name"]), lost=figure_link(filters, held, found.parent.code))
    return closed([compose(t.units_all, count=count, **words), most])


def _unit_table(desk: Desk, found: Lost, table: pd.DataFrame) -> TableView:
    t = texts().lost
    columns = (Column(t.unit, wraps=True), Column(t.lost, _NUMBER), Column(t.part, wide=True))
    labels = dict(zip(found.parts["key"], found.parts["label"], strict=True))
    rows = tuple(
        Row(
            row["unit"] or "nobody",
            (row["name"], fmt.number(row["lost_points"], DECIMALS), "; ".join(labels[key] for key in row["nodes"])),
        )
        for row in table.to_dict("records")
    )
    return TableView(t.units_caption.format(**words_of(desk, found.filters)), columns, rows, main=1)
