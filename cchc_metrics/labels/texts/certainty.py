"""How far a rank can be trusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CertaintyTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Độ chắc của hạng"
    finding_draws: str = (
        "{name} hạng {rank}; nếu mỗi nội dung của mọi tỉnh lệch trong khoảng ±1%, hạng nằm trong {low}–{high}."
    )
    finding_errors: str = "{name} hạng {rank}; với sai số khảo sát, hạng có thể từ {low} đến {high} (độ tin cậy 95%)."
    finding_without: str = "Bỏ từng nội dung một thì hạng đi từ {best} (bỏ {best_part}) tới {worst} (bỏ {worst_part})."
    finding_without_same: str = "Bỏ bất kỳ một nội dung nào, hạng vẫn là {rank}."
    finding_alike: str = "Chênh lệch với {names} không đáng kể."
    finding_absent: str = "{name} không có điểm ở kỳ này nên không có hạng."
    withheld: str = (
        "Chưa xếp hạng: mới có {count}/{population} tỉnh có điểm, ít hơn {share} số tỉnh, nên hạng chỉ nói tỉnh nào "
        "được công bố."
    )
    rule_draws: str = (
        "Chưa có sai số chuẩn nên đây là độ nhạy theo quy ước: {draws} lượt thử, mỗi lượt mỗi nội dung của mỗi tỉnh "
        "lệch ngẫu nhiên trong ±1% điểm của nó; khoảng hạng là 5–95% số lượt. Đây không phải sai số khảo sát."
    )
    rule_errors: str = (
        "Hạng chắc chắn hơn khi chênh lệch hai tỉnh lớn hơn z lần căn bậc hai tổng bình phương hai sai số chuẩn, z "
        "chỉnh Bonferroni cho {count} phép so (theo Mogstad, Romano, Shaikh và Wilhelm, 2024)."
    )
    rule_alike_draws: str = "Không đáng kể: hai tỉnh liền hạng đổi chỗ trong ít nhất 5% số lượt thử."
    rule_alike_errors: str = (
        "Không đáng kể: chênh lệch hai tỉnh liền hạng không quá 1,96 lần sai số chuẩn của chênh lệch."
    )
    caption: str = "Khoảng hạng quanh {name}: {node} {index} {period}"
    axis: str = "Hạng"
    hover: str = "{name}: {value}, hạng {rank}, khoảng {low}–{high}"
    table_caption: str = "{node} {index} {period}: khoảng hạng và chênh lệch với tỉnh liền sau ({unit})"
    column_rank: str = "Hạng"
    column_name: str = "Tỉnh"
    column_value: str = "Điểm"
    column_span: str = "Khoảng hạng"
    column_next: str = "Hơn tỉnh liền sau"
    span: str = "{low}–{high}"
    alike: str = "{gap}, không đáng kể"
    apart: str = "{gap}"
    turned: str = "Đổi chỗ trong {share} số lượt thử"
    quartile_first: str = "Nhóm đáng tin hơn hạng: đọc nhóm trước."
