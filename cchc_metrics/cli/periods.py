"""Locked periods: ``periods`` lists them, ``periods lock | ask | unlock PERIOD``."""

import argparse
from dataclasses import asdict

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, acting
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import locks


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().locks
    one = add("periods", _periods, t.help_periods)
    one.add_argument("act", nargs="?", choices=("lock", "ask", "unlock"), help=t.help_act)
    one.add_argument("period", nargs="?", default="")
    one.add_argument("--reason", default="", help=t.reason)


def _periods(office: Office, options: argparse.Namespace) -> int:
    t, by = texts().locks, acting()
    if options.act == "lock":
        locks.lock(office, by, options.period)
    elif options.act == "ask":
        locks.ask_to_unlock(office, by, options.period, options.reason)
    elif options.act == "unlock":
        locks.unlock(office, by, options.period)
    held = locks.locks(office, by)
    lines = [
        t.is_locked.format(period=one.period_id, by=one.by)
        + (" " + t.is_asked.format(by=one.asked_by, reason=one.reason) if one.asked_by else "")
        for one in held
    ]
    say(options, [asdict(one) for one in held], "\n".join(lines) or t.nothing_locked)
    return 0
