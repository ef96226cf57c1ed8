"""The same theme in three indices."""

from cchc_metrics.labels.texts.across import AcrossTexts

TEXTS = AcrossTexts(
    title="Đối chiếu ba chỉ số",
)
