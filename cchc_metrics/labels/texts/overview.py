"""Page Tổng quan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OverviewTexts:
    """Page Tổng quan.

    Placeholders in braces are filled with ``str.format``.
    """

    eyebrow: str
    eyebrow_before: str
    title: str  # {name}
    title_none: str  # {name}
    finding: str  # {results}
    finding_before: str  # {name} {results}
    finding_none: str
    partly_missing: str  # {name} {indices}
    aims: str  # {name} {aims}
    aim: str  # {index} {words}
    summary_group: str  # {index} {period} {group}
    summary_rank: str  # {index} {period} {rank}
    summary_both: str  # {index} {period} {group} {rank}
    summary_value: str  # {index} {period} {value}
    # Cards
    heading: str  # {index} {period}
    rank_first: str  # {rank}
    rank_region_unknown: str  # {nation}
    no_previous: str  # {period}
    rank_unit: str
    value_missing: str
    change: str  # {change} {unit}
    since: str  # {changes} {period}
    no_change: str  # {period} {reason}
    later_missing: str  # {period}
    years: str  # {first} {last}
    group_badge: str  # {group}
    group_help_top: str  # {low}
    group_help_middle: str  # {low} {high}
    computed_help: str
    unconfirmed_help: str
    trend_alt: str  # {index} {first} {low} {last} {high}
    empty_card: str
    # Targets and distances
    target_none: str
    target_line: str  # {period} {aims}
    target_met: str  # {target}
    target_left: str  # {target} {left}
    target_rank: str  # {rank}
    target_places: str  # {target} {places}
    badge_met: str
    badge_missed: str
    badge_some: str  # {met} {count}
    badge_help: str  # {period}
    to_best: str  # {gap} {name}
    # Gaps
    gaps_title: str
    gaps_lead: str
    gaps_lead_target: str
    gaps_legend_value: str
    gaps_legend_best: str
    gaps_legend_region: str
    gap_lost: str  # {lost}
    gap_of_max: str  # {value} {max} {unit}
    gap_rank_only: str
    gap_above: str  # {name} {value} {gap}
    gap_under: str  # {name} {value} {gap}
    gap_equal: str  # {name} {value}
    gap_to_target: str  # {target} {gap}
    best_named: str  # {name}
    best_is_own: str
    nation_mean: str
    mean_of: str  # {group}
    parts_published: str  # {count} {level}
    parts_none: str
    parts_next: str
    # Links
    to_ranking: str
    to_trend: str
    to_gap: str
    to_lost: str
    to_scenario: str
    to_atlas: str
    to_why: str
    to_course: str
    to_lost_units: str
    empty_title: str
    empty_body: str
    nothing_title: str
    nothing_body: str
