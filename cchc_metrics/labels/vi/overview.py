"""Page Tổng quan."""

from cchc_metrics.labels.texts.overview import OverviewTexts

TEXTS = OverviewTexts(
    eyebrow="Tổng quan · kết quả công bố gần nhất của từng bộ chỉ số",
    eyebrow_before="Tổng quan · kết quả công bố gần nhất trước sắp xếp",
    title="{name} đứng ở đâu",
    title_none="{name}: chưa có kết quả công bố",
    finding="{results}.",
    finding_before="{name}: {results}.",
    partly_missing="{name} chưa có kết quả công bố của {indices}; thay vào đó là kết quả trước sắp xếp.",
    aims="Mục tiêu của {name}: {aims}.",
    aim="{index} – {words}",
    finding_none="Chưa có kết quả công bố nào của tỉnh này trong dữ liệu.",
    summary_group="{index} {period} {group}",
    summary_rank="{index} {period} hạng {rank}",
    summary_both="{index} {period} nhóm {group}, hạng {rank}",
    summary_value="{index} {period} đạt {value}",
    heading="{index} {period}",
    rank_first="xếp {rank}",
    rank_region_unknown="xếp {nation} · vùng: chưa đủ số liệu",
    no_previous="Không có kết quả {period} để so",
    rank_unit="hạng công bố",
    value_missing="chưa có số liệu điểm",
    change="{change} {unit}",
    since="{changes} so với {period}",
    no_change="Không so điểm với {period}: {reason}",
    later_missing="Năm {period}: chưa có số liệu của tỉnh",
    years="{first}–{last}",
    group_badge="Nhóm {group}",
    group_help_top="Nhóm cao nhất theo ngưỡng của bộ tiêu chí: từ {low}% trở lên",
    group_help_middle="Theo ngưỡng của bộ tiêu chí: từ {low}% đến dưới {high}%",
    computed_help="Hạng do hệ thống tính theo điểm, trong các tỉnh có điểm; nguồn không công bố thứ hạng",
    unconfirmed_help="Phân vùng của 34 tỉnh chưa được xác nhận",
    trend_alt="{index}: năm {first} {low}, năm {last} {high}; đường đứt ở năm không so sánh được",
    empty_card="Chưa có kết quả công bố",
    target_none="Chưa nhập mục tiêu",
    target_line="Mục tiêu {period}: {aims}",
    target_met="{target} (đã đạt)",
    target_left="{target} (còn thiếu {left})",
    target_rank="hạng {rank}",
    target_places="{target} (còn {places} bậc)",
    badge_met="Đạt mục tiêu",
    badge_missed="Chưa đạt mục tiêu",
    badge_some="Đạt {met}/{count} mục tiêu",
    badge_help="Kết quả công bố năm {period} so với mục tiêu của năm đó",
    to_best="kém cao nhất {gap}",
    gaps_title="Khoảng cách lớn nhất",
    gaps_lead=(
        "Ba nội dung mất nhiều điểm nhất so với điểm tối đa. Chưa nhập mục tiêu nên khoảng cách được tính tới "
        "điểm tối đa, tỉnh cao nhất và trung bình vùng."
    ),
    gaps_lead_target=(
        "Ba nội dung mất nhiều điểm nhất so với điểm tối đa, kèm khoảng cách tới mục tiêu đã nhập, tỉnh cao nhất và "
        "trung bình vùng."
    ),
    gaps_legend_value="điểm của tỉnh trên thang điểm tối đa",
    gaps_legend_best="tỉnh cao nhất",
    gaps_legend_region="trung bình vùng hoặc cả nước",
    gap_lost="mất {lost}",
    gap_of_max="{value}/{max} {unit}",
    gap_rank_only="chưa có số liệu điểm",
    gap_above="{name} {value} (cao hơn {gap})",
    gap_under="{name} {value} (thấp hơn {gap})",
    gap_equal="{name} {value} (bằng)",
    gap_to_target="mục tiêu {target} (còn thiếu {gap})",
    best_named="cao nhất {name}",
    best_is_own="đang cao nhất cả nước",
    mean_of="trung bình {group}",
    nation_mean="trung bình cả nước",
    parts_published="Nguồn mới công bố kết quả {count} {level}; các nội dung khác chưa có số liệu.",
    parts_none="Chưa có kết quả thành phần được công bố, nên chưa biết điểm mất ở nội dung nào.",
    parts_next="Nạp kết quả thành phần",
    to_ranking="Xếp hạng",
    to_trend="Xu hướng",
    to_gap="Khoảng cách",
    to_lost="Điểm chưa đạt",
    to_scenario="Kịch bản",
    to_atlas="Bản đồ",
    to_why="Vì sao tăng, giảm: phân tích biến động",
    to_course="Lộ trình mục tiêu",
    to_lost_units="Điểm chưa đạt theo nội dung và đơn vị",
    empty_title="Chưa có bộ chỉ số nào",
    empty_body=(
        "Trang này tóm tắt kết quả công bố của tỉnh trên từng bộ chỉ số. Người phụ trách số liệu nạp bộ tiêu chí, "
        "danh mục đơn vị và điểm chỉ số ở trang Nạp dữ liệu."
    ),
    nothing_title="Tỉnh này chưa có kết quả nào trong dữ liệu",
    nothing_body=(
        "Khi kết quả PAR INDEX, SIPAS hoặc PAPI của tỉnh được công bố, người phụ trách số liệu nạp bảng điểm "
        "ở trang Nạp dữ liệu; trang này sẽ có số ngay sau khi nạp."
    ),
)
