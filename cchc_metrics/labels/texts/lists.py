"""The lists of a unit's tasks: solutions, initiatives, articles; what its workbook says beside the cells."""

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


@dataclass(frozen=True, slots=True)
class AsidesTexts:
    """What stands in a unit's workbook beside its cells, or shows otherwise than it is."""

    shape_unread: str = (
        "Chữ trong hộp chữ, hình vẽ trên trang không được đọc. Chép lại nội dung vào ô của biểu mẫu rồi xóa hình."
    )
    picture_unread: str = (
        "Hình ảnh, biểu đồ trên trang không được đọc. Nếu có số liệu trong hình, ghi vào ô của biểu mẫu; tài liệu kiểm "
        "chứng gửi ở mục minh chứng."
    )
    print_unread: str = (
        "Chữ ở đầu trang, chân trang khi in của trang «{sheet}» không được đọc. Chép lại nội dung vào ô của biểu mẫu."
    )
    struck_whole: str = (
        "Số trong ô bị gạch ngang nên không rõ còn dùng hay đã bỏ. Nếu còn dùng, bỏ gạch ngang; nếu không, xóa số."
    )
    struck_figure: str = (
        "Ô có phần bị gạch ngang «{words}», đọc liền với phần còn lại sẽ thành số khác. Chỉ giữ con số đúng."
    )
    struck_words: str = "Chữ bị gạch ngang trong ô vẫn được đọc như chữ thường. Bỏ phần không dùng."
    raised_figure: str = (
        "Ô có chữ số viết lệch dòng «{words}», đọc liền với phần còn lại sẽ thành số khác. Chỉ giữ con số; chú thích "
        "ghi ở cột ghi chú."
    )
    shown_other: str = (
        "Định dạng của ô làm hiện ra một số khác với số trong ô; số trong ô là {number}. Nhập đủ con số rồi đặt định "
        "dạng ô là số thường (General)."
    )
    shown_words: str = (
        "Định dạng của ô hiện thêm chữ «{words}», chữ này không được đọc; số trong ô là {number} (đơn vị tính: "
        "{measure}). Nếu cần, ghi chữ ở cột ghi chú."
    )
    shown_nothing: str = "Định dạng của ô làm ẩn con số; số trong ô là {number} và vẫn được đọc."
    shifted: str = (
        "Các số từ {first} đến {last} đều có, chỉ thiếu một số ở đầu hoặc cuối: có thể cả cột đã bị ghi lệch một dòng. "
        "Kiểm tra từng số với tên chỉ tiêu; chưa có số thì ghi lý do ở cột ghi chú."
    )
    file_type: str = (
        "Tệp dạng .{type} có những phần (ghi chú của ô, chữ gạch ngang, hộp chữ) không đọc được hết. Mở tệp, lưu thành "
        "dạng .xlsx rồi gửi lại."
    )
