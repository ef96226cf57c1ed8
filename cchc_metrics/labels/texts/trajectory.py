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
    heading_goal: str = "{name}, {node} {index}: {status} so với {goal}"
    heading_free: str = "{name}, {node} {index}: {value} năm {year}, chưa có mục tiêu"
    finding_met: str = "Năm {last} đã có {value}, bằng hoặc hơn mức {target}."
    finding_pace: str = (
        "Năm {last} có {value}; mỗi năm phải tăng {required} trong khi các năm qua thay đổi {pace} mỗi năm."
    )
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
    status_away: str = "ngược hướng"
    status_missed: str = "không đạt"
    goal_set: str = "mục tiêu {value} năm {year}"
    goal_tried: str = "mức thử {value} năm {year}"
    inside: str = "Mức này nằm trong khoảng dự báo năm {year}."
    above: str = "Mức này cao hơn khoảng dự báo năm {year}: cần một thay đổi lớn hơn phần lớn các lần đã thấy."
    below: str = "Mức này thấp hơn khoảng dự báo năm {year}."
    untested: str = "Năm {year} xa hơn ba năm nên không có khoảng dự báo đã kiểm chứng."
    # Empty
    rank_goal: str = (
        "Mục tiêu hạng {rank} năm {year} không có lộ trình: hạng còn tuỳ điểm của các tỉnh khác nên không chiếu theo "
        "nhịp được. Trang Kịch bản cho biết cần bao nhiêu điểm để đạt hạng đó."
    )
    to_plan: str = "Cần tăng ở đâu để đạt: mở Kịch bản"
    cli_successor: str = "{name} chưa có chuỗi kết quả riêng; xem lộ trình của {names}."
    no_targets_title: str = "Chưa có mục tiêu nào của {name}"
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
        "Dự báo = giữ nguyên kết quả gần nhất ({value}), vì khi kiểm chứng cách này sai ít hơn mọi cách kéo dài nhịp cũ"
    )
    card_band: str = (
        "Khoảng 80% sau {ahead} năm = dự báo cộng sai số từng gặp: từ {low} đến {high} ({count} lần kiểm chứng)"
    )
    card_band_none: str = "Khoảng dự báo: chưa đủ số lần kiểm chứng nên không nêu."
    card_rule: str = "Kết luận: {status}. {rule}"
    rules: tuple[str, ...] = (
        "Đạt: kết quả gần nhất bằng hoặc hơn mức phải đạt; nếu năm của mục tiêu đã qua thì xét kết quả năm đó.",
        "Đúng hướng: nhịp các năm qua bằng hoặc hơn nhịp phải có.",
        "Chậm: nhịp các năm qua không âm nhưng thấp hơn nhịp phải có.",
        "Ngược hướng: nhịp các năm qua âm.",
        "Không đạt: năm của mục tiêu đã qua, kết quả năm đó thấp hơn mục tiêu.",
        "Chưa đủ dữ liệu: chưa có mục tiêu, hoặc ít hơn 3 năm liền nhau so sánh được kể từ lần đổi cách đo gần nhất.",
    )
    rules_title: str = "Quy tắc kết luận"
    # Chart
    caption: str = "{node} {index} của {name}: kết quả, nhịp phải có và dự báo ({unit})"
    series_name: str = "Kết quả"
    projection_name: str = "Dự báo (ước tính)"
    pace_name: str = "Nhịp phải có"
    drift_name: str = "Theo nhịp cũ"
    tried_name: str = "Mức thử"
    target_name: str = "Mục tiêu"
    band_name: str = "Khoảng 80%"
    hover_value: str = "{year}: {value} {unit}, kết quả công bố"
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
    errors_section: str = "Dự báo này đáng tin tới đâu"
    errors_lead: str = (
        "Lùi về từng năm đã qua, dự báo bằng các số biết đến năm đó rồi so với kết quả thật của mọi tỉnh. Giữ nguyên "
        "kết quả gần nhất sai ít hơn kéo dài nhịp cũ, nên trang này dự báo bằng cách giữ nguyên."
    )
    errors_none: str = "{index} chưa đủ năm và tỉnh để kiểm chứng cách dự báo, nên không nêu khoảng dự báo."
    errors_caption: str = "Sai số khi kiểm chứng trên mọi tỉnh, {node} {index} ({unit})"
    errors_all_caption: str = "Sai số khi kiểm chứng trên mọi tỉnh và mọi năm, {index} ({unit})"
    column_method: str = "Cách dự báo"
    column_ahead: str = "Trước"
    column_error: str = "Trung vị sai số tuyệt đối"
    column_coverage: str = "Khoảng 80% chứa kết quả thật"
    column_count: str = "Số lần"
    methods: tuple[tuple[str, str], ...] = (
        ("no_change", "Giữ nguyên kết quả gần nhất"),
        ("median", "Kéo dài trung vị thay đổi từng năm"),
        ("mean", "Kéo dài trung bình thay đổi từng năm"),
        ("theil_sen", "Kéo dài độ dốc Theil–Sen"),
    )
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
