"""How far a rank can be trusted."""

from cchc_metrics.labels.texts.certainty import CertaintyTexts

TEXTS = CertaintyTexts(
    title="Độ chắc của hạng",
    finding_draws=(
        "{name} hạng {rank}; nếu mỗi nội dung của mọi tỉnh lệch trong khoảng ±1%, hạng nằm trong {low}–{high}."
    ),
    finding_errors="{name} hạng {rank}; với sai số khảo sát, hạng có thể từ {low} đến {high} (độ tin cậy 95%).",
    finding_without="Bỏ từng nội dung một thì hạng đi từ {best} (bỏ {best_part}) tới {worst} (bỏ {worst_part}).",
    finding_without_same="Bỏ bất kỳ một nội dung nào, hạng vẫn là {rank}.",
    finding_alike="Chênh lệch với {names} không đáng kể.",
    finding_absent="{name} không có điểm ở kỳ này nên không có hạng.",
    withheld=(
        "Chưa xếp hạng: mới có {count}/{population} tỉnh có điểm, ít hơn {share} số tỉnh, nên hạng chỉ nói tỉnh nào "
        "được công bố."
    ),
    rule_draws=(
        "Chưa có sai số chuẩn nên đây là độ nhạy theo quy ước: {draws} lượt thử, mỗi lượt mỗi nội dung của mỗi tỉnh "
        "lệch ngẫu nhiên trong ±1% điểm của nó; khoảng hạng là 5–95% số lượt. Đây không phải sai số khảo sát."
    ),
    rule_errors=(
        "Hạng chắc chắn hơn khi chênh lệch hai tỉnh lớn hơn z lần căn bậc hai tổng bình phương hai sai số chuẩn, z "
        "chỉnh Bonferroni cho {count} phép so (theo Mogstad, Romano, Shaikh và Wilhelm, 2024)."
    ),
    rule_alike_draws="Không đáng kể: hai tỉnh liền hạng đổi chỗ trong ít nhất 5% số lượt thử.",
    rule_alike_errors="Không đáng kể: chênh lệch hai tỉnh liền hạng không quá 1,96 lần sai số chuẩn của chênh lệch.",
    caption="Khoảng hạng quanh {name}: {node} {index} {period}",
    axis="Hạng",
    hover="{name}: {value}, hạng {rank}, khoảng {low}–{high}",
    table_caption="{node} {index} {period}: khoảng hạng và chênh lệch với tỉnh liền sau ({unit})",
    column_rank="Hạng",
    column_name="Tỉnh",
    column_value="Điểm",
    column_span="Khoảng hạng",
    column_next="Hơn tỉnh liền sau",
    span="{low}–{high}",
    alike="{gap}, không đáng kể",
    apart="{gap}",
    turned="Đổi chỗ trong {share} số lượt thử",
    quartile_first="Nhóm đáng tin hơn hạng: đọc nhóm trước.",
)
