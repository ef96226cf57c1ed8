"""What the use cases say of themselves: refusals, general reasons, notes of entries made by the system."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServicesTexts:
    """Placeholders in braces are filled with ``str.format``."""

    total: str
    points: str
    loading_reference: str
    loaded_reference: str
    reference_refused: str
    reference_note: str
    unknown_kind: str
    unknown_index: str
    unknown_node: str
    unknown_entity: str
    no_scores: str
    no_scores_on_base: str
    plan_has_errors: str
    reason_needed: str
    kind_not_recognised: str
    framework_changed: str
    max_changed: str
    not_comparable: str
    no_parts: str
    not_allowed: str
    percentage_points: str
    percentage_points_short: str
    reading_file: str
    checking_cells: str
    comparing: str
    and_word: str
