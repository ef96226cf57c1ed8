"""Page Xếp hạng."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RankingTexts:
    """Page Xếp hạng.

    Placeholders in braces are filled with ``str.format``.
    """

    eyebrow: str = "Xếp hạng · {index}"
    subject: str = "{index} {period}"
    subject_part: str = "{index} {period}, {node}"
    subject_kind: str = "{subject}, {kind}"
    # The finding
    belongs: str = "thuộc"
    group_named: str = "nhóm\u00a0{group}"
    group_prefix: str = "nhóm"
    rank_computed: str = "hạng do hệ thống tính {rank}"
    rank_published: str = "hạng công bố {rank}"
    rank_derived: str = "hạng suy ra {rank}"
    headline: str = "{subject}: {name} {parts}"
    since: str = "{change} so với {period}"
    since_hidden: str = "{change} so với {period}, không đáng kể"
    has_value: str = "đạt {value}"
    nothing_of_us: str = "{subject}: chưa có số liệu của {name}"
    last_told: str = "Kết quả gần nhất của {name} là kỳ {period}."
    withheld: str = "chưa đủ số liệu để xếp hạng"
    in_peers: str = "Trong nhóm {group}: hạng {rank}."
    peers_withheld: str = "Trong nhóm {group} chưa đủ tỉnh có điểm để xếp hạng."
    best: str = "Cao nhất cả nước là {name} ({value}), hơn {gap}."
    best_near: str = "Cao nhất cả nước là {name} ({value}), chênh {gap}, không đáng kể."
    best_only: str = "Cao nhất cả nước là {name} ({value})."
    we_are_best: str = "Đây là tỉnh có điểm cao nhất cả nước."
    target: str = "Mục tiêu {target}, còn thiếu {left}."
    target_only: str = "Mục tiêu {target}."
    target_met: str = "Đã đạt mục tiêu {target}."
    target_rank: str = "Mục tiêu hạng {rank}."
    target_rank_left: str = "Mục tiêu hạng {rank}, còn {places} bậc."
    target_rank_met: str = "Đã đạt mục tiêu hạng {rank}."
    incomplete: str = "Mới có {count}/{population} tỉnh trong dữ liệu; hạng lấy từ nguồn, hệ thống không tính hạng."
    incomplete_unranked: str = "Mới có {count}/{population} tỉnh trong dữ liệu nên không xếp hạng."
    break_before: str = "Không so điểm với {period}: {reason}."
    unconfirmed: str = "Phân vùng của 34 tỉnh chưa được xác nhận."
    without_value: str = "{count} tỉnh không có điểm: {names}."
    # Filters
    province: str = "Tỉnh được tô đậm"
    nation: str = "Cả nước"
    show: str = "Hiển thị"
    show_top: str = "Đầu bảng, ta ± 5"
    show_all: str = "Tất cả"
    # Chart and table
    caption: str = "{node} {index} {period} ({scale})"
    caption_group: str = "{caption}, nhóm {group}"
    scale_max: str = "{unit}, tối đa {max}"
    scale: str = "{unit}"
    hover: str = "{name}: {value}"
    hover_peers: str = "{rank} trong nhóm {group}"
    hover_previous: str = "kỳ {period} hạng {rank}"
    column_peer_rank: str = "Hạng {group}"
    column_previous: str = "Hạng {period}"
    column_change: str = "Thay đổi (bậc)"
    column_source: str = "Nguồn"
    rows_hidden: str = "hạng {first}–{last} không hiển thị; chọn «Tất cả» để xem"
    row_hidden: str = "hạng {rank} không hiển thị; chọn «Tất cả» để xem"
    rows_unknown: str = "chưa có số liệu hạng {first}–{last}"
    row_unknown: str = "chưa có số liệu hạng {rank}"
    absent: str = "{name}: {state}"
    state_because: str = "{state}, {reason}"
    rank_note_computed: str = "Hạng do hệ thống tính theo điểm, nguồn không công bố thứ hạng"
    rank_note_published: str = "Hạng là hạng in trong nguồn công bố"
    rank_note_estimate: str = "Hạng do hệ thống tính trên hệ 34 tỉnh"
    # On the base of 34
    bases: Mapping[str, str] = field(default_factory=lambda: {"63": "63 tỉnh, công bố", "34": "34 tỉnh, ước tính"})
    subject_estimate: str = "{subject} trên hệ 34 tỉnh (ước tính)"
    caption_estimate: str = "{caption}, hệ 34 tỉnh"
    table_caption: str = "Bảng số liệu {subject}"
    no_previous: str = "Dấu – là không có hạng {period} để so."
    quiet_note: str = "Dấu ≈ là thay đổi hạng không đáng kể, trong mức dao động giữa hai lần đo."
    unsure_note: str = "Dấu ? là chưa có điểm cả hai năm để biết thay đổi hạng có vượt sai số khảo sát."
    ranks_computed: str = "Hạng do hệ thống tính."
    one_source: str = "Nguồn của mọi dòng: {source}."
    empty_title: str = "Chưa có bộ chỉ số nào"
    empty_body: str = (
        "Trang này xếp các tỉnh theo điểm của một bộ chỉ số. Người phụ trách số liệu nạp bộ tiêu chí, "
        "danh mục đơn vị và điểm chỉ số ở trang Nạp dữ liệu."
    )
    no_scores_title: str = "{index} chưa có điểm của tỉnh nào"
    no_scores_body: str = (
        "Bộ tiêu chí {index} đã có nhưng chưa có điểm. Người phụ trách số liệu nạp bảng điểm các tỉnh ở trang "
        "Nạp dữ liệu; tệp mẫu có sẵn ở đó."
    )
    no_rows_title: str = "Chưa có số liệu trong nhóm so sánh này"
    no_rows_body: str = (
        "Chưa có tỉnh nào trong nhóm so sánh này có điểm hoặc hạng. Chọn nhóm khác, hoặc nạp thêm số liệu."
    )
