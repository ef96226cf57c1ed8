"""Both eras drawn."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AtlasTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    eyebrow: str  # {index}
    title_plain: str
    title_estimate: str
    heading: str
    subject_total: str
    subject_part: str
    base: str
    bases: Mapping[str, str]
    filter_base: str
    filter_show: str
    way_weighted: str
    show_group: str
    show_value: str
    show_change: str
    captions: Mapping[str, str]
    caption: str
    rank: str
    rank_computed: str
    nothing: str
    bounded_group: str
    best_group: str
    best_group_region: str
    in_group: str
    reach: str
    only: str
    moves: str
    absent_few: str
    absent_many: str
    estimated: str
    hover: str
    risen: str
    fallen: str
    level: str
    legend_count: str
    legend_bounded: str
    legend_below: str
    legend_high: str
    legend_middle: str
    legend_low: str
    legend_up: str
    legend_level: str
    legend_down: str
    legend_missing: str
    legend_not_compared: str
    list_caption: str
    list_absent: str
    list_estimates: str
    column_change: str
    boundaries: str
    empty_title: str
    empty_body: str
    no_scores_title: str
    no_scores_body: str
