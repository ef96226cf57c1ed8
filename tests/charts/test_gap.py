"""What the gap picture and the house theme promise."""

import csv
import itertools
import re

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.gap import gap_bars
from cchc_metrics.config import PROJECT


def _declared() -> tuple[str, ...]:
    with (PROJECT / "data" / "reference" / "indices.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(row["Màu"] for row in csv.DictReader(file))


INDEX_COLORS = (*_declared(), *theme.SPARE_INDEX_COLORS)


def parts(gaps: list[float | None]) -> pd.DataFrame:
    """One row per part with a maximum of ten."""
    return pd.DataFrame(
        {
            "node_code": [f"D{place}" for place in range(len(gaps))],
            "name": [f"Nội dung {place}" for place in range(len(gaps))],
            "value": [None if gap is None else 10 - gap for gap in gaps],
            "max_score": 10.0,
            "gap": gaps,
            "hover": [f"Nội dung {place} còn thiếu điểm." for place in range(len(gaps))],
        }
    )


def bars(gaps: list[float | None]) -> dict:
    figure = gap_bars(parts(gaps), reference="mức tối đa", hue="#6a489f", unit="điểm", decimals=2)
    return figure.to_dict()


def test_the_widest_gap_is_on_top():
    figure = bars([1.25, 6.5, 3.0])
    assert figure["data"][0]["customdata"] == ["D1", "D2", "D0"]
    bottom, top = figure["layout"]["yaxis"]["range"]
    assert bottom > top


def test_gap_bars_start_at_zero_and_say_what_is_missing():
    figure = bars([1.25])
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert "còn thiếu 1,25 điểm" in figure["data"][0]["text"][0]
    assert "8,75/10" in figure["data"][0]["text"][0]


def test_an_unknown_gap_says_so_and_stands_last():
    figure = bars([None, 2.0])
    assert figure["data"][0]["customdata"] == ["D1", "D0"]
    assert "chưa có số liệu" in figure["data"][0]["text"][1]
    assert "0,00" not in figure["data"][0]["text"][1]


def test_a_met_part_says_so():
    assert "đạt mức so sánh" in bars([0.0])["data"][0]["text"][0]


def test_every_gap_hover_is_a_sentence():
    assert all(re.search(r"\w.*\.$", hover) for hover in bars([1.0, 2.0])["data"][0]["hovertext"])


def test_three_widest_gaps_stand_out():
    assert bars([5.0, 4.0, 3.0, 2.0])["data"][0]["marker"]["opacity"] == [1.0, 1.0, 1.0, 0.5]


def _luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_colors_reach_aa_on_both_grounds():
    for color in (theme.INK, theme.SOFT, theme.MUTED, theme.HOME, *INDEX_COLORS, *theme.COMPARED):
        assert _contrast(color, theme.PAPER) >= 4.5, color
        assert _contrast(color, theme.GROUND) >= 4.5, color


def test_quartiles_only_grow_paler():
    lightness = [_luminance(color) for color in theme.QUARTILES]
    assert lightness == sorted(lightness)
    assert all(after / before > 1.35 for before, after in itertools.pairwise(lightness))


def test_no_other_color_is_red():
    for color in (*INDEX_COLORS, *theme.QUARTILES, theme.OTHERS, *theme.COMPARED):
        red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
        assert red < 1.8 * max(green, blue), color


def test_the_chart_button_speaks_vietnamese_and_draws_nothing_from_elsewhere():
    config = theme.plot_config("xep-hang", 600)
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["displaylogo"] is False
    assert config["locales"]["vi"]["dictionary"]["Download plot as a PNG"] == "Tải ảnh PNG"
    assert "http" not in repr(config)


def test_a_long_hover_is_broken_into_lines_for_a_phone():
    lines = theme.hover_text("một câu rất dài " * 10).split("<br>")
    assert len(lines) > 2
    assert max(map(len, lines)) <= 44
