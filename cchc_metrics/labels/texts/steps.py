"""Steps between two years that may be told or not: evidence in words, and the form in which people decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StepsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    suspected: str = "có thể do đổi cách đo: {evidence}"
    all_rose: str = "{moved}/{n} tỉnh cùng tăng quá {least} điểm"
    all_fell: str = "{moved}/{n} tỉnh cùng giảm quá {least} điểm"
    apart: str = "khoảng điểm hai năm không giao nhau ({low0}–{high0} và {low1}–{high1})"
    correlation: str = "tương quan giữa hai năm chỉ còn {r}, thường là {usual} ({n} tỉnh)"
    new: str = "nội dung mới {parts}"
    dropped: str = "nội dung bỏ {parts}"
    reweighted: str = "điểm tối đa đổi ở {parts}"
    by_parts: str = "nội dung {parts} không so sánh được giữa hai năm"
    finding: str = (
        "{subject} giữa {before} và {after} có thể đã đổi cách đo: {evidence}. Số vẫn được nạp, nhưng mức thay đổi "
        "không được nêu. Nếu biết rõ, khai báo «liên tục» hoặc «đứt đoạn» kèm lý do ở trang Cách tính."
    )
    kinds: Mapping[str, str] = field(
        default_factory=lambda: {
            "break": "đứt đoạn",
            "continuous": "liên tục",
            "suspect": "nghi đổi cách đo",
        }
    )
    said_by: str = "Ai xác nhận"
    sayers: Mapping[str, str] = field(
        default_factory=lambda: {
            "publisher": "cơ quan công bố",
            "evidence": "bằng chứng trong số liệu",
            "product": "bên lập phần mềm",
            "office": "đơn vị sử dụng",
        }
    )
    # The form
    form: str = "Khai báo so sánh được hay không"
    form_lead: str = (
        "Hệ thống nghi thì không nêu nguyên nhân. Người biết rõ cách đo khai báo «đứt đoạn» hoặc «liên tục» kèm lý do; "
        "khai báo thay cho nghi ngờ, được ghi vào nhật ký và có thể sửa."
    )
    index: str = "Bộ chỉ số"
    step: str = "Bước cần khai báo"
    step_of: str = "{node}, {before}–{after}: {kind}"
    decide: str = "Khai báo"
    reason: str = "Lý do (bắt buộc)"
    reason_example: str = "Công văn số … của cơ quan công bố nêu rõ cách đo không đổi"
    source: str = "Nguồn"
    save: str = "Lưu khai báo"
    saved: str = "Đã lưu khai báo (mục nhật ký {seq})."
    unchanged: str = "Khai báo này đã có, không có gì thay đổi."
    reason_missing: str = "Ghi lý do: vì sao biết hai năm so sánh được hay không."
    nothing: str = "Không có bước nào đang bị nghi hoặc đã khai báo."
    journal_note: str = "Khai báo {kind} {node} {before}–{after}: {reason}"
