"""Page Tổng quan."""

from cchc_metrics.labels.texts.overview import OverviewTexts

TEXTS = OverviewTexts()
