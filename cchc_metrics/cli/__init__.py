"""The same services without a screen. Exit codes: 0 done or accepted, 1 rejected or refused, 2 wrong usage."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from cchc_metrics import __version__
from cchc_metrics.cli import (
    accounts,
    demo,
    documents,
    files,
    keeping,
    lineage,
    periods,
    plan,
    reporting,
    tables,
    trajectory,
    upkeep,
    why,
)
from cchc_metrics.cli.terminal import Command, WrongUsageError, open_office, say
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

_MODULES = (
    *(files, tables, lineage, why, plan, trajectory, reporting, documents),
    *(demo, upkeep, keeping, accounts, periods),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Whoever reads the output may close it early (``| head``)."""
    try:
        try:
            return _run(_parser().parse_args(arguments))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # What is left must not be written at the end either.
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return 0


def _run(options: argparse.Namespace) -> int:
    try:
        if options.prepare is not None:
            options.prepare(options)
        if options.command is None:
            on_closed: Callable[[argparse.Namespace], int] = options.on_closed
            return on_closed(options)
        with open_office(writes=options.writes) as office:
            command: Command = options.command
            return command(office, options)
    except WrongUsageError as error:
        print(error, file=sys.stderr)
        return 2
    except CchcError as error:
        say(options, {"status": "error", "message": str(error)}, str(error))
        return 1


def _parser() -> argparse.ArgumentParser:
    said = texts().cli
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help=said.help_json)
    parser = argparse.ArgumentParser(prog="python -m cchc_metrics", description=said.description)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar=said.command_word)

    def add(name: str, command: Command | None, words: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, parents=[shared], help=words, description=words)
        one.set_defaults(command=command, prepare=None, writes=False)
        return one

    for module in _MODULES:
        module.declare(add)
    return parser
