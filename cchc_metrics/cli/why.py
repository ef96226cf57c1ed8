"""Why a result moved: ``why``."""

import argparse

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of, with_series
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.records import why


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().why
    one = with_series(add("why", _why, t.help_why), period=False)
    one.add_argument("--entity", required=True)
    one.add_argument("--from", dest="before", required=True, help=t.help_from)
    one.add_argument("--to", dest="after", required=True, help=t.help_to)


def _why(office: Office, options: argparse.Namespace) -> int:
    found, words = why.answer(
        desk_of(office, options),
        options.index,
        options.entity,
        options.before,
        options.after,
        node=options.node,
        score_kind=options.score_kind,
    )
    say(options, found, words)
    return 0
