"""Page Mục tiêu."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TargetsTexts:
    """Page Mục tiêu.

    Placeholders in braces are filled with ``str.format``.
    """

    title: str
    finding_none: str  # {entity}
    finding: str  # {entity} {count}
    others: str  # {count}
    province: str
    list_caption: str  # {entity}
    index: str
    period: str
    node: str
    target_kind: str
    value: str
    rank_value: str  # {rank}
    points_value: str  # {value} {unit} {maximum}
    legal_basis: str
    source: str
    note: str
    recorded: str
    recorded_text: str  # {seq} {day}
    empty_title: str  # {entity}
    empty_body: str
    choose_edit: str
    choose_new: str
    option: str  # {index} {period} {node} {kind} {value}
    form_new: str
    form_new_lead: str
    form_edit: str
    form_edit_lead: str  # {target}
    typed_value: str
    typed_value_example: str
    legal_basis_required: str
    legal_basis_example: str
    legal_basis_missing: str
    save_new: str
    save_edit: str
    journal_note: str  # {legal_basis}
    saved: str  # {seq}
    unchanged: str
    remove_title: str
    remove_lead: str
    remove_reason: str
    remove_reason_missing: str
    remove: str
    removed: str  # {seq}
    gone: str
    no_framework: str  # {index} {period}
    nothing_title: str
    nothing_body: str
    policy: str
    policy_lead: str
    policy_caption: str  # {count}
    at_most: str  # {maximum} {unit}
    policy_indicator: str
    policy_value: str
    policy_deadline: str
    policy_document: str
    policy_scope: str
    comparisons: Mapping[str, str]
    upload_title: str
    upload_lead: str
    template: str
