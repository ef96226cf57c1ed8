"""Files in, files taken back, templates out: ``import``, ``undo``, ``templates``."""

import argparse
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cchc_metrics.cli.commands import WrongUsageError, say
from cchc_metrics.cli.terminal import (
    Add,
    acting,
    desk_of,
    ended_after,
    office_to_look_at,
    open_office,
    prepared_by,
    writing,
)
from cchc_metrics.cli.written import write_file, write_files
from cchc_metrics.config import load_settings
from cchc_metrics.errors import CchcError, UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry, FileMapping, Finding, ImportPlan
from cchc_metrics.schema import KINDS, UNIT_REPORTS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.moment import today
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.forms import all_workbooks
from cchc_metrics.services.reporting.submitting import Submission, report_of_plan, submit
from cchc_metrics.services.storing import storing
from cchc_metrics.services.storing.layouts import mapping_as_dict, read_mapping, written_mapping

# How long a file that is checked waits for the office, and how long checking may overrun before the process ends.
_PATIENCE, _GRACE = 10.0, 15.0
# Rows of a Parquet file: a quarter of the whole country is a million.
_MOST_ROWS = 1_500_000


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().cli
    one = add("import", None, t.help_import)
    one.set_defaults(on_closed=_import)
    one.add_argument("file")
    one.add_argument("--kind", choices=tuple(KINDS))
    one.add_argument("--commit", action="store_true", help=t.help_commit)
    one.add_argument("--note", default="", help=t.help_note)
    one.add_argument("--by", metavar="NAME", default="", help=texts().unit.help_by)
    one.add_argument("--annotate", metavar="OUT.xlsx", help=t.help_annotate)
    of_mapping = texts().mapping
    one.add_argument("--mapping", metavar="FILE.json", help=of_mapping.help_mapping)
    one.add_argument("--save-mapping", metavar="OUT.json", help=of_mapping.help_save_mapping)
    one.add_argument("--remember", action="store_true", help=of_mapping.help_remember)
    prepared_by(one, _look_at_files)
    one = writing(add("undo", _undo, t.help_undo))
    one.add_argument("id", type=int)
    one.add_argument("--note", default="", help=t.help_note)
    one = add("templates", _templates, t.help_templates)
    one.add_argument("--out", default="mau-nhap-lieu")
    of_units = texts().board
    one.add_argument("--units", action="store_true", help=of_units.help_units)
    one.add_argument("--period", metavar="PERIOD", help=of_units.help_period)
    prepared_by(one, _look_at_period)


def _look_at_files(options: argparse.Namespace) -> None:
    """Takes the file and the mapping to be there and readable; ``options.mapping`` becomes the mapping.

    The file is read here, in its child, so that nobody waits for the folder while it is.
    """
    options.file = Path(options.file)
    if not options.file.is_file():
        raise WrongUsageError(texts().cli.no_such_file.format(path=options.file))
    options.mapping = _mapping(options.mapping)
    options.data = options.file.read_bytes()
    limits = load_settings().reader
    # Nobody else is in this process: a file of columns may be larger than the dashboard takes.
    limits = replace(limits, parquet_rows=max(limits.parquet_rows, _MOST_ROWS))
    options.opened = intake.opened(options.file.name, options.data, limits)


def _import(options: argparse.Namespace) -> int:
    """Checks the file beside the office, where nobody waits for it; then stores the plan, which is held against what is
    stored by then."""
    plan, named, copy = _checked(options)
    entry = sent = None
    if options.commit and not plan.rejected:
        with open_office(patience=_PATIENCE) as office:
            entry, sent = _stored(office, plan, options)
    answer = _answer(plan, entry)
    words = [_import_in_words(plan, entry)]
    if named:
        answer["report"] = named
        words.insert(0, named["said"])
    if sent is not None:
        answer["submitted"] = {**asdict(sent.report), "by": options.by}
        words.append(texts().unit.import_submitted.format(by=options.by, version=sent.version))
    if copy:
        write_file(Path(options.annotate), copy)
        answer["annotated"] = options.annotate
        words.append(texts().cli.annotated.format(path=options.annotate))
    if options.save_mapping:
        words.append(_save_mapping(plan, Path(options.save_mapping)))
    say(options, answer, "\n".join(words))
    return 1 if plan.rejected else 0


