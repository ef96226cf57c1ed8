"""What a change of parts would do to value, group and rank."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScenarioTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    lead: str
    # Filters
    filter_parent: str
    mode: str
    mode_try: str
    mode_reach: str
    input_by: str
    by_slider: str
    by_number: str
    years_ahead: str
    years_choice: str  # {years}
    goal: str
    goal_rank: str
    goal_group: str
    goal_value: str
    goal_target: str
    target_field: str
    target_value: str  # {value}
    target_rank: str  # {rank}
    target_named: str  # {year} {level}
    target_of_successor: str  # {target} {name}
    target_gone: str
    target_none: str  # {name} {index} {year}
    delete_section: str
    delete_choose: str
    delete_reason: str
    delete: str
    delete_reason_missing: str
    deleted: str  # {name} {seq}
    delete_gone: str  # {name}
    help_target: str
    help_cap: str
    cli_met: str  # {value} {needed}
    rank_choice: str  # {rank}
    group_choice: str  # {label}
    value_field: str  # {unit}
    aim: str
    aims: tuple[tuple[str, str], ...]  # code of Aim -> wording
    cap: str
    cap_max: str
    cap_best: str
    step: str
    step_any: str
    step_points: str  # {step}
    fixed: str
    fixed_none: str
    efforts: str
    efforts_help: str
    efforts_bad: str  # {text}
    slider_now: str  # {value}
    slider_moved: str  # {value} {gain}
    typed_label: str  # {part} {value} {maximum}
    # Why not
    problem_title: str  # {index} {period}
    no_value: str
    no_parts: str
    parts_unknown: str
    maxima_short: str
    not_a_sum: str
    not_ranked: str  # {count} {of}
    unknown_rank: str  # {count}
    unknown_group: str  # {index}
    bad_value: str  # {text}
    out_of_reach_max: str  # {need} {room} {fixed} {unit}
    out_of_reach_best: str
    bad_gain: str  # {part} {text} {room}
    empty_title: str
    empty_body: str
    # Findings
    eyebrow: str  # {index}
    try_title: str
    try_title_moved: str
    try_finding: str
    try_finding_moved: str
    where_rank: str
    where_rank_group: str
    where_value: str
    reach_title: str
    reach_title_met: str
    reach_title_not: str
    reach_finding: str
    reach_finding_met: str
    reach_finding_not: str
    goal_rank_words: str  # {rank} {of}
    goal_group_words: str  # {group}
    goal_value_words: str  # {value}
    level_with: str  # {names}
    move_words: str  # {part} {gain}
    # Cards
    card_now: str  # {period}
    card_frozen: str
    card_drift: str  # {years}
    card_rank: str  # {rank}
    card_no_rank: str
    card_published: str
    card_change: str  # {change}
    drift_median: str  # {rank}
    drift_share: str  # {rank} {share}
    drift_basis: str  # {draws} {years}
    drift_tested: str  # {share} {count}
    drift_none: str
    # Chart and tables
    caption_try: str
    caption_reach: str
    hover: str
    hover_best: str
    axis: str  # {unit}
    mark_now: str
    mark_after: str
    mark_best: str
    column_code: str
    column_part: str
    column_now: str
    column_after: str
    column_gain: str
    column_best: str
    column_maximum: str
    column_holders: str
    holders: str  # {names} {count}
    holders_few: str  # {names}
    holders_none: str
    total_row: str
    rank_row: str
    group_row: str
    moves_caption: str
    # Remarks
    withheld: str  # {count} {names}
    estimate_note: str
    frozen_note: str
    merged: str  # {entity} {successor}
    saved_section: str
    saved_lead: str
    saved_caption: str
    saved_none: str
    at_hand: str
    open_saved: str  # {name}
    open_in_try: str
    name_field: str
    note_field: str
    save: str
    saved: str  # {name} {seq}
    name_missing: str  # {most}
    name_taken: str  # {name}
    nothing_moved: str
    journal_note: str  # {name} {entity}
    export: str
    file_title: str
    file_rank: str  # {rank}
    # Into targets
    targets_section: str
    targets_lead: str
    target_year: str
    target_entity: str
    target_note: str
    target_note_named: str  # {name}
    target_origin: str
    target_confirm: str
    target_unconfirmed: str
    target_save: str
    targets_saved: str  # {seq}
    targets_unchanged: str
    no_target_entity: str
    # Command line
    help_plan: str
    help_entity: str
    help_goal: str
    help_fixed: str
    help_step: str
    cli_needed: str
    cli_move: str
    cli_result: str
    cli_goal_missing: str
