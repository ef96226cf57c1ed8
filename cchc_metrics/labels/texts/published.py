"""How a figure is known and how much of each index; which steps between two years may be told, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_metrics.labels.texts.chapter import Chapter


@dataclass(frozen=True, slots=True)
class PublishedTexts:
    """Placeholders in braces are filled with ``str.format``."""

    how_known: str = "Suy ra, mâu thuẫn"
    derived_mark: str = "{figure} (suy ra)"
    conflict_mark: str = "{figure} (mâu thuẫn)"
    dense_mark: str = "†"
    dense_note: str = "† suy ra, hoặc các nguồn không thống nhất (xem bảng số liệu)"
    derived: str = "Suy ra, không in trong nguồn: {how}."
    rank_range: str = "hạng trong khoảng {first}–{last}, chưa rõ thứ tự"
    conflict: str = "Các nguồn không thống nhất: {told}."
    told_value: str = "{value} theo {source}"
    told_rank: str = "hạng {rank} theo {source}"
    told_because: str = "{told} ({how})"
    own: str = "số đang dùng"
    # Readings of one figure
    readings: str = "Đã đọc ở các nguồn"
    readings_caption: str = "Số liệu đọc được ở từng nguồn: {count}"
    standings: Mapping[str, str] = field(
        default_factory=lambda: {
            "published": "nguồn in",
            "derived": "suy ra",
            "conflict": "mâu thuẫn",
            "range": "khoảng hạng",
        }
    )
    standing: str = "Tình trạng"
    value: str = "Điểm"
    rank: str = "Hạng"
    how: str = "Cách suy ra, ghi chú"
    source: str = "Nguồn đã đọc"
    # Coverage
    coverage: Chapter = Chapter(
        "do-phu",
        "Biết được bao nhiêu, còn thiếu gì",
        (
            "Mỗi dòng là một năm của một bộ chỉ số: bao nhiêu tỉnh có điểm hoặc hạng, đọc ở bao nhiêu nguồn, bao "
            "nhiêu số suy ra, và bảng còn thiếu có thể lấy ở đâu. Hạng mà không có điểm, điểm mà không có hạng, "
            "khoảng hạng đều được nêu đúng như biết; không số nào được điền thay.",
            "Có bảng đầy đủ của Bộ Nội vụ (phụ lục quyết định công bố: mỗi tỉnh một dòng; mỗi lĩnh vực có điểm, tỷ lệ "
            "%, hạng)? Mở trang Nạp dữ liệu, chọn đúng tệp như đã nhận; hệ thống nhận ra tỉnh, năm và lĩnh vực, hỏi "
            "lại chỗ chưa chắc, cho xem trước hạng thay đổi thế nào rồi mới nạp. Số trong bảng của Bộ thay cho số do "
            "báo chí dẫn lại, số cũ vẫn còn trong lịch sử.",
        ),
    )
    have_table: str = "Tôi có bảng đầy đủ của Bộ: nạp tệp"
    coverage_caption: str = "Độ phủ theo bộ chỉ số và năm"
    known: str = "Có điểm hoặc hạng"
    with_value: str = "Có điểm"
    with_rank: str = "Có hạng công bố"
    sources: str = "Số nguồn"
    derived_count: str = "Suy ra"
    released: str = "Ngày công bố"
    undated: str = "chưa rõ"
    lacking: str = "Còn thiếu"
    lacking_none: str = "đủ"
    lacking_many: str = "{count} tỉnh"
    where: str = "Có thể lấy ở đâu"
    where_decision: str = "{where} ({decision})"
    conflicts: Chapter = Chapter(
        "mau-thuan",
        "Chỗ các nguồn không thống nhất",
        (
            "Mỗi dòng nêu cả hai số và địa chỉ của từng nguồn. Số đang dùng là số có nguồn in trực tiếp; số kia không "
            "bị bỏ đi. Số PAPI mà một luận văn hoặc báo in lại cũng được so với số gốc ở đây.",
        ),
    )
    conflicts_caption: str = "Số liệu mà các nguồn nêu khác nhau"
    figure: str = "Số liệu"
    in_use: str = "Đang dùng"
    told_elsewhere: str = "Nguồn khác nêu"
    others: Chapter = Chapter(
        "chi-so-khac",
        "Bộ chỉ số 766 (đo liên tục, 34 tỉnh)",
        (
            "Kết quả đọc được của Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp "
            "(Quyết định 766/QĐ-TTg). Bộ này đo hằng tuần trên Cổng Dịch vụ công quốc gia nên mỗi số gắn với một "
            "ngày; không gộp vào PAR INDEX và không so với PAR INDEX.",
        ),
    )
    others_caption: str = "Kết quả Bộ chỉ số 766 đọc được"
    day: str = "Ngày đo"
    province: str = "Tỉnh, thành phố"
    part: str = "Nội dung"
    page_language: Mapping[str, str] = field(
        default_factory=lambda: {
            "en": "tiếng Anh",
            "ja": "tiếng Nhật",
            "nl": "tiếng Hà Lan",
            "ur": "tiếng Urdu",
            "zh": "tiếng Trung",
            "fr": "tiếng Pháp",
        }
    )
    # Sites whose pages in other languages a machine translates; sites that are in another language as a whole.
    translating: tuple[str, ...] = ("vietnam.vn", "thongtin.vietnam.vn")
    foreign: Mapping[str, str] = field(default_factory=lambda: {"viet-jo.com": "ja", "lecourrier.vn": "fr"})
    cited_in: str = "{site} (trang {language})"
    cited_translated: str = "{site} (bản dịch máy, {language})"


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
