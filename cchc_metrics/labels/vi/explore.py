"""Page Tra cứu & tải về."""

from cchc_metrics.labels.texts.explore import ExploreTexts

TEXTS = ExploreTexts()
