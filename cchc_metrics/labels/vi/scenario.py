"""What a change of parts would do to value, group and rank."""

from cchc_metrics.labels.texts.scenario import ScenarioTexts

TEXTS = ScenarioTexts(
    title="Kịch bản",
)
