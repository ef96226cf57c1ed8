"""Page Xu hướng."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendTexts:
    """Page Xu hướng.

    Placeholders in braces are filled with ``str.format``.
    """

    heading: str = "Xu hướng"
    title: str = "Xu hướng {index} {years}: {names}"
    several: str = "{name} và {count} tỉnh, thành phố khác"
    filter_entities: str = "So với (tối đa {most} tỉnh)"
    filter_nodes: str = "Nội dung (tối đa {most})"
    until: str = "{label} (đến {year})"
    # The finding, put together from these.
    latest: str = "{name}: {value} năm {year}"
    risen: str = "tăng {change} so với năm {before}"
    fallen: str = "giảm {change} so với năm {before}"
    hidden: str = "{change} so với năm {before}, không đáng kể (dao động giữa hai lần đo thường tới ±{least})"
    hidden_again: str = "{change} so với năm {before}, cũng không đáng kể"
    unchanged: str = "bằng năm {before}"
    group_and_rank: str = "{group}, hạng {rank} do hệ thống tính"
    rank_published: str = "hạng {rank} theo công bố"
    no_figure: str = "{name} năm {year}: {note}"
    rank_only: str = "{name}: hạng {rank} năm {year} theo công bố, điểm chưa có số liệu"
    not_ranked: str = "chưa đủ số liệu các tỉnh để xếp hạng"
    above: str = "cao hơn {mean} {apart}"
    below: str = "thấp hơn {mean} {apart}"
    level: str = "bằng {mean}"
    near: str = "chênh {apart} so với {mean}, không đáng kể"
    mean_computed: str = "trung bình các tỉnh"
    mean_published: str = "trung bình cả nước được công bố"
    incomparable: str = "không so sánh với năm {before}, lý do: {reason}"
    stretch_risen: str = "tính từ năm {start}, năm đầu của đoạn so sánh được, tăng {change}"
    stretch_fallen: str = "tính từ năm {start}, năm đầu của đoạn so sánh được, giảm {change}"
    stretch_hidden: str = "tính từ năm {start}, năm đầu của đoạn so sánh được, chênh {change}, không đáng kể"
    stretch_unchanged: str = "tính từ năm {start}, năm đầu của đoạn so sánh được, không đổi"
    parts_counted: str = "{name}, năm {year} so với năm trước: {counts}."
    parts_risen: str = "{count} nội dung tăng"
    parts_hidden: str = "{count} nội dung thay đổi không đáng kể"
    parts_fallen: str = "{count} nội dung giảm"
    parts_unchanged: str = "{count} nội dung không đổi"
    parts_broken: str = "{count} nội dung không so sánh được hoặc chưa đủ số liệu"
    # The chart.
    caption: str = "{node}, {index} {years}"
    hover: str = "{name}, {year}: {value}; {standing}."
    hover_mean: str = "{name}, {year}: {value}, theo công bố."
    named_by: str = "Nguồn ghi: "
    note_band: str = (
        "Dải xám: một nửa số tỉnh ở giữa (từ tứ phân vị thứ nhất đến thứ ba); đường xám: trung bình cộng của các tỉnh "
        "có số liệu, do hệ thống tính"
    )
    note_means: str = "«{name}» là số công bố; chưa đủ số liệu từng tỉnh để tính dải của cả nước"
    note_alone: str = "Mới có số liệu của một số tỉnh nên chưa vẽ trung bình và dải của cả nước"
    note_survey: str = "Chỉ số từ điều tra có sai số chọn mẫu: chênh lệch nhỏ không đủ để kết luận"
    # The table behind it.
    table_caption: str = "{node}, {index}: kết quả theo năm ({unit})"
    table_caption_computed: str = "{node}, {index}: kết quả theo năm ({unit}), hạng do hệ thống tính"
    table_section: str = "Bảng số liệu"
    table_lead: str = "Năm mới nhất ở trên. Ô «so năm trước» để trống khi năm liền trước không có số liệu."
    change_header: str = "So năm trước"
    rank_header_computed: str = "Nhóm · hạng"
    rank_header_published: str = "Hạng công bố"
    group_rank: str = "{group} · {rank}"
    rank_incomplete: str = "chưa đủ số liệu"
    band_mean_header: str = "Trung bình các tỉnh"
    band_header: str = "Nửa giữa các tỉnh"
    band_range: str = "{low} – {high}"
    published_mean_header: str = "{name} (công bố)"
    not_compared: str = "không so sánh"
    withheld: str = "không công bố"
    # Where lines stop.
    # node, index, years, group
    ranks_caption: str = "Hạng qua các năm: {node}, {index} {years}, trên nền nhóm {group}"
    ranks_caption_alone: str = "Hạng qua các năm: {node}, {index} {years}"
    # name, year, rank
    ranks_hover: str = "{name}, năm {year}: hạng {rank}."
    ranks_note: str = "Đường dừng ở chỗ đổi cách đo; hạng trong số tỉnh có điểm của năm đó"
    breaks_section: str = "Vì sao đường bị ngắt"
    breaks_lead: str = (
        "Không so sánh hai năm ở hai bên vạch chấm; mức chênh giữa hai năm đó không phải là tăng hay giảm."
    )
    breaks_caption: str = "Các mốc không so sánh được, {index}"
    break_nodes: str = "Nội dung"
    break_between: str = "Giữa hai năm"
    break_years: str = "{before} và {after}"
    break_number: str = "Số trên hình"
    break_reason: str = "Lý do"
    # Nothing to show.
    empty_title: str = "Chưa có số liệu để vẽ xu hướng"
    empty_body: str = (
        "Kho dữ liệu chưa có bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "biểu đồ hiện ngay sau khi xác nhận nạp."
    )
    nothing_chosen_title: str = "Chưa chọn tỉnh hoặc nội dung"
    nothing_chosen_body: str = "Chọn ít nhất một tỉnh, thành phố và một nội dung ở hàng bộ lọc phía trên."
    no_values_title: str = "{names}: chưa có số liệu {node}, {index}"
    no_values_body: str = (
        "Chưa tìm thấy kết quả công bố nào của nội dung này. Người phụ trách số liệu nạp điểm khi nguồn công bố."
    )
    successor_title: str = "{name}: chưa có kết quả công bố"
    successor_body: str = (
        "Tỉnh được thành lập từ ngày 01/7/2025. Số liệu các năm trước thuộc {names} và không được cộng gộp."
    )
    see_before: str = "Xem {names}"
