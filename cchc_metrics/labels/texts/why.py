"""Why an index moved: parts, own and others' effect, frameworks; and the crosswalks such an answer needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhyTexts:
    """Placeholders in braces are filled with ``str.format``; in the sentences each of them may become a link."""

    title: str = "Phân tích biến động"
    eyebrow: str = "Phân tích biến động · {index}"
    headline: str = "Vì sao {index} {after} của {name} {moved} so với năm {before}"
    headline_moved: str = "{index} {after} của {name} {moved} so với năm {before}"
    headline_none: str = "Biến động {index} của {name}, {before}–{after}"
    word_risen: str = "tăng"
    word_fallen: str = "giảm"
    filter_before: str = "Từ năm"
    filter_after: str = "Đến năm"
    filter_parent: str = "Nội dung"
    # The sentence above the picture.
    subject: str = "{index} của {name}"
    subject_part: str = "{node} ({index}) của {name}"
    risen: str = "{subject} tăng {delta}, từ {v0} năm {before} lên {v1} năm {after}"
    fallen: str = "{subject} giảm {delta}, từ {v0} năm {before} xuống {v1} năm {after}"
    unchanged: str = "{subject} giữ nguyên {v1} ở cả hai năm {before} và {after}"
    hidden: str = (
        "{subject} chênh {delta}, từ {v0} năm {before} sang {v1} năm {after}: không đáng kể, vì riêng dao động giữa "
        "hai lần "
        "đo đã thường tới ±{least}"
    )
    hidden_parts: str = "{count} nội dung khác thay đổi không đáng kể"
    hidden_one: str = "nội dung duy nhất so sánh được thay đổi không đáng kể"
    hidden_all: str = "cả {count} nội dung đều thay đổi không đáng kể"
    risen_most: str = "tăng nhiều nhất ở {parts}"
    risen_at: str = "tăng ở {parts}"
    fallen_at: str = "giảm ở {parts}"
    part_change: str = "{part} ({change})"
    made_new: str = "nội dung mới {part} ({change})"
    made_dropped: str = "nội dung bỏ {part} ({change})"
    made_reweighted: str = "đổi điểm tối đa ở {parts} ({change})"
    broken_new: str = "nội dung mới {part} ({value})"
    broken_dropped: str = "nội dung bỏ {part} ({value} năm {before})"
    broken_reweighted: str = "đổi điểm tối đa ở {parts}"
    remeasured: str = "{change} nằm ở nội dung đổi cách đo ({parts}) nên không so sánh được"
    rest: str = "{change} là phần làm tròn hoặc chưa phân bổ được cho nội dung nào"
    parts_unknown: str = "chưa có điểm từng phần của cả hai năm nên chưa biết mức thay đổi đến từ đâu"
    parts_percent: str = "các phần tính bằng tỷ lệ phần trăm, không cộng thành kết quả chung, nên không tách được"
    broken: str = (
        "Không so sánh {subject} năm {before} ({v0}) với năm {after} ({v1}): {reason}; "
        "riêng các nội dung không đứt đoạn: {parts}{made}"
    )
    broken_none: str = (
        "Không so sánh {subject} năm {before} ({v0}) với năm {after} ({v1}): {reason}; "
        "không nội dung nào so sánh được giữa hai năm này{made}"
    )
    framework: str = (
        "{subject} đạt {v0} năm {before} và {v1} năm {after} theo hai bộ tiêu chí khác nhau, nên không so sánh điểm; "
        "chưa nạp bảng đối chiếu tiêu chí giữa hai bộ nên chưa tách được mức thay đổi"
    )
    crosswalk: str = (
        "{subject} đi từ {v0} năm {before} tới {v1} năm {after} qua hai bộ tiêu chí, chênh {delta}: kết quả trên cùng "
        "thang cũ {like}, đổi điểm tối đa {weight}, tiêu chí mới {added}, tiêu chí bỏ {dropped}, "
        "làm tròn hoặc chưa phân bổ được {rest}"
    )
    no_before: str = (
        "{subject} đạt {v1} năm {after}; năm {before} không có điểm công bố nên không tính được mức thay đổi"
    )
    no_after: str = (
        "{subject} đạt {v0} năm {before}; năm {after} không có điểm công bố nên không tính được mức thay đổi"
    )
    first: str = "{subject} đạt {v1} năm {after}, năm đầu tiên có số liệu, nên chưa có năm trước để so sánh"
    rank_only: str = "{subject}: nguồn chỉ nêu thứ hạng, không nêu điểm của năm {before} và năm {after}"
    nothing: str = "{subject}: năm {before} và năm {after} đều không có số công bố"
    # The sentence above the list of provinces.
    rank_up: str = "Hạng {by} tăng {places} bậc, từ {r0} lên {r1}"
    rank_down: str = "Hạng {by} giảm {places} bậc, từ {r0} xuống {r1}"
    # A move that noise alone may well make is neither a rise nor a fall, and nobody's doing.
    rank_quiet: str = "Hạng {by} từ {r0} năm {before} sang {r1} năm {after}: không đáng kể"
    rank_unsure: str = (
        "Hạng {by} từ {r0} năm {before} sang {r1} năm {after}; chưa có điểm cả hai năm để biết thay đổi này có vượt "
        "sai số khảo sát hay không"
    )
    effects_quiet: str = "phép trừ: do điểm của tỉnh {own} bậc, do điểm các tỉnh khác {others} bậc"
    remark_quiet: str = "không đáng kể"
    rank_same: str = "Hạng {by} giữ nguyên: {r0} năm {before}, {r1} năm {after}"
    by_system: str = "do hệ thống tính"
    by_publisher: str = "công bố"
    own_better: str = "điểm của tỉnh thay đổi đưa lên {places} bậc"
    own_worse: str = "điểm của tỉnh thay đổi kéo xuống {places} bậc"
    own_none: str = "điểm của tỉnh thay đổi không làm đổi hạng"
    others_better: str = "các tỉnh khác thay đổi giúp lên {places} bậc"
    others_worse: str = "các tỉnh khác thay đổi đẩy xuống {places} bậc"
    others_none: str = "các tỉnh khác thay đổi không làm đổi hạng"
    passed: str = "vượt {overtook} tỉnh, bị {overtaken} tỉnh vượt"
    passed_none: str = "không vượt và không bị tỉnh nào vượt"
    level_with: str = "năm {after} đồng hạng với {names}"
    entered: str = "thêm {names} có số công bố"
    left: str = "{names} không còn số công bố"
    ranks_not_taken_apart: str = (
        "chưa tách được tác động của tỉnh và của các tỉnh khác vì chưa có đủ điểm các tỉnh ở cả hai năm"
    )
    rank_one_year: str = "Chỉ có hạng năm {year}: {rank}"
    rank_unknown: str = "Chưa xếp hạng: chưa đủ số tỉnh có điểm ở hai năm này"
    # The picture.
    caption: str = "Điểm đi từ {before} đến {after} qua từng nội dung: {node}, {index}"
    caption_crosswalk: str = "Điểm đi từ {before} đến {after} qua hai bộ tiêu chí: {node}, {index}"
    caption_broken: str = "Thay đổi {before}–{after} của riêng các nội dung so sánh được: {node}, {index}"
    start: str = "Năm {year}"
    line_remeasured: str = "Nội dung đổi cách đo, không so sánh được"
    line_new: str = "Nội dung mới: {code}. {name}"
    line_dropped: str = "Nội dung bỏ: {code}. {name}"
    line_reweighted: str = "Đổi điểm tối đa: {code}. {name}"
    hover_new: str = "{part} bắt đầu được tính từ năm {after}; cả điểm của nội dung, {change}, không phải tiến bộ."
    hover_dropped: str = "{part} thôi được tính từ năm {after}; cả điểm của nội dung, {change}, không phải thụt lùi."
    hover_reweighted: str = "{part} đổi điểm tối đa giữa hai năm: {change}; chỉ là phép trừ, không phải tiến bộ."
    note_rounding: str = "Chênh {change} do làm tròn số công bố, không vẽ thành bước"
    line_rest: str = "Làm tròn hoặc không phân bổ được"
    effect_like_for_like: str = "Kết quả trên cùng thang cũ"
    effect_reweighting: str = "Đổi điểm tối đa"
    effect_added: str = "Tiêu chí mới"
    effect_dropped: str = "Tiêu chí bỏ"
    hover_part: str = "{part}: từ {v0} năm {before} đến {v1} năm {after}, thay đổi {change}."
    hover_line: str = "{line}: {change}."
    hover_remeasured: str = (
        "Chênh lệch ở nội dung đổi cách đo ({parts}): {change}; chỉ là phép trừ, không phải tiến bộ."
    )
    hover_rest: str = "Chênh giữa kết quả công bố và tổng các nội dung: {change}."
    row_of: str = "{code}. {name}"
    axis: str = "Kết quả ({unit})"
    axis_change: str = "Thay đổi ({unit})"
    # The tables.
    ranks_section: str = "Vì sao hạng thay đổi"
    ranks_caption: str = "Tỉnh vượt và tỉnh bị vượt, {index} {before}–{after} ({unit})"
    ranks_overtook: str = "Tỉnh mà {name} vượt: {count}"
    ranks_overtaken: str = "Tỉnh vượt {name}: {count}"
    ranks_province: str = "Tỉnh, thành phố"
    ranks_change: str = "Thay đổi"
    ranks_tied: str = "bằng điểm"
    parts_section: str = "Từng nội dung"
    parts_caption: str = "Thay đổi từng nội dung của {name}, {index} {before}–{after} ({unit})"
    effects_caption: str = "Thay đổi qua hai bộ tiêu chí của {name}, {index} {before}–{after} ({unit})"
    part: str = "Nội dung"
    change: str = "Thay đổi"
    share: str = "Tỷ trọng"
    remark: str = "Ghi chú"
    remark_broken: str = "đổi cách đo, không so sánh được"
    remark_no_before: str = "năm {year} không có số liệu"
    remark_no_after: str = "năm {year} không có số liệu"
    remark_new: str = "nội dung mới, bắt đầu tính từ năm {year}"
    remark_dropped: str = "nội dung bỏ, thôi tính từ năm {year}"
    remark_reweighted: str = "điểm tối đa đổi giữa hai năm, không so sánh được"
    remark_remeasured: str = "phép trừ số học của các nội dung đổi cách đo"
    remark_rest: str = "kết quả công bố trừ tổng các nội dung đã làm tròn"
    remark_rest_parts: str = "gồm cả nội dung thiếu số liệu ở một trong hai năm"
    sum_row: str = "Thay đổi của {node}"
    note_broken: str = "không tính mức thay đổi của {node} vì đứt đoạn giữa hai năm"
    note_framework: str = "đối chiếu theo bảng đã nạp; thang cũ làm gốc"
    download: str = "Tải bảng Excel"
    # Nothing to show.
    empty_title: str = "Chưa có số liệu để phân tích biến động"
    empty_body: str = (
        "Kho dữ liệu chưa có điểm của bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "phân tích hiện ngay sau khi xác nhận nạp."
    )
    no_picture_title: str = "Chưa vẽ được biểu đồ thay đổi"
    no_picture_parts: str = (
        "Cần điểm từng phần của {name}, {index}, ở cả năm {before} và năm {after}. Khi có bảng điểm công bố, người "
        "phụ trách số liệu nạp tệp; biểu đồ hiện ngay."
    )
    no_picture_percent: str = (
        "Các phần của {index} tính bằng tỷ lệ phần trăm, không cộng thành kết quả chung, nên không có đường đi từ năm "
        "{before} đến năm {after}. Kết quả từng phần, khi đã nạp, xem ở trang Xu hướng."
    )
    no_picture_values: str = (
        "Cần điểm công bố của {name}, {index}, ở cả hai năm. Chọn hai năm khác, hoặc nạp điểm khi có nguồn."
    )
    no_picture_framework: str = (
        "Hai năm dùng hai bộ tiêu chí. Nạp bảng «Đối chiếu tiêu chí giữa hai bộ tiêu chí» (giữ nguyên, đổi điểm tối "
        "đa, tách, gộp, mới, bỏ) để tách mức thay đổi thành kết quả, đổi điểm tối đa, tiêu chí mới và tiêu chí bỏ."
    )
    # The command line.
    help_why: str = (
        "vì sao điểm và hạng thay đổi giữa hai năm chỉ số; rank_delta = hạng sau − hạng trước, âm là tăng bậc"
    )
    help_from: str = "năm chỉ số trước"
    help_to: str = "năm chỉ số sau"
    maxima_differ: str = (
        "Tiêu chí {value} ghi «Giữ nguyên» nhưng điểm tối đa đổi từ {before} thành {after}. Nếu đúng là cùng tiêu chí, "
        "chọn «Đổi điểm tối đa»; nếu không, xem lại mã."
    )
    years_equal: str = "Hai năm phải khác nhau; cả hai đang là {year}."
    years_reversed: str = "Năm trước ({before}) phải đứng trước năm sau ({after}). Đổi lại hai năm."
    # Crosswalks in a file.
    framework_unknown: str = (
        "{index} không có bộ tiêu chí «{value}». Các bộ đã có: {known}. Sửa tên hoặc nạp bộ tiêu chí trước."
    )
    frameworks_same: str = "Bộ tiêu chí trước và sau là một. Ghi hai bộ khác nhau."
    node_not_in_framework: str = (
        "Bộ tiêu chí «{framework}» không có mã «{value}». Ghi đúng mã trong bộ tiêu chí, hoặc dấu - khi không có."
    )
    node_not_in_index: str = (
        "Không bộ tiêu chí nào của {index} có mã «{value}». Ghi đúng mã trong danh mục bộ tiêu chí."
    )
    share_out_of_range: str = "Phần chuyển sang phải lớn hơn 0 và không quá 1. Để trống nếu chuyển toàn bộ."
    shares_differ: str = (
        "Các phần của tiêu chí «{value}» cộng lại bằng {total}, phải bằng 1. Kiểm tra cột Phần chuyển sang."
    )
    nowhere_both: str = "Dòng không có tiêu chí nào: cả mã trước và mã sau đều là dấu -. Ghi ít nhất một mã."
    nowhere_relation: str = (
        "Quan hệ «{relation}» cần mã trước và mã sau theo đúng nghĩa: «Mới» không có mã trước, «Bỏ» không "
        "có mã sau, các quan hệ khác có cả hai. Sửa lại mã."
    )
    relation_needs: str = (
        "Tiêu chí «{value}» đã nối với tiêu chí trước nên không thể là tiêu chí mới. Bỏ một trong hai dòng."
    )
