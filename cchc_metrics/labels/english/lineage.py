"""63 provinces on the base of 34."""

from cchc_metrics.labels.texts.lineage import LineageTexts

LINEAGE = LineageTexts(
    title="Provincial mergers",
    eyebrow="Provincial mergers · {index}",
    usual_set="Equal weights",
    unknown_set="There is no weight set “{name}”. Weight sets at hand: {names}.",
    merger_reason="from 01/7/2025 figures are for the 34 provinces and cities after the mergers",
    not_published="An estimate, not a published figure",
    filter_method="Way of estimating",
    filter_set="Weight set",
    method_weighted="Average",
    method_band="Range",
    method_old="Province of the same name",
    way_weighted="a mean with weight set “{name}”",
    finding_span="Whatever the weights, the score of {name} lies within {span}.",
    cell_range="{value} ({span})",
    estimate_range="{value} ({span} whatever the weights)",
    way_band="a mean with weight set “{name}”, with the range from the lowest to the highest province",
    way_old="taken from the former province of the same name",
    subject="{index} {period}",
    subject_part="{index} {period}, {node}",
    title_estimate="{name}: an estimated {value}, {subject}",
    title_published="{name}: {value}, {subject}",
    title_ranked="{told}, ranked {rank} on the 34-province base",
    title_unknown="{name}: no estimate yet of {subject}",
    finding_estimate="Estimated from {parts}: {way}. This is not a published figure.",
    finding_bounds=(
        "If every merged province may stand anywhere between its lowest and highest parts, the rank runs from {best} "
        "to {worst}."
    ),
    finding_unranked="Only {known} of {population} provinces and cities have figures, so there is no ranking.",
    finding_unchanged="This province was not merged: its result on the 34-province base is the published figure.",
    finding_unknown=(
        "No data for {names} in {period}; while one former province is missing, the merged province is not estimated."
    ),
    finding_published="Results are published for 34 provinces and cities; they are not estimates.",
    part_value="{name} {value}",
    weight_note="Weight set “{name}”: {basis}.",
    weight_advice=(
        "For an index from a sociological survey, the fitting weight is the adult population. The data store does not "
        "hold it yet; once the office uploads it as a weight set, the estimates are recomputed at once."
    ),
    weight_upload="Upload a weight set",
    caption="{name} and its provinces before the merger: {node}, {index}",
    estimate_line="Estimate",
    published_line="Published",
    merger_mark="provinces merged {day}",
    chart_note=(
        "Dashed: estimate; thin: published figures of each former province; grey band: between the lowest and the "
        "highest"
    ),
    hover_estimate="{name}, {year}: an estimated {value}{rank}. Not a published figure.",
    hover_published="{name}, {year}: {value}{rank}, as published.",
    hover_derived="{name}, {year}: {value}{rank}.",
    hover_rank=", rank {rank} on the 34-province base",
    hover_part="{name}, {year}: {value}, as published.",
    hover_part_derived="{name}, {year}: {value}.",
    trend_toggle="Add the estimate for the province after the merger",
    trend_own="Estimate, 34-province base",
    trend_name="{name}, estimate",
    trend_note="Dashed: estimate for the province after the merger, {way}; not a published figure",
    standing_caption="{index} {period}, {node}: provinces and cities with figures on the 34-province base: {n}",
    standing_footnote=(
        "Merged provinces: {way}; an estimate, not a published figure; in brackets the range whatever the weights. "
        "Others: published figures. Ranks are computed."
    ),
    mergers_section="Which provinces became which",
    mergers_lead="Published figures of former provinces stay as they are; the share is their part in the estimate.",
    merger_caption="Provinces merged from 01/7/2025 and results of {period}",
    unchanged="Provinces and cities not merged ({count}): {names}.",
    years_section="Year by year",
    years_caption="{name}, {index}: each year on the 34-province base",
    years_footnote=(
        "Ranks are computed among the provinces with figures on the 34-province base; do not compare them with "
        "published ranks among 63."
    ),
    absent="{name}: {reason}",
    absent_because="not estimated, as there are no data for {names}",
    kind_estimate="estimate",
    kind_published="published",
    column_kind="Kind of figure",
    column_span="Lowest – highest",
    column_rank_span="Possible ranks",
    column_after="Province after the merger",
    column_before="Provinces before the merger",
    column_share="Share",
    column_result="On the 34-province base",
    column_code="System code",
    column_low="Lowest of the former provinces",
    column_high="Highest of the former provinces",
    column_n="Provinces ranked",
    column_rank_best="Best possible rank",
    column_rank_worst="Worst possible rank",
    column_merged="Merged from",
    column_unit="Unit of measure",
    empty_title="No data to put on the 34-province base",
    empty_body=(
        "The data store holds no index yet. The data officer uploads the list of provinces, the criteria set and the "
        "scores from the templates."
    ),
    no_scores_title="{index}: no scores for any province yet",
    no_scores_body=(
        "The criteria set of {index} is there but no scores. Upload a file of scores to see them on the 34-province "
        "base."
    ),
    see_here="Merged provinces and each year on the 34-province base",
    see_parts="See which provinces the estimate comes from",
    weight_entity_unknown="No province has the code “{value}”. Give a former province's system code, such as P63-45.",
    weight_entity_current=(
        "{name} has no successor, so it takes no weight. Give the code of a province from before the mergers."
    ),
    weight_not_positive="A weight must be above 0. Correct the number.",
    weight_incomplete="Set “{name}” has no weight for {missing}; {province} will have no estimate by this set.",
    color_unreadable="“{value}” is not a colour code. Write it as #RRGGBB, for example #1b4d8c, or leave it empty.",
    theme_node_unknown="No criteria set of {index} has a criterion with the code “{value}”. Give the right code.",
    cli_span="from {low} to {high}",
    cli_ranks="rank from {best} to {worst}",
    help_lineage="which provinces became which, and the weight sets",
    help_method="way of estimating on the 34-province base: weighted, band or old",
    help_weight_set="name of the weight set; the first one if not given",
    line_link="{after}: {before}",
    line_weight="Weight set “{name}”, provinces: {count}",
)
