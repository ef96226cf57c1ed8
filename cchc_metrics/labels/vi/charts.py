"""Words inside charts: axes, hovers, marks."""

from cchc_metrics.labels.texts.charts import ChartsTexts

TEXTS = ChartsTexts(
    target_name="Mục tiêu",
    target_mark="Mục tiêu {value}",
    change_header="Thay đổi",
    up="▲ {places}",
    down="▼ {places}",
    same="=",
    no_previous="",
    quartile_1="cao nhất",
    quartile_2="trung bình cao",
    quartile_3="trung bình thấp",
    quartile_4="thấp nhất",
    break_mark="không so sánh được",
    break_hover="Từ {before} sang {after} không so sánh được: {reason}",
    mean_line="Trung bình các tỉnh",
    band_hover=(
        "{period}: một nửa số tỉnh nằm trong khoảng {low} đến {high} {unit}; trung bình các tỉnh là {mean} {unit}."
    ),
    target_hover="Mục tiêu của {period} là {value} {unit}.",
    gap_left="còn thiếu {gap} {unit}",
    gap_met="đạt mức so sánh",
    gap_unknown="chưa có số liệu",
    gap_axis="Khoảng cách tới {reference} ({unit})",
    value_of_max="{value}/{max}",
    png_button="Tải ảnh PNG",
    png_working="Đang tạo ảnh",
    png_failed="Chưa tạo được ảnh. Hãy thử lại.",
    png_done="Đã tải ảnh",
)
