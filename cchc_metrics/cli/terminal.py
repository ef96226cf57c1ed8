"""What every command shares: how it is declared, the open office it works on, and how it answers."""

import argparse
import faulthandler
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Protocol

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.cli.commands import WrongUsageError
from cchc_metrics.config import Settings, load_settings
from cchc_metrics.errors import StoreBusyError
from cchc_metrics.labels import OFFICIAL, Names, language, texts
from cchc_metrics.model import Actor, ScoreKind
from cchc_metrics.schema import SCORE_KINDS, TOTAL
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.clock import Clock, ClockKind
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.snapshot import snapshot
from cchc_metrics.views.kit.clock import clock_view

# So often who waits for the office looks whether it is free.
_PAUSE = 0.2
Command = Callable[[Office, argparse.Namespace], int]
Prepare = Callable[[argparse.Namespace], None]


class Add(Protocol):
    """Declares a command: its name, what runs it (None: it works on a closed office), one line of help."""

    def __call__(self, name: str, command: Command | None, words: str) -> argparse.ArgumentParser: ...


@contextmanager
def open_office(*, writes: bool = True, patience: float = 0) -> Iterator[Office]:
    """The office of the settings with the shipped facts in it, closed afterwards.

    writes: whether the command stores anything; one that does not answers from a snapshot while the dashboard or
    another command holds the office. Raises StoreBusyError for one that does, after ``patience`` seconds.
    """
    settings = load_settings()
    try:
        office = _opened(settings, patience)
    except StoreBusyError:
        if writes:
            raise
        print(texts().cli.from_snapshot, file=sys.stderr)
        with snapshot(settings) as seen:
            yield seen
        return
    try:
        reference.prepare(office, lambda _, words: print(words, file=sys.stderr))
        yield office
    finally:
        office.close()


def _opened(settings: Settings, patience: float) -> Office:
    ends = time.monotonic() + patience
    while True:
        try:
            return Office.open(settings, show_progress)
        except StoreBusyError:
            if time.monotonic() > ends:
                raise
            time.sleep(_PAUSE)


@contextmanager
def office_to_look_at(*, writes: bool) -> Iterator[Office]:
    """The office as it is now, with the shipped facts, in a folder of its own: nobody waits for who works on it.

    writes: whether something is to be stored afterwards; then StoreBusyError is raised at once while another holds
    the office. What is stored in this one is lost.
    """
    settings = load_settings()
    try:
        with open_office():
            pass
    except StoreBusyError:
        if writes:
            raise
        print(texts().cli.from_snapshot, file=sys.stderr)
    with snapshot(settings) as seen:
        yield seen


@contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """Ends this process when the body takes longer, whatever it does: a last resort behind the limits of each step."""
    stream = sys.__stderr__
    faulthandler.dump_traceback_later(seconds, exit=True, file=stream if stream is not None else 2)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def acting() -> Actor:
    """On whose behalf commands on data work: the operator of a single machine, or the account that CCHC_ACCOUNT names.

    Whoever may start programs here could read the folder as well; the name is for the journal and its rights.
    Raises WrongUsageError where accounts are in use and none is named, CchcError for one there is not.
    """
    settings = load_settings()
    if settings.login == "local":
        return LOCAL_OPERATOR
    account = os.environ.get("CCHC_ACCOUNT", "")
    if not account:
        raise WrongUsageError(texts().access.name_an_account)
    from cchc_metrics.access.keeping import access_of  # noqa: PLC0415 only offices with accounts need it

    return access_of(settings).accounts.actor(account)


def show_progress(done: int, count: int) -> None:
    """One line for each part of a database that is made again."""
    print(texts().cli.rebuilding.format(done=done, count=count), file=sys.stderr)


def names_at(office: Office) -> Names | None:
    """What names of the data are called in the language of this run; None where they are as they are."""
    spoken = language()
    return None if spoken == OFFICIAL else Desk.at(office, acting()).catalogue.names_in(spoken)


def desk_of(office: Office, options: argparse.Namespace | None = None) -> Desk:
    """Who works at the office, as of the day that ``with_clock`` asked for, which is said."""
    known, published = getattr(options, "known_on", None), getattr(options, "published_on", None)
    if known is None and published is None:
        return Desk.at(office, acting())
    clock = Clock(ClockKind.KNOWN, known) if known is not None else Clock(ClockKind.PUBLISHED, published)
    desk = Desk.at(office, acting(), clock)
    print(clock_view(desk).whole, file=sys.stderr)
    return desk


def prepared_by(parser: argparse.ArgumentParser, prepare: Prepare) -> None:
    """What looks at a command's arguments before the office opens. ``prepare`` raises WrongUsageError."""
    parser.set_defaults(prepare=prepare)


def writing(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """A command that stores something: it needs the office to itself."""
    parser.set_defaults(writes=True)
    return parser


def with_clock(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The options that ask for the figures of a past day: by what was known, or by what had been published."""
    t, either = texts().clock, parser.add_mutually_exclusive_group()
    either.add_argument("--known-on", type=date.fromisoformat, metavar="DATE", help=t.help_known_on)
    either.add_argument("--published-on", type=date.fromisoformat, metavar="DATE", help=t.help_published_on)
    return parser


def with_series(parser: argparse.ArgumentParser, *, period: bool) -> argparse.ArgumentParser:
    """The options that name a series: index, criterion, score kind, day and, where asked, the period."""
    parser.add_argument("--index", required=True)
    parser.add_argument("--node", default=TOTAL)
    parser.add_argument("--score-kind", default=ScoreKind.PUBLISHED, choices=tuple(SCORE_KINDS.values()))
    if period:
        parser.add_argument("--period", required=True)
    return with_clock(parser)
