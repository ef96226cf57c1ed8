"""Every command with the module that declares it and the text that says what it is for.

Known without loading any of them: a command loads what it needs itself, and help loads nothing.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

from cchc_metrics import __version__
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import OFFICIAL, OTHERS, texts

# Command -> module of this package, chapter of the texts, text.
COMMANDS: Mapping[str, tuple[str, str, str]] = {
    "import": ("files", "cli", "help_import"),
    "undo": ("files", "cli", "help_undo"),
    "templates": ("files", "cli", "help_templates"),
    "ranking": ("tables", "cli", "help_ranking"),
    "trend": ("tables", "cli", "help_trend"),
    "shortfall": ("tables", "cli", "help_shortfall"),
    "export": ("exporting", "cli", "help_export"),
    "lineage": ("lineage", "lineage", "help_lineage"),
    "why": ("why", "why", "help_why"),
    "plan": ("plan", "scenario", "help_plan"),
    "trajectory": ("trajectory", "trajectory", "help_trajectory"),
    "status": ("reporting", "reporting", "help_status"),
    "digest": ("digest", "digest", "help_digest"),
    "letters": ("documents", "documents", "help_letters"),
    "report": ("documents", "documents", "help_report"),
    "brief": ("documents", "documents", "help_brief"),
    "demo": ("demo", "demo", "help_demo"),
    "rebuild": ("upkeep", "cli", "help_rebuild"),
    "repair": ("upkeep", "cli", "help_repair"),
    "verify": ("upkeep", "cli", "help_verify"),
    "remove-original": ("upkeep", "upload", "remove_title"),
    "redact": ("upkeep", "redaction", "help_redact"),
    "backup": ("keeping", "backup", "help_backup"),
    "restore": ("keeping", "backup", "help_restore"),
    "dump": ("keeping", "backup", "help_dump"),
    "migrate-store": ("shared", "lake", "help_migrate"),
    "compact": ("shared", "lake", "help_compact"),
    "accounts": ("accounts", "access", "help_accounts"),
    "audit": ("accounts", "access", "help_audit"),
    "periods": ("periods", "locks", "help_periods"),
}


class WrongUsageError(CchcError):
    """Arguments that cannot be right, whatever the office holds: said before it is opened, exit code 2."""


def say(options: argparse.Namespace, answer: Any, words: str) -> None:
    """Print the answer as JSON with --json, else in words."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str) if options.json else words)


def asked_language(arguments: Sequence[str]) -> str:
    """The language that ``--lang`` names, known before anything is said; Vietnamese for one there is not."""
    pairs = pairwise([*arguments, ""])
    told = next((after if one == "--lang" else one[7:] for one, after in pairs if one.startswith("--lang")), OFFICIAL)
    return told if told in (OFFICIAL, *OTHERS) else OFFICIAL


def parser_for(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of these arguments: it knows every command by name, and all of the one that is named."""
    t = texts().cli
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help=t.help_json)
    shared.add_argument("--lang", default=OFFICIAL, choices=(OFFICIAL, *OTHERS), help=t.help_lang)
    parser = argparse.ArgumentParser(prog="python -m cchc_metrics", description=t.description)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar=t.command_word)

    def add(name: str, command: Callable[..., int] | None, words: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, parents=[shared], help=words, description=words)
        one.set_defaults(command=command, prepare=None, writes=False)
        return one

    named = next((one for one in arguments if not one.startswith("-")), "")
    loaded = COMMANDS[named][0] if named in COMMANDS else ""
    for name, (module, chapter, text) in COMMANDS.items():
        if module != loaded:
            add(name, None, getattr(getattr(texts(), chapter), text))
        elif name not in commands.choices:
            import_module(f"cchc_metrics.cli.{module}").declare(add)
    return parser
