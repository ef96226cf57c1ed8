"""Where points are lost, by part, score kind and responsible unit."""

from cchc_metrics.labels.texts.lost import LostTexts

TEXTS = LostTexts(
    title="Điểm chưa đạt & đơn vị phụ trách",
)
