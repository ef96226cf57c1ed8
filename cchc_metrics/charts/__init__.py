"""Pure frame → plotly figure, one question each; and the frozen views that stand beside a chart."""
