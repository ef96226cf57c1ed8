"""How a figure is known and how much of each index; which steps between two years may be told, and who says so."""

from cchc_metrics.labels.texts.chapter import Chapter
from cchc_metrics.labels.texts.published import PublishedTexts, StepsTexts

PUBLISHED = PublishedTexts(
    how_known="Derived, in conflict",
    derived_mark="{figure} (derived)",
    conflict_mark="{figure} (in conflict)",
    dense_mark="†",
    dense_note="† derived, or sources in conflict (see the table)",
    derived="Derived, not printed in the source: {how}.",
    rank_range="ranked between {first} and {last}, order not known",
    conflict="Sources conflict: {told}.",
    told_value="{value} by {source}",
    told_rank="rank {rank} by {source}",
    told_because="{told} ({how})",
    own="figure in use",
    readings="Read in sources",
    readings_caption="Figures read in each source: {count}",
    standings={
        "published": "printed",
        "derived": "derived",
        "conflict": "in conflict",
        "range": "range of ranks",
    },
    standing="State",
    value="Score",
    rank="Rank",
    how="How it was derived, notes",
    source="Source read",
    coverage=Chapter(
        "do-phu",
        "What is known, what is missing",
        (
            "Each row is one year of an index: how many provinces have a score or a rank, from how many sources, how "
            "many figures are derived, and where the missing table may be found. Ranks without scores, scores without "
            "ranks and ranges of ranks are given just as they are known; no figure is filled in.",
            "Do you have the Ministry of Home Affairs' full table (the annex to the publishing decision: one row per "
            "province; score, percentage and rank of each area)? Open the page Upload data and choose the file as you "
            "received it; the system recognizes the provinces, the year and the areas, asks where it is unsure, and "
            "shows how ranks would change before anything is uploaded. The Ministry's figures replace those quoted by "
            "the press; the old ones stay in the history.",
        ),
    ),
    have_table="I have the ministry's full table: upload the file",
    coverage_caption="Coverage by index and year",
    known="Score or rank",
    with_value="Score",
    with_rank="Published rank",
    sources="Sources",
    derived_count="Derived",
    released="Published on",
    undated="not known",
    lacking="Missing",
    lacking_none="complete",
    lacking_many="provinces: {count}",
    where="Where it may be found",
    where_decision="{where} ({decision})",
    conflicts=Chapter(
        "mau-thuan",
        "Where sources conflict",
        (
            "Each row gives both figures and the address of each source. The figure in use is the one a source prints "
            "directly; the other is not discarded. PAPI figures reprinted by a thesis or a newspaper are also held "
            "against the originals here.",
        ),
    ),
    conflicts_caption="Figures on which sources differ",
    figure="Figure",
    in_use="In use",
    told_elsewhere="Elsewhere",
    others=Chapter(
        "chi-so-khac",
        "Index 766 (measured continuously, 34 provinces)",
        (
            "Results found of the index for steering, administering and assessing the quality of service to citizens "
            "and businesses (Decision 766/QĐ-TTg). It is measured every week on the National Public Service Portal, so "
            "each figure belongs to a day; it is neither merged into PAR INDEX nor compared with it.",
        ),
    ),
    others_caption="Results of index 766 that were found",
    day="Day measured",
    province="Province or city",
    part="Component",
    page_language={
        "en": "English",
        "ja": "Japanese",
        "nl": "Dutch",
        "ur": "Urdu",
        "zh": "Chinese",
        "fr": "French",
    },
    cited_in="{site} (page in {language})",
    cited_translated="{site} (machine translation, {language})",
)

STEPS = StepsTexts(
    suspected="measurement may have changed: {evidence}",
    all_rose="{moved}/{n} provinces rose by more than {least} points",
    all_fell="{moved}/{n} provinces fell by more than {least} points",
    apart="score ranges of the two years do not overlap ({low0}–{high0} and {low1}–{high1})",
    correlation="correlation between the two years is only {r}, usually {usual} ({n} provinces)",
    new="new components {parts}",
    dropped="dropped components {parts}",
    reweighted="maximum score changed in {parts}",
    by_parts="components {parts} do not compare between the two years",
    finding=(
        "{subject} may have been measured differently between {before} and {after}: {evidence}. The figures are still "
        "uploaded, but the change is not told. If you know for certain, declare “continuous” or “break” with the "
        "reason on the page Methods & sources."
    ),
    kinds={
        "break": "break",
        "continuous": "continuous",
        "suspect": "suspected change of measurement",
    },
    said_by="Said by",
    sayers={
        "publisher": "publisher",
        "evidence": "evidence in the data",
        "product": "makers of the software",
        "office": "the office using it",
    },
    form="Declare whether years compare",
    form_lead=(
        "Where the system suspects, it gives no causes. Whoever knows the measurement declares “break” or “continuous” "
        "with the reason; the declaration replaces the suspicion, is kept in the journal and can be changed."
    ),
    index="Index",
    step="Step to declare",
    step_of="{node}, {before}–{after}: {kind}",
    decide="Declaration",
    reason="Reason (required)",
    reason_example="Letter No. … of the publisher states that the measurement has not changed",
    source="Source",
    save="Save the declaration",
    saved="Declaration saved (journal entry {seq}).",
    unchanged="This declaration is already there; nothing has changed.",
    reason_missing="Give the reason: how it is known whether the two years compare.",
    nothing="No step is suspected or declared.",
    journal_note="Declared {kind} {node} {before}–{after}: {reason}",
)
