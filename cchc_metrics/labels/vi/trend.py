"""Page Xu hướng."""

from cchc_metrics.labels.texts.trend import TrendTexts

TEXTS = TrendTexts(
    heading="Xu hướng",
    title="Xu hướng {index} {years}: {names}",
    several="{name} và {count} tỉnh, thành phố khác",
    filter_entities="Tỉnh, thành phố (tối đa {most})",
    filter_nodes="Nội dung (tối đa {most})",
    until="{label} (đến {year})",
    latest="{name}: {value} năm {year}",
    risen="tăng {change} so với năm {before}",
    fallen="giảm {change} so với năm {before}",
    unchanged="bằng năm {before}",
    group_and_rank="{group}, hạng {rank} do hệ thống tính",
    rank_published="hạng {rank} theo công bố",
    rank_only="{name}: hạng {rank} năm {year} theo công bố, điểm chưa có số liệu",
    not_ranked="chưa đủ số liệu các tỉnh để xếp hạng",
    above="cao hơn {mean} {apart}",
    below="thấp hơn {mean} {apart}",
    level="bằng {mean}",
    mean_computed="trung bình các tỉnh",
    mean_published="trung bình cả nước được công bố",
    incomparable="không so sánh với năm {before}, lý do: {reason}",
    stretch_risen="tính từ năm {start}, năm đầu của đoạn so sánh được, tăng {change}",
    stretch_fallen="tính từ năm {start}, năm đầu của đoạn so sánh được, giảm {change}",
    stretch_unchanged="tính từ năm {start}, năm đầu của đoạn so sánh được, không đổi",
    parts_counted="{name}, năm {year} so với năm trước: {counts}.",
    parts_risen="{count} nội dung tăng",
    parts_fallen="{count} nội dung giảm",
    parts_unchanged="{count} nội dung không đổi",
    parts_broken="{count} nội dung không so sánh được hoặc chưa đủ số liệu",
    caption="{node}, {index} {years}",
    hover="{name}, {year}: {value}; {standing}.",
    hover_mean="{name}, {year}: {value}, theo công bố.",
    named_by="Nguồn ghi: ",
    note_band=(
        "Dải xám: một nửa số tỉnh ở giữa (từ tứ phân vị thứ nhất đến thứ ba); đường xám: trung bình cộng của các tỉnh "
        "có số liệu, do hệ thống tính"
    ),
    note_means="«{name}» là số công bố; chưa đủ số liệu từng tỉnh để tính dải của cả nước",
    note_alone="Mới có số liệu của một số tỉnh nên chưa vẽ trung bình và dải của cả nước",
    note_survey="Chỉ số từ điều tra có sai số chọn mẫu: chênh lệch nhỏ không đủ để kết luận",
    table_caption="{node}, {index}: kết quả theo năm ({unit})",
    table_caption_computed="{node}, {index}: kết quả theo năm ({unit}), hạng do hệ thống tính",
    table_section="Bảng số liệu",
    table_lead="Năm mới nhất ở trên. Ô «so năm trước» để trống khi năm liền trước không có số liệu.",
    change_header="So năm trước",
    rank_header_computed="Nhóm · hạng",
    rank_header_published="Hạng công bố",
    group_rank="{group} · {rank}",
    rank_incomplete="chưa đủ số liệu",
    band_mean_header="Trung bình các tỉnh",
    band_header="Nửa giữa các tỉnh",
    band_range="{low} – {high}",
    published_mean_header="{name} (công bố)",
    not_compared="không so sánh",
    withheld="không công bố",
    breaks_section="Vì sao đường bị ngắt",
    breaks_lead="Không so sánh hai năm ở hai bên vạch chấm; mức chênh giữa hai năm đó không phải là tăng hay giảm.",
    breaks_caption="Các mốc không so sánh được, {index}",
    break_nodes="Nội dung",
    break_between="Giữa hai năm",
    break_years="{before} và {after}",
    break_reason="Lý do",
    empty_title="Chưa có số liệu để vẽ xu hướng",
    empty_body=(
        "Kho dữ liệu chưa có bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "biểu đồ hiện ngay sau khi xác nhận nạp."
    ),
    nothing_chosen_title="Chưa chọn tỉnh hoặc nội dung",
    nothing_chosen_body="Chọn ít nhất một tỉnh, thành phố và một nội dung ở hàng bộ lọc phía trên.",
    no_values_title="{names}: chưa có số liệu {node}, {index}",
    no_values_body=(
        "Chưa tìm thấy kết quả công bố nào của nội dung này. Người phụ trách số liệu nạp điểm khi nguồn công bố."
    ),
    successor_title="{name}: chưa có kết quả công bố",
    successor_body=(
        "Tỉnh được thành lập từ ngày 01/7/2025. Số liệu các năm trước thuộc {names} và không được cộng gộp."
    ),
    see_before="Xem {names}",
)
