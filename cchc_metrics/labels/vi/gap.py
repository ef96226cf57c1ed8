"""Page Khoảng cách mục tiêu."""

from cchc_metrics.labels.texts.gap import GapTexts

TEXTS = GapTexts()
