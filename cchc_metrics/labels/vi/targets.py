"""Page Mục tiêu."""

from cchc_metrics.labels.texts.targets import TargetsTexts

TEXTS = TargetsTexts()
