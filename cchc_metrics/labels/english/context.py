"""What the visitor looks at on every place, in English."""

from cchc_metrics.labels.texts.context import ContextTexts

CONTEXT = ContextTexts(
    title="Showing",
    base="Province base",
    bases={"63": "63 provinces", "34": "34 provinces"},
    rests="This part does not depend on this choice; the choice is kept for the other parts.",
    fold="Change the filters",
    moved_period="{name} has no {index} result for {asked} yet; showing the latest period with one: {shown}.",
    moved_period_here="This part has no period {asked}; showing the latest: {shown}.",
    moved_province="This part has no data of {asked} alone; showing {shown}.",
    moved_here="This part has no {asked}; showing {shown}.",
)
