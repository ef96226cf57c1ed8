"""Finding a place, a province, a criterion, a unit or a year by words."""

from cchc_metrics.labels.texts.search import SearchTexts

SEARCH = SearchTexts(
    box="Search",
    hint="Search (Ctrl+K)",
    results="Results for “{words}”",
    none=(
        "Nothing found for “{words}”. Try a province, an index, a year, a component or a unit; diacritics are not "
        "needed."
    ),
    place="place",
    looking="now on screen",
    criterion="component",
    unit="unit",
    term="term",
    document="document",
    source="source of figures",
    report_kind="report sent",
    report="Report of {unit} · {period}",
    documents=(
        "Consolidated report on public administration reform",
        "One-page brief for leaders",
        "Chasing letter for reports",
        "Consolidated table of the units' figures",
    ),
    seen="{part}: {subject}",
)
