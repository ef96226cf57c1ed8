"""Page Phương pháp & nguồn."""

from cchc_metrics.labels.english.method_analysis import ANALYSIS
from cchc_metrics.labels.texts.chapter import Chapter
from cchc_metrics.labels.texts.method import MethodTexts

_RANK = Chapter(
    "xep-hang",
    "Ranking",
    (
        "Rank 1 is best. A province's rank = 1 + the number of provinces with a higher score. Provinces with equal "
        "scores share a rank and the next rank moves down by as many: 1, 2, 2, 4.",
        "Unrounded scores are compared. Only provinces with a score are ranked, so a rank always comes with how many "
        "were ranked: 26/61 means 26th of the 61 provinces with a result.",
        "Ranks given by a source are kept. PAPI publishes no ranks: a PAPI rank is computed by this system and always "
        "stands behind the quartile group, because a survey index carries sampling error and two or three places say "
        "very little.",
        "Coverage threshold: the system computes ranks and groups only when at least {coverage} of the provinces have "
        "a score. Below it, the order would only tell which provinces are in the data, so no rank is computed.",
        "Places gained or lost = rank of the period before − rank of this period. They are told only between two ranks "
        "of the same kind (both published, or both computed) on the same base of 63 or of 34 provinces. When only the "
        "criteria set changes, ranks can still be compared; scores cannot.",
        "Ranks within a region follow the same rules inside the group, when at least {coverage} of its provinces have "
        "a score.",
    ),
)
_GROUP = Chapter(
    "nhom",
    "Groups",
    (
        "PAPI forms four groups by quartile: the cuts are the 75th, 50th and 25th percentiles (linear interpolation) "
        "of the scores of provinces with a result. From the 75th percentile up is the highest group, then high "
        "average, low average and lowest. A score equal to a cut belongs to the upper group. With 63 different scores "
        "the groups hold 16, 16, 15 and 16 provinces.",
        "PAR INDEX forms groups by score, as the Ministry of Home Affairs publishes them: {groups}. Below the lowest "
        "bound there is no group. The bounds are part of the criteria set; upload a criteria set to change them.",
        "SIPAS has no groups.",
    ),
)
_GAP = Chapter(
    "khoang-cach",
    "Points lost and gaps",
    (
        "Points lost = maximum score − score. The points lost over all parts always add up to maximum − total score; "
        "the page Gaps states this check, and says which part is missing when the sum cannot be closed.",
        "Gap to the target = target − score, 0 once it is met. The gaps to the top province and to a group's mean are "
        "computed in the same way.",
        "The top province of a component is named only when at least {coverage} of the provinces have a score, or when "
        "a source publishes rank 1 together with the score.",
        "A group's mean is the unweighted mean of its provinces with a score, the province on screen included; it is "
        "computed only when at least {coverage} of the group's provinces have a score. A mean given by a source is "
        "marked as published.",
        "Share of points lost = points lost in a part ÷ points lost in all parts; given only when every part is known.",
        "Self-assessed less appraised = self-assessed score − appraised score of the same criterion; an appraised "
        "score above the self-assessed one is legitimate.",
    ),
)
_CHANGE = Chapter(
    "dut-doan",
    "Change and breaks",
    (
        "Change = this year's score − last year's score of the same component. It is told only between two consecutive "
        "years that both have a score and no break between them. Charts draw no line across a break or a year without "
        "data.",
        "There is a break between two years when, in this order: it is declared for the component itself; it is "
        "declared for the component above; it is declared for the whole index; or the criteria set changes and the "
        "component's maximum changes, or nobody has declared that the two still compare.",
        "Scores under two criteria sets are not compared directly. The grey band of the trend chart is the middle half "
        "of the provinces, from the 25th to the 75th percentile; the grey line is the mean of the provinces with a "
        "result.",
    ),
)
_MISSING = Chapter(
    "thieu-so-lieu",
    "Missing, zero, exempt",
    (
        "Three different states that never stand for one another: 0 is a score of zero; N/A is exempt, and the "
        "denominator is recomputed without that part; empty is no data, or withheld by the source.",
        "Missing is not 0: a province without a result is not ranked, does not enter the mean and is not put last. "
        "Source files sometimes write 0 for a province that was withheld; on upload, the system warns of a province "
        "whose scores are all 0.",
        "A total exists only when all of its parts do.",
    ),
)
_ROUNDING = Chapter(
    "lam-tron",
    "Rounding",
    (
        "Scores are kept to nine decimals as the source prints them. All arithmetic is done on exact numbers and "
        "rounded once, when shown; halves are rounded away from 0.",
        "Percentages printed by a source stay as printed: 12.45/13 points is 95.77%, but the source prints 95.76% "
        "because its score was already rounded.",
    ),
)
_REGIONS = Chapter(
    "vung",
    "Regions, peer groups, 63 and 34 provinces",
    (
        "On 01/7/2025 the {count_63} provinces and cities became {count_34}: 11 unchanged, 52 merged into 23. The new "
        "Quảng Trị = the former Quảng Bình + the former Quảng Trị; it bears code 44, which used to be Quảng Bình's. "
        "Each province therefore has its own code on each base.",
        "Published figures of the former provinces are never overwritten, added or averaged into figures of the new "
        "province. Ranks are compared only on one base.",
        "A region is a socio-economic region; the peer group of {group} is {members}. The regions of the 34 provinces "
        "are not confirmed, so comparisons with a region on this base are marked “not confirmed”.",
    ),
)

