"""Why an index moved: parts, own and others' effect, frameworks; and the crosswalks such an answer needs."""

from cchc_metrics.labels.texts.why import WhyTexts

WHY = WhyTexts(
    title="Change analysis",
    eyebrow="Change analysis · {index}",
    headline="Why {index} {after} of {name} {moved} from {before}",
    headline_moved="{index} {after} of {name} {moved} from {before}",
    headline_none="Change in {index} of {name}, {before}–{after}",
    word_risen="rose",
    word_fallen="fell",
    filter_before="From",
    filter_after="To",
    filter_parent="Component",
    subject="{index} of {name}",
    subject_part="{node} ({index}) of {name}",
    risen="{subject} rose by {delta}, from {v0} in {before} to {v1} in {after}",
    fallen="{subject} fell by {delta}, from {v0} in {before} to {v1} in {after}",
    unchanged="{subject} stayed at {v1} in both {before} and {after}",
    hidden=(
        "{subject} moved by {delta}, from {v0} in {before} to {v1} in {after}: not significant, as noise alone between "
        "two measurements often reaches ±{least}"
    ),
    hidden_parts="changes not significant in other components: {count}",
    hidden_one="the change in the only comparable component is not significant",
    hidden_all="changes in all {count} components are not significant",
    risen_most="up most in {parts}",
    risen_at="up in {parts}",
    fallen_at="down in {parts}",
    part_change="{part} ({change})",
    made_new="new component {part} ({change})",
    made_dropped="dropped component {part} ({change})",
    made_reweighted="maximum score changed in {parts} ({change})",
    broken_new="new component {part} ({value})",
    broken_dropped="dropped component {part} ({value} in {before})",
    broken_reweighted="maximum score changed in {parts}",
    remeasured="{change} lies in components measured differently ({parts}) and does not compare",
    rest="{change} is rounding or not attributable to any component",
    parts_unknown="without scores by component for both years, it is not known where the change comes from",
    parts_percent="the components are percentages that do not add up to the whole, so the change is not taken apart",
    broken=(
        "{subject} in {before} ({v0}) is not compared with {after} ({v1}): {reason}; components without a break: "
        "{parts}{made}"
    ),
    broken_none=(
        "{subject} in {before} ({v0}) is not compared with {after} ({v1}): {reason}; no component compares between the "
        "two years{made}"
    ),
    framework=(
        "{subject} stood at {v0} in {before} and {v1} in {after} under two criteria sets, so scores are not compared; "
        "without a crosswalk between the two sets, the change is not taken apart"
    ),
    crosswalk=(
        "{subject} went from {v0} in {before} to {v1} in {after} across two criteria sets, a difference of {delta}: "
        "results on the old scale {like}, new maxima {weight}, new criteria {added}, dropped criteria {dropped}, "
        "rounding or not attributable {rest}"
    ),
    no_before="{subject} stood at {v1} in {after}; no score was published for {before}, so no change can be computed",
    no_after="{subject} stood at {v0} in {before}; no score was published for {after}, so no change can be computed",
    first="{subject} stood at {v1} in {after}, the first year with data, so there is no earlier year to compare with",
    rank_only="{subject}: sources give only ranks, no scores, for {before} and {after}",
    nothing="{subject}: nothing was published for {before} or {after}",
    rank_up="The {by} rank rose by {places}, from {r0} to {r1}",
    rank_down="The {by} rank fell by {places}, from {r0} to {r1}",
    rank_quiet="The {by} rank went from {r0} in {before} to {r1} in {after}: not significant",
    rank_unsure=(
        "The {by} rank went from {r0} in {before} to {r1} in {after}; without scores for both years it is not known "
        "whether this exceeds the survey error"
    ),
    effects_quiet="arithmetic in places: the province's own score {own}, other provinces' scores {others}",
    remark_quiet="not significant",
    rank_same="The {by} rank stayed the same: {r0} in {before}, {r1} in {after}",
    by_system="computed",
    by_publisher="published",
    own_better="the change in the province's own score lifts it by {places}",
    own_worse="the change in the province's own score lowers it by {places}",
    own_none="the change in the province's own score does not move it",
    others_better="changes in other provinces lift it by {places}",
    others_worse="changes in other provinces lower it by {places}",
    others_none="changes in other provinces do not move it",
    passed="provinces passed: {overtook}, passed by: {overtaken}",
    passed_none="it passed no province and none passed it",
    level_with="level with {names} in {after}",
    entered="newly published: {names}",
    left="no longer published: {names}",
    ranks_not_taken_apart=(
        "too few provinces have scores for both years to tell the province's own effect from that of the others"
    ),
    rank_one_year="Only the rank of {year} is known: {rank}",
    rank_unknown="No ranking: too few provinces have scores for these two years",
    caption="From the score of {before} to that of {after}, component by component: {node}, {index}",
    caption_crosswalk="From the score of {before} to that of {after} across two criteria sets: {node}, {index}",
    caption_broken="Change {before}–{after} in the comparable components only: {node}, {index}",
    start="{year}",
    line_remeasured="Components measured differently, not comparable",
    line_new="New component: {code}. {name}",
    line_dropped="Dropped component: {code}. {name}",
    line_reweighted="Maximum score changed: {code}. {name}",
    hover_new="{part} counts from {after} on; its whole score, {change}, is no progress.",
    hover_dropped="{part} no longer counts from {after} on; its whole score, {change}, is no setback.",
    hover_reweighted="{part} changed its maximum between the two years: {change}; mere arithmetic, no progress.",
    note_rounding="A difference of {change} from rounding of published figures is not drawn as a step",
    line_rest="Rounding or not attributable",
    effect_like_for_like="Results on the old scale",
    effect_reweighting="New maxima",
    effect_added="New criteria",
    effect_dropped="Dropped criteria",
    hover_part="{part}: from {v0} in {before} to {v1} in {after}, a change of {change}.",
    hover_line="{line}: {change}.",
    hover_remeasured="Difference in components measured differently ({parts}): {change}; mere arithmetic, no progress.",
    hover_rest="Difference between the published result and the sum of the components: {change}.",
    row_of="{code}. {name}",
    axis="Result ({unit})",
    axis_change="Change ({unit})",
    ranks_section="Why the rank changed",
    ranks_caption="Provinces passed and passed by, {index} {before}–{after} ({unit})",
    ranks_overtook="Provinces that {name} passed: {count}",
    ranks_overtaken="Provinces that passed {name}: {count}",
    ranks_province="Province or city",
    ranks_change="Change",
    ranks_tied="equal scores",
    parts_section="Each component",
    parts_caption="Change in each component of {name}, {index} {before}–{after} ({unit})",
    effects_caption="Change across two criteria sets of {name}, {index} {before}–{after} ({unit})",
    part="Component",
    change="Change",
    share="Share",
    remark="Note",
    remark_broken="measured differently, not comparable",
    remark_no_before="no data in {year}",
    remark_no_after="no data in {year}",
    remark_new="new component, counts from {year} on",
    remark_dropped="dropped component, no longer counts from {year} on",
    remark_reweighted="maximum score changed between the two years, not comparable",
    remark_remeasured="arithmetic over components measured differently",
    remark_rest="published result less the sum of the rounded components",
    remark_rest_parts="with components that lack data in one of the two years",
    sum_row="Change in {node}",
    note_broken="the change in {node} is not computed, because of a break between the two years",
    note_framework="by the uploaded crosswalk; on the old scale",
    download="Download the Excel table",
    empty_title="No data yet to analyse changes",
    empty_body=(
        "The data store holds no scores of any index. The data officer uploads the criteria set and the scores from "
        "the templates; the analysis appears as soon as the upload is confirmed."
    ),
    no_picture_title="The change cannot be drawn yet",
    no_picture_parts=(
        "It takes the scores by component of {name}, {index}, for both {before} and {after}. Once a table of scores is "
        "published, the data officer uploads it and the chart appears."
    ),
    no_picture_percent=(
        "The components of {index} are percentages that do not add up to the whole, so no path leads from {before} to "
        "{after}. Once uploaded, see each component on the page Trends."
    ),
    no_picture_values=(
        "It takes published scores of {name}, {index}, for both years. Choose two other years, or upload the scores "
        "once there is a source."
    ),
    no_picture_framework=(
        "The two years use two criteria sets. Upload the table “Đối chiếu tiêu chí giữa hai bộ tiêu chí” (crosswalk: "
        "unchanged, new maximum, split, merged, new, dropped) to take the change apart into results, new maxima, new "
        "criteria and dropped criteria."
    ),
    help_why=(
        "why score and rank changed between two index years; rank_delta = later rank − earlier rank, negative is up"
    ),
    help_from="earlier index year",
    help_to="later index year",
    maxima_differ=(
        "Criterion {value} says “Giữ nguyên” (unchanged), but its maximum changes from {before} to {after}. If it is "
        "the same criterion, choose “Đổi điểm tối đa” (new maximum); if not, check the code."
    ),
    years_equal="The two years must differ; both are {year}.",
    years_reversed="The earlier year ({before}) must come before the later ({after}). Swap them.",
    framework_unknown=(
        "{index} has no criteria set “{value}”. Sets at hand: {known}. Correct the name or upload the set first."
    ),
    frameworks_same="The earlier and the later criteria set are the same. Give two different ones.",
    node_not_in_framework=(
        "Criteria set “{framework}” has no code “{value}”. Give the code as in the set, or a hyphen where there is "
        "none."
    ),
    node_not_in_index=(
        "No criteria set of {index} has the code “{value}”. Give the code as in the list of criteria sets."
    ),
    share_out_of_range="The share carried over must be above 0 and at most 1. Leave it empty if all is carried over.",
    shares_differ=(
        "The shares of criterion “{value}” add up to {total}, not 1. Check the column “Phần chuyển sang” (share "
        "carried over)."
    ),
    nowhere_both="The row has no criterion: both codes are hyphens. Give at least one.",
    nowhere_relation=(
        "The relation “{relation}” needs its codes: “Mới” (new) has no earlier code, “Bỏ” (dropped) no later one, all "
        "others have both. Correct the codes."
    ),
    relation_needs=(
        "Criterion “{value}” is already joined to an earlier one, so it cannot be new. Delete one of the two rows."
    ),
)
