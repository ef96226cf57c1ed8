"""Things to decide, found by written rules in the data; each names its figure, and there are fewer when less is wrong.

In this order: the unit that is latest; bounds that are not met; the part most worth doing, by what others reach; tasks
without a unit; due dates not set; cited bases that have ended; bases that nobody has reviewed.
"""

from collections.abc import Callable, Sequence
from datetime import date

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.calendar import last_ended
from cchc_metrics.metrics.reporting.obligations import split
from cchc_metrics.schema import LEGAL_BASES, TASKS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place
from cchc_metrics.services.planning.worth import worth_doing
from cchc_metrics.services.reporting.consolidated import Consolidated, consolidate
from cchc_metrics.services.reporting.documents.bases import ended
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.letters import Chase
from cchc_metrics.services.reporting.levels import level
from cchc_metrics.views.compile.brief_indices import IndexResults, losses
from cchc_metrics.views.compile.words import amount
from cchc_metrics.views.kit.phrases import difference

MOST = 5
_BOUNDS_SHOWN = 2


def decisions(desk: Desk, day: date, found: Sequence[IndexResults], chased: Chase) -> tuple[str, ...]:
    """At most five, in the order of the rules."""
    reports = _reports(desk, day)
    rules: tuple[Callable[[], str], ...] = (
        lambda: _latest(chased),
        lambda: _bounds(reports),
        lambda: _worth(desk, found) or _largest_loss(desk, found),
        lambda: _unowned(reports),
        lambda: _undated(chased),
        lambda: _ended(desk, day),
        lambda: _unreviewed(desk),
    )
    told = (rule() for rule in rules)
    return tuple(words for words in told if words)[:MOST]


def _reports(desk: Desk, day: date) -> list[Consolidated]:
    """The periods collected now, added up; one that no form is due for is left out."""
    made = []
    for window in last_ended(day, Reporting(desk).windows):
        try:
            made.append(consolidate(desk, window.period.id, day=day))
        except CchcError:
            continue
    return made


def _latest(chased: Chase) -> str:
    late = [
        (item.standing.progress.days_late or 0, letter.unit.name, item.standing.owed.window.period.id)
        for letter in chased.letters
        for item in letter.items
    ]
    worst = max(late, default=(0, "", ""))
    if not worst[0]:
        return ""
    count = sum(1 for days, *_ in late if days)
    return texts().documents.decide_late.format(unit=worst[1], days=worst[0], period=fmt.period(worst[2]), count=count)


def _bounds(reports: Sequence[Consolidated]) -> str:
    t = texts().documents
    failed = [
        t.decide_bound_item.format(
            code=one.metric.code,
            name=one.metric.name,
            value=amount(one.metric, one.value),
            bound=level(one.metric, report.reporting.metrics),
            period=fmt.period(report.window.period.id),
        )
        for report in reports
        for one in report.figures
        if one.met is False
    ]
    if not failed:
        return ""
    more = len(failed) - _BOUNDS_SHOWN
    rest = t.decide_bound_more.format(count=more) if more > 0 else ""
    return t.decide_bound.format(items="; ".join(failed[:_BOUNDS_SHOWN]), more=rest)


def _worth(desk: Desk, found: Sequence[IndexResults]) -> str:
    """The part that promises most places in a year, over the indices whose ranks are computed; empty without one."""
    t, candidates = texts().documents, []
    for result in (result for one in found for result in one.results):
        at = result.standing
        answer = worth_doing(desk, Place(at.index_code, at.period_id, result.entity.id))
        if answer is not None and answer.parts[0].promise(answer.rank) > 0:
            candidates.append((answer.parts[0].promise(answer.rank), result, answer))
    if not candidates:
        return ""
    _, result, answer = max(candidates, key=lambda one: one[0])
    first, at = answer.parts[0], result.standing
    return t.decide_worth.format(
        part=first.name,
        index=at.index_code,
        period=fmt.period(at.period_id),
        name=result.entity.name,
        like=first.like,
        rise=difference(first.rise, at.node.unit),
        times=first.times,
        changes=first.of,
        before=fmt.rank_of(answer.rank, answer.of),
        after=fmt.rank_of(first.rank, answer.of),
        unit=first.unit or t.nobody_assigned,
    )


def _largest_loss(desk: Desk, found: Sequence[IndexResults]) -> str:
    """The part with the largest share of all that its result loses, where of the others too little is known."""
    t = texts().documents
    candidates = [
        (float(row["lost_points"]) / answer.lost, result, row)
        for result, answer in losses(desk, found)
        if answer.lost
        for row in answer.known.head(1).to_dict("records")
    ]
    if not candidates:
        return ""
    share, result, row = max(candidates, key=lambda one: one[0])
    return t.decide_loss.format(
        part=row["label"],
        index=result.standing.index_code,
        period=fmt.period(result.standing.period_id),
        name=result.entity.name,
        lost=difference(row["lost_points"], str(row["unit_of_score"])),
        share=fmt.percent(share * 100, 0),
        unit=row["unit"] or t.nobody_assigned,
    )


def _unowned(reports: Sequence[Consolidated]) -> str:
    tasks = list(dict.fromkeys(task for report in reports for task in report.unowned))
    if not tasks:
        return ""
    return texts().documents.decide_unowned.format(count=len(tasks), tasks=", ".join(tasks))


def _undated(chased: Chase) -> str:
    if not chased.undated:
        return ""
    periods = listed(list(dict.fromkeys(fmt.period(one.owed.window.period.id) for one in chased.undated)))
    return texts().documents.decide_undated.format(count=len(chased.undated), periods=periods)


def _ended(desk: Desk, day: date) -> str:
    cited = [basis for row in desk.facts(TASKS).to_dict("records") for basis in split(row["legal_basis"])]
    gone = ended(desk, cited, day)
    return texts().documents.decide_ended.format(count=len(gone), bases=listed(list(gone))) if gone else ""


def _unreviewed(desk: Desk) -> str:
    held = desk.facts(LEGAL_BASES, {"state": ["unreviewed"]})
    if held.empty:
        return ""
    return texts().documents.decide_unreviewed.format(count=len(held), total=desk.count(LEGAL_BASES))
