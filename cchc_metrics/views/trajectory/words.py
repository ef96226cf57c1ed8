"""What a course says: title, finding, the card with its numbers."""

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.forecasting import HORIZONS, LEAST_POINTS
from cchc_metrics.metrics.trajectory import Limits, Status, reached
from cchc_metrics.services.indices.trajectory import Ahead, Course, Goal
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.known import value_marked
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
        Status.LIKELY: t.status_likely,
        Status.POSSIBLE: t.status_possible,
        Status.UNLIKELY: t.status_unlikely,
        Status.REMOTE: t.status_remote,
        Status.MISSED: t.status_missed,
        Status.UNKNOWN: common.status_unknown,
    }[status]


def badge(found: Course) -> Badge:
    """The status as a mark, its rule on hover."""
    kind = {
        Status.MET: BadgeKind.MET,
        Status.LIKELY: BadgeKind.ON_TRACK,
        Status.POSSIBLE: BadgeKind.ON_TRACK,
        Status.UNLIKELY: BadgeKind.SLOW,
        Status.REMOTE: BadgeKind.SLOW,
        Status.MISSED: BadgeKind.SLOW,
        Status.UNKNOWN: BadgeKind.UNKNOWN,
    }[found.status]
    return Badge(kind, status_word(found.status), rule_of(found.status, found.limits))


def rule_of(status: Status, limits: Limits | None) -> str:
    """The written rule behind a status, with the thresholds in force."""
    return rules(limits)[list(Status).index(status)]


def rules(limits: Limits | None) -> tuple[str, ...]:
    """All rules in the order of ``Status``."""
    known = limits or Limits(float("nan"), float("nan"), float("nan"))
    told = {name: fmt.percent(getattr(known, name) * 100, 0) for name in ("likely", "possible", "unlikely")}
    return tuple(rule.format(**told) for rule in texts().trajectory.rules)


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
        return t.heading_free.format(**told(found), value=_amount(found, value, year), year=year)
    standing = dict(t.heading_standing)[found.status.value]
    return t.heading_goal.format(**told(found), standing=f"{standing} {goal_words(found, found.goal)}")


def _amount(found: Course, value: float, year: int) -> str:
    """The published value of a year, with the mark of how it is known."""
    return value_marked(amount(value, found.node.unit), found.known_in(year))


def finding(found: Course) -> str:
    """One or two sentences: what is asked, what was done so far, where the goal lies in the projection."""
    if found.last is None:
        return ""
    said = _without_goal(found) if found.goal is None else _with_goal(found, found.goal)
    return " ".join(part for part in (_chance(found), said, _untested(found)) if part)


def _without_goal(found: Course) -> str:
    t, years = texts().trajectory, found.stretch["period_id"]
    if found.pace is None:
        return t.finding_free_short.format(count=len(years))
    return t.finding_free.format(first=years.iloc[0], last=years.iloc[-1], pace=_per_year(found, found.pace))


def _with_goal(found: Course, goal: Goal) -> str:
    t, unit = texts().trajectory, found.node.unit
    year, value = found.last or (0, 0.0)
    told_here = {
        "last": year,
        "value": _amount(found, value, year),
        "target": amount(goal.value, unit),
        "year": goal.year,
    }
    if goal.year <= year:
        known = found.history[(found.history["period_id"] == str(goal.year)) & found.history["value"].notna()]
        if known.empty:
            return t.finding_over.format(**told_here)
        then = float(known["value"].iloc[0])
        words = {**told_here, "value": _amount(found, then, goal.year), "last": goal.year}
        if found.status is Status.MET:
            return t.finding_met.format(**words)
        return t.finding_missed.format(**words, gap=difference(goal.value - then, unit))
    if reached(value, goal.value):
        return t.finding_above.format(**told_here)
    required = _per_year(found, found.required or 0.0)
    if found.pace is None:
        return t.finding_short.format(**told_here, required=required, count=len(found.stretch))
    return t.finding_pace.format(**told_here, required=required, pace=_per_year(found, found.pace))


