"""The same services without a screen. Exit codes: 0 done or accepted, 1 rejected or refused, 2 wrong usage."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from cchc_metrics.cli.commands import WrongUsageError, asked_language, parser_for, say
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import language, speaking


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Whoever reads the output may close it early (``| head``)."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        try:
            with speaking(asked_language(given)):
                return _run(parser_for(given).parse_args(given))
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
        from cchc_metrics.cli.terminal import Command, names_at, open_office  # noqa: PLC0415 help opens nothing

        with open_office(writes=options.writes) as office:
            command: Command = options.command
            with speaking(language(), names_at(office)):
                return command(office, options)
    except WrongUsageError as error:
        print(error, file=sys.stderr)
        return 2
    except CchcError as error:
        say(options, {"status": "error", "message": str(error)}, str(error))
        return 1