METHOD = MethodTexts(
    heading="Methods & sources",
    how_it_is_made="How it is computed",
    whole_page="Open Methods & sources",
    no_chapter="Methods & sources has no chapter for this figure yet.",
    finding=(
        "Published figures: {figures}, {years}, from {sources} sources. Every rank, group and gap on the pages follows "
        "the rules below."
    ),
    finding_empty="Every rank, group and gap on the pages follows the rules below.",
    contents="Contents",
    tested="Back-test of the forecasts of an index",
    tested_none="Choose an index",
    tested_few="{index} has too few comparable years for a back-test.",
    chapters=(_RANK, _GROUP, _GAP, _CHANGE, _MISSING, _ROUNDING, _REGIONS, *ANALYSIS),
    no_groups="no bounds in the criteria set yet",
    groups_item="group {label} from {bound} up",
    contest=Chapter(
        "cuoc-thi-du-bao",
        "Contest of forecasting methods",
        (
            "Seven methods were tried on past years: for each year only figures known by then were used, never across "
            "a break. The method in use is the one with the lowest interval score over all components. The table is "
            "written by the software's validation command from the shipped data; the page Target pathway recomputes "
            "the method in use on the data at hand.",
        ),
    ),
    frameworks=Chapter(
        "bo-tieu-chi",
        "Criteria sets",
        (
            "A criteria set is data, with a legal basis and years of validity; no maximum score lives in the software. "
            "What was not found in published sources is shown as missing.",
        ),
    ),
    frameworks_caption="Criteria sets in the data",
    index="Index",
    framework="Criteria set",
    legal_basis="Legal basis",
    years="Years",
    criteria="Components",
    maximum="Maximum",
    parts_maximum="Sum of the parts' maxima",
    remark="Missing, notes",
    parts_some="{sum} (known parts: {known})",
    parts_unknown="none yet",
    years_between="{first}–{last}",
    years_from="from {first}",
    years_until="until {last}",
    years_unknown="not known",
    breaks=Chapter(
        "moc-dut-doan",
        "Breaks: declared and suspected",
        (
            "Besides these, every change of criteria set is a break, unless a row “continuous” is given for the two "
            "years.",
            "A step is suspected of changed measurement when at least 97% of the provinces move the same way by more "
            "than 0.5% of the maximum; when the score ranges of the two years do not overlap; when the correlation "
            "between the two years is below its usual level by at least 0.3 and 3.3 standard errors (Fisher); or when "
            "parts are new, dropped or change their maximum. A total does not compare when one of its components does "
            "not. Across a suspected step the system tells no change and explains none.",
            "A suspicion is the system's own, recomputed with new data; a person's declaration, with its reason, comes "
            "first.",
        ),
    ),
    breaks_caption="Breaks, suspected breaks and continuous steps",
    node="Component",
    every_node="every component not named",
    between="Between",
    between_years="{before} and {after}",
    break_kind="Kind",
    reason="Reason",
    source="Source",
    windows=Chapter(
        "ky-bao-cao",
        "Reporting periods of public administration reform",
        (
            "An index year (the year an index measures, published around April to June of the next) is not a reporting "
            "period. The six-month and the annual period are cumulative, a quarter is not; there are no report forms "
            "for Quarters II and IV.",
        ),
    ),
    windows_caption="Reporting periods",
    window="Period",
    window_names={"Q1": "Quarter I", "6M": "Six months", "Q3": "Quarter III", "FY": "Year"},
    opens="From",
    closes="To",
    cumulative="Cumulative",
    policies=Chapter(
        "muc-tieu-quoc-gia",
        "National targets",
        (
            "Targets in documents of the central government, in the documents' own words. They are not targets set for "
            "the province; those are entered on the page Targets, with their legal basis.",
        ),
    ),
    policies_caption="National targets in the data",
    scope="Scope",
    indicator="Indicator",
    goal="Required",
    deadline="Deadline",
    document="Document",
    completeness=Chapter(
        "do-day-du",
        "Completeness of the data",
        (
            "Provinces and cities with a total score in the data, out of all on their base. For PAR INDEX and SIPAS "
            "the shipped data hold only the results that the press or a provincial portal has printed; no full table "
            "of provinces was found.",
        ),
    ),
    completeness_caption="Provinces and cities with a total score, by year",
    held="{count}/{of}",
    not_held="–",
    absent="Provinces and cities without a total score",
    absent_item="{index}: {names}",
    sources=Chapter(
        "nguon",
        "Sources",
        ("Every figure keeps its source. PAPI is cited as: CECODES, RTA and UNDP, papi.org.vn.",),
    ),
    sources_caption="Sources and the number of figures taken from each",
    publisher="Publisher",
    figures="Figures",
    used_for="Used for",
    used_item="{index} {years}",
    credit=Chapter(
        "ban-quyen",
        "Credits and licences",
        (
            "Boundaries: Vietnam Publishing House of Natural Resources, Environment and Cartography.",
            "Administrative units come from the two open data sets vietnamese-provinces-database and "
            "vietnamadminunits, MIT licence; the full text of the licences is in the software's folder "
            "data/reference/licenses.",
            "Typeface Be Vietnam Pro, SIL Open Font License.",
        ),
    ),
    table_empty="No data yet",
    table_empty_body=(
        "This table appears once data are uploaded. The data officer uploads them on the page Upload data."
    ),
)
