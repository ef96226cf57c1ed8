"""Page Xếp hạng."""

from cchc_metrics.labels.texts.ranking import RankingTexts

TEXTS = RankingTexts()
