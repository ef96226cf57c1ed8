"""The command line."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CliTexts:
    """Placeholders in braces are filled with ``str.format``."""

    description: str
    command_word: str
    help_json: str
    help_import: str
    help_commit: str
    help_note: str
    help_annotate: str
    help_undo: str
    help_ranking: str
    help_trend: str
    help_shortfall: str
    help_export: str
    help_templates: str
    help_rebuild: str
    help_verify: str
    severities: Mapping[str, str]
    no_such_file: str
    import_rows: str
    import_changes: str
    finding_line: str
    import_rejected: str
    import_committed: str
    import_nothing_new: str
    import_dry_run: str
    annotated: str  # {path}
    undone: str
    nothing_ranked: str
    written: str
    rebuilt: str
    rebuilt_differs: str
    verified: str
