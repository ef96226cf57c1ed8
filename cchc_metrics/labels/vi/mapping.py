"""The step that shows how a file was understood and lets a person correct it."""

from cchc_metrics.labels.texts.mapping import MappingTexts

TEXTS = MappingTexts(
    title="Bước hiểu tệp",
)
