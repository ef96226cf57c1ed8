"""On course or not: ``trajectory``."""

import argparse

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of, with_clock
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.trajectory import Goal, course
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.records.ranking import index_named
from cchc_metrics.views.trajectory.page import answer, nothing
from cchc_metrics.views.trajectory.words import card, finding, status_word


def declare(add: Add) -> None:
    """The command of this module."""
    t = texts().trajectory
    one = with_clock(add("trajectory", _trajectory, t.help_trajectory))
    one.add_argument("--index", required=True)
    one.add_argument("--node", default=TOTAL)
    one.add_argument("--entity", required=True, help=texts().scenario.help_entity)
    one.add_argument("--target", type=float, help=t.help_target)
    one.add_argument("--by", type=int, help=t.help_by)


def _trajectory(office: Office, options: argparse.Namespace) -> int:
    desk = desk_of(office, options)
    index = index_named(desk.catalogue, options.index)
    entity = desk.catalogue.entity_named(options.entity)
    if (options.target is None) != (options.by is None):
        raise CchcError(texts().trajectory.cli_both)
    tried = None
    if options.target is not None and options.by is not None:
        tried = Goal(options.target, options.by, tried=True)
    found = course(desk, index, entity.id, options.node, asked=tried)
    if found.stretch.empty:
        raise CchcError(nothing(desk, found))
    words = texts().trajectory.cli_status.format(status=status_word(found.status), finding=finding(found))
    say(options, answer(desk, found), "\n".join((words, *card(found))))
    return 0
