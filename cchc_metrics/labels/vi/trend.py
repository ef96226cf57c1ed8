"""Page Xu hướng."""

from cchc_metrics.labels.texts.trend import TrendTexts

TEXTS = TrendTexts()
