"""Figures as they stood on a past day, in English."""

from cchc_metrics.labels.texts.clock import ClockTexts

CLOCK = ClockTexts(
    title="Data as of a day",
    lead="Every page shows the data as of the chosen day. The page address keeps this choice.",
    kind="Point in time",
    now="Now",
    known="As the system knew",
    known_help="data uploaded to the system by the end of that day",
    published="As published",
    published_help=(
        "data that sources had published by the end of that day, even if uploaded later; names of entities, criteria "
        "sets and targets as of now"
    ),
    day="Date",
    back="Back to now",
    as_known="Data as the system knew them on {day}.",
    as_published="Data as published by {day}.",
    undated="Figures left out because their publication date is unknown: {count}.",
    day_in_future="This day is still to come: the data are those of now and will change with new entries.",
    nothing_known="The system held no data yet on that day.",
    reading_only=(
        "You are looking at the data of a past day, so you cannot upload, edit or undo. Go back to now and try again."
    ),
    help_known_on="data as the system knew them on this day (year-month-day)",
    help_published_on="data as published by this day (year-month-day)",
)
