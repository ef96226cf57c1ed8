"""Page Xu hướng."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendTexts:
    """Page Xu hướng.

    Placeholders in braces are filled with ``str.format``.
    """

    heading: str
    title: str
    several: str
    filter_entities: str
    filter_nodes: str
    until: str
    # The finding, put together from these.
    latest: str
    risen: str
    fallen: str
    unchanged: str
    group_and_rank: str
    rank_published: str
    rank_only: str
    not_ranked: str
    above: str
    below: str
    level: str
    mean_computed: str
    mean_published: str
    incomparable: str
    stretch_risen: str
    stretch_fallen: str
    stretch_unchanged: str
    parts_counted: str
    parts_risen: str
    parts_fallen: str
    parts_unchanged: str
    parts_broken: str
    # The chart.
    caption: str
    hover: str
    hover_mean: str
    named_by: str
    note_band: str
    note_means: str
    note_alone: str
    note_survey: str
    # The table behind it.
    table_caption: str
    table_caption_computed: str
    table_section: str
    table_lead: str
    change_header: str
    rank_header_computed: str
    rank_header_published: str
    group_rank: str
    rank_incomplete: str
    band_mean_header: str
    band_header: str
    band_range: str
    published_mean_header: str
    not_compared: str
    withheld: str
    # Where lines stop.
    breaks_section: str
    breaks_lead: str
    breaks_caption: str
    break_nodes: str
    break_between: str
    break_years: str
    break_reason: str
    # Nothing to show.
    empty_title: str
    empty_body: str
    nothing_chosen_title: str
    nothing_chosen_body: str
    no_values_title: str
    no_values_body: str
    successor_title: str
    successor_body: str
    see_before: str
