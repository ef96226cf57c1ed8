"""Page Nạp dữ liệu."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UploadTexts:
    """Page Nạp dữ liệu.

    Placeholders in braces are filled with ``str.format``.
    """

    title: str
    finding: str
    step_templates: str
    step_templates_lead: str
    more_templates: str
    step_file: str
    step_file_lead: str  # {limit} in MB
    file_label: str
    kind_label: str
    kind_auto: str
    kind_detected: str  # {kind}
    writing: str
    step_findings: str
    rows: str  # {read} {accepted} {rejected} {ignored}
    rejected_file: str
    warned_file: str
    sound_file: str
    findings_count: str  # {errors} {warnings} {infos}
    step_preview: str
    step_preview_lead: str
    added: str  # {count}
    changed: str
    unchanged: str
    missing: str
    added_lead: str
    changed_lead: str
    unchanged_lead: str
    missing_lead: str
    nothing_of: Mapping[str, str]
    filter_changes: str
    filter_placeholder: str
    changes_caption: str  # {count}
    changes_caption_first: str  # {shown} {count}
    before: str
    after: str
    difference: str
    other_changes: str
    content: str
    cell: str
    row_of: str  # {row}
    cell_on_sheet: str  # {sheet} {cell}
    changed_field: str  # {header} {before} {after}
    set_field: str  # {header} {value}
    other_columns: Mapping[str, str]
    step_confirm: str
    step_confirm_lead: str
    note: str
    note_placeholder: str
    confirm: str  # {count}
    stored: str  # {seq} {added} {changed}
    same_file: str  # {seq} {moment}
    same_file_differs: str  # {seq} {moment}
    nothing_changes: str
    changed_since: str
    history: str
    history_lead: str
    history_empty_title: str
    history_empty_body: str
    history_caption: str  # {count}
    note_column: str
    undo_done: str  # {seq}
    seq: str
    what: str
    file: str
    kind: str
    who: str
    moment: str
    counts: str
    counts_text: str  # {added} {changed}
    counts_undo: str  # {count}
    state: str
    in_force: str
    undone_by: str  # {seq}
    actions: Mapping[str, str]
    undo_of: str  # {seq}
    shipped: str  # {count}
    shipped_lead: str
    look_at: str
    entry_option: str  # {seq} {what} {moment}
    entry_title: str  # {seq} {what}
    entry_facts: str  # {who} {moment} {kind}
    entry_note: str  # {note}
    entry_findings: str
    entry_no_changes: str
    original: str
    undo_title: str  # {seq}
    undo_lead: str
    undo_note: str
    undo_note_missing: str
    undo_understood: str
    undo_not_understood: str
    undo: str  # {seq}
    undone: str  # {seq} {new}
    undo_shipped: str
    no_entry: str
    rank_effect: str
    note_required: str
    asked_file: str
    all_severities: str  # count
    severity_count: Mapping[str, str]  # count
    sheet_of_findings: str
    all_sheets: str
    whole_file: str
    findings_more: str  # count
    annotated: str
    annotated_lead: str
    # Removing an original for good
    removal_of: str  # seqs
    counts_removed: str  # added, changed, removed
    remove_title: str
    remove_lead: str
    remove_same: str  # seqs
    remove_reason: str
    remove_understood: str
    remove: str
    remove_not_understood: str
    removed: str  # seq, new
