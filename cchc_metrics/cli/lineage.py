"""Who became whom, with which weights: ``lineage``."""

import argparse

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.records.lineage import lineage


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().lineage
    add("lineage", _lineage, t.help_lineage).add_argument("--weight-set", help=t.help_weight_set)


def _lineage(office: Office, options: argparse.Namespace) -> int:
    found = lineage(desk_of(office), options.weight_set)
    t = texts().lineage
    lines = [
        t.line_link.format(after=one["name"], before=" + ".join(part["name"] for part in one["predecessors"]))
        for one in found["links"]
    ]
    sets = [t.line_weight.format(name=one["weight_set"], count=len(one["weights"])) for one in found["weight_sets"]]
    say(options, found, "\n".join(lines + sets))
    return 0
