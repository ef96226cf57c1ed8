"""Share of reports that came on time, and that were complete, by period: two dots a row, from 0 to 100 %."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.labels import texts

ROW_HEIGHT = 30
_LEFT, _RIGHT, _TOP, _FOOT = 128, 56, 24, 28


def punctuality(frame: pd.DataFrame, *, title: str = "", footer: str = "") -> go.Figure:
    """A bar of punctuality and a mark of completeness a period, the earliest above.

    frame: one row per period – name, on_time, complete (percent), due (count), hover. Not changed.
    """
    said = texts().board
    rows: list[dict[str, Any]] = [{str(k): v for k, v in row.items()} for row in frame.to_dict("records")]
    places = list(range(len(rows)))
    hover = [theme.hover_text(str(row["hover"])) for row in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [float(row["on_time"]) for row in rows],
        "y": places,
        "width": 0.5,
        "marker": {"color": theme.QUARTILES[1]},
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": [float(row["complete"]) for row in rows],
        "y": places,
        "marker": {"symbol": "diamond-open", "size": 10, "color": theme.INK, "line": {"width": 1.6}},
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }
    counts = [
        theme.annotation(
            said.rates_n.format(count=int(row["due"])), x=1, xref="paper", y=place, xanchor="left", xshift=8
        )
        for place, row in zip(places, rows, strict=True)
    ]
    key = theme.annotation(
        said.rates_key, x=0, xref="paper", y=1, yref="paper", xanchor="left", yanchor="bottom", xshift=-_LEFT
    )
    return theme.figure(
        [bars, marks],
        height=max(len(rows), 2) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=[*counts, key],
        layout={
            "xaxis": theme.value_axis(range=[-2.5, 102], tickvals=[0, 50, 100], ticktext=["0%", "50%", "100%"]),
            "yaxis": {
                "range": [max(len(rows), 2) - 0.5, -0.5],
                "tickvals": places,
                "ticktext": [str(row["name"]) for row in rows],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": theme.SMALL},
            },
            "hovermode": "closest",
        },
    )
