"""Why an index moved: parts, own and others' effect, frameworks; and the crosswalks such an answer needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhyTexts:
    """Placeholders in braces are filled with ``str.format``; in the sentences each of them may become a link."""

    title: str
    eyebrow: str  # {index}
    headline: str
    headline_moved: str
    headline_none: str
    word_risen: str
    word_fallen: str
    filter_before: str
    filter_after: str
    filter_parent: str
    # The sentence above the picture.
    subject: str
    subject_part: str
    risen: str
    fallen: str
    unchanged: str
    risen_most: str
    risen_at: str
    fallen_at: str
    part_change: str
    remeasured: str
    rest: str
    parts_unknown: str
    parts_percent: str
    broken: str
    broken_none: str
    framework: str
    crosswalk: str
    no_before: str
    no_after: str
    first: str
    rank_only: str
    nothing: str
    # The sentence above the list of provinces.
    rank_up: str
    rank_down: str
    rank_same: str
    by_system: str
    by_publisher: str
    own_better: str
    own_worse: str
    own_none: str
    others_better: str
    others_worse: str
    others_none: str
    passed: str
    passed_none: str
    level_with: str
    entered: str
    left: str
    ranks_not_taken_apart: str
    rank_one_year: str
    rank_unknown: str
    # The picture.
    caption: str
    caption_crosswalk: str
    caption_broken: str
    start: str
    line_remeasured: str
    line_rest: str
    effect_like_for_like: str
    effect_reweighting: str
    effect_added: str
    effect_dropped: str
    hover_part: str
    hover_line: str
    hover_remeasured: str
    hover_rest: str
    not_comparable: str
    row_of: str
    axis: str
    axis_change: str
    # The tables.
    ranks_section: str
    ranks_caption: str
    ranks_overtook: str
    ranks_overtaken: str
    ranks_province: str
    ranks_change: str
    ranks_tied: str
    parts_section: str
    parts_caption: str
    effects_caption: str
    part: str
    change: str
    share: str
    remark: str
    remark_broken: str
    remark_no_before: str
    remark_no_after: str
    remark_remeasured: str
    remark_rest: str
    remark_rest_parts: str
    sum_row: str
    note_broken: str
    note_framework: str
    download: str
    # Nothing to show.
    empty_title: str
    empty_body: str
    no_picture_title: str
    no_picture_parts: str
    no_picture_percent: str
    no_picture_values: str
    no_picture_framework: str
    # The command line.
    help_why: str
    help_from: str
    help_to: str
    maxima_differ: str  # {value} {before} {after}
    years_equal: str  # {year}
    years_reversed: str
    # Crosswalks in a file.
    framework_unknown: str
    frameworks_same: str
    node_not_in_framework: str
    node_not_in_index: str
    share_out_of_range: str
    shares_differ: str
    nowhere_both: str
    nowhere_relation: str
    relation_needs: str
