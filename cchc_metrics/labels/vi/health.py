"""The state of the system: limits, repairs, checks."""

from cchc_metrics.labels.texts.health import HealthTexts

TEXTS = HealthTexts(
    title="Tình trạng hệ thống",
)