def _checked(options: argparse.Namespace) -> tuple[ImportPlan, dict[str, Any], bytes]:
    """The plan of the file, the report that it is if it is one, and its annotated copy where one is asked for."""
    with office_to_look_at(writes=options.commit) as office:
        with ended_after(office.settings.reader.seconds + _GRACE):
            plan = intake.plan(
                *(office, acting(), options.file.name, options.data, options.kind),
                mapping=options.mapping,
                before=options.opened,
            )
        named = report_of_plan(desk_of(office), plan) if plan.kind == UNIT_REPORTS.name else None
        return plan, named or {}, intake.annotated(office, acting(), plan).data if options.annotate else b""


def _stored(office: Office, plan: ImportPlan, options: argparse.Namespace) -> tuple[Entry | None, Submission | None]:
    if options.by and plan.kind == UNIT_REPORTS.name:
        sent = submit(desk_of(office), plan, options.by, today(desk_of(office)), options.note)
        return office.store.entry(sent.version), sent
    return storing.commit(office, acting(), plan, options.note, remember=options.remember).entry, None


def _mapping(name: str | None) -> FileMapping | None:
    """The mapping in a file. Raises WrongUsageError when there is none, or none that can be read."""
    if name is None:
        return None
    path = Path(name)
    if not path.is_file():
        raise WrongUsageError(texts().mapping.no_such_mapping.format(path=path))
    try:
        return read_mapping(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WrongUsageError(texts().mapping.no_json) from error
    except CchcError as error:
        raise WrongUsageError(str(error)) from error


def _save_mapping(plan: ImportPlan, path: Path) -> str:
    t = texts().mapping
    if plan.mapping is None:
        return t.no_mapping_to_save
    write_file(path, written_mapping(plan.mapping).encode())
    return t.saved_mapping.format(path=path)


def _answer(plan: ImportPlan, entry: Entry | None) -> dict[str, Any]:
    return {
        "status": storing.status_of(plan),
        "upload_id": entry.seq if entry else None,
        "rows": asdict(plan.rows),
        "changes": {name: number for name, number in asdict(plan.counts).items() if name != "removed"},
        "findings": [_finding(finding) for finding in plan.findings],
        "mapping": mapping_as_dict(plan.mapping) if plan.mapping is not None else None,
        "questions": [asdict(question) for question in plan.questions],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    keys = ("code", "severity", "sheet", "cell", "value", "message", "count")
    return {key: getattr(finding, key) for key in keys}


def _import_in_words(plan: ImportPlan, entry: Entry | None) -> str:
    t = texts().cli
    lines = [
        t.import_rows.format(**{k: fmt.integer(v) for k, v in asdict(plan.rows).items()}),
        t.import_changes.format(**{k: fmt.integer(v) for k, v in asdict(plan.counts).items()}),
        *(
            t.finding_line.format(
                severity=t.severities[f.severity.value], sheet=f.sheet, cell=f.cell, message=f.message, count=f.count
            )
            for f in plan.findings
        ),
    ]
    if plan.rejected:
        lines.append(t.import_rejected)
    elif entry:
        lines.append(t.import_committed.format(seq=entry.seq))
    elif plan.changes.empty:
        lines.append(t.import_nothing_new)
    else:
        lines.append(t.import_dry_run)
    return "\n".join(lines)


def _undo(office: Office, options: argparse.Namespace) -> int:
    entry = storing.undo(office, acting(), options.id, options.note)
    words = texts().cli.undone.format(undone=options.id, seq=entry.seq)
    say(options, {"status": "undone", "upload_id": entry.seq, "undoes": options.id}, words)
    return 0


def _look_at_period(options: argparse.Namespace) -> None:
    if options.units and not options.period:
        raise WrongUsageError(texts().board.units_need_period)


def _templates(office: Office, options: argparse.Namespace) -> int:
    if options.units:
        return _unit_templates(office, options)
    made = {f"mau-{kind.name}.xlsx": templates.template(office, acting(), kind) for kind in KINDS.values()}
    written = [str(path) for path in write_files(Path(options.out), made)]
    say(options, {"status": "written", "files": written}, "\n".join(written))
    return 0


def _unit_templates(office: Office, options: argparse.Namespace) -> int:
    """Every unit's report workbook of a period, in one zip."""
    path = Path(options.out if options.out.lower().endswith(".zip") else f"{options.out}.zip")
    try:
        data = all_workbooks(desk_of(office), options.period)
    except (ValueError, UnknownNameError):
        print(texts().reporting.no_such_period.format(period=options.period), file=sys.stderr)
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, data)
    say(options, {"status": "written", "files": [str(path)]}, str(path))
    return 0
