"""The same services without a screen. Exit codes: 0 done or accepted, 1 rejected or refused, 2 wrong usage."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cchc_metrics import __version__
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry, Finding, ImportPlan
from cchc_metrics.schema import KINDS, SCORE_KINDS, TOTAL
from cchc_metrics.services import answers, intake, maintenance, reference
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.explore import Query, download
from cchc_metrics.services.office import Office

Command = Callable[[Office, argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        if options.command is None:
            return _rebuild(options)
        with _office() as office:
            command: Command = options.command
            return command(office, options)
    except CchcError as error:
        _say(options, {"status": "error", "message": str(error)}, str(error))
        return 1


@contextmanager
def _office() -> Iterator[Office]:
    office = Office.open(load_settings())
    try:
        reference.prepare(office, lambda _, words: print(words, file=sys.stderr))
        yield office
    finally:
        office.close()


def _say(options: argparse.Namespace, answer: Any, words: str) -> None:
    """Print the answer as JSON with --json, else in words."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str) if options.json else words)


def _import(office: Office, options: argparse.Namespace) -> int:
    path = Path(options.file)
    if not path.is_file():
        print(texts().cli.no_such_file.format(path=path), file=sys.stderr)
        return 2
    plan = intake.plan(office, LOCAL_OPERATOR, path.name, path.read_bytes(), options.kind)
    if options.annotate:
        Path(options.annotate).write_bytes(intake.annotated(office, LOCAL_OPERATOR, plan).data)
    entry = None
    if options.commit and not plan.rejected:
        entry = intake.commit(office, LOCAL_OPERATOR, plan, options.note).entry
    answer = {
        "status": intake.status_of(plan),
        "upload_id": entry.seq if entry else None,
        "rows": asdict(plan.rows),
        "changes": asdict(plan.counts),
        "findings": [_finding(finding) for finding in plan.findings],
    }
    words = _import_in_words(plan, entry)
    if options.annotate:
        answer["annotated"] = options.annotate
        words += "\n" + texts().cli.annotated.format(path=options.annotate)
    _say(options, answer, words)
    return 1 if plan.rejected else 0


def _finding(finding: Finding) -> dict[str, Any]:
    keys = ("code", "severity", "sheet", "cell", "value", "message", "count")
    return {key: getattr(finding, key) for key in keys}


def _import_in_words(plan: ImportPlan, entry: Entry | None) -> str:
    said = texts().cli
    lines = [
        said.import_rows.format(**{k: fmt.integer(v) for k, v in asdict(plan.rows).items()}),
        said.import_changes.format(**{k: fmt.integer(v) for k, v in asdict(plan.counts).items()}),
        *(
            said.finding_line.format(
                severity=said.severities[f.severity.value], sheet=f.sheet, cell=f.cell, message=f.message, count=f.count
            )
            for f in plan.findings
        ),
    ]
    if plan.rejected:
        lines.append(said.import_rejected)
    elif entry:
        lines.append(said.import_committed.format(seq=entry.seq))
    elif plan.changes.empty:
        lines.append(said.import_nothing_new)
    else:
        lines.append(said.import_dry_run)
    return "\n".join(lines)


def _undo(office: Office, options: argparse.Namespace) -> int:
    entry = intake.undo(office, LOCAL_OPERATOR, options.id, options.note)
    words = texts().cli.undone.format(undone=options.id, seq=entry.seq)
    _say(options, {"status": "undone", "upload_id": entry.seq, "undoes": options.id}, words)
    return 0


def _ranking(office: Office, options: argparse.Namespace) -> int:
    found = answers.ranking(
        Desk.at(office, LOCAL_OPERATOR),
        options.index,
        options.period,
        options.node,
        base=options.base,
        score_kind=options.score_kind,
    )
    lines = [f"{fmt.rank_of(r['rank'], r['n_ranked']):>7}  {fmt.plain(r['value'])}  {r['name']}" for r in found]
    _say(options, found, "\n".join(lines) or texts().cli.nothing_ranked)
    return 0


def _trend(office: Office, options: argparse.Namespace) -> int:
    found = answers.trend(
        Desk.at(office, LOCAL_OPERATOR), options.index, options.entity, options.node, score_kind=options.score_kind
    )
    lines = [
        f"{r['period']}  {fmt.plain(r['value'])}  {fmt.rank_of(r['rank'], r['n_ranked'])}" for r in found["values"]
    ]
    breaks = [f"{r['period_before']} | {r['period_after']}: {r['reason']}" for r in found["breaks"]]
    _say(options, found, "\n".join(lines + breaks))
    return 0


