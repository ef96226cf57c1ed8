"""Where points are lost, by part, score kind and responsible unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LostTexts:
    """Placeholders in braces are filled with ``str.format``; in the sentences each of them may become a link."""

    title: str
    eyebrow: str  # {index}
    headline: str
    headline_part: str
    filter_look: str
    filter_parent: str
    filter_against: str
    filter_peers: str
    filter_chosen: str
    look_parts: str
    look_units: str
    look_kinds: str
    look_way: str
    look_peers: str
    look_groups: str
    depth_last: str
    nobody: str
    others: str
    chosen: str
    # Lost points by part.
    parts_all: str
    parts_known: str
    parts_item: str
    parts_half: str
    parts_caption: str
    parts_caption_points: str
    parts_axis: str
    parts_axis_points: str
    parts_label: str
    parts_hover: str
    parts_hover_cumulative: str
    closes: str
    rest: str
    rest_unknown: str
    missing_values: str
    missing_maxima: str
    # By unit.
    units_all: str
    units_most: str
    units_nobody: str
    units_caption: str
    units_hover: str
    units_invitation: str
    # Kinds of score.
    kinds_widest: str
    kinds_none: str
    kinds_caption: str
    kinds_axis: str
    kinds_hover: str
    # On the way to a level.
    way_target: str
    way_target_met: str
    way_level: str
    way_most: str
    way_no_target: str
    way_unknown: str
    way_caption: str
    way_value: str
    way_rest_target: str
    way_rest: str
    way_hover: str
    against_target: str
    against_max: str
    against_best: str
    to_target: str
    to_max: str
    to_best: str
    # Strengths and weaknesses.
    peers_both: str
    peers_strong: str
    peers_weak: str
    peers_none: str
    peers_item: str
    peers_level: str
    peers_caption: str
    peers_axis: str
    peers_hover: str
    peers_note: str
    peers_pick: str
    peers_unconfirmed: str
    # Groups over the years.
    groups_now: str
    groups_item: str
    groups_none: str
    groups_caption: str
    groups_hover: str
    groups_hover_none: str
    groups_note: str
    groups_foot: str
    # The tables.
    table_caption: str
    part: str
    score: str
    maximum: str
    lost: str
    share: str
    cumulative: str
    unit: str
    count: str
    self_score: str
    appraised: str
    survey: str
    difference: str
    median: str
    peers_count: str
    gain: str
    download: str
    # Nothing to show.
    empty_title: str
    empty_body: str
    no_picture_title: str
    no_picture_scores: str
    no_picture_parts: str
