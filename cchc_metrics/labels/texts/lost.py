"""Where points are lost, by part, score kind and responsible unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LostTexts:
    """Placeholders in braces are filled with ``str.format``; in the sentences each of them may become a link."""

    title: str = "Điểm chưa đạt & đơn vị phụ trách"
    eyebrow: str = "Điểm chưa đạt & đơn vị phụ trách · {index}"
    headline: str = "Điểm chưa đạt {index} {period}: {name}"
    headline_part: str = "Điểm chưa đạt {index} {period}, {node}: {name}"
    filter_look: str = "Xem"
    filter_parent: str = "Nội dung"
    filter_against: str = "Đi tới"
    filter_peers: str = "So với"
    filter_chosen: str = "Tỉnh tự chọn"
    look_parts: str = "Điểm mất"
    look_units: str = "Theo đơn vị"
    look_kinds: str = "Tự chấm – thẩm định"
    look_way: str = "Đường tới mục tiêu"
    look_peers: str = "Mạnh, yếu"
    look_groups: str = "Nhóm qua các năm"
    depth_last: str = "Cấp cuối"
    nobody: str = "Chưa phân công"
    others: str = "{count} nội dung còn lại"
    chosen: str = "Tỉnh tự chọn"
    # Lost points by part.
    parts_all: str = "{subject} mất {lost} trong {max}: nhiều nhất ở {parts}"
    parts_known: str = "{subject}: mới biết điểm mất của {known} nội dung, nhiều nhất ở {parts}"
    parts_item: str = "{part} ({lost})"
    parts_half: str = "{count}/{of} nội dung đứng đầu chiếm {share} tổng số điểm mất"
    parts_caption: str = "Điểm mất theo từng nội dung, tỷ trọng cộng dồn: {node}, {index} {period}"
    parts_caption_points: str = "Điểm mất theo từng nội dung: {node}, {index} {period}"
    parts_axis: str = "Điểm mất"
    parts_label: str = "{lost}"
    parts_hover: str = "{part}: đạt {value} trong {max}, mất {lost}"
    parts_hover_cumulative: str = "chiếm {share} tổng số điểm mất, cộng dồn {cumulative}"
    closes: str = "Tổng khớp: điểm mất của {count} nội dung cộng lại là {lost} = tối đa {max} − kết quả {value}."
    rest: str = (
        "Các nội dung đã biết mất {lost}; «{node}» mất tất cả {whole}. Phần {rest} còn lại thuộc nội dung chưa có bảng "
        "điểm trong dữ liệu, nên chưa tính tỷ trọng."
    )
    rest_unknown: str = "Chưa khép được tổng điểm mất của «{node}» vì còn số chưa biết."
    missing_values: str = "Chưa có điểm của {parts}."
    missing_maxima: str = "Chưa biết điểm tối đa của {parts}, nên chưa tính được điểm mất của các nội dung này."
    # By unit.
    units_all: str = "{subject}: mất {lost}, đã giao cho {count} đơn vị phụ trách"
    units_most: str = "nhiều nhất là {unit} với {lost}"
    units_nobody: str = "{subject}: cả {lost} chưa đạt đều thuộc nội dung chưa phân công đơn vị phụ trách"
    units_caption: str = "Điểm mất theo đơn vị phụ trách: {node}, {index} {period}"
    units_hover: str = "{unit}: {count} nội dung, mất {lost}"
    units_invitation: str = (
        "Nạp bảng «Đơn vị phụ trách tiêu chí» kèm văn bản giao việc: mỗi dòng một tiêu chí, năm bắt đầu và đơn vị. "
        "Tiêu chí cấp dưới theo cấp trên khi không ghi riêng."
    )
    # Kinds of score.
    kinds_widest: str = "{subject}: chênh lệch tự chấm – thẩm định lớn nhất ở {parts}"
    kinds_none: str = "{subject}: chưa nội dung nào có cả điểm tự chấm và điểm thẩm định"
    kinds_caption: str = "Chênh lệch tự chấm – thẩm định theo nội dung: {node}, {index} {period}"
    kinds_axis: str = "Tự chấm trừ thẩm định (điểm)"
    kinds_hover: str = "{part}: tự chấm {own}, thẩm định {appraised}, chênh lệch {difference}."
    # On the way to a level.
    way_target: str = "{subject} đạt {value}, còn thiếu {gap} tới mục tiêu {level}"
    way_target_met: str = "{subject} đạt {value}, đã đạt mục tiêu {level}"
    way_level: str = "{subject} đạt {value}, còn cách {gap} tới {level} nếu mọi nội dung {reference}"
    way_most: str = "xa nhất là {parts}"
    way_no_target: str = (
        "{subject} chưa có mục tiêu cho kỳ này nên chưa có đường tới mục tiêu; có thể xem đường tới điểm tối đa hoặc "
        "tới mức của tỉnh cao nhất"
    )
    way_unknown: str = "{subject}: chưa đủ số liệu để biết đường đi {reference}"
    way_caption: str = "Từ kết quả hiện tại tới mức {reference}: {node}, {index} {period}"
    way_value: str = "Kết quả {period}"
    way_rest_target: str = "Phần mục tiêu chưa giao cho nội dung nào"
    way_rest: str = "Làm tròn hoặc nội dung chưa có số liệu"
    way_hover: str = "{part}: còn thiếu {gap}."
    against_target: str = "Mục tiêu"
    against_max: str = "Tối đa"
    against_best: str = "Tỉnh cao nhất"
    to_target: str = "mục tiêu"
    to_max: str = "đạt điểm tối đa"
    to_best: str = "bằng tỉnh cao nhất của nội dung đó"
    # Strengths and weaknesses.
    peers_both: str = "{subject} so với trung vị {peers}: mạnh nhất ở {strong}; yếu nhất ở {weak}"
    peers_strong: str = "{subject} không thấp hơn trung vị {peers} ở nội dung nào; mạnh nhất ở {strong}"
    peers_weak: str = "{subject} thấp hơn trung vị {peers} ở mọi nội dung; yếu nhất ở {weak}"
    peers_none: str = "{subject}: chưa có số liệu để so với {peers}"
    peers_strong_only: str = "{subject} so với trung vị {peers}: mạnh nhất ở {strong}"
    peers_weak_only: str = "{subject} so với trung vị {peers}: yếu nhất ở {weak}"
    peers_alike: str = "{subject} so với trung vị {peers}: cả {count} nội dung chênh không đáng kể"
    peers_rest: str = "; {count} nội dung chênh không đáng kể"
    peers_quiet: str = ", không đáng kể"
    peers_item: str = "{part} ({difference})"
    peers_level: str = "{subject} bằng trung vị {peers} ở mọi nội dung"
    peers_caption: str = "Kết quả trừ trung vị {peers}: {node}, {index} {period}"
    peers_axis: str = "Kết quả trừ trung vị nhóm ({unit})"
    peers_hover: str = "{part}: {value}, trung vị của {n} tỉnh là {median}, chênh {difference}."
    peers_note: str = "Trung vị của {n} trong {of} tỉnh có số liệu, không tính chính tỉnh này"
    peers_pick: str = "Chọn ít nhất một tỉnh để so sánh."
    peers_unconfirmed: str = "danh sách nhóm chưa xác nhận"
    # Groups over the years.
    groups_now: str = "{subject} năm {year}: {groups}"
    groups_item: str = "{count} nội dung ở {group}"
    groups_none: str = "{subject}: chưa có năm nào đủ số tỉnh có điểm để chia nhóm"
    groups_caption: str = "Nhóm tứ phân vị của từng nội dung qua các năm: {node}, {index}"
    groups_hover: str = "{part}, {year}: {group}, {value}, trong {n} tỉnh có số liệu."
    groups_hover_none: str = "{part}, {year}: không có số liệu, không xếp nhóm."
    groups_note: str = "Nhóm do hệ thống tính; vạch đậm giữa hai năm: không so sánh được"
    groups_foot: str = (
        "1: nhóm cao nhất … 4: nhóm thấp nhất. Dấu –: không có số liệu hoặc chưa đủ số tỉnh để chia nhóm. Dấu | trước "
        "một năm: không so sánh được với năm trước đó."
    )
    # The tables.
    table_caption: str = "{name}, {index} {period}: {node}"
    part: str = "Nội dung"
    score: str = "Kết quả"
    maximum: str = "Tối đa"
    lost: str = "Điểm mất"
    share: str = "Tỷ trọng"
    cumulative: str = "Cộng dồn"
    unit: str = "Đơn vị phụ trách"
    count: str = "Số nội dung"
    self_score: str = "Tự chấm"
    appraised: str = "Thẩm định"
    survey: str = "Điều tra XHH"
    difference: str = "Chênh lệch"
    median: str = "Trung vị"
    peers_count: str = "Số tỉnh"
    gain: str = "Cần thêm"
    download: str = "Tải bảng Excel"
    # Nothing to show.
    empty_title: str = "Chưa có số liệu để tính điểm mất"
    empty_body: str = (
        "Kho dữ liệu chưa có điểm của bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "điểm mất hiện ngay sau khi xác nhận nạp."
    )
    no_picture_title: str = "Chưa vẽ được phần này"
    no_picture_scores: str = (
        "Dữ liệu chưa có điểm của {name}, {index} {period}, cho các nội dung này. Chọn kỳ khác, hoặc nạp điểm khi có "
        "nguồn công bố."
    )
    no_picture_parts: str = (
        "Bộ tiêu chí {index} áp dụng cho năm {period} chưa có bảng các phần của «{node}» trong dữ liệu. Nạp bộ tiêu "
        "chí và điểm từng phần để xem điểm mất ở đâu."
    )
