"""Both eras drawn."""

from cchc_metrics.labels.texts.atlas import AtlasTexts

TEXTS = AtlasTexts(
    title="Bản đồ",
)
