"""Page Khoảng cách mục tiêu."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GapTexts:
    """Page Khoảng cách mục tiêu.

    Placeholders in braces are filled with ``str.format``.
    """

    heading: str
    title: str
    title_part: str
    filter_against: str
    filter_parent: str
    # What a result is held against.
    against_max: str
    against_best: str
    against_mean: str
    against_target: str
    to_max: str
    to_best: str
    to_mean: str
    to_nation: str
    to_target: str
    # The finding.
    lost: str
    lost_known: str
    lost_most: str
    lost_share: str
    known_parts_only: str
    behind: str
    widest: str
    widest_best: str
    behind_target: str  # {count} {of}
    none_behind_target: str  # {of}
    whole_target_short: str  # {node} {target} {gap}
    whole_target_met: str  # {node} {target}
    without_target: str  # {count} {parts}
    none_behind: str
    unknown_best: str
    unknown_mean: str
    unknown_target: str
    whole_only: str
    whole_met: str
    whole_value_only: str
    # The chart.
    caption: str
    caption_part: str
    caption_whole: str
    hover: str
    hover_missing: str
    hover_best: str
    hover_short: str
    hover_met: str
    note_best: str
    note_mean: str
    note_unconfirmed: str
    # The line that closes the sum.
    check_closed: str
    check_apart: str
    check_missing: str
    check_no_max: str
    check_known: str
    check_not_additive: str
    check_exempt: str
    check_percent: str
    check_no_total: str
    no_parts: str
    no_part_scores: str
    # The tables.
    parts_section: str
    parts_caption: str
    part: str
    score: str
    maximum: str
    lost_header: str
    short_header: str
    share_header: str
    best_header: str
    best_where: str
    gap_header: str
    mean_header: str
    target_header: str
    sum_row: str
    rounding_note: str
    met: str
    unknown: str
    whole_section: str
    whole_caption: str
    yardstick: str
    level: str
    distance: str
    remark: str
    row_max: str
    row_best: str
    row_mean: str
    row_nation: str
    row_target: str
    above: str
    hardly: str
    short: str
    computed_over: str
    too_few: str
    as_published: str
    no_target_remark: str
    target_invitation: str
    # Nothing to show.
    empty_title: str
    empty_body: str
    missing_title: str
    missing_body: str
    rank_only_body: str
    noted_body: str
