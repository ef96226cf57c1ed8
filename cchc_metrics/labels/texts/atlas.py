"""Both eras drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AtlasTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "{name}: {told}, {subject}"
    eyebrow: str = "Bản đồ · {index}"
    title_plain: str = "Bản đồ {subject}, {base}"
    title_estimate: str = "{name}: ước tính {told}, {subject}"
    heading: str = "Bản đồ"
    subject_total: str = "{index} {period}"
    subject_part: str = "{index} {period}, {node}"
    base: str = "{count} tỉnh, thành phố"
    bases: Mapping[str, str] = field(default_factory=lambda: {"63": "63 (đến 30/6/2025)", "34": "34 (từ 01/7/2025)"})
    filter_base: str = "Hệ tỉnh"
    filter_show: str = "Tô màu theo"
    way_weighted: str = "Bình quân: {name}"
    show_group: str = "Nhóm"
    show_value: str = "Kết quả"
    show_change: str = "Thay đổi"
    captions: Mapping[str, str] = field(
        default_factory=lambda: {"nhom": "Nhóm", "diem": "Kết quả", "thay-doi": "Thay đổi so với năm trước"}
    )
    caption: str = "{shown}: {subject}, {base}"
    rank: str = "hạng {rank}"
    rank_computed: str = "hạng {rank} do hệ thống tính"
    nothing: str = "không có số công bố"
    bounded_group: str = "nhóm {group}"
    best_group: str = "Nhóm cao nhất có {count} tỉnh, thành phố"
    best_group_region: str = (
        "Nhóm cao nhất có {count} tỉnh, thành phố, nhiều nhất ở vùng {region} ({here} trong {members} tỉnh của vùng)"
    )
    in_group: str = "nhóm {group} có {count} tỉnh, thành phố"
    reach: str = (
        "Cao nhất là {high} ({high_value}), thấp nhất là {low} ({low_value}) trong {count} tỉnh, thành phố có số."
    )
    only: str = "Mới có số của {name} ({value})."
    moves_hidden: str = ", {count} thay đổi không đáng kể"
    moves: str = (
        "So với {period}: {up} tỉnh, thành phố tăng, {down} giảm{hidden}; tăng nhiều nhất là {name} ({change})."
    )
    moves_none: str = "So với {period}: {up} tỉnh, thành phố tăng, {down} giảm{hidden}."
    absent_few: str = "Không có số công bố: {names}."
    absent_many: str = "{count} trong {total} tỉnh, thành phố không có số công bố."
    estimated: str = "Tỉnh hợp nhất là ước tính, {way}; không phải số công bố."
    hover: str = "{name}, {subject}: {told}."
    moved_hidden: str = "{change} so với {period}, không đáng kể"
    risen: str = "tăng {change} so với {period}"
    fallen: str = "giảm {change} so với {period}"
    level: str = "bằng {period}"
    legend_count: str = "{name} ({count})"
    legend_bounded: str = "Nhóm {group} ({count})"
    legend_below: str = "dưới các nhóm ({count})"
    legend_high: str = "cao nhất {value}"
    legend_middle: str = "giữa khoảng {value}"
    legend_low: str = "thấp nhất {value}"
    legend_up: str = "tăng nhiều nhất {change}"
    legend_up_hidden: str = "chênh nhiều nhất {change}, không đáng kể"
    legend_level: str = "không đổi"
    legend_down: str = "giảm nhiều nhất {change}"
    legend_down_hidden: str = "chênh nhiều nhất {change}, không đáng kể"
    legend_missing: str = "không có số công bố ({count})"
    legend_not_compared: str = "không so sánh được ({count})"
    list_caption: str = "{subject}: {count}/{base} tỉnh, thành phố"
    list_absent: str = "Không có số công bố ({count}): {names}"
    list_estimates: str = "* Ước tính, {way}; không phải số công bố."
    column_change: str = "So với {period}"
    boundaries: str = (
        "Nguồn ranh giới: NXB Tài nguyên - Môi trường và Bản đồ Việt Nam; hai quần đảo vẽ thu nhỏ trong khung"
    )
    empty_title: str = "Chưa có số liệu để vẽ bản đồ"
    empty_body: str = (
        "Kho dữ liệu chưa có bộ chỉ số nào. Người phụ trách số liệu nạp danh mục tỉnh, bộ tiêu chí và điểm từ tệp mẫu."
    )
    no_scores_title: str = "{index}: chưa có điểm của tỉnh nào"
    no_scores_body: str = "Bộ tiêu chí của {index} đã có nhưng chưa có điểm. Nạp tệp điểm để vẽ bản đồ."
