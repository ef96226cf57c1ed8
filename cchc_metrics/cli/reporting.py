"""The reporting cycle: ``status``."""

import argparse
from datetime import date
from typing import Any

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import status


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().reporting
    one = add("status", _status, t.help_status)
    one.add_argument("--on", type=date.fromisoformat, default=None, metavar="DATE", help=t.help_on)


def _status(office: Office, options: argparse.Namespace) -> int:
    t = texts().reporting
    found = status.answer(desk_of(office), options.on or date.today())
    lines = [
        t.period_line.format(
            period=fmt.period(row["period"]),
            start=fmt.day(row["start"]),
            end=fmt.day(row["end"]),
            due=fmt.day(row["due_date"]) if row["due_date"] else t.no_due,
        )
        for row in found["periods"]
    ]
    lines += [_line(row) for row in found["obligations"]]
    lines += [t.task_without_unit.format(task=task) for task in found["tasks_without_unit"]]
    say(options, found, "\n".join(lines))
    return 0


def _line(row: dict[str, Any]) -> str:
    t = texts().reporting
    late = t.late.format(days=row["days_late"]) if row["days_late"] else t.on_time
    due = fmt.day(row["due_date"]) if row["due_date"] else t.no_due
    return t.status_line.format(
        unit=row["name"],
        form=row["form"],
        period=fmt.period(row["period"]),
        state=t.states[row["state"]],
        late=late if row["due_date"] else fmt.MISSING,
        due=due,
    )
