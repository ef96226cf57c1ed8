"""One kind sentence for each way an operation can fail."""

from cchc_metrics.labels.texts.errors import ErrorsTexts

TEXTS = ErrorsTexts()
