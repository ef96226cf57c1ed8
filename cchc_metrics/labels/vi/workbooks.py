"""Words inside the workbooks we hand out: templates and downloads."""

from cchc_metrics.labels.texts.workbooks import WorkbooksTexts

TEXTS = WorkbooksTexts()
