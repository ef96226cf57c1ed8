"""Figures as a file: ``export``."""

import argparse
from pathlib import Path

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of, with_clock
from cchc_metrics.cli.written import write_file
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.explore.file import download


def declare(add: Add) -> None:
    """The command of this module."""
    one = with_clock(add("export", _export, texts().cli.help_export))
    one.add_argument("--index", action="append")
    one.add_argument("--period", action="append")
    one.add_argument("--node", action="append")
    one.add_argument("--format", choices=("xlsx", "csv", "parquet"), default="xlsx")
    one.add_argument("--out")


def _export(office: Office, options: argparse.Namespace) -> int:
    query = Query(
        indices=tuple(options.index or ()), periods=tuple(options.period or ()), nodes=tuple(options.node or ())
    )
    file = download(desk_of(office, options), query, options.format)
    target = Path(options.out or file.name)
    write_file(target, file.data)
    say(
        options,
        {"status": "written", "file": str(target), "rows": file.rows},
        texts().cli.written.format(path=target, rows=fmt.integer(file.rows)),
    )
    return 0
