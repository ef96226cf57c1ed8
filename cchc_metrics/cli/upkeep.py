"""The store looked after: ``rebuild``, ``verify``."""

import argparse
from dataclasses import asdict

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.cli.terminal import Add, say
from cchc_metrics.config import load_settings
from cchc_metrics.labels import texts
from cchc_metrics.services import maintenance
from cchc_metrics.services.office import Office


def declare(add: Add) -> None:
    """The commands of this module."""
    said = texts().cli
    add("rebuild", None, said.help_rebuild)  # it works on a closed office
    add("verify", _verify, said.help_verify)


def rebuild(options: argparse.Namespace) -> int:
    """Make the database anew from the journal and the archive; the office is closed meanwhile."""
    done = maintenance.rebuild(load_settings(), LOCAL_OPERATOR)
    said = texts().cli
    words = said.rebuilt.format(entries=done.entries) if done.equal else said.rebuilt_differs
    say(options, {**asdict(done), "equal": done.equal}, words)
    return 0 if done.equal else 1


def _verify(office: Office, options: argparse.Namespace) -> int:
    report = maintenance.verify(office, LOCAL_OPERATOR)
    words = texts().cli.verified if report.ok else "\n".join(report.problems)
    say(options, {**asdict(report), "ok": report.ok}, words)
    return 0 if report.ok else 1
