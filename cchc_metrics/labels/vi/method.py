"""Page Phương pháp & nguồn."""

from cchc_metrics.labels.texts.method import MethodTexts

TEXTS = MethodTexts()