def _chance(found: Course) -> str:
    """The chance of the goal, and how often such chances came true."""
    t, goal = texts().trajectory, found.goal
    if goal is None or found.chance is None:
        return ""
    like = found.calibration.like(found.chance) if found.calibration else None
    words = {"year": goal.year, "chance": chance_words(found.chance)}
    if like is None:
        return t.chance.format(**words)
    told = t.chance_like.format(**words, reached=fmt.number(like.reached * 100, 0))
    if like.effective is None:
        return told
    overlap = t.chance_overlap.format(
        count=fmt.integer(like.n), years=like.years, effective=fmt.integer(like.effective)
    )
    return f"{told} {overlap}"


def chance_words(chance: float) -> str:
    """``31%``: whole percents, for no more is known."""
    return fmt.percent(chance * 100, 0)


def _untested(found: Course) -> str:
    """Why no chance is told of a goal that is still to come."""
    t, goal = texts().trajectory, found.goal
    if goal is None or found.last is None or found.chance is not None or not found.ahead:
        return ""
    years = goal.year - found.last[0]
    if years < 1:
        return ""
    return t.band_untested.format(ahead=years) if years in HORIZONS else t.untested.format(year=goal.year)


def _per_year(found: Course, pace: float) -> str:
    return f"{fmt.signed(pace, DECIMALS)} {unit_of_difference(found.node.unit)}"


def card(found: Course) -> tuple[str, ...]:
    """The formulas with their numbers, one line each."""
    t, unit = texts().trajectory, found.node.unit
    if found.last is None:
        return ()
    year, value = found.last
    lines = [t.card_last.format(value=_amount(found, value, year), year=year), _required_line(found), _pace_line(found)]
    for one in found.ahead:
        lines += _ahead_lines(one, one.year - year)
    if found.goal is not None and found.chance is not None:
        told_here = {"value": amount(found.goal.value, unit), "year": found.goal.year}
        lines.append(t.card_chance.format(**told_here, chance=chance_words(found.chance)))
    if found.goal is not None:
        rule = rule_of(found.status, found.limits)
        lines.append(t.card_rule.format(status=status_word(found.status), rule=rule))
    return tuple(lines)


def _ahead_lines(one: Ahead, years: int) -> tuple[str, ...]:
    """How a year ahead is projected, and its band."""
    t, terms = texts().trajectory, one.terms
    projected = t.card_projection.format(
        ahead=years,
        mean=fmt.number(terms.mean, DECIMALS),
        last_weight=fmt.number(terms.last_weight, DECIMALS),
        apart=fmt.signed(terms.apart, DECIMALS),
        own_weight=fmt.number(terms.own_weight, DECIMALS),
        own=fmt.signed(terms.own, DECIMALS),
        value=fmt.number(one.value, DECIMALS),
    )
    if one.low is None or one.high is None:
        return projected, f"{t.years_ahead.format(years=years)}: {fmt.lower_first(t.card_band_none)}"
    band = t.card_band.format(
        ahead=years,
        half=fmt.number((one.high - one.low) / 2, DECIMALS),
        low=fmt.number(one.low, DECIMALS),
        high=fmt.number(one.high, DECIMALS),
        count=fmt.integer(one.n),
        years=one.years,
    )
    return projected, band


def _required_line(found: Course) -> str:
    t = texts().trajectory
    if found.goal is None or found.required is None or found.last is None:
        return t.card_required_none
    year, value = found.last
    return t.card_required.format(
        target=fmt.number(found.goal.value, DECIMALS),
        value=value_marked(fmt.number(value, DECIMALS), found.known_in(year)),
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
    if len(found.stretch) >= LEAST_POINTS and not found.ahead:
        said.append(t.errors_none.format(index=found.index))
    return tuple(said)
