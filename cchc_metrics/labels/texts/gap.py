"""Page Khoảng cách mục tiêu."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GapTexts:
    """Page Khoảng cách mục tiêu.

    Placeholders in braces are filled with ``str.format``.
    """

    heading: str = "Khoảng cách mục tiêu"
    title: str = "Khoảng cách {index} {period}: {name}"
    title_part: str = "Khoảng cách {index} {period}, {node}: {name}"
    filter_against: str = "So với"
    filter_parent: str = "Các phần của"
    # What a result is held against.
    against_max: str = "Tối đa"
    against_best: str = "Cao nhất"
    against_mean: str = "Trung bình"
    against_target: str = "Mục tiêu"
    to_max: str = "điểm tối đa"
    to_best: str = "tỉnh cao nhất"
    to_mean: str = "trung bình {group}"
    to_nation: str = "trung bình cả nước"
    to_target: str = "mục tiêu"
    # The finding.
    lost: str = "Mất {lost} trong {max}"
    lost_known: str = "{count} nội dung đã có điểm mất {lost} trong {max}"
    lost_most: str = "mất nhiều nhất ở {parts}"
    lost_share: str = "chiếm {share} tổng số điểm mất"
    known_parts_only: str = "Mới có điểm của {count} nội dung"
    behind: str = "Còn dưới {reference} ở {count}/{of} nội dung"
    none_clearly: str = "Không nội dung nào thấp hơn rõ rệt {reference} trong {of} nội dung có số liệu"
    alike: str = "{count} nội dung chênh không đáng kể"
    # parts
    lowest: str = "So với các tỉnh khác, thấp nhất ở {parts}"
    # part, rank
    lowest_item: str = "{part} (hạng {rank})"
    widest: str = "xa nhất là {part}: thiếu {gap}"
    widest_best: str = "xa nhất là {part}: thiếu {gap} so với {where} ({best})"
    behind_target: str = "Chưa đạt mục tiêu ở {count}/{of} nội dung có mục tiêu"
    none_behind_target: str = "Đạt mục tiêu ở {of}/{of} nội dung có mục tiêu"
    whole_target_short: str = "{node} còn thiếu {gap} tới mục tiêu {target}"
    whole_target_met: str = "{node} đã đạt mục tiêu {target}"
    without_target: str = "{count} nội dung chưa nhập mục tiêu nên không có trong biểu đồ: {parts}."
    none_behind: str = "Không nội dung nào dưới {reference} trong {of} nội dung có số liệu"
    unknown_best: str = "Chưa đủ số liệu các tỉnh để biết mức cao nhất của từng nội dung"
    unknown_mean: str = "Chưa đủ số liệu các tỉnh để tính {reference} của từng nội dung"
    unknown_target: str = "Chưa có mục tiêu cho các nội dung này"
    whole_only: str = "{value}; còn thiếu {gap} so với {reference}"
    whole_met: str = "{value}; đã đạt {reference}"
    whole_value_only: str = "{value}; chưa đủ số liệu để biết {reference}"
    # The chart.
    caption: str = "Khoảng cách tới {reference} theo từng phần, {index} {period}"
    caption_part: str = "Khoảng cách tới {reference} theo từng phần của «{node}», {index} {period}"
    caption_whole: str = "Khoảng cách tới {reference}: {node}, {index} {period}"
    hover: str = "{part}: {value}"
    hover_missing: str = "{part}: chưa có số liệu"
    hover_best: str = "cao nhất là {where}, {best}"
    hover_short: str = "còn thiếu {gap} so với {reference}"
    hover_near: str = "chênh {gap} so với {reference}, không đáng kể"
    hover_met: str = "đã đạt {reference}"
    note_best: str = "Cao nhất: trong {count}/{of} tỉnh, thành phố có số liệu"
    note_mean: str = "Trung bình cộng của {count}/{of} tỉnh, thành phố trong nhóm có số liệu, do hệ thống tính"
    note_unconfirmed: str = "danh sách nhóm chưa xác nhận"
    # The line that closes the sum.
    check_closed: str = (
        "Tổng khớp: điểm mất của {count} nội dung cộng lại là {lost} = tối đa {max} − kết quả {value} của «{node}»."
    )
    check_apart: str = (
        "Tổng lệch {apart}: điểm mất của {count} nội dung cộng lại là {lost}, còn tối đa {max} − kết quả công bố "
        "{value} của «{node}» là {whole}. Hệ thống giữ nguyên cả hai số của nguồn."
    )
    check_missing: str = "Chưa khép được tổng điểm mất: thiếu điểm của {parts}."
    check_no_max: str = "Chưa khép được tổng điểm mất: chưa biết điểm tối đa của {parts}."
    check_known: str = (
        "Mới biết {count} nội dung, tối đa {known} trong {max} điểm, mất {lost} điểm. «{node}» mất tất cả {whole} "
        "điểm; {rest} điểm mất còn lại thuộc các nội dung chưa có bảng điểm trong dữ liệu."
    )
    check_not_additive: str = "Các phần được tính theo thang riêng, không cộng thành điểm của «{node}»."
    check_exempt: str = (
        "Đã loại {exempt} nội dung được miễn khỏi mẫu số: điểm mất {lost} = tối đa còn tính {max} − điểm đạt {value}."
    )
    check_percent: str = (
        "Tỷ lệ phần trăm của từng phần không cộng thành tổng; muốn xem điểm mất, chọn loại điểm công bố."
    )
    check_no_total: str = (
        "Điểm mất của {count} nội dung cộng lại là {lost}; kết quả chung của «{node}» chưa có số liệu để đối chiếu."
    )
    no_parts: str = (
        "Bộ tiêu chí {index} áp dụng cho năm {period} chưa có bảng các phần của «{node}» trong dữ liệu, "
        "nên mới xem được khoảng cách của cả phần này."
    )
    no_part_scores: str = (
        "Chưa tìm thấy điểm từng phần của {name}, {index} {period}, nên mới xem được khoảng cách của «{node}»."
    )
    # The tables.
    parts_section: str = "Từng phần"
    parts_caption: str = (
        "Các phần của «{node}», {index} {period} ({unit}), xếp theo khoảng cách tới {reference}; nhóm so sánh: {group}"
    )
    worth_title: str = "Đáng làm nhất"
    # part, like, rise, times, changes, before, after, unit
    worth: str = (
        "Đáng làm nhất: {part}. Bằng {like} là tăng {rise} điểm, mức mà {times}/{changes} lượt tỉnh – năm đã tăng "
        "được, đưa hạng từ {before} lên {after} nếu các tỉnh khác giữ nguyên. Phụ trách: {unit}."
    )
    worth_same: str = (
        "Không nội dung nào riêng nó đổi được hạng {before}; gần nhất là {part}: bằng {like} là tăng {rise} điểm, mức "
        "mà {times}/{changes} lượt tỉnh – năm đã tăng được. Phụ trách: {unit}."
    )
    worth_caption: str = "Nâng riêng một nội dung bằng tỉnh cao nhất của nhóm so sánh"
    worth_like: str = "Bằng tỉnh"
    worth_rise: str = "Cần tăng"
    worth_times: str = "Lượt tỉnh – năm đã tăng chừng đó"
    # times, changes
    worth_of: str = "{times}/{changes}"
    worth_rank: str = "Hạng sẽ là"
    worth_places: str = "Số bậc tăng"
    worth_unit: str = "Đơn vị phụ trách"
    worth_note: str = (
        "Xếp theo số bậc tăng nhân với tỷ lệ lượt tỉnh – năm đã tăng được chừng đó trong một năm; tỉnh cao nhất của "
        "nhóm thì so với tỉnh cao nhất cả nước. Hạng tính khi các tỉnh khác giữ nguyên điểm. Không nêu nội dung mà "
        "chênh lệch nằm trong mức dao động giữa hai lần đo."
    )
    part: str = "Nội dung"
    score: str = "Kết quả"
    maximum: str = "Tối đa"
    lost_header: str = "Điểm mất"
    short_header: str = "Còn thiếu"
    share_header: str = "Tỷ trọng"
    best_header: str = "Cao nhất"
    best_where: str = "Tỉnh"
    gap_header: str = "Còn cách"
    mean_header: str = "Trung bình nhóm"
    target_header: str = "Mục tiêu"
    sum_row: str = "Cộng"
    rounding_note: str = (
        "Cộng trên số gốc rồi mới làm tròn, nên tổng có thể lệch một đơn vị cuối so với cộng các số đã làm tròn. "
        "Dấu – là chưa biết, không phải 0."
    )
    met: str = "đạt"
    unknown: str = "chưa biết"
    whole_section: str = "«{node}» so với các mức"
    whole_caption: str = "{name}, {index} {period}, {node}: {value}"
    yardstick: str = "Mức so sánh"
    level: str = "Giá trị"
    distance: str = "Khoảng cách"
    remark: str = "Ghi chú"
    row_max: str = "Điểm tối đa"
    row_best: str = "Cao nhất"
    row_mean: str = "Trung bình {group}"
    row_nation: str = "Trung bình cả nước"
    row_target: str = "Mục tiêu"
    above: str = "cao hơn {gap}"
    near: str = "chênh {gap}, không đáng kể"
    hardly: str = "chênh dưới {least}"
    short: str = "còn thiếu {gap}"
    computed_over: str = "hệ thống tính trên {count}/{of} tỉnh, thành phố có số liệu"
    too_few: str = "chưa tính: mới có {count}/{of} tỉnh, thành phố trong dữ liệu"
    as_published: str = "số công bố"
    no_target_remark: str = "chưa nhập mục tiêu"
    target_invitation: str = (
        "Chưa có mục tiêu nào cho {name}, {index} {period}. Nhập mục tiêu kèm căn cứ pháp lý để xem khoảng cách tới "
        "mục tiêu."
    )
    # Nothing to show.
    empty_title: str = "Chưa có số liệu để tính khoảng cách"
    empty_body: str = (
        "Kho dữ liệu chưa có bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "khoảng cách hiện ngay sau khi xác nhận nạp."
    )
    missing_title: str = "{name}: chưa có kết quả {index} {period}"
    missing_body: str = (
        "Nguồn trong dữ liệu không có điểm của tỉnh ở kỳ này. Chọn kỳ khác, hoặc nạp điểm khi có nguồn công bố."
    )
    rank_only_body: str = (
        "Nguồn chỉ nêu thứ hạng {rank}, không nêu điểm, nên chưa tính được khoảng cách. "
        "Chọn kỳ khác, hoặc nạp điểm khi có nguồn công bố."
    )
    noted_body: str = "{note}. Chọn kỳ khác, hoặc nạp điểm khi có nguồn công bố."
