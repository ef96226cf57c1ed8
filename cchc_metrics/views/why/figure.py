"""The picture of the page Phân tích biến động: from the value before to the value after."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.waterfall import change_bars, waterfall
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.crosswalk import EFFECTS
from cchc_metrics.metrics.decomposition import Line
from cchc_metrics.services.indices.why import Case, Why
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount, unit_of_difference
from cchc_metrics.views.kit.pins import starred
from cchc_metrics.views.why.words import DECIMALS

# What two decimals print as nothing; and what rounding may make of a part that is published twice with two decimals.
LEAST, _ROUNDED = 0.005, 0.01


def caption_of(found: Why) -> str:
    """The heading of the picture."""
    t = texts().why
    words = {Case.CROSSWALK: t.caption_crosswalk, Case.BROKEN: t.caption_broken}.get(found.case, t.caption)
    return words.format(
        before=fmt.period(found.before),
        after=fmt.period(found.after),
        node=found.node.label,
        index=found.index_code,
    )


def figure_of(desk: Desk, found: Why, caption: str, footer: str, stars: tuple[str, ...] = ()) -> go.Figure | None:
    """The waterfall, or bars of the comparable parts across a break; None where no change can be drawn.

    stars: parts, by code, that bear one.
    """
    title = f"{desk.catalogue.name_of(found.entity_id)}: {fmt.lower_first(caption)}"
    if found.case is Case.BROKEN:
        return _changes(desk, found, title, footer, stars)
    if found.case not in (Case.PARTS, Case.CROSSWALK) or found.value_before is None or found.value_after is None:
        return None
    steps = _effect_steps(found) if found.case is Case.CROSSWALK else _part_steps(found, stars)
    return waterfall(
        steps,
        start=_end(found, found.before, found.value_before),
        end=_end(found, found.after, found.value_after),
        hue=hue(desk, found.index_code),
        axis_title=texts().why.axis.format(unit=found.unit),
        title=title,
        footer=footer,
    )


def _end(found: Why, period: str, value: float) -> tuple[str, float, str]:
    words = value_marked(amount(value, found.unit, DECIMALS), found.known[period == found.after])
    return texts().why.start.format(year=fmt.period(period)), value, words


def _row(key: str, name: str, delta: float, hover: str, *, quiet: bool = False) -> dict[str, Any]:
    label = fmt.signed(delta, DECIMALS)
    return {"key": key, "name": name, "delta": delta, "label": label, "hover": hover, "quiet": quiet}


def _part_steps(found: Why, stars: tuple[str, ...]) -> pd.DataFrame:
    """Gains from the largest on, then losses, then what is no part's doing."""
    table = found.parts
    known = table[(table["line"] == Line.PART) & table["delta"].notna()]
    known = known.sort_values(["delta", "node_code"], ascending=[False, True])
    rows = [
        _row(
            str(row["node_code"]),
            starred(_named(row), row["node_code"], stars),
            float(row["delta"]),
            _hover(found, row),
        )
        for row in known.to_dict("records")
    ]
    rows += _other_steps(found, table)
    return pd.DataFrame(rows)


def _named(row: Any) -> str:
    return texts().why.row_of.format(code=row["node_code"], name=row["name"])


def made_names() -> dict[str, str]:
    """What a part is called that only one of the years has, or that weighs otherwise."""
    t = texts().why
    return {
        str(Line.NEW): t.line_new,
        str(Line.DROPPED): t.line_dropped,
        str(Line.REWEIGHTED): t.line_reweighted,
    }


def _made_steps(found: Why, table: pd.DataFrame) -> list[dict[str, Any]]:
    t, names = texts().why, made_names()
    hovers = {
        str(Line.NEW): t.hover_new,
        str(Line.DROPPED): t.hover_dropped,
        str(Line.REWEIGHTED): t.hover_reweighted,
    }
    rows = table[table["line"].isin(list(names)) & table["delta"].notna()].to_dict("records")
    return [
        _row(
            str(row["node_code"]),
            names[row["line"]].format(code=row["node_code"], name=row["name"]),
            float(row["delta"]),
            hovers[row["line"]].format(
                part=row["name"], after=fmt.period(found.after), change=_change(found, float(row["delta"]))
            ),
            quiet=True,
        )
        for row in rows
    ]


