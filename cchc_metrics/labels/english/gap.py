"""Page Gaps, in English."""

from cchc_metrics.labels.texts.gap import GapTexts

GAP = GapTexts(
    heading="Gaps",
    title="Gaps in {index} {period}: {name}",
    title_part="Gaps in {index} {period}, {node}: {name}",
    filter_against="Compared with",
    filter_parent="Parts of",
    against_max="Maximum",
    against_best="Highest",
    against_mean="Mean",
    against_target="Target",
    to_max="the maximum score",
    to_best="the top province",
    to_mean="the mean of {group}",
    to_nation="the national mean",
    to_target="the target",
    lost="{lost} of {max} lost",
    lost_known="Among components with scores ({count}), {lost} of {max} lost",
    lost_most="most lost in {parts}",
    lost_share="together {share} of all points lost",
    known_parts_only="Components with scores so far: {count}",
    behind="Below {reference} in {count}/{of} components",
    none_clearly="No component is clearly below {reference}, of {of} with data",
    alike="{count} with a difference that is not significant",
    lowest="Lowest among the provinces in {parts}",
    lowest_item="{part} (rank {rank})",
    widest="widest gap: {part}, {gap} short",
    widest_best="widest gap: {part}, {gap} behind {where} ({best})",
    behind_target="Short of the target in {count}/{of} components with a target",
    none_behind_target="Target met in {of}/{of} components with a target",
    whole_target_short="{node}: {gap} short of the target {target}",
    whole_target_met="{node}: target {target} met",
    without_target="Components without a target, not in the chart ({count}): {parts}.",
    none_behind="No component is below {reference}, of {of} with data",
    unknown_best="Too few provinces have data to know the highest level of each component",
    unknown_mean="Too few provinces have data to compute {reference} for each component",
    unknown_target="These components have no target yet",
    whole_only="{value}; {gap} short of {reference}",
    whole_met="{value}; {reference} reached",
    whole_value_only="{value}; not enough data to know {reference}",
    caption="Gap to {reference} by part, {index} {period}",
    caption_part="Gap to {reference} by part of “{node}”, {index} {period}",
    caption_whole="Gap to {reference}: {node}, {index} {period}",
    hover_missing="{part}: no data yet",
    hover_best="highest: {where}, {best}",
    hover_short="{gap} short of {reference}",
    hover_near="{gap} from {reference}, not significant",
    hover_met="{reference} reached",
    note_best="Highest: among {count}/{of} provinces and cities with data",
    note_mean="Arithmetic mean of {count}/{of} provinces and cities of the group with data, computed by the system",
    note_unconfirmed="members of the group not confirmed",
    check_closed=(
        "The sum closes: the points lost in {count} components add up to {lost} = maximum {max} − result {value} of "
        "“{node}”."
    ),
    check_apart=(
        "The sum is off by {apart}: the points lost in {count} components add up to {lost}, while maximum {max} − "
        "published result {value} of “{node}” is {whole}. The system keeps both figures of the source."
    ),
    check_missing="The sum of points lost cannot be closed: no score for {parts}.",
    check_no_max="The sum of points lost cannot be closed: no maximum score known for {parts}.",
    check_known=(
        "Components known: {count}, with {known} of {max} points at most and {lost} points lost. “{node}” loses "
        "{whole} points in all; the other {rest} points are lost in components without scores in the data."
    ),
    check_not_additive="The parts have scales of their own and do not add up to the score of “{node}”.",
    check_exempt=(
        "Exempt components left out of the denominator: {exempt}; points lost {lost} = maximum still counted {max} − "
        "score {value}."
    ),
    check_percent="Percentages of parts do not add up to a total; to see points lost, choose the published scores.",
    check_no_total=(
        "The points lost in {count} components add up to {lost}; there is no overall result of “{node}” to compare "
        "with."
    ),
    no_parts=(
        "The data hold no parts of “{node}” in the criteria set of {index} for {period}, so only the gap of the whole "
        "can be shown."
    ),
    no_part_scores=(
        "No scores of parts were found for {name}, {index} {period}, so only the gap of “{node}” can be shown."
    ),
    parts_section="By part",
    parts_caption="Parts of “{node}”, {index} {period} ({unit}), by gap to {reference}; peer group: {group}",
    worth_title="Most worth doing",
    worth=(
        "Most worth doing: {part}. Matching {like} means a rise of {rise} points, achieved in {times} of {changes} "
        "province-years, and moves the rank from {before} to {after} if the other provinces stay as they are. "
        "Responsible: {unit}."
    ),
    worth_same=(
        "No component changes the rank {before} by itself; the nearest is {part}: matching {like} means a rise of "
        "{rise} points, achieved in {times} of {changes} province-years. Responsible: {unit}."
    ),
    worth_caption="Raising one component to the level of the top province of the peer group",
    worth_like="Matching",
    worth_rise="Rise needed",
    worth_times="Province-years that rose as much",
    worth_rank="Rank would be",
    worth_places="Places gained",
    worth_unit="Responsible unit",
    worth_note=(
        "Ordered by places gained, times the share of province-years that rose as much in one year; the top province "
        "of the group is held against the top province of the country. Ranks are computed with the scores of other "
        "provinces unchanged. Components whose difference is within the noise between two measurements are left out."
    ),
    part="Component",
    score="Result",
    maximum="Maximum",
    lost_header="Points lost",
    short_header="Short by",
    share_header="Share",
    best_header="Highest",
    best_where="Province",
    gap_header="Gap",
    mean_header="Group mean",
    target_header="Target",
    sum_row="Sum",
    rounding_note=(
        "Figures are added first and then rounded, so a sum may differ by one in the last digit from the sum of "
        "rounded figures. – means unknown, not 0."
    ),
    met="met",
    unknown="unknown",
    whole_section="“{node}” against each level",
    yardstick="Level",
    level="Value",
    distance="Gap",
    remark="Note",
    row_max="Maximum score",
    row_best="Highest",
    row_mean="Mean of {group}",
    row_nation="National mean",
    row_target="Target",
    above="{gap} above",
    near="{gap} apart, not significant",
    hardly="less than {least} apart",
    short="{gap} short",
    computed_over="computed by the system over {count}/{of} provinces and cities with data",
    too_few="not computed: only {count}/{of} provinces and cities in the data",
    as_published="as published",
    no_target_remark="no target entered",
    target_invitation=(
        "There is no target for {name}, {index} {period} yet. Enter targets with their legal basis to see the gap to "
        "them."
    ),
    empty_title="No data to compute gaps from yet",
    empty_body=(
        "The data store holds no index yet. The data officer uploads a criteria set and scores from the templates; "
        "gaps appear as soon as the upload is confirmed."
    ),
    missing_title="{name}: no {index} {period} result yet",
    missing_body=(
        "The sources in the data give no score of the province for this period. Choose another period, or upload "
        "scores once a source publishes them."
    ),
    rank_only_body=(
        "The source gives only the rank {rank}, no score, so no gap can be computed. Choose another period, or upload "
        "scores once a source publishes them."
    ),
    noted_body="{note}. Choose another period, or upload scores once a source publishes them.",
)
