"""What every command shares: how it is declared, the open office it works on, and how it answers."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.schema import SCORE_KINDS, TOTAL
from cchc_metrics.services import reference
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.office import Office

Command = Callable[[Office, argparse.Namespace], int]


class Add(Protocol):
    """Declares a command: its name, what runs it (None: it works on a closed office), one line of help."""

    def __call__(self, name: str, command: Command | None, words: str) -> argparse.ArgumentParser: ...


@contextmanager
def open_office() -> Iterator[Office]:
    """The office of the settings with the shipped facts in it, closed afterwards."""
    office = Office.open(load_settings())
    try:
        reference.prepare(office, lambda _, words: print(words, file=sys.stderr))
        yield office
    finally:
        office.close()


def desk_of(office: Office) -> Desk:
    """The operator of this machine at the office."""
    return Desk.at(office, LOCAL_OPERATOR)


def say(options: argparse.Namespace, answer: Any, words: str) -> None:
    """Print the answer as JSON with --json, else in words."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str) if options.json else words)


def with_series(parser: argparse.ArgumentParser, *, period: bool) -> argparse.ArgumentParser:
    """The options that name a series: index, criterion, score kind and, where asked, the period."""
    parser.add_argument("--index", required=True)
    parser.add_argument("--node", default=TOTAL)
    parser.add_argument("--score-kind", default="published", choices=tuple(SCORE_KINDS.values()))
    if period:
        parser.add_argument("--period", required=True)
    return parser
