"""Data kept elsewhere: ``backup``, ``restore``, ``dump``."""

import argparse
from dataclasses import asdict
from pathlib import Path

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.keeping import access_of
from cchc_metrics.cli.commands import WrongUsageError, say
from cchc_metrics.cli.terminal import Add, acting, prepared_by
from cchc_metrics.config import load_settings
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office import backups, dump
from cchc_metrics.services.office.office import Office


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().backup
    one = add("backup", _backup, t.help_backup)
    one.add_argument("--out", metavar="FOLDER", help=t.help_out)
    one.add_argument("--no-drill", action="store_true", help=t.help_no_drill)
    one = add("restore", None, t.help_restore)
    one.add_argument("file", nargs="?", help=t.help_restore_file)
    one.set_defaults(on_closed=_restore)
    prepared_by(one, _look_at_file)
    one = add("dump", _dump, t.help_dump)
    one.add_argument("--out", default="so-lieu", metavar="FOLDER", help=t.help_dump_out)


def _backup(office: Office, options: argparse.Namespace) -> int:
    folder = Path(options.out) if options.out else None
    kept, t = backups.back_up(office, LOCAL_OPERATOR, folder, prove=not options.no_drill), texts().backup
    words = [t.made.format(entries=fmt.integer(kept.backup.entries), path=kept.backup.path)]
    problems = kept.drill.problems if kept.drill else ()
    if kept.drill and not problems:
        words.append(t.drilled.format(seconds=fmt.number(kept.drill.seconds, 1)))
    answer = {"status": "made" if not problems else "not proven", "path": kept.backup.path, "second": kept.second}
    say(options, {**answer, "drill": asdict(kept.drill) if kept.drill else None}, "\n".join([*words, *problems]))
    return 1 if problems else 0


def _look_at_file(options: argparse.Namespace) -> None:
    if options.file and not Path(options.file).is_file():
        raise WrongUsageError(texts().cli.no_such_file.format(path=options.file))


def _restore(options: argparse.Namespace) -> int:
    file, t = Path(options.file) if options.file else None, texts().backup
    done = backups.restore(load_settings(), LOCAL_OPERATOR, file)
    words = [t.restored.format(entries=fmt.integer(done.entries), file=file.name if file else t.newest)]
    if done.lost:
        words.append(t.restored_lost.format(lost=fmt.integer(done.lost), before=done.before))
    if done.before:
        words.append(t.restored_before.format(before=done.before))
    if done.redone:
        words.append(t.restored_redone.format(seqs=fmt.listed([str(seq) for seq in done.redone])))
    say(options, asdict(done), "\n".join([*words, *done.notes]))
    return 0


def _dump(office: Office, options: argparse.Namespace) -> int:
    done = dump.dump(office, acting(), Path(options.out), access_of(load_settings()).audit)
    counts = {"kinds": fmt.integer(done.kinds), "facts": fmt.integer(done.facts)}
    say(options, {**asdict(done), "folder": options.out}, texts().backup.dumped.format(folder=options.out, **counts))
    return 0
