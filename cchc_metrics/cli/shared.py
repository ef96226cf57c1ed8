"""A store that several servers share: ``migrate-store``, ``compact``."""

import argparse
from dataclasses import asdict
from pathlib import Path

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, writing
from cchc_metrics.config import load_settings
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office import shared
from cchc_metrics.services.office.office import Office


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().lake
    one = add("migrate-store", None, t.help_migrate)
    one.add_argument("direction", choices=("in", "out"), help=t.help_direction)
    one.add_argument("folder", help=t.help_folder)
    one.set_defaults(on_closed=_migrate)
    writing(add("compact", _compact, t.help_compact))


def _migrate(options: argparse.Namespace) -> int:
    folder, inward = Path(options.folder).resolve(), options.direction == "in"
    done = shared.migrate(load_settings(), LOCAL_OPERATOR, folder, inward=inward)
    words = texts().lake.moved.format(entries=fmt.integer(done.entries), checksum=done.checksum)
    say(options, asdict(done), words)
    return 0


def _compact(office: Office, options: argparse.Namespace) -> int:
    before, after, cleared = shared.compact(office, LOCAL_OPERATOR)
    told = {"before": before, "after": after, "cleared": cleared}
    counts = {name: fmt.integer(count) for name, count in told.items()}
    say(options, told, texts().lake.compacted.format(**counts))
    return 0
