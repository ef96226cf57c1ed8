"""Page Phân tích biến động, and what a file of crosswalks must not say."""

from cchc_metrics.labels.texts.why import WhyTexts

TEXTS = WhyTexts(
    eyebrow="Phân tích biến động · {index}",
    title="Phân tích biến động",
    headline="Vì sao {index} {after} của {name} {moved} so với năm {before}",
    headline_moved="{index} {after} của {name} {moved} so với năm {before}",
    headline_none="Biến động {index} của {name}, {before}–{after}",
    word_risen="tăng",
    word_fallen="giảm",
    filter_before="Từ năm",
    filter_after="Đến năm",
    filter_parent="Nội dung",
    subject="{index} của {name}",
    subject_part="{node} ({index}) của {name}",
    risen="{subject} tăng {delta}, từ {v0} năm {before} lên {v1} năm {after}",
    fallen="{subject} giảm {delta}, từ {v0} năm {before} xuống {v1} năm {after}",
    unchanged="{subject} giữ nguyên {v1} ở cả hai năm {before} và {after}",
    risen_most="tăng nhiều nhất ở {parts}",
    risen_at="tăng ở {parts}",
    fallen_at="giảm ở {parts}",
    part_change="{part} ({change})",
    remeasured="{change} nằm ở nội dung đổi cách đo ({parts}) nên không so sánh được",
    rest="{change} là phần làm tròn hoặc chưa phân bổ được cho nội dung nào",
    parts_unknown="chưa có điểm từng phần của cả hai năm nên chưa biết mức thay đổi đến từ đâu",
    parts_percent="các phần tính bằng tỷ lệ phần trăm, không cộng thành kết quả chung, nên không tách được",
    broken=(
        "Không so sánh {subject} năm {before} ({v0}) với năm {after} ({v1}): {reason}; "
        "riêng các nội dung không đứt đoạn: {parts}"
    ),
    broken_none=(
        "Không so sánh {subject} năm {before} ({v0}) với năm {after} ({v1}): {reason}; "
        "không nội dung nào so sánh được giữa hai năm này"
    ),
    framework=(
        "{subject} đạt {v0} năm {before} và {v1} năm {after} theo hai bộ tiêu chí khác nhau, nên không so sánh điểm; "
        "chưa nạp bảng đối chiếu tiêu chí giữa hai bộ nên chưa tách được mức thay đổi"
    ),
    crosswalk=(
        "{subject} đi từ {v0} năm {before} tới {v1} năm {after} qua hai bộ tiêu chí, chênh {delta}: kết quả trên cùng "
        "thang cũ {like}, đổi điểm tối đa {weight}, tiêu chí mới {added}, tiêu chí bỏ {dropped}, "
        "làm tròn hoặc chưa phân bổ được {rest}"
    ),
    no_before="{subject} đạt {v1} năm {after}; năm {before} không có điểm công bố nên không tính được mức thay đổi",
    no_after="{subject} đạt {v0} năm {before}; năm {after} không có điểm công bố nên không tính được mức thay đổi",
    first="{subject} đạt {v1} năm {after}, năm đầu tiên có số liệu, nên chưa có năm trước để so sánh",
    rank_only="{subject}: nguồn chỉ nêu thứ hạng, không nêu điểm của năm {before} và năm {after}",
    nothing="{subject}: năm {before} và năm {after} đều không có số công bố",
    rank_up="Hạng {by} tăng {places} bậc, từ {r0} lên {r1}",
    rank_down="Hạng {by} giảm {places} bậc, từ {r0} xuống {r1}",
    rank_same="Hạng {by} giữ nguyên: {r0} năm {before}, {r1} năm {after}",
    by_system="do hệ thống tính",
    by_publisher="công bố",
    own_better="điểm của tỉnh thay đổi đưa lên {places} bậc",
    own_worse="điểm của tỉnh thay đổi kéo xuống {places} bậc",
    own_none="điểm của tỉnh thay đổi không làm đổi hạng",
    others_better="các tỉnh khác thay đổi giúp lên {places} bậc",
    others_worse="các tỉnh khác thay đổi đẩy xuống {places} bậc",
    others_none="các tỉnh khác thay đổi không làm đổi hạng",
    passed="vượt {overtook} tỉnh, bị {overtaken} tỉnh vượt",
    passed_none="không vượt và không bị tỉnh nào vượt",
    level_with="năm {after} đồng hạng với {names}",
    entered="thêm {names} có số công bố",
    left="{names} không còn số công bố",
    ranks_not_taken_apart=(
        "chưa tách được tác động của tỉnh và của các tỉnh khác vì chưa có đủ điểm các tỉnh ở cả hai năm"
    ),
    rank_one_year="Chỉ có hạng năm {year}: {rank}",
    rank_unknown="Chưa xếp hạng: chưa đủ số tỉnh có điểm ở hai năm này",
    caption="Điểm đi từ {before} đến {after} qua từng nội dung: {node}, {index}",
    caption_crosswalk="Điểm đi từ {before} đến {after} qua hai bộ tiêu chí: {node}, {index}",
    caption_broken="Thay đổi {before}–{after} của riêng các nội dung so sánh được: {node}, {index}",
    start="Năm {year}",
    line_remeasured="Nội dung đổi cách đo, không so sánh được",
    line_rest="Làm tròn hoặc không phân bổ được",
    effect_like_for_like="Kết quả trên cùng thang cũ",
    effect_reweighting="Đổi điểm tối đa",
    effect_added="Tiêu chí mới",
    effect_dropped="Tiêu chí bỏ",
    hover_part="{part}: từ {v0} năm {before} đến {v1} năm {after}, thay đổi {change}.",
    hover_line="{line}: {change}.",
    hover_remeasured="Chênh lệch ở nội dung đổi cách đo ({parts}): {change}; chỉ là phép trừ, không phải tiến bộ.",
    hover_rest="Chênh giữa kết quả công bố và tổng các nội dung: {change}.",
    not_comparable="không so sánh được",
    row_of="{code}. {name}",
    axis="Kết quả ({unit})",
    axis_change="Thay đổi ({unit})",
    ranks_section="Vì sao hạng thay đổi",
    ranks_caption="Tỉnh vượt và tỉnh bị vượt, {index} {before}–{after} ({unit})",
    ranks_overtook="Tỉnh mà {name} vượt: {count}",
    ranks_overtaken="Tỉnh vượt {name}: {count}",
    ranks_province="Tỉnh, thành phố",
    ranks_change="Thay đổi",
    ranks_tied="bằng điểm",
    parts_section="Từng nội dung",
    parts_caption="Thay đổi từng nội dung của {name}, {index} {before}–{after} ({unit})",
    effects_caption="Thay đổi qua hai bộ tiêu chí của {name}, {index} {before}–{after} ({unit})",
    part="Nội dung",
    change="Thay đổi",
    share="Tỷ trọng",
    remark="Ghi chú",
    remark_broken="đổi cách đo, không so sánh được",
    remark_no_before="năm {year} không có số liệu",
    remark_no_after="năm {year} không có số liệu",
    remark_remeasured="phép trừ số học của các nội dung đổi cách đo",
    remark_rest="kết quả công bố trừ tổng các nội dung đã làm tròn",
    remark_rest_parts="gồm cả nội dung thiếu số liệu ở một trong hai năm",
    sum_row="Thay đổi của {node}",
    note_broken="không tính mức thay đổi của {node} vì đứt đoạn giữa hai năm",
    note_framework="đối chiếu theo bảng đã nạp; thang cũ làm gốc",
    download="Tải bảng Excel",
    empty_title="Chưa có số liệu để phân tích biến động",
    empty_body=(
        "Kho dữ liệu chưa có điểm của bộ chỉ số nào. Người phụ trách số liệu nạp bộ tiêu chí và điểm từ tệp mẫu; "
        "phân tích hiện ngay sau khi xác nhận nạp."
    ),
    no_picture_title="Chưa vẽ được biểu đồ thay đổi",
    no_picture_parts=(
        "Cần điểm từng phần của {name}, {index}, ở cả năm {before} và năm {after}. Khi có bảng điểm công bố, người "
        "phụ trách số liệu nạp tệp; biểu đồ hiện ngay."
    ),
    no_picture_percent=(
        "Các phần của {index} tính bằng tỷ lệ phần trăm, không cộng thành kết quả chung, nên không có đường đi từ năm "
        "{before} đến năm {after}. Kết quả từng phần, khi đã nạp, xem ở trang Xu hướng."
    ),
    no_picture_values=(
        "Cần điểm công bố của {name}, {index}, ở cả hai năm. Chọn hai năm khác, hoặc nạp điểm khi có nguồn."
    ),
    no_picture_framework=(
        "Hai năm dùng hai bộ tiêu chí. Nạp bảng «Đối chiếu tiêu chí giữa hai bộ tiêu chí» (giữ nguyên, đổi điểm tối "
        "đa, tách, gộp, mới, bỏ) để tách mức thay đổi thành kết quả, đổi điểm tối đa, tiêu chí mới và tiêu chí bỏ."
    ),
    help_why="vì sao điểm và hạng thay đổi giữa hai năm chỉ số; rank_delta = hạng sau − hạng trước, âm là tăng bậc",
    help_from="năm chỉ số trước",
    help_to="năm chỉ số sau",
    maxima_differ=(
        "Tiêu chí {value} ghi «Giữ nguyên» nhưng điểm tối đa đổi từ {before} thành {after}. Nếu đúng là cùng tiêu chí, "
        "chọn «Đổi điểm tối đa»; nếu không, xem lại mã."
    ),
    years_equal="Hai năm phải khác nhau; cả hai đang là {year}.",
    years_reversed="Năm trước ({before}) phải đứng trước năm sau ({after}). Đổi lại hai năm.",
    framework_unknown=(
        "{index} không có bộ tiêu chí «{value}». Các bộ đã có: {known}. Sửa tên hoặc nạp bộ tiêu chí trước."
    ),
    frameworks_same="Bộ tiêu chí trước và sau là một. Ghi hai bộ khác nhau.",
    node_not_in_framework="Bộ tiêu chí «{framework}» không có mã «{value}». Ghi đúng mã trong bộ tiêu chí, hoặc dấu - "
    "khi không có.",
    node_not_in_index="Không bộ tiêu chí nào của {index} có mã «{value}». Ghi đúng mã trong danh mục bộ tiêu chí.",
    share_out_of_range="Phần chuyển sang phải lớn hơn 0 và không quá 1. Để trống nếu chuyển toàn bộ.",
    shares_differ="Các phần của tiêu chí «{value}» cộng lại bằng {total}, phải bằng 1. Kiểm tra cột Phần chuyển sang.",
    nowhere_both="Dòng không có tiêu chí nào: cả mã trước và mã sau đều là dấu -. Ghi ít nhất một mã.",
    nowhere_relation="Quan hệ «{relation}» cần mã trước và mã sau theo đúng nghĩa: «Mới» không có mã trước, «Bỏ» không "
    "có mã sau, các quan hệ khác có cả hai.",
    relation_needs="Tiêu chí «{value}» đã nối với tiêu chí trước nên không thể là tiêu chí mới. Bỏ một trong hai dòng.",
)
