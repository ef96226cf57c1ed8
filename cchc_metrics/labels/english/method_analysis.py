"""Page Phương pháp & nguồn: the rules of the analysis pages."""

from cchc_metrics.labels.texts.chapter import Chapter

_TRAJECTORY = Chapter(
    "lo-trinh",
    "Pathway to the target",
    (
        "Required pace = (target − latest result) / years left. Past pace = the median of the yearly changes since the "
        "latest break; it takes at least 3 consecutive comparable years.",
        "The past pace is for reference only and decides nothing: part of a low year is noise, so the next year tends "
        "to come back up.",
        "Projection = national mean + a part of the present distance from it + a part of the distance averaged over "
        "the years; both parts are computed from past years. This method won a contest against no change, exponential "
        "smoothing, damped trend, theta, the national pace and the past pace, judged by interval score (narrow "
        "intervals that still hold the result); see the table below.",
        "The 80% band comes from the errors met for that very component in all provinces, each base year with equal "
        "weight, up to three years ahead. A band that could not be tested is not given.",
        "The verdict is the chance of reaching the target that follows from the band: 80% or more is on track, 50% or "
        "more possible, 20% or more unlikely, below 20% very unlikely; the thresholds are data and can be edited. "
        "Beside it stand how many such cases there were in the past and how many came true. Once the target's year is "
        "over, it is met or missed by that year's result.",
        "Nothing is projected across a break, nor for a newly merged province, which has no series of its own yet.",
    ),
)
_PLAN = Chapter(
    "kich-ban",
    "Scenarios",
    (
        "A scenario is built only when the components' scores add up exactly to the whole and every maximum is known.",
        "To reach rank k the province must equal the score of the k-th of the other provinces; equal scores share a "
        "rank. The cuts of the quartile groups take the province's new score into account.",
        "The least gain is the exact solution of an integer programme: the smallest total gain (or effort), no "
        "component above its ceiling, gains in the chosen steps. The rank is computed again before a plan is shown.",
        "The usual ceiling is what can be done in a year: the level that nine in ten one-year changes of the provinces "
        "in that component did not exceed. Beside each gain stands how often provinces gained as much in a year.",
        "When other provinces move: each stands at its own projection, off by an error met in the past; each draw "
        "takes the errors of one year, with one sign for the whole country; 2,000 draws, the same result on every run.",
        "Assumed scores are always marked as estimates and never replace published figures.",
    ),
)
_CERTAINTY = Chapter(
    "do-chac-cua-hang",
    "How certain a rank is",
    (
        "Noise is how much a score changes when nothing has changed. It is taken from, in this order: uploaded "
        "standard errors of all provinces; failing that, an estimate from the provinces' own figures; for survey "
        "indices in percent without enough provinces, the sample size and the design effect (an assumption).",
        "Estimated noise = the square root of half the mean square of the provinces' yearly changes, less the change "
        "common to the whole country, over the latest three comparable changes; recomputed with new data. It is an "
        "upper bound of the sampling error, since real changes of single provinces are in it too.",
        "For component D1 of PAPI 2021–2024 this gives 0.22 points; an independent audit printed 0.15 without its way, "
        "and none of the other ways tried gives that, so 0.22 stays. An office that trusts another value uploads the "
        "table of standard errors: province by province, or one row for the whole country, which then holds for every "
        "province without a row of its own, at once.",
        "A change between two years is not significant when it does not exceed z times the square root of the sum of "
        "the two squared noises, at 90% confidence. Every sentence then says not significant, never a rise or a fall. "
        "That does not mean that nothing changed, only that this measurement cannot tell. Each change is judged alone: "
        "of ten changes one may pass the threshold though nothing happened.",
        "A rank is said to rise or fall only when the score changes by more than the noise and the new rank lies "
        "outside the interval of the next measurement reckoned from the year before. Two results of one year, "
        "including the distance to the top province or to a group's mean, follow the noise too: a difference within it "
        "is not significant.",
        "Rank interval of a province: 2,000 simulations of the true score given the published one (empirical Bayes), "
        "the middle 90% kept. The interval for comparing all provinces at once is wider, after Mogstad, Romano, Shaikh "
        "and Wilhelm (Review of Economic Studies 2024). The interval of the next measurement is the ranks that could "
        "come up if one measured again and nothing had changed.",
        "Below the coverage threshold of {coverage} of the provinces no rank is given, and the reason is told.",
    ),
)
_WHY = Chapter(
    "bien-dong",
    "Why results and ranks change",
    (
        "Within one criteria set, the change of the whole = the sum of the components' changes + the part of "
        "components measured differently + the part of rounding or not attributable. The lines always add up exactly "
        "to the published change.",
        "When a break of the whole itself lies between the two years, its change is not told; only the components that "
        "still compare are.",
        "Change in rank = the province's own effect + the effect of other provinces. The own effect is the rank that "
        "the province's new score would take if the others kept last year's scores, less last year's rank. The rest "
        "belongs to the others, among them provinces published in only one of the two years.",
        "When the criteria set changes and a crosswalk has been uploaded: change = change on the old scale + change "
        "due to new maxima + new criteria − dropped criteria. For a score S0/M0 that becomes S1/M1: the first part is "
        "M0 × S1/M1 − S0, the second (M1 − M0) × S1/M1. Without a crosswalk nothing is taken apart.",
    ),
)
_LOST = Chapter(
    "diem-chua-dat",
    "Points lost and responsible units",
    (
        "Points lost in a component = maximum − score, from most to least. Cumulative shares are given only when every "
        "component is known; otherwise what is not known is said in words.",
        "The responsible unit is that of the latest assignment up to the index year; a lower component follows the one "
        "above; without an assignment it says “not assigned”.",
        "Way to the target: result + what each component still needs + the part not given to any component = the "
        "required level.",
        "Strengths and weaknesses: the province's result less the median of the compared provinces with data, the "
        "province itself left out.",
        "Groups over the years: the quartile group of each component in each year; an empty cell means no score, or "
        "fewer than {coverage} of the provinces with a score.",
    ),
)
_LINEAGE = Chapter(
    "he-34",
    "Figures on the 34-province base",
    (
        "For periods before 01/7/2025, a merged province's figure is an estimate, computed when asked for and not "
        "stored: the mean of the former provinces' published scores by a declared weight set, or the score of the "
        "former province of the same name. Until weights are uploaded, the former provinces weigh the same.",
        "Range: from the lowest to the highest former province. The best possible rank is when the province stands at "
        "its highest and every other at its lowest; the worst, the other way round.",
        "While the figure of one former province is missing, the merged province is not estimated and not ranked. The "
        "11 unchanged provinces have their published figures on both bases.",
        "Estimates always bear the mark “an estimate, not a published figure” and are never joined in one line with "
        "figures published after the mergers.",
    ),
)
_ATLAS = Chapter(
    "ban-do",
    "Map",
    (
        "Colours show the group, the result, or the change from the year before; changes are coloured only when the "
        "two years compare. Provinces without a published figure are hatched, not tinted.",
        "The map is drawn from a boundary file shipped with the software; nothing is fetched from outside. It shows "
        "the Hoàng Sa archipelago (Đà Nẵng City) and the Trường Sa archipelago (Khánh Hòa Province). The list beside "
        "it holds the same figures.",
    ),
)
_ACROSS = Chapter(
    "doi-chieu",
    "Comparing indices",
    (
        "Themes are an editable table; each row names a component of an index and why it belongs to the theme. Scores "
        "of two indices are not compared: each side is a percentage of that year's maximum, or a rank with how many "
        "were ranked.",
        "Scored high, rated low by citizens: in the upper half by PAR INDEX (the self-assessed score; failing that the "
        "appraised, then the published one) and in the lower half by SIPAS or PAPI of the same year. Position = "
        "(rank − 1) ÷ (provinces − 1).",
        "Correlation: Pearson on scores, Spearman on ranks, always with the number of provinces; not computed for "
        "fewer than 10. Correlation is not causation.",
    ),
)
ANALYSIS = (_WHY, _LOST, _TRAJECTORY, _PLAN, _CERTAINTY, _LINEAGE, _ATLAS, _ACROSS)
