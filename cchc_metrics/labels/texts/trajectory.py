"""Targets over the years: the pace asked for, the projection and its error, the word for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrajectoryTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Lộ trình mục tiêu"
    eyebrow: str = "Lộ trình mục tiêu · {index}"
    # Filters
    tried_goal: str = "Mức thử ({unit})"
    tried_help: str = "Mức thử chỉ để xem, không được lưu. Mục tiêu chính thức nhập ở trang Mục tiêu."
    tried_year: str = "Năm của mức thử"
    tried_bad: str = "Không đọc được mức thử «{text}». Ghi một số, ví dụ 46,5."
    # Findings
    heading_goal: str = "{name}, {node} {index}: {standing}"
    heading_standing: tuple[tuple[str, str], ...] = (
        ("met", "đạt"),
        ("likely", "đúng hướng tới"),
        ("possible", "có thể đạt"),
        ("unlikely", "khó đạt"),
        ("remote", "rất khó đạt"),
        ("missed", "không đạt"),
        ("unknown", "chưa đủ dữ liệu về"),
    )
    chance: str = "Khả năng đạt vào năm {year} là {chance}."
    chance_like: str = (
        "Khả năng đạt vào năm {year} là {chance}: trong quá khứ, cứ 100 lần như thế có {reached} lần đạt."
    )
    chance_overlap: str = (
        "Con số này từ {count} lần thử trong {years} năm; các lần thử cùng năm và cùng tỉnh chồng lên nhau, chỉ nói "
        "được bằng khoảng {effective} lần độc lập."
    )
    heading_free: str = "{name}, {node} {index}: {value} năm {year}, chưa có mục tiêu"
    finding_met: str = "Năm {last} đã có {value}, bằng hoặc hơn mức {target}."
    finding_pace: str = (
        "Năm {last} có {value}, muốn tới mức này mỗi năm phải đi {required}; các năm qua đi {pace} mỗi năm, để tham "
        "khảo: "
        "nhịp cũ không báo trước được nhịp tới."
    )
    finding_above: str = "Năm {last} có {value}, đã bằng hoặc hơn mức {target}; còn phải giữ được đến năm {year}."
    finding_missed: str = "Năm {year} có {value}, thiếu {gap} so với mức {target}."
    finding_over: str = "Năm {year} đã qua và chưa có kết quả của năm đó."
    finding_short: str = (
        "Năm {last} có {value}; mỗi năm phải tăng {required}. Mới có {count} năm liền nhau so sánh được nên chưa nói "
        "được nhịp các năm qua và chưa dự báo được."
    )
    finding_free: str = (
        "Các năm {first}–{last} thay đổi {pace} mỗi năm (trung vị). Nhập mục tiêu hoặc gõ mức thử để so."
    )
    finding_free_short: str = (
        "Mới có {count} năm liền nhau so sánh được nên chưa nói được nhịp các năm qua và chưa dự báo được."
    )
    status_likely: str = "đúng hướng"
    status_possible: str = "có thể"
    status_unlikely: str = "khó"
    status_remote: str = "rất khó"
    status_missed: str = "không đạt"
    goal_set: str = "mục tiêu {value} năm {year}"
    goal_tried: str = "mức thử {value} năm {year}"
    untested: str = "Năm {year} xa hơn ba năm nên không có khoảng dự báo đã kiểm chứng."
    band_untested: str = (
        "Chưa có khoảng dự báo nào cho {ahead} năm tới được kiểm chứng trên thang đo hiện nay nên không nêu khả năng "
        "đạt."
    )
    # Empty
    rank_goal: str = (
        "Mục tiêu hạng {rank} năm {year} không có lộ trình: hạng còn tuỳ điểm của các tỉnh khác nên không chiếu theo "
        "nhịp được. Trang Kịch bản cho biết cần bao nhiêu điểm để đạt hạng đó."
    )
    to_plan: str = "Cần tăng ở đâu để đạt: mở Kịch bản"
    cli_successor: str = "{name} chưa có chuỗi kết quả riêng; xem lộ trình của {names}."
    no_targets: str = "{index}, «{node}» chưa được nhập mục tiêu. Nhập ở trang Mục tiêu, hoặc gõ một mức thử ở trên."
    successor_title: str = "{name} chưa có chuỗi kết quả riêng"
    successor_body: str = (
        "Đơn vị này hình thành từ {names}. Kết quả các năm trước là của từng tỉnh cũ, không nối thành chuỗi của tỉnh "
        "mới nên không dự báo. Xem lộ trình của từng tỉnh cũ:"
    )
    nothing_title: str = "{name} chưa có kết quả {index}"
    nothing_body: str = "Chưa có điểm «{node}» của {name}. Nạp số liệu hoặc chọn nội dung khác."
    empty_title: str = "Chưa có số liệu để theo dõi lộ trình"
    empty_body: str = (
        "Trang này cần kết quả nhiều năm của một bộ chỉ số. Người phụ trách số liệu nạp bộ tiêu chí và điểm chỉ số ở "
        "trang Nạp dữ liệu."
    )
    merged: str = (
        "{name} đã sáp nhập vào {successor} từ 01/7/2025. Dự báo chỉ nói chuỗi số của tỉnh cũ nếu còn được đo riêng, "
        "không phải dự báo cho tỉnh mới."
    )
    break_note: str = "Không dùng các năm trước {after}: {reason}."
    # The card
    card_title: str = "Công thức và số"
    card_last: str = "Kết quả gần nhất: {value} (năm {year})"
    card_required: str = (
        "Nhịp phải có = (mức phải đạt − kết quả gần nhất) / số năm còn lại = ({target} − {value}) / {years} "
        "= {required} {unit} mỗi năm"
    )
    card_required_none: str = "Nhịp phải có: không tính, vì chưa có mức phải đạt hoặc không còn năm nào."
    card_pace: str = (
        "Nhịp các năm qua = trung vị của {count} thay đổi từng năm từ {first} đến {last} ({changes}) = {pace} "
        "{unit} mỗi năm"
    )
    card_pace_none: str = "Nhịp các năm qua: cần ít nhất 3 năm liền nhau so sánh được, mới có {count}."
    card_projection: str = (
        "Dự báo sau {ahead} năm = trung bình cả nước {mean} + {last_weight} × ({apart}, kết quả gần nhất so với cả "
        "nước) "
        "+ {own_weight} × ({own}, bình quân các năm so với cả nước) = {value}"
    )
    card_band: str = (
        "Khoảng 80% sau {ahead} năm = dự báo ± {half}, mức mà 80% sai số từng gặp không vượt: từ {low} đến {high} "
        "({count} lần kiểm chứng trong {years} năm)"
    )
    card_band_none: str = "Khoảng dự báo: chưa từng kiểm chứng được nên không nêu."
    card_chance: str = "Khả năng đạt {value} năm {year} = phần của các sai số từng gặp đủ lớn để tới mức đó = {chance}"
    card_rule: str = "Kết luận: {status}. {rule}"
    rules: tuple[str, ...] = (
        "Đạt: năm của mục tiêu đã qua, kết quả năm đó bằng hoặc hơn mục tiêu.",
        "Đúng hướng: khả năng đạt từ {likely} trở lên.",
        "Có thể: khả năng đạt từ {possible} đến dưới {likely}.",
        "Khó: khả năng đạt từ {unlikely} đến dưới {possible}.",
        "Rất khó: khả năng đạt dưới {unlikely}.",
        "Không đạt: năm của mục tiêu đã qua, kết quả năm đó thấp hơn mục tiêu.",
        "Chưa đủ dữ liệu: chưa có mục tiêu, ít hơn 3 năm liền nhau so sánh được, xa hơn ba năm, hoặc chưa có khoảng "
        "dự báo "
        "nào được kiểm chứng.",
    )
    rules_title: str = "Quy tắc kết luận"
    # Chart
    caption: str = "{node} {index} của {name}: kết quả, nhịp phải có và dự báo ({unit})"
    series_name: str = "Kết quả"
    projection_name: str = "Dự báo (ước tính)"
    drift_name: str = "Theo nhịp cũ"
    tried_name: str = "Mức thử"
    target_name: str = "Mục tiêu"
    hover_value: str = "{year}: {value}, kết quả công bố"
    hover_derived: str = "{year}: {value}"
    hover_ahead: str = "{year}: dự báo {value} {unit}, ước tính"
    hover_band: str = "{year}: 80% khả năng từ {low} đến {high} {unit}, ước tính từ sai số các lần kiểm chứng"
    hover_drift: str = "{year}: {value} {unit} nếu kéo dài nhịp các năm qua"
    hover_pace: str = "{year}: {value} {unit} nếu tăng đều tới mức phải đạt"
    # Tables
    table_caption: str = "{node} {index} của {name}: kết quả và các năm tới ({unit})"
    column_year: str = "Năm"
    column_value: str = "Kết quả hoặc dự báo"
    column_kind: str = "Là số gì"
    column_low: str = "Từ"
    column_high: str = "Đến"
    column_drift: str = "Theo nhịp cũ"
    column_required: str = "Theo nhịp phải có"
    kind_published: str = "công bố"
    kind_projected: str = "dự báo, ước tính"
    kind_target: str = "mục tiêu"
    kind_tried: str = "mức thử, không lưu"
    to_backtests: str = "Kiểm chứng trên cả bộ chỉ số, ở trang Phương pháp"
    errors_section: str = "Dự báo này đáng tin tới đâu"
    errors_lead: str = (
        "Lùi về từng năm đã qua, dự báo bằng các số biết đến năm đó rồi so với kết quả thật của mọi tỉnh. Cách đang "
        "dùng "
        "(co về trung bình cả nước) có khoảng dự báo hẹp mà trúng nhất; các cách khác để so."
    )
    errors_none: str = (
        "{index} chưa đủ năm và tỉnh để kiểm chứng cách dự báo, nên không dự báo và không nêu khả năng đạt."
    )
    errors_caption: str = "Sai số khi kiểm chứng trên mọi tỉnh, {node} {index} ({unit})"
    errors_all_caption: str = "Sai số khi kiểm chứng trên mọi tỉnh và mọi năm, {index} ({unit})"
    column_about: str = "Dự báo gì"
    contest_caption: str = "Cuộc thi các cách dự báo trên {index}, mọi tỉnh, lùi về từng năm đã qua (điểm)"
    column_method: str = "Cách dự báo"
    column_ahead: str = "Trước"
    column_error: str = "Sai số (RMSE)"
    column_score: str = "Điểm khoảng, nhỏ là tốt"
    column_coverage: str = "Khoảng 80% chứa kết quả thật"
    column_count: str = "Số lần"
    methods: tuple[tuple[str, str], ...] = (
        ("shrink", "Co về trung bình cả nước (đang dùng)"),
        ("no_change", "Giữ nguyên kết quả gần nhất"),
        ("ses", "San mũ đơn"),
        ("damped", "Xu thế tắt dần"),
        ("theta", "Theta"),
        ("drift", "Cộng thay đổi bình quân cả nước"),
        ("median", "Kéo dài nhịp cũ (trung vị)"),
    )
    chance_caption: str = "Khả năng đạt nêu trong quá khứ và tỷ lệ đạt thật, mọi nội dung và tỉnh, {index}"
    chance_lead: str = (
        "Ở mỗi năm đã qua, nêu khả năng đạt của nhiều mức thử bằng các số biết đến năm đó rồi xem có đạt không. Điểm "
        "Brier "
        "{brier} (0 là hoàn hảo; luôn nêu tỷ lệ chung thì được {base})."
    )
    column_chance: str = "Khả năng đã nêu"
    column_said: str = "Bình quân đã nêu"
    column_reached: str = "Thật sự đạt"
    chance_bin: str = "{low}–{high}"
    years_ahead: str = "{years} năm"
    coverage_of: str = "{share} của {count} lần"
    coverage_none: str = "chưa đủ lần"
    about_parts: str = "{index}, các nội dung"
    about_total: str = "{index}, tổng điểm"
    source_note: str = "Đường đứt và vùng mờ là ước tính, không phải số công bố"
    # Command line
    help_trajectory: str = "nhịp phải có, dự báo và kết luận của một chuỗi so với mức phải đạt"
    help_target: str = "mức phải đạt, không lưu; để trống thì dùng mục tiêu đã nhập"
    help_by: str = "năm của mức phải đạt"
    cli_both: str = "Nêu cả --target và --by, hoặc không nêu cả hai."
    cli_status: str = "{status}: {finding}"
