"""What is wrong with a cell and what to do about it."""

from cchc_metrics.labels.texts.findings import FindingsTexts

TEXTS = FindingsTexts()
