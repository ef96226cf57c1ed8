"""Every report still owed, of all periods, as the board, the first page and the brief tell it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import today
from cchc_metrics.services.reporting.debts import Debt, Debts, debts
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.reminders import reminders
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

_NAMED = 6


@dataclass(frozen=True, slots=True)
class DebtsView:
    """finding: how many reports are owed, and since when · table is None when none is · soon: how many are due within
    the days that the office looks ahead, "" when none is.
    """

    finding: str
    table: TableView | None
    soon: str = ""


def debts_view(desk: Desk, day: str) -> DebtsView:
    """What is owed on a day (ISO)."""
    found = debts(desk, date.fromisoformat(day))
    return DebtsView(debts_words(found), _table(found, Reporting(desk)) if found.open else None)


def owed_today(desk: Desk, _filters: object = None) -> DebtsView:
    """What is owed on the day that the desk shows, and what is due soon."""
    owed, near = debts_view(desk, today(desk).isoformat()), reminders(desk, today(desk))
    soon = texts().entering.remind_finding.format(count=len(near.waiting), days=near.days)
    return replace(owed, soon=soon if near.waiting else "")


def debts_words(found: Debts) -> str:
    """ "Còn 3 báo cáo nợ: Quý III/2026 (2, trễ nhất 77 ngày), 6 tháng 2026 (1)." """
    t = texts().reporting
    if not found.open:
        return t.debts_undated.format(count=len(found.undated)) if found.undated else t.debts_none
    by_period: dict[str, list[Debt]] = {}
    for one in found.open:
        by_period.setdefault(one.standing.owed.window.period.id, []).append(one)
    parts = []
    for period, owing in by_period.items():
        late = max((one.standing.progress.days_late or 0 for one in owing), default=0)
        words = t.debts_late if late else t.debts_period
        parts.append(words.format(period=fmt.period(period), count=len(owing), days=late))
    return t.debts_finding.format(count=len(found.open), periods="; ".join(parts))


def _table(found: Debts, reporting: Reporting) -> TableView:
    t = texts().reporting
    kinds = {3: ColumnKind.NUMBER}
    columns = tuple(
        Column(header, kinds.get(at, ColumnKind.TEXT), wraps=at in (0, 2), wide=at in (4, 6))
        for at, header in enumerate(t.debts_columns)
    )
    rows = tuple(_row(one, reporting) for one in found.open)
    return TableView(t.debts_caption.format(day=fmt.day(found.day)), columns, rows, main=2)


def _row(one: Debt, reporting: Reporting) -> Row:
    t, owed, stands = texts().reporting, one.standing.owed, one.standing.progress
    lacking = lacking_words(stands.lacking) if stands.state is not State.NOT_SENT else ""
    cells = (
        reporting.units[owed.unit_id].name,
        fmt.period(owed.window.period.id),
        t.states[stands.state.value],
        str(stands.days_late) if stands.days_late else fmt.MISSING,
        t.lacking.format(tasks=lacking) if lacking else _held_by(one) or fmt.MISSING,
        ", ".join(fmt.day(day) for day in one.chased_on) or t.debts_not_chased,
        ", ".join(one.changed[:_NAMED]) or fmt.MISSING,
    )
    return Row("|".join(one.standing.key), cells, notes={1: one.form_name})


def _held_by(one: Debt) -> str:
    """That a longer report holds the figures of one that is owed."""
    return texts().reporting.held_by_longer.format(period=fmt.period(one.held_by)) if one.held_by else ""


def lacking_words(lacking: Mapping[str, tuple[str, ...]]) -> str:
    """``4 (4.2, 4.3), 8``: tasks with the figures that are missing; a task alone has nothing in it."""
    t, found = texts().reporting, []
    for task, codes in lacking.items():
        named = ", ".join(codes[:_NAMED])
        if len(codes) > _NAMED:
            named = t.lacking_more.format(codes=named, count=len(codes) - _NAMED)
        found.append(f"{task} ({named})" if named else task)
    return ", ".join(found)