def _other_steps(found: Why, table: pd.DataFrame) -> list[dict[str, Any]]:
    t = texts().why
    rows = _made_steps(found, table)
    for line, name, hover in (
        (Line.REMEASURED, t.line_remeasured, t.hover_remeasured),
        (Line.REST, t.line_rest, t.hover_rest),
    ):
        values = table.loc[table["line"] == line, "delta"].dropna()
        # Rounding is a line of the table and a note below the picture; as a step it would be read as a cause.
        if len(values) and abs(float(values.iloc[0])) >= LEAST and not (line == Line.REST and rounding(found)):
            delta = float(values.iloc[0])
            parted = listed([str(name) for name in table.loc[table["broken"], "name"]]) if "broken" in table else ""
            words = hover.format(change=_change(found, delta), parts=parted)
            rows.append(_row(str(line), name, delta, words, quiet=True))
    return rows


def rounding(found: Why) -> float:
    """The remainder where rounding alone can make it: every part known in both years, a hundredth each at the most.

    0.0 where there is none, or where it is more than rounding.
    """
    table = found.parts
    if found.case is not Case.PARTS:
        return 0.0
    known = table[table["line"] == Line.PART]
    rest = table.loc[table["line"] == Line.REST, "delta"].dropna()
    whole = len(known) and known["delta"].notna().all()
    small = len(rest) and abs(float(rest.iloc[0])) <= _ROUNDED * len(known) + 1e-9
    return float(rest.iloc[0]) if whole and small else 0.0


def _hover(found: Why, row: Any) -> str:
    t = texts().why
    return t.hover_part.format(
        part=row["name"],
        v0=amount(row["value_before"], found.part_unit, DECIMALS),
        v1=amount(row["value_after"], found.part_unit, DECIMALS),
        before=fmt.period(found.before),
        after=fmt.period(found.after),
        change=_change(found, float(row["delta"])),
    )


def _change(found: Why, delta: float) -> str:
    return f"{fmt.signed(delta, DECIMALS)} {unit_of_difference(found.part_unit)}"


def effect_names() -> dict[str, str]:
    """The effects across two frameworks, in the order in which they are told."""
    t = texts().why
    names = (t.effect_like_for_like, t.effect_reweighting, t.effect_added, t.effect_dropped)
    return dict(zip(EFFECTS, names, strict=True))


def _effect_steps(found: Why) -> pd.DataFrame:
    t, table = texts().why, found.effects
    whole = table[table["line"] == Line.WHOLE].iloc[0]
    rows = [
        _row(key, name, float(whole[key]), t.hover_line.format(line=name, change=_change(found, float(whole[key]))))
        for key, name in effect_names().items()
    ]
    return pd.DataFrame(rows + _other_steps(found, table))


def _changes(desk: Desk, found: Why, title: str, footer: str, stars: tuple[str, ...]) -> go.Figure | None:
    if found.parts.empty or found.parts["delta"].isna().all():
        return None
    t = texts().why
    parts = found.parts.sort_values(["delta", "node_code"], ascending=[False, True], na_position="last")
    rows = [
        _row(
            str(row["node_code"]),
            starred(_named(row), row["node_code"], stars),
            float(row["delta"]),
            _hover(found, row),
        )
        for row in parts[parts["delta"].notna()].to_dict("records")
    ]
    return change_bars(
        pd.DataFrame(rows),
        hue=hue(desk, found.index_code),
        axis_title=t.axis_change.format(unit=unit_of_difference(found.part_unit)),
        title=title,
        footer=footer,
    )
