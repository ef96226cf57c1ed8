"""How far a rank, and a change, can be trusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CertaintyTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Độ chắc của hạng"
    finding_errors: str = (
        "{name} hạng {rank}; tính cả sai số khảo sát, hạng thật nằm trong khoảng {low}–{high} (độ tin cậy {share})."
    )
    finding_panel: str = (
        "{name} hạng {rank}; tính cả dao động thường gặp của điểm (±{least} {unit} mỗi lần đo), hạng thật nằm trong "
        "khoảng {low}–{high} (độ tin cậy {share})."
    )
    finding_next: str = "Nếu không có gì thay đổi, lần đo sau hạng vẫn có thể từ {low} đến {high}."
    finding_unknown: str = (
        "{name} hạng {rank}. Chưa có sai số chuẩn và chưa đủ năm để ước lượng dao động của điểm nên không nêu "
        "khoảng hạng."
    )
    finding_without: str = "Bỏ từng nội dung một thì hạng đi từ {best} (bỏ {best_part}) tới {worst} (bỏ {worst_part})."
    finding_without_same: str = "Bỏ bất kỳ một nội dung nào, hạng vẫn là {rank}."
    finding_alike: str = "Chênh lệch với {names} không đáng kể."
    finding_absent: str = "{name} không có điểm ở kỳ này nên không có hạng."
    withheld: str = (
        "Chưa xếp hạng: mới có {count}/{population} tỉnh có điểm, ít hơn {share} số tỉnh, nên hạng chỉ nói tỉnh nào "
        "được công bố."
    )
    rule_errors: str = "Sai số chuẩn đã nạp vào kho: của từng tỉnh, hoặc mức khai báo chung cho cả nước."
    rule_panel: str = (
        "Chưa có sai số chuẩn nên dùng dao động ước lượng từ chính chuỗi số: {upper} {unit}, từ {count} lần thay đổi "
        "của "
        "các tỉnh trong các năm {years}, đã trừ thay đổi chung của cả nước. Đây là cận trên của sai số khảo sát, vì "
        "thay "
        "đổi thật của từng tỉnh cũng nằm trong đó; không phải sai số khảo sát."
    )
    rule_sample: str = (
        "Chưa có sai số chuẩn nên suy từ cỡ mẫu: {respondents} phiếu mỗi tỉnh (tổng số phiếu năm {year} chia đều), "
        "hệ số "
        "thiết kế mẫu {effect} là giả định. Đây là cận trên, không phải sai số do nguồn công bố."
    )
    rule_spans: str = (
        "Khoảng hạng: {draws} lượt mô phỏng điểm thật của mọi tỉnh khi biết điểm công bố; mỗi khoảng nói riêng về một "
        "tỉnh, nên trong {count} khoảng có thể có khoảng {misses} khoảng không chứa hạng thật."
    )
    rule_sure: str = (
        "Khoảng khi so cùng lúc với cả {count} tỉnh khác: rộng hơn, vì mọi phép so của tỉnh phải cùng đúng (theo "
        "Mogstad, "
        "Romano, Shaikh và Wilhelm, 2024)."
    )
    rule_alike: str = (
        "Không đáng kể: chênh lệch hai tỉnh liền hạng không vượt mức mà riêng dao động có thể gây ra, ở cùng độ "
        "tin cậy."
    )
    caption: str = "Khoảng hạng quanh {name}: {node} {index} {period}"
    axis: str = "Hạng"
    hover: str = "{name}: {value}, hạng {rank}, khoảng {low}–{high}"
    table_caption: str = "{node} {index} {period}: khoảng hạng và chênh lệch với tỉnh liền sau ({unit})"
    column_rank: str = "Hạng"
    column_name: str = "Tỉnh"
    column_span: str = "Khoảng hạng"
    column_next_span: str = "Lần đo sau"
    column_sure: str = "So mọi tỉnh"
    column_next: str = "Hơn tỉnh liền sau"
    span: str = "{low}–{high}"
    alike: str = "{gap}, không đáng kể"
    apart: str = "{gap}"
