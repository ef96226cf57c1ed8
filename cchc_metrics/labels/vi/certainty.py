"""How sure a rank is."""

from cchc_metrics.labels.texts.certainty import CertaintyTexts

TEXTS = CertaintyTexts(
    title="Độ chắc của hạng",
)
