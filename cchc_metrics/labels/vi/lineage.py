"""63 provinces on the base of 34."""

from cchc_metrics.labels.texts.lineage import LineageTexts

TEXTS = LineageTexts(
    title="Sắp xếp tỉnh",
)
