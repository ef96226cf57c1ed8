"""The try-out: ``demo``."""

import argparse
import sys
from datetime import date

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, writing
from cchc_metrics.labels import texts
from cchc_metrics.services.demo.build import build
from cchc_metrics.services.office.office import Office


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().demo
    one = writing(add("demo", _demo, t.help_demo))
    one.add_argument("--on", type=date.fromisoformat, default=None, metavar="DATE", help=t.help_on)


def _demo(office: Office, options: argparse.Namespace) -> int:
    built = build(office, options.on or date.today(), lambda _, words: print(words, file=sys.stderr))
    folder = office.settings.data_dir
    words = texts().demo.built.format(units=built.units, reports=built.reports, folder=folder)
    say(options, {"status": "built", "units": built.units, "reports": built.reports, "folder": str(folder)}, words)
    return 0
