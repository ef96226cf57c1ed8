"""The same theme in three indices."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AcrossTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    title_theme: str
    eyebrow: str
    filter_theme: str
    filter_measure: str
    measures: Mapping[str, str]
    measures_short: Mapping[str, str]
    latest: str
    latest_none: str
    share: str
    rank_published: str
    rank_computed: str
    panel_caption: str
    hover: str
    missing_node: str
    missing_rank: str
    missing_share: str
    note_scales: str
    table_caption: str
    table_footnote: str
    column_share: str  # {part}
    column_rank: str  # {part}
    column_reason: str
    reasons_section: str
    reasons_lead: str
    reasons_caption: str
    edit_themes: str
    divergence_section: str
    divergence_lead: str
    divergence_heading: str
    divergence_caption: str
    divergence_footnote: str
    divergence_some: str
    divergence_none: str
    divergence_missing: str
    divergence_no_theme: str
    column_own: str
    column_asked: str
    column_gap: str
    column_verdict: str
    verdict_apart: str
    verdict_near: str
    filter_year: str
    pair_section: str
    pair_lead: str
    filter_left: str
    filter_right: str
    pair_heading: str
    pair_found: str
    pair_few: str
    pair_flat: str
    pair_none: str
    pair_note: str
    pair_hover: str
    caution: str
    caution_partial: str
    empty_title: str
    empty_body: str
