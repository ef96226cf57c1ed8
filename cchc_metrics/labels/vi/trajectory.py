"""The way to a target: pace, projection, status."""

from cchc_metrics.labels.texts.trajectory import TrajectoryTexts

TEXTS = TrajectoryTexts(
    title="Lộ trình mục tiêu",
)
