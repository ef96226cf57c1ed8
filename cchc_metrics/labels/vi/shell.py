"""The frame around every page: navigation, first start, error boundary, footer."""

from cchc_metrics.labels.texts.shell import ShellTexts

TEXTS = ShellTexts()
