"""Words inside charts: axes, hovers, marks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartsTexts:
    """Words inside charts: axes, hovers, marks.

    Placeholders in braces are filled with ``str.format``.
    """

    target_name: str = "Mục tiêu"
    target_mark: str = "Mục tiêu {value}"
    # name, value
    median_mark: str = "Trung vị {name} {value}"
    before: str = "kỳ trước"
    median: str = "trung vị cả nước"
    best: str = "cao nhất"
    change_header: str = "Thay đổi"
    up: str = "▲ {places}"
    down: str = "▼ {places}"
    same: str = "="
    # Neither up nor down: inside the noise.
    quiet: str = "≈"
    unsure: str = "?"
    no_previous: str = ""
    quartile_1: str = "cao nhất"
    quartile_2: str = "trung bình cao"
    quartile_3: str = "trung bình thấp"
    quartile_4: str = "thấp nhất"
    break_mark: str = "không so sánh được"
    break_hover: str = "Từ {before} sang {after} không so sánh được: {reason}"
    mean_line: str = "Trung bình các tỉnh"
    band_hover: str = (
        "{period}: một nửa số tỉnh nằm trong khoảng {low} đến {high} {unit}; trung bình các tỉnh là {mean} {unit}."
    )
    target_hover: str = "Mục tiêu của {period} là {value} {unit}."
    running_header: str = "cộng dồn"
    higher: str = "cao hơn"
    lower: str = "thấp hơn"
    gap_left: str = "còn thiếu {gap} {unit}"
    gap_met: str = "đạt mức so sánh"
    gap_unknown: str = "chưa có số liệu"
    gap_axis: str = "Khoảng cách tới {reference} ({unit})"
    value_of_max: str = "{value}/{max}"
    svg_name: str = "SVG"
    svg_button: str = "Tải ảnh SVG"
    png_button: str = "Tải ảnh PNG"
    png_working: str = "Đang tạo ảnh"
    png_failed: str = "Chưa tạo được ảnh. Hãy thử lại."
    png_done: str = "Đã tải ảnh"
