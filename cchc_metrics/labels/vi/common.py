"""Words that every page shares: names of things, states, units, buttons."""

from cchc_metrics.labels.texts.common import CommonTexts

TEXTS = CommonTexts()
