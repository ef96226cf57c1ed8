"""Words inside charts: axes, hovers, marks."""

from cchc_metrics.labels.texts.charts import ChartsTexts

TEXTS = ChartsTexts()
