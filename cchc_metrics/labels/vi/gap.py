"""Page Khoảng cách mục tiêu."""

from cchc_metrics.labels.texts.gap import GapTexts

TEXTS = GapTexts(
    heading="Khoảng cách mục tiêu",
    title="Khoảng cách {index} {period}: {name}",
    title_part="Khoảng cách {index} {period}, {node}: {name}",
    filter_against="So với",
    filter_parent="Các phần của",
    against_max="Tối đa",
    against_best="Cao nhất",
    against_mean="Trung bình",
    against_target="Mục tiêu",
    to_max="điểm tối đa",
    to_best="tỉnh cao nhất",
    to_mean="trung bình {group}",
    to_nation="trung bình cả nước",
    to_target="mục tiêu",
    lost="Mất {lost} trong {max}",
    lost_known="{count} nội dung đã có điểm mất {lost} trong {max}",
    lost_most="mất nhiều nhất ở {parts}",
    lost_share="chiếm {share} tổng số điểm mất",
    known_parts_only="Mới có điểm của {count} nội dung",
    behind="Còn dưới {reference} ở {count}/{of} nội dung",
    widest="xa nhất là {part}: thiếu {gap}",
    widest_best="xa nhất là {part}: thiếu {gap} so với {where} ({best})",
    behind_target="Chưa đạt mục tiêu ở {count}/{of} nội dung có mục tiêu",
    none_behind_target="Đạt mục tiêu ở {of}/{of} nội dung có mục tiêu",
    whole_target_short="{node} còn thiếu {gap} tới mục tiêu {target}",
    whole_target_met="{node} đã đạt mục tiêu {target}",
    without_target="{count} nội dung chưa nhập mục tiêu nên không có trong biểu đồ: {parts}.",
    none_behind="Không nội dung nào dưới {reference} trong {of} nội dung có số liệu",
    unknown_best="Chưa đủ số liệu các tỉnh để biết mức cao nhất của từng nội dung",
    unknown_mean="Chưa đủ số liệu các tỉnh để tính {reference} của từng nội dung",
    unknown_target="Chưa có mục tiêu cho các nội dung này",
    whole_only="{value}; còn thiếu {gap} so với {reference}",
    whole_met="{value}; đã đạt {reference}",
    whole_value_only="{value}; chưa đủ số liệu để biết {reference}",
    caption="Khoảng cách tới {reference} theo từng phần, {index} {period}",
    caption_part="Khoảng cách tới {reference} theo từng phần của «{node}», {index} {period}",
    caption_whole="Khoảng cách tới {reference}: {node}, {index} {period}",
    hover="{part}: {value}",
    hover_missing="{part}: chưa có số liệu",
    hover_best="cao nhất là {where}, {best}",
    hover_short="còn thiếu {gap} so với {reference}",
    hover_met="đã đạt {reference}",
    note_best="Cao nhất: trong {count}/{of} tỉnh, thành phố có số liệu",
    note_mean="Trung bình cộng của {count}/{of} tỉnh, thành phố trong nhóm có số liệu, do hệ thống tính",
    note_unconfirmed="danh sách nhóm chưa xác nhận",
    check_closed=(
        "Tổng khớp: điểm mất của {count} nội dung cộng lại là {lost} = tối đa {max} − kết quả {value} của «{node}»."
    ),
    check_apart=(
        "Tổng lệch {apart}: điểm mất của {count} nội dung cộng lại là {lost}, còn tối đa {max} − kết quả công bố "
        "{value} của «{node}» là {whole}. Hệ thống giữ nguyên cả hai số của nguồn."
    ),
    check_missing="Chưa khép được tổng điểm mất: thiếu điểm của {parts}.",
    check_no_max="Chưa khép được tổng điểm mất: chưa biết điểm tối đa của {parts}.",
    check_known=(
        "Mới biết {count} nội dung, tối đa {known} trong {max} điểm, mất {lost} điểm. «{node}» mất tất cả {whole} "
        "điểm; {rest} điểm mất còn lại thuộc các nội dung chưa có bảng điểm trong dữ liệu."
    ),
    check_not_additive="Các phần được tính theo thang riêng, không cộng thành điểm của «{node}».",
    check_exempt=(
        "Đã loại {exempt} nội dung được miễn khỏi mẫu số: điểm mất {lost} = tối đa còn tính {max} − điểm đạt {value}."
    ),
    check_percent="Tỷ lệ phần trăm của từng phần không cộng thành tổng; muốn xem điểm mất, chọn loại điểm công bố.",
    check_no_total=(
        "Điểm mất của {count} nội dung cộng lại là {lost}; kết quả chung của «{node}» chưa có số liệu để đối chiếu."
    ),
    no_parts=(
        "Bộ tiêu chí {index} áp dụng cho năm {period} chưa có bảng các phần của «{node}» trong dữ liệu, "
        "nên mới xem được khoảng cách của cả phần này."
    ),
    no_part_scores=(
        "Chưa tìm thấy điểm từng phần của {name}, {index} {period}, nên mới xem được khoảng cách của «{node}»."
    ),
    parts_section="Từng phần",
    parts_caption=(
        "Các phần của «{node}», {index} {period} ({unit}), xếp theo khoảng cách tới {reference}; nhóm so sánh: {group}"
    ),
    part="Nội dung",
    score="Kết quả",
    maximum="Tối đa",
    lost_header="Điểm mất",
    short_header="Còn thiếu",
    share_header="Tỷ trọng",
    best_header="Cao nhất",
    best_where="Tỉnh",
    gap_header="Còn cách",
    mean_header="Trung bình nhóm",
    target_header="Mục tiêu",
    sum_row="Cộng",
    rounding_note=(
        "Cộng trên số gốc rồi mới làm tròn, nên tổng có thể lệch một đơn vị cuối so với cộng các số đã làm tròn. "
        "Dấu – là chưa biết, không phải 0."
    ),
    met="đạt",
    unknown="chưa biết",
    whole_section="«{node}» so với các mức",
    whole_caption="{name}, {index} {period}, {node}: {value}",
    yardstick="Mức so sánh",
    level="Giá trị",
    distance="Khoảng cách",
    remark="Ghi chú",
    row_max="Điểm tối đa",
    row_best="Cao nhất",
    row_mean="Trung bình {group}",
    row_nation="Trung bình cả nước",
    row_target="Mục tiêu",
    above="cao hơn {gap}",
    hardly="chênh dưới {least}",
    short="còn thiếu {gap}",
    computed_over="hệ thống tính trên {count}/{of} tỉnh, thành phố có số liệu",
    too_few="chưa tính: mới có {count}/{of} tỉnh, thành phố trong dữ liệu",
    as_published="số công bố",
    no_target_remark="chưa nhập mục tiêu",
    target_invitation=(
        "Chưa có mục tiêu nào cho {name}, {index} {period}. Nhập mục tiêu kèm căn cứ pháp lý để xem khoảng cách tới "
        "mục tiêu."
    ),
    empty_title="Chưa có số liệu để tính khoảng cách",
    empty_body=(
        "Kho dữ liệu chưa có bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "khoảng cách hiện ngay sau khi xác nhận nạp."
    ),
    missing_title="{name}: chưa có kết quả {index} {period}",
    missing_body=(
        "Nguồn trong dữ liệu không có điểm của tỉnh ở kỳ này. Chọn kỳ khác, hoặc nạp điểm khi có nguồn công bố."
    ),
    noted_body="{note}. Chọn kỳ khác, hoặc nạp điểm khi có nguồn công bố.",
    rank_only_body=(
        "Nguồn chỉ nêu thứ hạng {rank}, không nêu điểm, nên chưa tính được khoảng cách. "
        "Chọn kỳ khác, hoặc nạp điểm khi có nguồn công bố."
    ),
)
