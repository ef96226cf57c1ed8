"""How far a rank, and a change, can be trusted, in English."""

from cchc_metrics.labels.texts.certainty import CertaintyTexts

CERTAINTY = CertaintyTexts(
    title="Certainty of the rank",
    finding_errors=(
        "{name} ranks {rank}; allowing for survey error, its true rank lies between {low} and {high} ({share} "
        "confidence)."
    ),
    finding_panel=(
        "{name} ranks {rank}; allowing for the usual noise in scores (±{least} {unit} per measurement), its true rank "
        "lies between {low} and {high} ({share} confidence)."
    ),
    finding_next="If nothing changes, the next measurement may still put it anywhere from {low} to {high}.",
    finding_unknown=(
        "{name} ranks {rank}. There are no standard errors and too few years to estimate the noise in scores, so no "
        "rank interval is given."
    ),
    finding_without=(
        "Leaving out one component at a time, the rank goes from {best} (without {best_part}) to {worst} (without "
        "{worst_part})."
    ),
    finding_without_same="Whichever component is left out, the rank stays {rank}.",
    finding_alike="The difference from {names} is not significant.",
    finding_absent="{name} has no score in this period, so no rank.",
    withheld=(
        "Not ranked: only {count}/{population} provinces have scores, fewer than {share} of them, so a rank would only "
        "say whose scores were published."
    ),
    rule_errors="Standard errors uploaded to the data store: of each province, or one declared for the whole country.",
    rule_panel=(
        "There are no standard errors, so the noise is estimated from the series itself: {upper} {unit}, from {count} "
        "changes of provinces in {years}, after removing the change common to the whole country. This is an upper "
        "bound of the survey error, for true changes of provinces are in it too; it is not the survey error."
    ),
    rule_sample=(
        "There are no standard errors, so they are derived from the sample size: {respondents} respondents per "
        "province (all respondents of {year}, divided evenly), with an assumed design effect of {effect}. This is an "
        "upper bound, not an error given by the publisher."
    ),
    rule_spans=(
        "Rank intervals: {draws} simulations of the true scores of all provinces, given the published ones; each "
        "interval speaks of one province alone, so about {misses} of {count} intervals may not contain the true rank."
    ),
    rule_sure=(
        "Interval when compared with all {count} other provinces at once: wider, because every comparison of the "
        "province must hold together (after Mogstad, Romano, Shaikh and Wilhelm, 2024)."
    ),
    rule_alike=(
        "Not significant: the difference between two provinces next in rank is no larger than noise alone may cause, "
        "at the same confidence."
    ),
    caption="Rank intervals around {name}: {node} {index} {period}",
    axis="Rank",
    hover="{name}: {value}, rank {rank}, interval {low}–{high}",
    table_caption="{node} {index} {period}: rank intervals and difference from the next province ({unit})",
    column_rank="Rank",
    column_name="Province",
    column_span="Rank interval",
    column_next_span="Next measurement",
    column_sure="Against all provinces",
    column_next="Ahead of the next",
    alike="{gap}, not significant",
)