def _shortfall(office: Office, options: argparse.Namespace) -> int:
    found = answers.shortfall(
        Desk.at(office, LOCAL_OPERATOR),
        options.index,
        options.period,
        options.entity,
        options.node,
        score_kind=options.score_kind,
    )
    lines = [
        f"{r['node']}  {fmt.plain(r['value'])}/{fmt.plain(r['max_score'])}  {fmt.plain(r['lost_points'])}  {r['name']}"
        for r in found["parts"]
    ]
    _say(options, found, "\n".join(lines))
    return 0


def _export(office: Office, options: argparse.Namespace) -> int:
    query = Query(
        indices=tuple(options.index or ()), periods=tuple(options.period or ()), nodes=tuple(options.node or ())
    )
    file = download(Desk.at(office, LOCAL_OPERATOR), query, options.format)
    target = Path(options.out or file.name)
    target.write_bytes(file.data)
    _say(
        options,
        {"status": "written", "file": str(target), "rows": file.rows},
        texts().cli.written.format(path=target, rows=fmt.integer(file.rows)),
    )
    return 0


def _templates(office: Office, options: argparse.Namespace) -> int:
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS.values():
        path = folder / f"mau-{kind.name}.xlsx"
        path.write_bytes(intake.template(office, LOCAL_OPERATOR, kind))
        written.append(str(path))
    _say(options, {"status": "written", "files": written}, "\n".join(written))
    return 0


def _rebuild(options: argparse.Namespace) -> int:
    done = maintenance.rebuild(load_settings(), LOCAL_OPERATOR)
    said = texts().cli
    words = said.rebuilt.format(entries=done.entries) if done.equal else said.rebuilt_differs
    _say(options, {**asdict(done), "equal": done.equal}, words)
    return 0 if done.equal else 1


def _verify(office: Office, options: argparse.Namespace) -> int:
    report = maintenance.verify(office, LOCAL_OPERATOR)
    words = texts().cli.verified if report.ok else "\n".join(report.problems)
    _say(options, {**asdict(report), "ok": report.ok}, words)
    return 0 if report.ok else 1


def _parser() -> argparse.ArgumentParser:
    said = texts().cli
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help=said.help_json)
    parser = argparse.ArgumentParser(prog="python -m cchc_metrics", description=said.description)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar=said.command_word)

    def add(name: str, command: Command | None, words: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, parents=[shared], help=words, description=words)
        one.set_defaults(command=command)
        return one

    one = add("import", _import, said.help_import)
    one.add_argument("file")
    one.add_argument("--kind", choices=tuple(KINDS))
    one.add_argument("--commit", action="store_true", help=said.help_commit)
    one.add_argument("--note", default="", help=said.help_note)
    one.add_argument("--annotate", metavar="OUT.xlsx", help=said.help_annotate)
    one = add("undo", _undo, said.help_undo)
    one.add_argument("id", type=int)
    one.add_argument("--note", default="", help=said.help_note)
    _with_series(add("ranking", _ranking, said.help_ranking), period=True).add_argument("--base", choices=("63", "34"))
    _with_series(add("trend", _trend, said.help_trend), period=False).add_argument("--entity", required=True)
    _with_series(add("shortfall", _shortfall, said.help_shortfall), period=True).add_argument("--entity", required=True)
    one = add("export", _export, said.help_export)
    one.add_argument("--index", action="append")
    one.add_argument("--period", action="append")
    one.add_argument("--node", action="append")
    one.add_argument("--format", choices=("xlsx", "csv"), default="xlsx")
    one.add_argument("--out")
    add("templates", _templates, said.help_templates).add_argument("--out", default="mau-nhap-lieu")
    add("rebuild", None, said.help_rebuild)  # it works on a closed office
    add("verify", _verify, said.help_verify)
    return parser


def _with_series(parser: argparse.ArgumentParser, *, period: bool) -> argparse.ArgumentParser:
    parser.add_argument("--index", required=True)
    parser.add_argument("--node", default=TOTAL)
    parser.add_argument("--score-kind", default="published", choices=tuple(SCORE_KINDS.values()))
    if period:
        parser.add_argument("--period", required=True)
    return parser
