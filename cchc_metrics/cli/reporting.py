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
    said = texts().reporting
    one = add("status", _status, said.help_status)
    one.add_argument("--on", type=date.fromisoformat, default=None, metavar="DATE", help=said.help_on)


def _status(office: Office, options: argparse.Namespace) -> int:
    said = texts().reporting
    found = status.answer(desk_of(office), options.on or date.today())
    lines = [
        said.period_line.format(
            period=fmt.period(row["period"]),
            start=fmt.day(row["start"]),
            end=fmt.day(row["end"]),
            due=fmt.day(row["due_date"]) if row["due_date"] else said.no_due,
        )
        for row in found["periods"]
    ]
    lines += [_line(row) for row in found["obligations"]]
    lines += [said.task_without_unit.format(task=task) for task in found["tasks_without_unit"]]
    say(options, found, "\n".join(lines))
    return 0


def _line(row: dict[str, Any]) -> str:
    said = texts().reporting
    late = said.late.format(days=row["days_late"]) if row["days_late"] else said.on_time
    due = fmt.day(row["due_date"]) if row["due_date"] else said.no_due
    return said.status_line.format(
        unit=row["name"],
        form=row["form"],
        period=fmt.period(row["period"]),
        state=said.states[row["state"]],
        late=late if row["due_date"] else fmt.MISSING,
        due=due,
    )
