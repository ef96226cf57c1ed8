"""Words inside charts: axes, hovers, marks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartsTexts:
    """Words inside charts: axes, hovers, marks.

    Placeholders in braces are filled with ``str.format``.
    """

    target_name: str
    target_mark: str
    change_header: str
    up: str
    down: str
    same: str
    no_previous: str
    quartile_1: str
    quartile_2: str
    quartile_3: str
    quartile_4: str
    break_mark: str
    break_hover: str
    mean_line: str
    band_hover: str
    target_hover: str
    gap_left: str
    gap_met: str
    gap_unknown: str
    gap_axis: str
    value_of_max: str
    png_button: str
    png_working: str
    png_failed: str
    png_done: str
