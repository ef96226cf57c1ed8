"""Figures as they stood on a past day."""

from cchc_metrics.labels.texts.clock import ClockTexts

TEXTS = ClockTexts(
    title="Xem lại số liệu tại một ngày",
)
