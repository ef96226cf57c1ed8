"""Targets over the years: the pace asked for, the projection and its error, the word for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrajectoryTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    eyebrow: str  # {index}
    # Filters
    tried_goal: str  # {unit}
    tried_help: str
    tried_year: str
    tried_bad: str  # {text}
    # Findings
    heading_goal: str
    heading_free: str
    finding_met: str
    finding_pace: str
    finding_missed: str
    finding_over: str
    finding_short: str
    finding_free: str
    finding_free_short: str
    status_away: str
    status_missed: str
    goal_set: str  # {value} {year}
    goal_tried: str  # {value} {year}
    inside: str
    above: str
    below: str
    untested: str
    # Empty
    rank_goal: str  # {rank} {year}
    to_plan: str
    cli_successor: str  # {name} {names}
    no_targets_title: str  # {name}
    no_targets: str
    successor_title: str
    successor_body: str
    nothing_title: str
    nothing_body: str
    empty_title: str
    empty_body: str
    merged: str
    break_note: str  # {before} {after} {reason}
    # The card
    card_title: str
    card_last: str
    card_required: str
    card_required_none: str
    card_pace: str
    card_pace_none: str
    card_projection: str
    card_band: str
    card_band_none: str
    card_rule: str
    rules: tuple[str, ...]
    rules_title: str
    # Chart
    caption: str
    series_name: str
    projection_name: str
    pace_name: str
    drift_name: str
    tried_name: str
    target_name: str
    band_name: str
    hover_value: str
    hover_ahead: str
    hover_band: str
    hover_drift: str
    hover_pace: str
    # Tables
    table_caption: str
    column_year: str
    column_value: str
    column_kind: str
    column_low: str
    column_high: str
    column_drift: str
    column_required: str
    kind_published: str
    kind_projected: str
    kind_target: str
    kind_tried: str
    errors_section: str
    errors_lead: str
    errors_none: str
    errors_caption: str
    errors_all_caption: str
    column_method: str
    column_ahead: str
    column_error: str
    column_coverage: str
    column_count: str
    methods: tuple[tuple[str, str], ...]
    years_ahead: str  # {years}
    coverage_of: str  # {share} {count}
    coverage_none: str
    about_parts: str  # {index}
    about_total: str
    source_note: str
    # Command line
    help_trajectory: str
    help_target: str
    help_by: str
    cli_both: str
    cli_status: str
