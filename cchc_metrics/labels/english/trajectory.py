"""Targets over the years: the pace asked for, the projection and its error, the word for it."""

from cchc_metrics.labels.texts.trajectory import TrajectoryTexts

TRAJECTORY = TrajectoryTexts(
    title="Target pathway",
    eyebrow="Target pathway · {index}",
    tried_goal="Trial level ({unit})",
    tried_help="A trial level is only for looking and is not saved. Official targets are entered on the page Targets.",
    tried_year="Year of the trial level",
    tried_bad="The trial level “{text}” cannot be read. Write a number, for example 46.5.",
    heading_goal="{name}, {node} ({index}): {standing}",
    heading_standing=(
        ("met", "has reached"),
        ("likely", "on track for"),
        ("possible", "may reach"),
        ("unlikely", "unlikely to reach"),
        ("remote", "very unlikely to reach"),
        ("missed", "missed"),
        ("unknown", "not enough data on"),
    ),
    chance="The chance of reaching it in {year} is {chance}.",
    chance_like="The chance of reaching it in {year} is {chance}: in the past, {reached} of 100 such cases came true.",
    chance_overlap=(
        "This comes from {count} trials over {years} years; trials of one year and one province overlap, so they tell "
        "only as much as about {effective} independent ones."
    ),
    heading_free="{name}, {node} ({index}): {value} in {year}, no target yet",
    finding_met="In {last} it stood at {value}, level with or above {target}.",
    finding_pace=(
        "In {last} it stood at {value}; to get there takes {required} every year; past years moved by {pace} a year, "
        "for reference only: a past pace does not foretell the next."
    ),
    finding_above="In {last} it stood at {value}, already level with or above {target}; it has to hold until {year}.",
    finding_missed="In {year} it stood at {value}, {gap} short of {target}.",
    finding_over="The year {year} is over and its result is not known yet.",
    finding_short=(
        "In {last} it stood at {value}; it takes {required} every year. With only {count} consecutive comparable "
        "years, no past pace and no projection can be given."
    ),
    finding_free=(
        "From {first} to {last} it moved by {pace} a year (median). Enter a target or a trial level to compare."
    ),
    finding_free_short="With only {count} consecutive comparable years, no past pace and no projection can be given.",
    status_likely="on track",
    status_possible="possible",
    status_unlikely="unlikely",
    status_remote="very unlikely",
    status_missed="missed",
    goal_set="the target of {value} in {year}",
    goal_tried="the trial level of {value} in {year}",
    untested="{year} is more than three years ahead, so there is no tested band.",
    band_untested="No band {ahead} yr ahead could be tested on the present scale, so no chance is given.",
    rank_goal=(
        "The target of rank {rank} in {year} has no pathway: a rank depends on other provinces' scores too and cannot "
        "be projected from a pace. The page Scenarios tells how many points that rank takes."
    ),
    to_plan="Where to rise to reach it: open Scenarios",
    cli_successor="{name} has no series of its own yet; see the pathway of {names}.",
    no_targets="{index}, “{node}” has no target. Enter one on the page Targets, or type a trial level above.",
    successor_title="{name} has no series of its own yet",
    successor_body=(
        "It was formed from {names}. Results of earlier years belong to each former province and are not joined into a "
        "series of the new one, so nothing is projected. See the pathway of each former province:"
    ),
    nothing_title="{name} has no result on {index}",
    nothing_body="There is no score of “{node}” for {name}. Upload data or choose another component.",
    empty_title="No data yet to follow a pathway",
    empty_body=(
        "This page needs results of several years on an index. The data officer uploads the criteria set and the index "
        "scores on the page Upload data."
    ),
    merged=(
        "{name} became part of {successor} on 01/7/2025. The projection only says how the former province's series "
        "would go on if measured alone; it is no forecast for the new province."
    ),
    break_note="Years before {after} are not used: {reason}.",
    card_title="Formulas and numbers",
    card_last="Latest result: {value} ({year})",
    card_required=(
        "Required pace = (required level − latest result) / years left = ({target} − {value}) / {years} = {required} "
        "{unit} a year"
    ),
    card_required_none="Required pace: not computed, as there is no required level or no year left.",
    card_pace=(
        "Past pace = median of the {count} yearly changes from {first} to {last} ({changes}) = {pace} {unit} a year"
    ),
    card_pace_none="Past pace: it takes at least 3 consecutive comparable years; there are {count}.",
    card_projection=(
        "Projection {ahead} yr ahead = national mean {mean} + {last_weight} × ({apart}, latest result against the "
        "country) + {own_weight} × ({own}, mean of the years against the country) = {value}"
    ),
    card_band=(
        "80% band {ahead} yr ahead = projection ± {half}, which 80% of the errors met did not exceed: from {low} to "
        "{high} ({count} tests, years: {years})"
    ),
    card_band_none="Band: it could not be tested, so none is given.",
    card_chance="Chance of {value} in {year} = share of the errors met that are large enough to get there = {chance}",
    card_rule="Verdict: {status}. {rule}",
    rules=(
        "Met: the target's year is over and its result is level with or above the target.",
        "On track: the chance is {likely} or more.",
        "Possible: the chance is from {possible} to below {likely}.",
        "Unlikely: the chance is from {unlikely} to below {possible}.",
        "Very unlikely: the chance is below {unlikely}.",
        "Missed: the target's year is over and its result is below the target.",
        "Not enough data: no target, fewer than 3 consecutive comparable years, more than three years ahead, or no "
        "band that could be tested.",
    ),
    rules_title="Rules of the verdict",
    caption="{node} ({index}) of {name}: result, required pace and projection ({unit})",
    series_name="Result",
    projection_name="Estimated path",
    drift_name="At the past pace",
    tried_name="Trial level",
    target_name="Target",
    hover_value="{year}: {value}, published result",
    hover_derived="{year}: {value}",
    hover_ahead="{year}: projection {value} {unit}, an estimate",
    hover_band="{year}: from {low} to {high} {unit} with a chance of 80%, estimated from the errors in tests",
    hover_drift="{year}: {value} {unit} if the past pace went on",
    hover_pace="{year}: {value} {unit} if it rose evenly to the required level",
    table_caption="{node} ({index}) of {name}: results and years ahead ({unit})",
    column_year="Year",
    column_value="Result or projection",
    column_kind="Kind of figure",
    column_low="From",
    column_high="To",
    column_drift="At the past pace",
    column_required="At the required pace",
    kind_published="published",
    kind_projected="projection, estimate",
    kind_target="target",
    kind_tried="trial level, not saved",
    to_backtests="Back-test over the whole index, on Methods & sources",
    errors_section="How far this projection can be trusted",
    errors_lead=(
        "Going back to each past year, it is projected from the figures known by then and held against the real "
        "results of all provinces. The method in use (shrinking towards the national mean) has the narrowest bands "
        "that still hold the result; the others are for comparison."
    ),
    errors_none=(
        "{index} has too few years and provinces to test a projection, so nothing is projected and no chance is given."
    ),
    errors_caption="Errors in tests over all provinces, {node}, {index} ({unit})",
    errors_all_caption="Errors in tests over all provinces and years, {index} ({unit})",
    column_about="Projected",
    contest_caption="Contest of methods on {index}, all provinces, going back to each past year (points)",
    column_method="Method",
    column_ahead="Ahead",
    column_error="Error (RMSE)",
    column_score="Interval score, small is good",
    column_coverage="80% band held the result",
    column_count="Cases",
    methods=(
        ("shrink", "Shrink towards the national mean (in use)"),
        ("no_change", "No change from the latest result"),
        ("ses", "Simple exponential smoothing"),
        ("damped", "Damped trend"),
        ("theta", "The theta method"),
        ("drift", "Add the mean national change"),
        ("median", "Past pace goes on (median)"),
    ),
    chance_caption="Chances given in the past and share that came true, all components and provinces, {index}",
    chance_lead=(
        "For each past year, the chances of many trial levels were given from the figures known by then and held "
        "against what came true. Brier score {brier} (0 is perfect; always giving the overall share would score "
        "{base})."
    ),
    column_chance="Chance given",
    column_said="Mean given",
    column_reached="Came true",
    chance_bin="{low}–{high}",
    years_ahead="{years} yr",
    coverage_of="{share} of {count} cases",
    coverage_none="too few cases",
    about_parts="{index}, components",
    about_total="{index}, total score",
    source_note="Dashed lines and shaded bands are estimates, not published figures",
    help_trajectory="required pace, projection and verdict of a series against a required level",
    help_target="required level, not saved; without it, the target entered is used",
    help_by="year of the required level",
    cli_both="Give both --target and --by, or neither.",
    cli_status="{status}: {finding}",
)
