"""Targets over the years: the pace asked for, the projection and its error, the word for it."""

from cchc_metrics.labels.texts.trajectory import TrajectoryTexts

TEXTS = TrajectoryTexts(
    title="Lộ trình mục tiêu",
    eyebrow="Lộ trình mục tiêu · {index}",
    tried_goal="Mức thử ({unit})",
    tried_help="Mức thử chỉ để xem, không được lưu. Mục tiêu chính thức nhập ở trang Mục tiêu.",
    tried_year="Năm của mức thử",
    tried_bad="Không đọc được mức thử «{text}». Ghi một số, ví dụ 46,5.",
    heading_goal="{name}, {node} {index}: {status} so với {goal}",
    heading_free="{name}, {node} {index}: {value} năm {year}, chưa có mục tiêu",
    finding_met="Năm {last} đã có {value}, bằng hoặc hơn mức {target}.",
    finding_pace="Năm {last} có {value}; mỗi năm phải tăng {required} trong khi các năm qua thay đổi {pace} mỗi năm.",
    finding_missed="Năm {year} có {value}, thiếu {gap} so với mức {target}.",
    finding_over="Năm {year} đã qua và chưa có kết quả của năm đó.",
    finding_short=(
        "Năm {last} có {value}; mỗi năm phải tăng {required}. Mới có {count} năm liền nhau so sánh được nên chưa nói "
        "được nhịp các năm qua và chưa dự báo được."
    ),
    finding_free="Các năm {first}–{last} thay đổi {pace} mỗi năm (trung vị). Nhập mục tiêu hoặc gõ mức thử để so.",
    finding_free_short=(
        "Mới có {count} năm liền nhau so sánh được nên chưa nói được nhịp các năm qua và chưa dự báo được."
    ),
    status_away="ngược hướng",
    status_missed="không đạt",
    goal_set="mục tiêu {value} năm {year}",
    goal_tried="mức thử {value} năm {year}",
    inside="Mức này nằm trong khoảng dự báo năm {year}.",
    above="Mức này cao hơn khoảng dự báo năm {year}: cần một thay đổi lớn hơn phần lớn các lần đã thấy.",
    below="Mức này thấp hơn khoảng dự báo năm {year}.",
    untested="Năm {year} xa hơn ba năm nên không có khoảng dự báo đã kiểm chứng.",
    rank_goal=(
        "Mục tiêu hạng {rank} năm {year} không có lộ trình: hạng còn tuỳ điểm của các tỉnh khác nên không chiếu theo "
        "nhịp được. Trang Kịch bản cho biết cần bao nhiêu điểm để đạt hạng đó."
    ),
    to_plan="Cần tăng ở đâu để đạt: mở Kịch bản",
    cli_successor="{name} chưa có chuỗi kết quả riêng; xem lộ trình của {names}.",
    no_targets_title="Chưa có mục tiêu nào của {name}",
    no_targets="{index}, «{node}» chưa được nhập mục tiêu. Nhập ở trang Mục tiêu, hoặc gõ một mức thử ở trên.",
    successor_title="{name} chưa có chuỗi kết quả riêng",
    successor_body=(
        "Đơn vị này hình thành từ {names}. Kết quả các năm trước là của từng tỉnh cũ, không nối thành chuỗi của tỉnh "
        "mới nên không dự báo. Xem lộ trình của từng tỉnh cũ:"
    ),
    nothing_title="{name} chưa có kết quả {index}",
    nothing_body="Chưa có điểm «{node}» của {name}. Nạp số liệu hoặc chọn nội dung khác.",
    empty_title="Chưa có số liệu để theo dõi lộ trình",
    empty_body=(
        "Trang này cần kết quả nhiều năm của một bộ chỉ số. Người phụ trách số liệu nạp bộ tiêu chí và điểm chỉ số ở "
        "trang Nạp dữ liệu."
    ),
    merged=(
        "{name} đã sáp nhập vào {successor} từ 01/7/2025. Dự báo chỉ nói chuỗi số của tỉnh cũ nếu còn được đo riêng, "
        "không phải dự báo cho tỉnh mới."
    ),
    break_note="Không dùng các năm trước {after}: {reason}.",
    card_title="Công thức và số",
    card_last="Kết quả gần nhất: {value} (năm {year})",
    card_required="Nhịp phải có = (mức phải đạt − kết quả gần nhất) / số năm còn lại = ({target} − {value}) / {years} "
    "= {required} {unit} mỗi năm",
    card_required_none="Nhịp phải có: không tính, vì chưa có mức phải đạt hoặc không còn năm nào.",
    card_pace="Nhịp các năm qua = trung vị của {count} thay đổi từng năm từ {first} đến {last} ({changes}) = {pace} "
    "{unit} mỗi năm",
    card_pace_none="Nhịp các năm qua: cần ít nhất 3 năm liền nhau so sánh được, mới có {count}.",
    card_projection="Dự báo = giữ nguyên kết quả gần nhất ({value}), vì khi kiểm chứng cách này sai ít hơn mọi "
    "cách kéo dài nhịp cũ",
    card_band="Khoảng 80% sau {ahead} năm = dự báo cộng sai số từng gặp: từ {low} đến {high} ({count} lần kiểm chứng)",
    card_band_none="Khoảng dự báo: chưa đủ số lần kiểm chứng nên không nêu.",
    card_rule="Kết luận: {status}. {rule}",
    rules=(
        "Đạt: kết quả gần nhất bằng hoặc hơn mức phải đạt; nếu năm của mục tiêu đã qua thì xét kết quả năm đó.",
        "Đúng hướng: nhịp các năm qua bằng hoặc hơn nhịp phải có.",
        "Chậm: nhịp các năm qua không âm nhưng thấp hơn nhịp phải có.",
        "Ngược hướng: nhịp các năm qua âm.",
        "Không đạt: năm của mục tiêu đã qua, kết quả năm đó thấp hơn mục tiêu.",
        "Chưa đủ dữ liệu: chưa có mục tiêu, hoặc ít hơn 3 năm liền nhau so sánh được kể từ lần đổi cách đo gần nhất.",
    ),
    rules_title="Quy tắc kết luận",
    caption="{node} {index} của {name}: kết quả, nhịp phải có và dự báo ({unit})",
    series_name="Kết quả",
    projection_name="Dự báo (ước tính)",
    pace_name="Nhịp phải có",
    drift_name="Theo nhịp cũ",
    tried_name="Mức thử",
    target_name="Mục tiêu",
    band_name="Khoảng 80%",
    hover_value="{year}: {value} {unit}, kết quả công bố",
    hover_ahead="{year}: dự báo {value} {unit}, ước tính",
    hover_band="{year}: 80% khả năng từ {low} đến {high} {unit}, ước tính từ sai số các lần kiểm chứng",
    hover_drift="{year}: {value} {unit} nếu kéo dài nhịp các năm qua",
    hover_pace="{year}: {value} {unit} nếu tăng đều tới mức phải đạt",
    table_caption="{node} {index} của {name}: kết quả và các năm tới ({unit})",
    column_year="Năm",
    column_value="Kết quả hoặc dự báo",
    column_kind="Là số gì",
    column_low="Từ",
    column_high="Đến",
    column_drift="Theo nhịp cũ",
    column_required="Theo nhịp phải có",
    kind_published="công bố",
    kind_projected="dự báo, ước tính",
    kind_target="mục tiêu",
    kind_tried="mức thử, không lưu",
    errors_section="Dự báo này đáng tin tới đâu",
    errors_lead=(
        "Lùi về từng năm đã qua, dự báo bằng các số biết đến năm đó rồi so với kết quả thật của mọi tỉnh. Giữ nguyên "
        "kết quả gần nhất sai ít hơn kéo dài nhịp cũ, nên trang này dự báo bằng cách giữ nguyên."
    ),
    errors_none="{index} chưa đủ năm và tỉnh để kiểm chứng cách dự báo, nên không nêu khoảng dự báo.",
    errors_caption="Sai số khi kiểm chứng trên mọi tỉnh, {node} {index} ({unit})",
    errors_all_caption="Sai số khi kiểm chứng trên mọi tỉnh và mọi năm, {index} ({unit})",
    column_method="Cách dự báo",
    column_ahead="Trước",
    column_error="Trung vị sai số tuyệt đối",
    column_coverage="Khoảng 80% chứa kết quả thật",
    column_count="Số lần",
    methods=(
        ("no_change", "Giữ nguyên kết quả gần nhất"),
        ("median", "Kéo dài trung vị thay đổi từng năm"),
        ("mean", "Kéo dài trung bình thay đổi từng năm"),
        ("theil_sen", "Kéo dài độ dốc Theil–Sen"),
    ),
    years_ahead="{years} năm",
    coverage_of="{share} của {count} lần",
    coverage_none="chưa đủ lần",
    about_parts="{index}, các nội dung",
    about_total="{index}, tổng điểm",
    source_note="Đường đứt và vùng mờ là ước tính, không phải số công bố",
    help_trajectory="nhịp phải có, dự báo và kết luận của một chuỗi so với mức phải đạt",
    help_target="mức phải đạt, không lưu; để trống thì dùng mục tiêu đã nhập",
    help_by="năm của mức phải đạt",
    cli_both="Nêu cả --target và --by, hoặc không nêu cả hai.",
    cli_status="{status}: {finding}",
)
