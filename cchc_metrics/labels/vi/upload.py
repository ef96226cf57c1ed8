"""Page Nạp dữ liệu."""

from cchc_metrics.labels.texts.upload import UploadTexts

TEXTS = UploadTexts()
