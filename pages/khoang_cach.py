"""Throwaway page until the real one is there."""

from cchc_metrics.ui.components import page_header

page_header("…")
