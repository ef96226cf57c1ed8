"""Where points are lost, by part, score kind and responsible unit."""

from cchc_metrics.labels.texts.lost import LostTexts

LOST = LostTexts(
    title="Points lost & responsible units",
    eyebrow="Points lost & responsible units · {index}",
    headline="Points lost in {index} {period}: {name}",
    headline_part="Points lost in {index} {period}, {node}: {name}",
    filter_look="Show",
    filter_parent="Component",
    filter_against="On the way to",
    filter_peers="Compare with",
    filter_chosen="Chosen provinces",
    look_parts="Points lost",
    look_units="By unit",
    look_kinds="Self-assessed – appraised",
    look_way="Way to the target",
    look_peers="Strengths, weaknesses",
    look_groups="Groups over the years",
    depth_last="Last level",
    nobody="Not assigned",
    others="The other components ({count})",
    chosen="Chosen provinces",
    parts_all="{subject} loses {lost} of {max}, most in {parts}",
    parts_known="{subject}: known losses cover {known} of its components, most in {parts}",
    parts_item="{part} ({lost})",
    parts_half="the first {count} of {of} components account for {share} of all points lost",
    parts_caption="Points lost by component, with the cumulative share: {node}, {index} {period}",
    parts_caption_points="Points lost by component: {node}, {index} {period}",
    parts_axis="Points lost",
    parts_label="{lost}",
    parts_hover="{part}: {value} of {max}, {lost} lost",
    parts_hover_cumulative="{share} of all points lost, {cumulative} cumulatively",
    closes="The sum agrees: points lost over {count} components come to {lost} = maximum {max} − result {value}.",
    rest=(
        "Known components lose {lost}; “{node}” as a whole loses {whole}. The remaining {rest} belong to components "
        "without scores in the data, so no shares are given."
    ),
    rest_unknown="The points lost in “{node}” cannot be summed up yet, as some figures are unknown.",
    missing_values="No scores yet for {parts}.",
    missing_maxima="The maximum score of {parts} is not known, so the points lost there cannot be computed.",
    units_all="{subject} loses {lost}; responsible units assigned: {count}",
    units_most="the most with {unit}, {lost}",
    units_nobody="{subject}: all of {lost} lost lie in components that have no responsible unit",
    units_caption="Points lost by responsible unit: {node}, {index} {period}",
    units_hover="{unit}: {lost} lost, components: {count}",
    units_invitation=(
        "Upload the table “Đơn vị phụ trách tiêu chí” (responsible units) with the document that assigns them: one "
        "criterion a row, with the first year and the unit. Lower criteria follow the one above unless given their own."
    ),
    kinds_widest="{subject}: the widest gaps between self-assessed and appraised scores are in {parts}",
    kinds_none="{subject}: no component has both a self-assessed and an appraised score yet",
    kinds_caption="Self-assessed less appraised score by component: {node}, {index} {period}",
    kinds_axis="Self-assessed less appraised (points)",
    kinds_hover="{part}: self-assessed {own}, appraised {appraised}, difference {difference}.",
    way_target="{subject} stands at {value}, {gap} short of the target of {level}",
    way_target_met="{subject} stands at {value} and has met the target of {level}",
    way_level="{subject} stands at {value}, {gap} below the {level} it would have if every component were {reference}",
    way_most="furthest off: {parts}",
    way_no_target=(
        "{subject} has no target for this period, so there is no way to it; see the way to the maximum score or to the "
        "level of the top province instead"
    ),
    way_unknown="{subject}: not enough data to show the way ({reference})",
    way_caption="From the current result to the level wanted ({reference}): {node}, {index} {period}",
    way_value="Result {period}",
    way_rest_target="Part of the target not given to any component",
    way_rest="Rounding, or components without data",
    way_hover="{part}: {gap} still needed.",
    against_target="Target",
    against_max="Maximum",
    against_best="Top province",
    to_target="target",
    to_max="at its maximum score",
    to_best="level with the top province of that component",
    peers_both="{subject} against the median ({peers}): strongest in {strong}; weakest in {weak}",
    peers_strong="{subject} is below the median ({peers}) in no component; strongest in {strong}",
    peers_weak="{subject} is below the median ({peers}) in every component; weakest in {weak}",
    peers_none="{subject}: no data yet to compare with {peers}",
    peers_strong_only="{subject} against the median ({peers}): strongest in {strong}",
    peers_weak_only="{subject} against the median ({peers}): weakest in {weak}",
    peers_alike="{subject} against the median ({peers}): differences in all {count} components are not significant",
    peers_rest="; differences not significant: {count}",
    peers_quiet=", not significant",
    peers_item="{part} ({difference})",
    peers_level="{subject} equals the median ({peers}) in every component",
    peers_caption="Result less the median ({peers}): {node}, {index} {period}",
    peers_axis="Result less the group's median ({unit})",
    peers_hover="{part}: {value}; the median of {n} provinces is {median}, a difference of {difference}.",
    peers_note="Median of the {n} of {of} provinces with data, this province left out",
    peers_pick="Choose at least one province to compare with.",
    peers_unconfirmed="members of the group not confirmed",
    groups_now="{subject} in {year}, components by group: {groups}",
    groups_item="{count} in the {group}",
    groups_none="{subject}: in no year do enough provinces have scores to form groups",
    groups_caption="Quartile group of each component over the years: {node}, {index}",
    groups_hover="{part}, {year}: {group}, {value}, among {n} provinces with data.",
    groups_hover_none="{part}, {year}: no data, no group.",
    groups_note="Groups are computed; a bold line between two years: not comparable",
    groups_foot=(
        "1: highest group … 4: lowest group. –: no data, or too few provinces to form groups. | before a year: not "
        "comparable with the year before."
    ),
    table_caption="{name}, {index} {period}: {node}",
    part="Component",
    score="Result",
    maximum="Maximum",
    lost="Points lost",
    share="Share",
    cumulative="Cumulative",
    unit="Responsible unit",
    count="Components",
    self_score="Self-assessed",
    appraised="Appraised",
    survey="Survey",
    difference="Difference",
    median="Median",
    peers_count="Provinces",
    gain="Still needed",
    download="Download the Excel table",
    empty_title="No data yet to compute points lost",
    empty_body=(
        "The data store holds no scores of any index. The data officer uploads the criteria set and the scores from "
        "the templates; points lost appear as soon as the upload is confirmed."
    ),
    no_picture_title="This part cannot be drawn yet",
    no_picture_scores=(
        "There are no scores for {name}, {index} {period}, in these components. Choose another period, or upload the "
        "scores once a source publishes them."
    ),
    no_picture_parts=(
        "The criteria set of {index} for {period} has no table of the parts of “{node}” in the data. Upload the "
        "criteria set and the scores of the parts to see where points are lost."
    ),
)
