"""The same theme in three indices, in English."""

from cchc_metrics.labels.texts.across import AcrossTexts

ACROSS = AcrossTexts(
    title="Three indices compared",
    title_theme="{theme}: {name} across the indices",
    eyebrow="Three indices compared · one theme, each index with its own measure",
    filter_theme="Theme",
    place_caption="{theme}: place in the ranking of each index",
    place_first="first",
    place_middle="middle",
    place_last="last",
    place_note=(
        "Place: from the bottom of the ranking (0) to the top (100) among the provinces ranked in the year shown "
        "below; grey lines are the other provinces; the four background bands are the quarters of the ranking"
    ),
    place_hover="{name}: rank {rank}, {stop}.",
    column_share_of_max="% of maximum",
    latest_none="{index}: no data yet",
    share="{share} of the maximum",
    rank_published="published rank {rank}",
    rank_computed="computed rank {rank}",
    missing_node="No data yet for {name}: {index}, {node}.",
    missing_rank="No rank yet: scores are known, but of too few provinces to rank {index}.",
    note_scales=(
        "Scores of different indices cannot be compared directly: PAR INDEX is scored and appraised by public bodies, "
        "SIPAS and PAPI ask citizens; the PAPI scale starts at about 1 point per dimension. Read direction and rank."
    ),
    table_caption="{theme}, {name}: % of maximum and rank by year",
    table_footnote=(
        "Percentages printed by the source are kept as printed; all others are the score divided by that year's "
        "maximum."
    ),
    column_rank="{part} (rank)",
    column_reason="Why it belongs to the theme",
    reasons_section="What a theme is made of",
    reasons_lead=(
        "The list of themes is data: change it by uploading the template “Chủ đề chung của các bộ chỉ số” (common "
        "themes of the indices) again."
    ),
    reasons_caption="Components of the theme “{theme}”",
    edit_themes="Upload the list of themes",
    divergence_section="High self-assessment, low opinion of citizens",
    divergence_lead=(
        "Provinces in the upper half by PAR INDEX but in the lower half by citizens' opinion in the same year. Places "
        "in the ranking are compared, not scores."
    ),
    divergence_heading="{own} and {asked}, {period}",
    divergence_caption="{own} and {asked}, {period}: place of each province",
    divergence_footnote=(
        "Difference in place: how many percentage points of the ranking a province falls when citizens are asked "
        "instead; a negative number means that citizens rate it higher."
    ),
    divergence_some=(
        "Provinces and cities in the upper half by official scoring and in the lower half by citizens' opinion: "
        "{count}."
    ),
    divergence_none=(
        "No province is both in the upper half by official scoring and in the lower half by citizens' opinion."
    ),
    divergence_unsure_only=(
        "No province is certain to be in the upper half by official scoring and in the lower half by citizens' "
        "opinion; for the provinces placed like this ({count}), the difference is within the noise between two "
        "measurements."
    ),
    divergence_unsure="Less certain, with a difference within the noise between two measurements: {count} more.",
    divergence_missing=(
        "{own}: {kind} is used. {period}: {own} ranks {own_n}/{population} provinces, {asked} ranks "
        "{asked_n}/{population}; {both} have both ranks. Nothing can be concluded about the others yet."
    ),
    divergence_no_theme=(
        "This theme has no year in which both PAR INDEX and an index that asks citizens have results. PAR INDEX scores "
        "of the provinces by area (self-assessed, appraised or published) have to be uploaded."
    ),
    column_gap="Difference in place (% points)",
    column_verdict="Remark",
    verdict_apart="high score, low opinion of citizens",
    verdict_unsure="uncertain, within the noise",
    filter_year="Year",
    pair_section="How closely two results go together",
    pair_lead="Each dot is one province or city in the same year.",
    filter_left="Horizontal axis",
    filter_right="Vertical axis",
    pair_heading="{left} and {right}, {period}",
    pair_found=(
        "Rank correlation (Spearman) {spearman}, linear correlation (Pearson) {pearson}, over the {n}/{population} "
        "provinces and cities with both figures."
    ),
    pair_few="Provinces and cities with both figures: {n}; with fewer than {least} no correlation is computed.",
    pair_flat=(
        "The provinces and cities with both figures ({n}) have the same value on one axis, so there is no correlation."
    ),
    pair_none="These two series have no year in which both have figures of the provinces.",
    pair_note="Provinces and cities counted: {n}",
    pair_absent="{name} has no dot: this year it lacks one of the two figures",
    pair_hover="{name}: {left} and {right}.",
    caution=(
        "Correlation is not causation: both results may depend on other conditions, and survey indices carry sampling "
        "error."
    ),
    caution_partial=(
        "Many provinces are still missing, and those with figures are mostly the ones named in the press, not a random "
        "sample: the coefficient says nothing yet about the whole country."
    ),
    empty_title="No themes yet",
    empty_body="Upload criteria sets, scores and the common themes of the indices to compare them.",
)
