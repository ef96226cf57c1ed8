"""Page Mục tiêu."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TargetsTexts:
    """Page Mục tiêu.

    Placeholders in braces are filled with ``str.format``.
    """

    title: str = "Mục tiêu"
    finding_none: str = "{entity} chưa có mục tiêu nào trong hệ thống."
    finding: str = "{entity} có {count} mục tiêu đang áp dụng."
    others: str = "Các đơn vị khác có {count} mục tiêu; chọn đơn vị ở trên để xem."
    province: str = "Tỉnh, thành phố"
    list_caption: str = "Mục tiêu đang áp dụng của {entity}"
    index: str = "Bộ chỉ số"
    period: str = "Năm chỉ số"
    node: str = "Nội dung"
    target_kind: str = "Loại mục tiêu"
    value: str = "Mục tiêu"
    rank_value: str = "từ hạng {rank} trở lên"
    points_value: str = "{value}{maximum} {unit}"
    group_value: str = "nhóm {group}"
    places_value: str = "tăng {places} bậc so với {base}"
    change_value: str = "tăng {change} so với {base}"
    above: str = "trên {value}"
    at_least: str = "từ {value} trở lên"
    status: str = "Kết quả"
    status_met: str = "đạt: {reached}"
    status_short: str = "chưa đạt: {reached}"
    status_rank: str = "hạng {rank}"
    status_places: str = "{places} bậc"
    status_no_group: str = "không thuộc nhóm nào"
    status_unknown: Mapping[str, str] = field(
        default_factory=lambda: {
            "no_result": "chưa có kết quả công bố",
            "no_rank": "chưa xếp hạng được",
            "no_base": "chưa có kết quả của năm gốc",
            "broken": "không so được với năm gốc",
            "no_groups": "bộ tiêu chí không chia nhóm như vậy",
        }
    )
    legal_basis: str = "Căn cứ pháp lý"
    source: str = "Nguồn"
    note: str = "Ghi chú"
    recorded: str = "Ghi ở lượt"
    recorded_text: str = "{seq}, ngày {day}"
    empty_title: str = "Chưa có mục tiêu nào của {entity}"
    empty_body: str = (
        "Mục tiêu do tỉnh giao trong kế hoạch hoặc quyết định. Nhập từng mục tiêu kèm căn cứ pháp lý ở dưới, "
        "hoặc nạp cả tệp theo mẫu. Hệ thống không đặt mục tiêu thay cho tỉnh."
    )
    choose_edit: str = "Sửa hoặc bỏ mục tiêu"
    choose_new: str = "Nhập mục tiêu mới"
    option: str = "{index} {period} · {node} · {kind} {value}"
    form_new: str = "Nhập mục tiêu"
    form_new_lead: str = "Chọn bộ chỉ số và năm trước; danh sách nội dung theo bộ tiêu chí của năm đó."
    form_edit: str = "Sửa mục tiêu"
    form_edit_lead: str = "{target}. Giá trị cũ vẫn giữ trong lịch sử."
    typed_value: str = "Mục tiêu phải đạt"
    typed_value_example: str = "ví dụ: 88,5"
    legal_basis_required: str = "Căn cứ pháp lý (bắt buộc)"
    legal_basis_example: str = "số, ngày, trích yếu của văn bản giao mục tiêu"
    legal_basis_missing: str = "Ghi căn cứ pháp lý: số, ngày, trích yếu của văn bản giao mục tiêu."
    save_new: str = "Lưu mục tiêu"
    save_edit: str = "Lưu thay đổi"
    journal_note: str = "Mục tiêu theo {legal_basis}"
    saved: str = "Đã lưu mục tiêu, lượt ghi số {seq}."
    unchanged: str = "Mục tiêu này đã có và giống hệt. Không có gì để lưu."
    remove_title: str = "Bỏ mục tiêu này"
    remove_lead: str = "Mục tiêu thôi áp dụng từ bây giờ; lịch sử vẫn giữ và có thể hoàn tác ở trang Nạp dữ liệu."
    remove_reason: str = "Lý do bỏ"
    remove: str = "Bỏ mục tiêu"
    removed: str = "Đã bỏ mục tiêu, lượt ghi số {seq}."
    gone: str = "Mục tiêu này không còn áp dụng. Hãy tải lại trang để xem danh sách hiện tại."
    no_framework: str = (
        "Chưa có bộ tiêu chí {index} cho năm {period} nên chưa nhập được mục tiêu. Nạp bộ tiêu chí trước."
    )
    nothing_title: str = "Chưa có bộ chỉ số nào trong hệ thống"
    nothing_body: str = "Nạp danh mục đơn vị và bộ tiêu chí trước, sau đó mới nhập được mục tiêu."
    policy: str = "Mục tiêu quốc gia, tham khảo"
    policy_lead: str = (
        "Trích từ văn bản của Chính phủ, chỉ để tham khảo. "
        "Không phải mục tiêu của tỉnh và không dùng để tính khoảng cách."
    )
    policy_caption: str = "{count} chỉ tiêu trong các văn bản đã biết"
    at_most: str = "tối đa {maximum} {unit}"
    policy_indicator: str = "Chỉ tiêu"
    policy_value: str = "Mức phải đạt"
    policy_deadline: str = "Thời hạn"
    policy_document: str = "Văn bản"
    policy_scope: str = "Phạm vi"
    comparisons: Mapping[str, str] = field(
        default_factory=lambda: {">": "trên", ">=": "tối thiểu", "=": "đạt", "<=": "không quá", "<": "dưới"}
    )
    upload_title: str = "Nhập nhiều mục tiêu một lần"
    upload_lead: str = "Điền tệp mẫu rồi nạp ở trang Nạp dữ liệu; các kiểm tra giống như khi nhập ở đây."
    template: str = "Tải tệp mẫu mục tiêu"
