"""What is new: ``digest``, and ``digest --send`` for the mail that is due."""

import argparse
from datetime import date

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, acting, desk_of
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.digest import page
from cchc_metrics.views.post import send_due


def declare(add: Add) -> None:
    """The command of this module."""
    t = texts().digest
    one = add("digest", _digest, t.help_digest)
    one.add_argument("--on", type=date.fromisoformat, default=None, metavar="DATE", help=t.help_on)
    one.add_argument("--send", action="store_true", help=t.help_send)


def _digest(office: Office, options: argparse.Namespace) -> int:
    t, day = texts().digest, options.on or date.today()
    if options.send:
        count = send_due(office, acting(), day)
        say(options, {"status": "done", "sent": count}, t.mail_done.format(count=count))
        return 0
    view = page(desk_of(office), day.isoformat())
    lines = [view.finding]
    for title, told in view.lists:
        lines += [title, *(f"  {line}" for line in told or (t.none,))]
    answer = {"finding": view.finding, "sections": {title: list(told) for title, told in view.lists}}
    say(options, answer, "\n".join(lines))
    return 0
