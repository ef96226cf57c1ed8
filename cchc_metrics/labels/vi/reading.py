"""Why a file cannot be read."""

from cchc_metrics.labels.texts.reading import ReadingTexts

TEXTS = ReadingTexts()
