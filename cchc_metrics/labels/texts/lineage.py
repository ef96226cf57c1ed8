"""63 provinces on the base of 34."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineageTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Sắp xếp tỉnh"
    eyebrow: str = "Sắp xếp tỉnh · {index}"
    usual_set: str = "Bằng nhau"
    unknown_set: str = "Không có bộ trọng số «{name}». Các bộ đang có: {names}."
    merger_reason: str = "từ 01/7/2025 số liệu theo 34 tỉnh, thành phố sau sắp xếp"
    not_published: str = "Ước tính, không phải số công bố"
    # Choices.
    filter_method: str = "Cách ước tính"
    filter_set: str = "Bộ trọng số"
    method_weighted: str = "Bình quân"
    method_band: str = "Khoảng"
    method_old: str = "Tỉnh cùng tên"
    way_weighted: str = "bình quân theo bộ trọng số «{name}»"
    finding_span: str = "Theo mọi cách cho trọng số, điểm của {name} nằm trong {span}."
    cell_range: str = "{value} ({span})"
    estimate_range: str = "{value} ({span} theo mọi cách cho trọng số)"
    way_band: str = "bình quân theo bộ trọng số «{name}», kèm khoảng từ tỉnh thấp nhất đến tỉnh cao nhất"
    way_old: str = "lấy theo tỉnh cũ cùng tên"
    # Sentences.
    subject: str = "{index} {period}"
    subject_part: str = "{index} {period}, {node}"
    title_estimate: str = "{name}: ước tính {value} {subject}"
    title_published: str = "{name}: {value} {subject}"
    title_ranked: str = "{told}, hạng {rank} trên hệ 34 tỉnh"
    title_unknown: str = "{name}: chưa ước tính được {subject}"
    finding_estimate: str = "Ước tính từ {parts}: {way}. Đây không phải số công bố."
    finding_bounds: str = (
        "Nếu mỗi tỉnh hợp nhất có thể ở bất kỳ mức nào giữa tỉnh thấp nhất và cao nhất thì hạng từ {best} đến {worst}."
    )
    finding_unranked: str = "Mới có số của {known}/{population} tỉnh, thành phố nên chưa xếp hạng."
    finding_unchanged: str = "Tỉnh không hợp nhất: kết quả trên hệ 34 tỉnh đúng bằng số đã công bố."
    finding_unknown: str = (
        "{names} chưa có số liệu kỳ {period}; thiếu một tỉnh thì không ước tính cho tỉnh sau sắp xếp."
    )
    finding_published: str = "Kết quả công bố theo 34 tỉnh, thành phố, không phải ước tính."
    part_value: str = "{name} {value}"
    weight_note: str = "Bộ trọng số «{name}»: {basis}."
    weight_advice: str = (
        "Với chỉ số từ điều tra xã hội học, trọng số phù hợp là dân số trưởng thành. Kho dữ liệu chưa có số này; "
        "cơ quan nạp thành một bộ trọng số thì ước tính tính lại ngay."
    )
    weight_upload: str = "Nạp bộ trọng số"
    # The chart.
    caption: str = "{name} và các tỉnh trước sắp xếp: {node}, {index}"
    estimate_line: str = "Ước tính"
    published_line: str = "Công bố"
    merger_mark: str = "sắp xếp tỉnh {day}"
    chart_note: str = (
        "Nét đứt: ước tính; nét mảnh: số công bố của từng tỉnh cũ; dải xám: khoảng giữa tỉnh thấp nhất và cao nhất"
    )
    hover_estimate: str = "{name}, {year}: ước tính {value}{rank}. Không phải số công bố."
    hover_published: str = "{name}, {year}: {value}{rank}, theo công bố."
    hover_derived: str = "{name}, {year}: {value}{rank}."
    hover_rank: str = ", hạng {rank} trên hệ 34 tỉnh"
    hover_part: str = "{name}, {year}: {value}, theo công bố."
    hover_part_derived: str = "{name}, {year}: {value}."
    trend_toggle: str = "Thêm ước tính của tỉnh sau sắp xếp"
    trend_own: str = "Ước tính hệ 34"
    trend_name: str = "{name}, ước tính"
    trend_note: str = "Nét đứt: ước tính của tỉnh sau sắp xếp, {way}; không phải số công bố"
    # Tables.
    standing_caption: str = "{index} {period}, {node}: {n} tỉnh, thành phố có số trên hệ 34"
    standing_footnote: str = (
        "Tỉnh hợp nhất: {way}; là ước tính, không phải số công bố; trong ngoặc là khoảng theo mọi cách cho trọng số. "
        "Tỉnh không hợp nhất: số công bố. Hạng do hệ thống tính."
    )
    mergers_section: str = "Tỉnh nào hợp nhất thành tỉnh nào"
    mergers_lead: str = "Số công bố của từng tỉnh cũ được giữ nguyên; tỷ trọng là phần của tỉnh cũ trong ước tính."
    merger_caption: str = "Các tỉnh hợp nhất từ 01/7/2025 và kết quả {period}"
    unchanged: str = "{count} tỉnh, thành phố không hợp nhất: {names}."
    years_section: str = "Theo năm"
    years_caption: str = "{name}, {index}: từng năm trên hệ 34 tỉnh"
    years_footnote: str = "Hạng do hệ thống tính trong số các tỉnh có số trên hệ 34; không so với hạng công bố trên 63."
    absent: str = "{name}: {reason}"
    absent_because: str = "chưa ước tính vì {names} chưa có số liệu"
    kind_estimate: str = "ước tính"
    kind_published: str = "công bố"
    column_kind: str = "Loại số"
    column_span: str = "Thấp nhất – cao nhất"
    column_rank_span: str = "Hạng có thể"
    column_after: str = "Tỉnh sau sắp xếp"
    column_before: str = "Tỉnh trước sắp xếp"
    column_share: str = "Tỷ trọng"
    column_result: str = "Trên hệ 34"
    column_code: str = "Mã hệ thống"
    column_low: str = "Thấp nhất trong các tỉnh cũ"
    column_high: str = "Cao nhất trong các tỉnh cũ"
    column_n: str = "Số tỉnh được xếp hạng"
    column_rank_best: str = "Hạng cao nhất có thể"
    column_rank_worst: str = "Hạng thấp nhất có thể"
    column_merged: str = "Hợp nhất từ"
    column_unit: str = "Đơn vị tính"
    # Nothing to show.
    empty_title: str = "Chưa có số liệu để đưa về hệ 34 tỉnh"
    empty_body: str = (
        "Kho dữ liệu chưa có bộ chỉ số nào. Người phụ trách số liệu nạp danh mục tỉnh, bộ tiêu chí và điểm từ tệp mẫu."
    )
    no_scores_title: str = "{index}: chưa có điểm của tỉnh nào"
    no_scores_body: str = "Bộ tiêu chí của {index} đã có nhưng chưa có điểm. Nạp tệp điểm để xem trên hệ 34 tỉnh."
    see_here: str = "Các tỉnh hợp nhất và từng năm trên hệ 34"
    see_parts: str = "Xem ước tính từ những tỉnh nào"
    # Findings of an uploaded weight set or theme table.
    weight_entity_unknown: str = "Không có đơn vị mang mã «{value}». Ghi mã hệ thống của tỉnh cũ, ví dụ P63-45."
    weight_entity_current: str = "{name} không có tỉnh kế thừa nên không nhận trọng số. Ghi mã của tỉnh trước sắp xếp."
    weight_not_positive: str = "Trọng số phải lớn hơn 0. Sửa lại số."
    weight_incomplete: str = "Bộ «{name}» chưa có trọng số của {missing}; {province} sẽ không có ước tính theo bộ này."
    color_unreadable: str = "«{value}» không phải mã màu. Ghi dạng #RRGGBB, ví dụ #1b4d8c, hoặc để trống."
    theme_node_unknown: str = "{index} không có tiêu chí mang mã «{value}» trong bộ tiêu chí nào. Ghi đúng mã."
    # The command line.
    cli_span: str = "từ {low} đến {high}"
    cli_ranks: str = "hạng từ {best} đến {worst}"
    help_lineage: str = "tỉnh nào hợp nhất thành tỉnh nào và các bộ trọng số"
    help_method: str = "cách ước tính trên hệ 34: weighted, band hoặc old"
    help_weight_set: str = "tên bộ trọng số, mặc định là bộ đầu tiên"
    line_link: str = "{after}: {before}"
    line_weight: str = "Bộ trọng số «{name}»: {count} tỉnh"
