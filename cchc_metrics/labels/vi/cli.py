"""The command line."""

from cchc_metrics.labels.texts.cli import CliTexts

TEXTS = CliTexts()
