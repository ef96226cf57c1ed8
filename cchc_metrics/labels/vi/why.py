"""Why an index moved: parts, own and others' effect, frameworks."""

from cchc_metrics.labels.texts.why import WhyTexts

TEXTS = WhyTexts(
    title="Phân tích biến động",
)
