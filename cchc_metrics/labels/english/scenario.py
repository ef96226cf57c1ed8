"""What a change of parts would do to value, group and rank."""

from cchc_metrics.labels.texts.scenario import ScenarioTexts

SCENARIO = ScenarioTexts(
    title="Scenarios",
    lead="Raise single components to see score, group and rank; or set a goal and find the least gain that reaches it.",
    filter_parent="Within",
    mode="Way of working",
    mode_try="Try scores",
    mode_reach="Reach a goal",
    input_by="Enter by",
    by_slider="Slider",
    by_number="Typing",
    years_ahead="Others move for",
    years_choice="{years} yr",
    goal="Goal",
    goal_rank="Rank",
    goal_group="Group",
    goal_value="Score",
    goal_target="Target",
    target_field="Target entered",
    target_value="{value} points",
    target_rank="rank {rank}",
    target_named="the target of {level} in {year}",
    target_of_successor="{target} of {name}",
    target_gone="This target is no longer in force. Choose another one.",
    target_none=(
        "{name} has no target on {index} for {year}. Enter one on the page Targets, or give a rank, a group or a score."
    ),
    delete_section="Delete a saved scenario",
    delete_choose="Scenario",
    delete_reason="Reason for deleting it",
    delete="Delete the scenario",
    deleted="Scenario “{name}” deleted, entry {seq}. The history keeps it.",
    delete_gone="Scenario “{name}” is no longer in the data.",
    help_target="year of a target entered, in place of a goal of your own",
    help_cap=(
        "ceiling of each component: attainable is what provinces have done in a year, best is the score of the top "
        "province, max is the maximum score"
    ),
    cli_met="Reached already: {value}, {needed} needed",
    rank_choice="rank {rank} or better",
    group_choice="{label} or better",
    value_field="Score to reach ({unit})",
    aim="Prefer",
    aims=(
        ("fewest", "Least gain, fewest components"),
        ("even", "Least gain, shared by room to grow"),
        ("effort", "Least effort"),
    ),
    cap="Ceiling of each component",
    cap_attainable="What can be done in a year",
    cap_max="Maximum score",
    cap_best="Score of the top province",
    step="Step",
    step_any="Any",
    step_points="{step} points",
    fixed="Components left as they are",
    fixed_none="None",
    efforts="Effort for one point",
    efforts_help=(
        "Codes and numbers separated by semicolons, for example D1: 2; D5: 0.5. Components not given count as 1."
    ),
    efforts_bad=(
        "“{text}” in the field for effort is not understood. Write a component's code, a colon and a positive number, "
        "for example D1: 2; D5: 0.5."
    ),
    slider_now="{value}, unchanged",
    slider_moved="{value} ({gain})",
    slider_beyond="{moved}, above the highest {best}",
    typed_label="{part}, now {value}/{maximum}: add",
    problem_title="{index} {period}: no scenario can be built yet",
    no_value="{name} has no score for “{node}” in {index} {period}, so there is nothing to try.",
    no_parts=(
        "{index}: there is no table of criteria of “{node}” for {period}. Upload the criteria set with its maxima and "
        "the scores of each criterion to build a scenario."
    ),
    parts_unknown=(
        "{index}: the table of criteria of “{node}” for {period} is incomplete; {count} of {of} components lack the "
        "score of {name} or the maximum. Upload more data to build a scenario."
    ),
    maxima_short=(
        "{index}: the table of criteria of “{node}” for {period} is incomplete; the known maxima add up to {sum}, not "
        "{most}. Upload the whole criteria set and the scores of each criterion to build a scenario."
    ),
    not_a_sum=(
        "{index}: the known components' scores do not add up to “{node}” for {period}, so raising one does not tell "
        "the whole. Upload the whole criteria set and the scores of each criterion to build a scenario."
    ),
    not_ranked="Only {count} of {of} provinces have scores, so no rank or group is computed. Set a goal by score.",
    unknown_rank="The rank must be from 1 to {count}.",
    unknown_group="{index} has no such groups. Set a goal by rank or score.",
    bad_value="The score “{text}” cannot be read. Write a number, for example 45.5.",
    out_of_reach_max=(
        "{need} {unit} more are needed, but the components that may rise have only {room} {unit} left up to the "
        "maximum score (components left as they are: {fixed})"
    ),
    out_of_reach_best=(
        "{need} {unit} more are needed, but the components that may rise have only {room} {unit} left up to the level "
        "of the top province (components left as they are: {fixed})"
    ),
    out_of_reach_year=(
        "{need} {unit} more are needed, but if each component that may rise gains what nine in ten one-year changes of "
        "the provinces did not exceed, only {room} {unit} are added (components left as they are: {fixed})"
    ),
    bad_gain="{part}: “{text}” cannot be used; write a rise or fall as a number, a rise of at most {room}.",
    empty_title="No data yet to build a scenario",
    empty_body=(
        "This page needs the provinces' total scores and the scores of each component. The data officer uploads the "
        "criteria set and the index scores on the page Upload data."
    ),
    eyebrow="Scenarios · {index}",
    try_title="{index} {period}, {name}: now {where}",
    try_title_moved="{index} {period}, {name}: with {change} points, {where}",
    try_finding=(
        "Drag or type how much each component rises; the result follows at once, the other provinces keep their scores."
    ),
    try_finding_moved=(
        "Components changed: {count} ({moves}). Before: {before}. This is an assumption, not a published figure."
    ),
    where_rank="{value}, computed rank {rank}",
    where_rank_group="{value}, {group}, computed rank {rank}",
    where_value="{value}",
    reach_title="{index} {period}, {name}: to reach {goal} takes at least {gain} {unit} more",
    reach_title_met="{index} {period}, {name}: {goal} is reached already",
    reach_title_not="{index} {period}, {name}: no way was found to reach {goal}",
    reach_finding="Gains: {moves}. Result: {after}{level}.",
    reach_finding_met="Now {before}; no component has to rise.",
    reach_finding_not="{reason}. Best possible: {after}.",
    goal_rank_words="rank {rank}/{of}",
    goal_group_words="“{group}”",
    goal_value_words="{value} {unit}",
    level_with=", level with {names}",
    move_words="{part} {gain}",
    moves_more="{count} more",
    card_frozen="Others stay as they are",
    card_drift="Others move for {years} yr",
    card_published="as published",
    card_change="{change} from the published result",
    drift_median="Median rank {rank}; 80% of draws lie in this range",
    drift_share="Rank {rank} or better in {share} of draws",
    drift_basis="{draws} draws, from each province's projection and the projection errors of {years}",
    drift_tested=(
        "Test of the range of ranks when others move: going back to each past year, the 80% range one year ahead held "
        "the real rank in {share} of {count} cases ({years})."
    ),
    drift_year="{year}: {share}",
    drift_none="Too few years of tested projections to simulate.",
    caption_try="Score of each component, {index} {period}: now and assumed ({unit})",
    caption_reach="Gain needed in each component, {index} {period} ({unit})",
    hover="{part}: now {now}, assumed {after}, maximum {maximum}",
    hover_best="; top province {best}",
    axis="{unit}",
    mark_now="○ now",
    mark_after="● assumed",
    mark_best="│ top province",
    column_code="Code",
    column_part="Component",
    column_now="Now",
    column_after="Assumed",
    column_gain="Gain",
    column_best="Top province",
    column_maximum="Maximum",
    column_often="This gain in a year",
    often="{times} of {of} times",
    often_unknown="no series yet",
    column_holders="Provinces at this level",
    holders="{count} provinces, closest {names}",
    holders_few="{names}",
    holders_none="no province yet",
    rank_row="Computed rank",
    moves_caption="Each component of {name}, {index} {period}: now and assumed ({unit})",
    withheld="Left out for want of a score ({count}): {names}.",
    estimate_note="Assumed scores, not published figures",
    frozen_note="Ranks with the other provinces' scores unchanged; equal scores share a rank",
    merged=(
        "{entity} became part of {successor} on 01/7/2025. The scenario is computed over the 63 provinces of the "
        "published period; it is no forecast for the new province."
    ),
    saved_section="Save and compare scenarios",
    saved_lead="Scenarios are saved by name, with who saved them and when; see the history on the page Upload data.",
    saved_caption="Scenarios of {name}, {index} {period} ({unit}); other provinces' scores unchanged",
    saved_none="No scenario saved for {name}, {index} {period}.",
    at_hand="On screen",
    open_saved="Open “{name}”",
    open_in_try="Open this plan under Try scores",
    name_field="Name of the scenario",
    note_field="Note",
    save="Save the scenario",
    saved="Scenario “{name}” saved, entry {seq}.",
    name_missing="Give the scenario a name of at most {most} characters.",
    name_taken="There is a scenario called “{name}”. Choose another name, so that it is not changed.",
    nothing_moved="No component differs from the published result, so there is nothing to write.",
    journal_note="Scenario “{name}” of {entity}",
    export="Download the Excel table",
    file_title="Scenario {index} {period}, {entity}",
    file_rank="computed rank {rank}",
    targets_section="Turn into targets",
    targets_lead=(
        "Writes the assumed scores of the components raised, and of the index as a whole, as targets. A target needs a "
        "legal basis; edit or drop it on the page Targets."
    ),
    target_year="Year of the target",
    target_entity="Target for",
    target_note="the plan on screen",
    target_note_named="scenario “{name}”",
    target_origin="Taken from {plan}, computed from the {index} {period} result of {entity}",
    target_confirm="I confirm that these levels become official targets",
    target_unconfirmed="Tick the confirmation before writing targets.",
    target_save="Write as targets",
    targets_saved="Targets written, entry {seq}.",
    targets_unchanged="These targets were there already; nothing has changed.",
    no_target_entity="In {year} {entity} is no longer scored. Choose the province after the merger.",
    help_plan="how to reach a rank, a group or a score with the least gain",
    help_entity="name as on the screen, for example “Quảng Trị (cũ)”",
    help_goal="the goal: a rank, a group (cao-nhat, trung-binh-cao, trung-binh-thap or the group's letter) or a score",
    help_fixed="components left as they are",
    help_step="step, 0 for any",
    cli_needed="{needed} needed, {value} now",
    cli_move="{node}  +{gain}  {name} ({often} one-year changes of the provinces reached this)",
    cli_move_unknown="{node}  +{gain}  {name}",
    cli_result="Total gain {gain}; rank {rank}",
)
