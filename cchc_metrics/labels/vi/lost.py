"""Page Điểm chưa đạt & đơn vị phụ trách."""

from cchc_metrics.labels.texts.lost import LostTexts

TEXTS = LostTexts(
    eyebrow="Điểm chưa đạt & đơn vị phụ trách · {index}",
    title="Điểm chưa đạt & đơn vị phụ trách",
    headline="Điểm chưa đạt {index} {period}: {name}",
    headline_part="Điểm chưa đạt {index} {period}, {node}: {name}",
    filter_look="Xem",
    filter_parent="Nội dung",
    filter_against="Đi tới",
    filter_peers="So với",
    filter_chosen="Tỉnh tự chọn",
    look_parts="Điểm mất",
    look_units="Theo đơn vị",
    look_kinds="Tự chấm – thẩm định",
    look_way="Đường tới mục tiêu",
    look_peers="Mạnh, yếu",
    look_groups="Nhóm qua các năm",
    depth_last="Cấp cuối",
    nobody="Chưa phân công",
    others="{count} nội dung còn lại",
    chosen="Tỉnh tự chọn",
    parts_all="{subject} mất {lost} trong {max}: nhiều nhất ở {parts}",
    parts_known="{subject}: mới biết điểm mất của {known} nội dung, nhiều nhất ở {parts}",
    parts_item="{part} ({lost})",
    parts_half="{count}/{of} nội dung đứng đầu chiếm {share} tổng số điểm mất",
    parts_caption="Điểm mất theo từng nội dung, tỷ trọng cộng dồn: {node}, {index} {period}",
    parts_caption_points="Điểm mất theo từng nội dung: {node}, {index} {period}",
    parts_axis="Tỷ trọng điểm mất (%); đường nối là cộng dồn",
    parts_axis_points="Điểm mất",
    parts_label="{lost}",
    parts_hover="{part}: đạt {value} trong {max}, mất {lost}",
    parts_hover_cumulative="chiếm {share} tổng số điểm mất, cộng dồn {cumulative}",
    closes="Tổng khớp: điểm mất của {count} nội dung cộng lại là {lost} = tối đa {max} − kết quả {value}.",
    rest=(
        "Các nội dung đã biết mất {lost}; «{node}» mất tất cả {whole}. Phần {rest} còn lại thuộc nội dung chưa có bảng "
        "điểm trong dữ liệu, nên chưa tính tỷ trọng."
    ),
    rest_unknown="Chưa khép được tổng điểm mất của «{node}» vì còn số chưa biết.",
    missing_values="Chưa có điểm của {parts}.",
    missing_maxima="Chưa biết điểm tối đa của {parts}, nên chưa tính được điểm mất của các nội dung này.",
    units_all="{subject}: mất {lost}, đã giao cho {count} đơn vị phụ trách",
    units_most="nhiều nhất là {unit} với {lost}",
    units_nobody="{subject}: cả {lost} chưa đạt đều thuộc nội dung chưa phân công đơn vị phụ trách",
    units_caption="Điểm mất theo đơn vị phụ trách: {node}, {index} {period}",
    units_hover="{unit}: {count} nội dung, mất {lost}",
    units_invitation=(
        "Nạp bảng «Đơn vị phụ trách tiêu chí» kèm văn bản giao việc: mỗi dòng một tiêu chí, năm bắt đầu và đơn vị. "
        "Tiêu chí cấp dưới theo cấp trên khi không ghi riêng."
    ),
    kinds_widest="{subject}: chênh lệch tự chấm – thẩm định lớn nhất ở {parts}",
    kinds_none="{subject}: chưa nội dung nào có cả điểm tự chấm và điểm thẩm định",
    kinds_caption="Chênh lệch tự chấm – thẩm định theo nội dung: {node}, {index} {period}",
    kinds_axis="Tự chấm trừ thẩm định (điểm)",
    kinds_hover="{part}: tự chấm {own}, thẩm định {appraised}, chênh lệch {difference}.",
    way_target="{subject} đạt {value}, còn thiếu {gap} tới mục tiêu {level}",
    way_target_met="{subject} đạt {value}, đã đạt mục tiêu {level}",
    way_level="{subject} đạt {value}, còn cách {gap} tới {level} nếu mọi nội dung {reference}",
    way_most="xa nhất là {parts}",
    way_no_target=(
        "{subject} chưa có mục tiêu cho kỳ này nên chưa có đường tới mục tiêu; có thể xem đường tới điểm tối đa hoặc "
        "tới mức của tỉnh cao nhất"
    ),
    way_unknown="{subject}: chưa đủ số liệu để biết đường đi {reference}",
    way_caption="Từ kết quả hiện tại tới mức {reference}: {node}, {index} {period}",
    way_value="Kết quả {period}",
    way_rest_target="Phần mục tiêu chưa giao cho nội dung nào",
    way_rest="Làm tròn hoặc nội dung chưa có số liệu",
    way_hover="{part}: còn thiếu {gap}.",
    against_target="Mục tiêu",
    against_max="Tối đa",
    against_best="Tỉnh cao nhất",
    to_target="mục tiêu",
    to_max="đạt điểm tối đa",
    to_best="bằng tỉnh cao nhất của nội dung đó",
    peers_both="{subject} so với trung vị {peers}: mạnh nhất ở {strong}; yếu nhất ở {weak}",
    peers_strong="{subject} không thấp hơn trung vị {peers} ở nội dung nào; mạnh nhất ở {strong}",
    peers_weak="{subject} thấp hơn trung vị {peers} ở mọi nội dung; yếu nhất ở {weak}",
    peers_none="{subject}: chưa có số liệu để so với {peers}",
    peers_item="{part} ({difference})",
    peers_level="{subject} bằng trung vị {peers} ở mọi nội dung",
    peers_caption="Kết quả trừ trung vị {peers}: {node}, {index} {period}",
    peers_axis="Kết quả trừ trung vị nhóm ({unit})",
    peers_hover="{part}: {value}, trung vị của {n} tỉnh là {median}, chênh {difference}.",
    peers_note="Trung vị của {n} trong {of} tỉnh có số liệu, không tính chính tỉnh này",
    peers_pick="Chọn ít nhất một tỉnh để so sánh.",
    peers_unconfirmed="danh sách nhóm chưa xác nhận",
    groups_now="{subject} năm {year}: {groups}",
    groups_item="{count} nội dung ở {group}",
    groups_none="{subject}: chưa có năm nào đủ số tỉnh có điểm để chia nhóm",
    groups_caption="Nhóm tứ phân vị của từng nội dung qua các năm: {node}, {index}",
    groups_hover="{part}, {year}: {group}, {value}, trong {n} tỉnh có số liệu.",
    groups_hover_none="{part}, {year}: không có số liệu, không xếp nhóm.",
    groups_note="Nhóm do hệ thống tính; vạch đậm giữa hai năm: không so sánh được",
    groups_foot=(
        "1: nhóm cao nhất … 4: nhóm thấp nhất. Dấu –: không có số liệu hoặc chưa đủ số tỉnh để chia nhóm. Dấu | trước "
        "một năm: không so sánh được với năm trước đó."
    ),
    table_caption="{name}, {index} {period}: {node}",
    part="Nội dung",
    score="Kết quả",
    maximum="Tối đa",
    lost="Điểm mất",
    share="Tỷ trọng",
    cumulative="Cộng dồn",
    unit="Đơn vị phụ trách",
    count="Số nội dung",
    self_score="Tự chấm",
    appraised="Thẩm định",
    survey="Điều tra XHH",
    difference="Chênh lệch",
    median="Trung vị",
    peers_count="Số tỉnh",
    gain="Cần thêm",
    download="Tải bảng Excel",
    empty_title="Chưa có số liệu để tính điểm mất",
    empty_body=(
        "Kho dữ liệu chưa có điểm của bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "điểm mất hiện ngay sau khi xác nhận nạp."
    ),
    no_picture_title="Chưa vẽ được phần này",
    no_picture_scores=(
        "Dữ liệu chưa có điểm của {name}, {index} {period}, cho các nội dung này. Chọn kỳ khác, hoặc nạp điểm khi có "
        "nguồn công bố."
    ),
    no_picture_parts=(
        "Bộ tiêu chí {index} áp dụng cho năm {period} chưa có bảng các phần của «{node}» trong dữ liệu. Nạp bộ tiêu "
        "chí và điểm từng phần để xem điểm mất ở đâu."
    ),
)
