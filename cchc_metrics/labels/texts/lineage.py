"""63 provinces on the base of 34."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineageTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    eyebrow: str  # {index}
    usual_set: str
    unknown_set: str
    merger_reason: str
    not_published: str
    # Choices.
    filter_method: str
    filter_set: str
    filter_province: str
    method_weighted: str
    method_band: str
    method_old: str
    way_weighted: str
    way_band: str
    way_old: str
    # Sentences.
    subject: str
    subject_part: str
    title_estimate: str
    title_published: str
    title_ranked: str
    title_unknown: str
    finding_estimate: str
    finding_bounds: str
    finding_unranked: str
    finding_unchanged: str
    finding_unknown: str
    finding_published: str
    part_value: str
    weight_note: str
    weight_advice: str
    weight_upload: str
    # The chart.
    caption: str
    estimate_line: str
    published_line: str
    merger_mark: str
    chart_note: str
    hover_span: str  # {span}
    hover_estimate: str
    hover_published: str
    hover_rank: str
    hover_part: str
    trend_toggle: str
    trend_own: str
    trend_name: str
    trend_note: str
    # Tables.
    standing_caption: str
    standing_footnote: str
    mergers_section: str
    mergers_lead: str
    merger_caption: str
    unchanged: str
    years_section: str
    years_caption: str
    years_footnote: str
    absent: str
    absent_because: str
    kind_estimate: str
    kind_published: str
    column_kind: str
    column_span: str
    column_rank_span: str
    column_after: str
    column_before: str
    column_share: str
    column_result: str
    column_code: str
    column_low: str
    column_high: str
    column_n: str
    column_rank_best: str
    column_rank_worst: str
    column_merged: str
    column_unit: str
    # Nothing to show.
    empty_title: str
    empty_body: str
    no_scores_title: str
    no_scores_body: str
    see_here: str
    see_parts: str
    # Findings of an uploaded weight set or theme table.
    weight_entity_unknown: str
    weight_entity_current: str
    weight_not_positive: str
    weight_incomplete: str
    theme_node_unknown: str
    # The command line.
    cli_span: str  # {low} {high}
    cli_ranks: str  # {best} {worst}
    help_lineage: str
    help_method: str
    help_weight_set: str
    line_link: str
    line_weight: str
