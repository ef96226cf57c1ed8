"""The lists of a unit's tasks: solutions, initiatives, articles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Danh sách giải pháp, sáng kiến, tin bài"
    lead: str = "Mỗi dòng được chuyển sang kỳ sau cho tới khi hoàn thành hoặc dừng."
    none: str = "Chưa có dòng nào còn theo dõi trong kỳ này."
    caption: str = "Danh sách theo nhiệm vụ trong kỳ"
    columns: tuple[str, ...] = (
        "Nhiệm vụ",
        "Số",
        "Tên",
        "Thực hiện văn bản",
        "Tình trạng",
        "Phụ trách",
        "Thời hạn",
        "Minh chứng",
        "Từ kỳ",
    )
    edit: str = "Thêm hoặc cập nhật một dòng"
    row: str = "Dòng"
    new: str = "Thêm dòng mới"
    named: str = "{task}.{number} {title}"
    task: str = "Nhiệm vụ"
    name: str = "Tên giải pháp, sáng kiến, tin bài"
    tied_to: str = "Thực hiện văn bản"
    tied_example: str = "34/CTr-UBND"
    state: str = "Tình trạng"
    owner: str = "Người phụ trách"
    due: str = "Thời hạn"
    evidence: str = "Minh chứng"
    save: str = "Lưu dòng"
    title_missing: str = "Ghi tên giải pháp, sáng kiến hoặc tin bài."
    state_unknown: str = "Chọn tình trạng trong danh sách."
    note: str = "Cập nhật danh sách nhiệm vụ {task} của {unit}, dòng {number}"
    told: str = "{title}{tied} – {state}"
    tied: str = " (thực hiện {basis})"
    # the sheet of a unit's workbook
    sheet: str = "Danh sách"
    sheet_lead: str = (
        "Giải pháp, sáng kiến, tin bài: mỗi mục một dòng, được chuyển sang kỳ sau tới khi hoàn thành hoặc dừng. "
        "Giữ nguyên tên mục đã có; mục mới ghi vào dòng trống."
    )
    sheet_headers: tuple[str, ...] = (
        "Mã mục",
        "Tên giải pháp, sáng kiến, tin bài",
        "Thực hiện văn bản",
        "Tình trạng",
        "Người phụ trách",
        "Thời hạn",
        "Tài liệu chứng minh",
    )
    row_taken: str = "Mục {code} trong danh sách của đơn vị là «{title}». Ghi lại đúng tên; mục mới ghi vào dòng trống."
    row_state: str = "Chọn một tình trạng: {states}."
    row_due: str = "Không đọc được thời hạn. Ghi dạng ngày/tháng/năm, ví dụ 30/6/2026."
