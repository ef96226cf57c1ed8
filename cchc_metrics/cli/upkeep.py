"""The store looked after: ``rebuild``, ``repair``, ``verify``, ``remove-original``, ``redact``."""

import argparse
import sys
from dataclasses import asdict
from getpass import getpass

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, acting, show_progress, writing
from cchc_metrics.config import load_settings
from cchc_metrics.labels import texts
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.health.redaction import FoundView, found_view, old_copies


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().cli
    # These two work on a closed office.
    add("rebuild", None, t.help_rebuild).set_defaults(on_closed=_rebuild)
    mend = add("repair", None, t.help_repair)
    mend.set_defaults(on_closed=_repair)
    mend.add_argument("--trust", choices=("journal", "database"), default="", help=t.help_trust)
    writing(add("verify", _verify, t.help_verify))
    one = writing(add("remove-original", _remove_original, texts().upload.remove_title))
    one.add_argument("id", type=int)
    one.add_argument("--reason", required=True, help=texts().upload.remove_reason)
    of_redaction = texts().redaction
    one = add("redact", _redact, of_redaction.help_redact)
    one.add_argument("--reason", default="", help=of_redaction.help_reason)
    one.add_argument("--confirm", action="store_true", help=of_redaction.help_confirm)


def _rebuild(options: argparse.Namespace) -> int:
    done = maintenance.rebuild(load_settings(), LOCAL_OPERATOR, show_progress)
    t = texts().cli
    equal = (t.rebuilt if done.before else t.rebuilt_from_nothing).format(entries=done.entries)
    say(options, {**asdict(done), "equal": done.equal}, equal if done.equal else t.rebuilt_differs)
    return 0 if done.equal else 1


def _repair(options: argparse.Namespace) -> int:
    """Say entry by entry what was written again."""
    report, t = maintenance.repair(load_settings(), LOCAL_OPERATOR, options.trust), texts().cli
    lines = [t.repaired_line.format(entry=one.words, witness=t.witnesses[one.witness]) for one in report.restored]
    lines += [(t.repaired if report.restored else t.nothing_to_repair).format(entries=report.entries)]
    say(options, asdict(report), "\n".join(lines))
    return 0


def _verify(office: Office, options: argparse.Namespace) -> int:
    report = maintenance.verify(office, LOCAL_OPERATOR)
    words = [texts().cli.verified] if report.ok else report.problems
    say(options, {**asdict(report), "ok": report.ok}, "\n".join([*words, *report.notes, *report.removed]))
    return 0 if report.ok else 1


def _remove_original(office: Office, options: argparse.Namespace) -> int:
    entry = maintenance.remove_original(office, acting(), options.id, options.reason)
    words = texts().upload.removed.format(seq=options.id, new=entry.seq)
    answer = {
        "status": "removed",
        "upload_id": entry.seq,
        "removes": list(entry.removes),
        "sha256": entry.removed_sha256,
    }
    say(options, answer, words)
    return 0


def _redact(office: Office, options: argparse.Namespace) -> int:
    """The text comes from the keyboard or a pipe: an argument would stay in the history of the shell."""
    t = texts().redaction
    text = getpass(t.prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    desk = Desk.at(office, acting())
    view = found_view(desk, text)
    if not options.confirm or not view.may_go:
        found = maintenance.find_text(office, desk.actor, text).found
        answer = {"status": "found", "entries": found.entries, "originals": found.originals, "unread": found.unread}
        cells = [{"kind": kind, "column": column, "cells": count} for (kind, column), count in found.cells.items()]
        say(options, {**answer, "cells": cells}, "\n".join(_told(view)))
        return 0 if view.may_go else 1
    entry = maintenance.redact(office, desk.actor, text, options.reason)
    counts = {"seq": entry.seq, "cells": entry.redacted_cells, "entries": len(entry.redacts)}
    done = t.done.format(**counts, backups=t.backups)
    say(options, {"status": "redacted", **counts}, "\n".join([done, *old_copies(desk)]))
    return 0


def _told(view: FoundView) -> list[str]:
    """What was found as lines of a terminal: the sentence, each place and file, what is not reached."""
    tables = [one for one in (view.table, view.files) if one is not None]
    rows = [" · ".join(map(str, row.cells)) for one in tables for row in one.rows]
    return [view.sentence, *rows, *view.notes]
