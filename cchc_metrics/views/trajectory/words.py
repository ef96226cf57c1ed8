"""What a course says: title, finding, the card with its numbers, hovers, and the frames behind the estimated lines."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.trajectory import Status
from cchc_metrics.services.indices.trajectory import Ahead, Course, Goal, ahead, straight_way
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.phrases import amount, difference, unit_of_difference
from cchc_metrics.views.kit.shapes import Badge, BadgeKind

DECIMALS = 2


def told(found: Course) -> dict[str, str]:
    """What sentences about this course name."""
    return {
        "name": found.entity.name,
        "node": found.node.label,
        "index": found.index,
        "unit": found.node.unit,
    }


def status_word(status: Status) -> str:
    """The word for a status, as the badge says it."""
    common, t = texts().common, texts().trajectory
    return {
        Status.MET: common.status_met,
        Status.ON_TRACK: common.status_on_track,
        Status.SLOW: common.status_slow,
        Status.AWAY: t.status_away,
        Status.MISSED: t.status_missed,
        Status.UNKNOWN: common.status_unknown,
    }[status]


def badge(found: Course) -> Badge:
    """The status as a mark, its rule on hover."""
    kind = {
        Status.MET: BadgeKind.MET,
        Status.ON_TRACK: BadgeKind.ON_TRACK,
        Status.SLOW: BadgeKind.SLOW,
        Status.AWAY: BadgeKind.SLOW,
        Status.MISSED: BadgeKind.SLOW,
        Status.UNKNOWN: BadgeKind.UNKNOWN,
    }[found.status]
    return Badge(kind, status_word(found.status), rule_of(found.status))


def rule_of(status: Status) -> str:
    """The written rule behind a status."""
    order = (Status.MET, Status.ON_TRACK, Status.SLOW, Status.AWAY, Status.MISSED, Status.UNKNOWN)
    return texts().trajectory.rules[order.index(status)]


def goal_words(found: Course, goal: Goal) -> str:
    """«mục tiêu 46,00 điểm năm 2026»; a tried one says so."""
    t = texts().trajectory
    words = t.goal_tried if goal.tried else t.goal_set
    return words.format(value=amount(goal.value, found.node.unit), year=goal.year)


def title(found: Course) -> str:
    """Status and goal; without a goal the last value."""
    t = texts().trajectory
    if found.goal is None:
        year, value = found.last or (0, float("nan"))
        return t.heading_free.format(**told(found), value=amount(value, found.node.unit), year=year)
    return t.heading_goal.format(**told(found), status=status_word(found.status), goal=goal_words(found, found.goal))


def finding(found: Course) -> str:
    """One or two sentences: what is asked, what was done so far, where the goal lies in the projection."""
    if found.last is None:
        return ""
    said = _without_goal(found) if found.goal is None else _with_goal(found, found.goal)
    return " ".join(part for part in (said, _in_band(found)) if part)


def _without_goal(found: Course) -> str:
    t, years = texts().trajectory, found.stretch["period_id"]
    if found.pace is None:
        return t.finding_free_short.format(count=len(years))
    return t.finding_free.format(first=years.iloc[0], last=years.iloc[-1], pace=_per_year(found, found.pace))


def _with_goal(found: Course, goal: Goal) -> str:
    t, unit = texts().trajectory, found.node.unit
    year, value = found.last or (0, 0.0)
    told_here = {"last": year, "value": amount(value, unit), "target": amount(goal.value, unit), "year": goal.year}
    if goal.year <= year:
        known = found.history[(found.history["period_id"] == str(goal.year)) & found.history["value"].notna()]
        if known.empty:
            return t.finding_over.format(**told_here)
        reached = float(known["value"].iloc[0])
        words = {**told_here, "value": amount(reached, unit), "last": goal.year}
        if found.status is Status.MET:
            return t.finding_met.format(**words)
        return t.finding_missed.format(**words, gap=difference(goal.value - reached, unit))
    if found.status is Status.MET:
        return t.finding_met.format(**told_here)
    required = _per_year(found, found.required or 0.0)
    if found.pace is None:
        return t.finding_short.format(**told_here, required=required, count=len(found.stretch))
    return t.finding_pace.format(**told_here, required=required, pace=_per_year(found, found.pace))


def _in_band(found: Course) -> str:
    """Where the goal lies in the projection of its year."""
    t, goal = texts().trajectory, found.goal
    if goal is None or not found.ahead or found.last is None or goal.year <= found.last[0]:
        return ""
    at = next((one for one in found.ahead if one.year == goal.year), None)
    if at is None:
        return t.untested.format(year=goal.year)
    if at.low is None or at.high is None or found.status is Status.MET:
        return ""
    words = t.above if goal.value > at.high else t.below if goal.value < at.low else t.inside
    return words.format(year=goal.year)


def _per_year(found: Course, pace: float) -> str:
    return f"{fmt.signed(pace, DECIMALS)} {unit_of_difference(found.node.unit)}"


def card(found: Course) -> tuple[str, ...]:
    """The formulas with their numbers, one line each."""
    t, unit = texts().trajectory, found.node.unit
    if found.last is None:
        return ()
    year, value = found.last
    number = fmt.number(value, DECIMALS)
    lines = [t.card_last.format(value=amount(value, unit), year=year), _required_line(found), _pace_line(found)]
    if found.ahead:
        lines.append(t.card_projection.format(value=number))
        known = [one for one in found.ahead if one.low is not None]
        lines += [
            t.card_band.format(
                ahead=one.year - year,
                low=fmt.number(one.low, DECIMALS),
                high=fmt.number(one.high, DECIMALS),
                count=fmt.integer(_count(found, one.year - year)),
            )
            for one in known
        ] or [t.card_band_none]
    if found.goal is not None:
        lines.append(t.card_rule.format(status=status_word(found.status), rule=rule_of(found.status)))
    return tuple(lines)


def _count(found: Course, horizon: int) -> int:
    errors = found.errors
    return int(errors.loc[(errors["method"] == "no_change") & (errors["horizon"] == horizon), "n"].iloc[0])


def _required_line(found: Course) -> str:
    t = texts().trajectory
    if found.goal is None or found.required is None or found.last is None:
        return t.card_required_none
    year, value = found.last
    return t.card_required.format(
        target=fmt.number(found.goal.value, DECIMALS),
        value=fmt.number(value, DECIMALS),
        years=found.goal.year - year,
        required=fmt.signed(found.required, DECIMALS),
        unit=unit_of_difference(found.node.unit),
    )


def _pace_line(found: Course) -> str:
    t, years = texts().trajectory, found.stretch["period_id"]
    if found.pace is None:
        return t.card_pace_none.format(count=len(years))
    changes = found.stretch["value"].diff().dropna()
    return t.card_pace.format(
        count=len(changes),
        first=years.iloc[0],
        last=years.iloc[-1],
        changes="; ".join(fmt.signed(change, DECIMALS) for change in changes),
        pace=fmt.signed(found.pace, DECIMALS),
        unit=unit_of_difference(found.node.unit),
    )


def remarks(desk: Desk, found: Course) -> tuple[str, ...]:
    """The break behind the stretch, a province that is no more, errors that nobody knows."""
    t, catalogue = texts().trajectory, desk.catalogue
    said = []
    begun = found.stretch["period_id"].iloc[0] if len(found.stretch) else ""
    behind = found.breaks[found.breaks["period_after"] == begun]
    if len(behind):
        row = behind.iloc[0]
        said.append(
            t.break_note.format(
                before=row["period_before"], after=row["period_after"], reason=fmt.inside(row["reason"])
            )
        )
    successor = found.entity.successor
    if successor and len(catalogue.predecessors(successor)) > 1:
        said.append(t.merged.format(name=found.entity.name, successor=catalogue.name_of(successor)))
    for year, rank in found.rank_goals:
        said.append(t.rank_goal.format(rank=rank, year=year))
    if found.ahead and all(one.low is None for one in found.ahead):
        said.append(t.errors_none.format(index=found.index))
    return tuple(said)


def hover_value(found: Course, row: Mapping[Any, Any]) -> str:
    """A published value in a sentence."""
    value = fmt.number(row["value"], DECIMALS)
    return texts().trajectory.hover_value.format(year=row["period_id"], value=value, unit=found.node.unit)


def ahead_frame(found: Course) -> pd.DataFrame:
    """``ahead`` with its hovers: hover of the value and its band, drift_hover; the last known value has none."""
    rows = ahead(found)
    projected = rows.index[1:]
    rows.loc[projected, "hover"] = [_hover_ahead(found, one) for one in found.ahead]
    rows.loc[projected, "drift_hover"] = [
        _hover(found, texts().trajectory.hover_drift, one.year, one.drifted) for one in found.ahead
    ]
    return rows.fillna({"hover": "", "drift_hover": ""})


def _hover_ahead(found: Course, one: Ahead) -> str:
    t = texts().trajectory
    said = _hover(found, t.hover_ahead, one.year, one.value)
    if one.low is None or one.high is None:
        return said
    low, high = fmt.number(one.low, DECIMALS), fmt.number(one.high, DECIMALS)
    return f"{said}. {t.hover_band.format(year=one.year, low=low, high=high, unit=found.node.unit)}"


def _hover(found: Course, words: str, year: int, value: float) -> str:
    return words.format(year=year, value=fmt.number(value, DECIMALS), unit=found.node.unit)


def required_frame(found: Course) -> pd.DataFrame:
    """The straight way to the goal with its hovers: year, value, hover; empty where none is left to go."""
    way = straight_way(found)
    words = texts().trajectory.hover_pace
    return way.assign(hover=[_hover(found, words, *at) for at in zip(way["year"], way["value"], strict=True)])
