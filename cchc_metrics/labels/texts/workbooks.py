"""Words inside the workbooks we hand out: templates and downloads."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WorkbooksTexts:
    """Words inside the workbooks we hand out: templates and downloads.

    Placeholders in braces are filled with ``str.format``. Sheet names hold at most 31 letters.
    """

    input_sheet: str = "Nhập liệu"
    guide_sheet: str = "Hướng dẫn"
    data_sheet: str = "Số liệu"
    info_sheet: str = "Thông tin"

    guide_title: str = "Hướng dẫn nhập liệu: {title}"
    guide_version: str = "Mẫu {kind}, phiên bản {version}"
    guide_steps: tuple[str, ...] = (
        "Nhập số liệu vào trang «Nhập liệu», mỗi dòng một số liệu, bắt đầu từ dòng 2. Không đổi tên cột ở dòng 1.",
        "Cột nền đỏ là bắt buộc; cột nền cam phải nhập ít nhất một cột trong nhóm; cột nền xám không bắt buộc.",
        "Ô trống nghĩa là không có số liệu. Chỉ ghi 0 khi kết quả đúng là 0.",
        "Có thể dán số liệu từ tệp khác; nên dán giá trị để giữ nguyên định dạng của mẫu.",
        "Sau khi nạp, hệ thống liệt kê mọi ô cần xem lại; chưa có gì được lưu cho tới khi được xác nhận.",
    )
    # column, required, sort of cell, meaning, example, allowed
    guide_headers: tuple[str, str, str, str, str, str] = (
        "Cột",
        "Bắt buộc",
        "Kiểu dữ liệu",
        "Ý nghĩa",
        "Ví dụ",
        "Giá trị cho phép",
    )
    required: str = "Có"
    one_of: str = "Ít nhất một trong: {columns}"
    optional: str = "Không"
    any_text: str = "Không giới hạn"
    from_list: str = "Theo danh mục: {list}"
    default_choice: str = "để trống là «{choice}»"
    # schema.Role value -> what is typed there
    cell_sorts: Mapping[str, str] = field(
        default_factory=lambda: {
            "index": "Chữ",
            "period": "Năm hoặc kỳ báo cáo",
            "entity_code": "Mã",
            "entity_name": "Chữ",
            "node_code": "Mã",
            "node_name": "Chữ",
            "state_number": "Số, N/A hoặc «không công bố»",
            "number": "Số",
            "integer": "Số nguyên",
            "rank": "Hạng",
            "choice": "Chọn trong danh sách",
            "flag": "Có / Không",
            "date": "Ngày/tháng/năm",
            "text": "Chữ",
        }
    )
    yes: str = "Có"
    no: str = "Không"
    required_note: str = "Bắt buộc nhập."
    one_of_note: str = "Phải nhập ít nhất một trong các cột: {columns}."
    list_error_title: str = "Giá trị ngoài danh mục"
    list_error: str = "Giá trị này không có trong danh mục của cột «{column}». Vẫn giữ giá trị này?"

    info_title: str = "Nội dung"
    info_as_of: str = "Số liệu tính đến"
    info_filters: str = "Bộ lọc"
    info_no_filters: str = "Không lọc"
    info_sources: str = "Nguồn"
    info_notes: str = "Ghi chú"

    result_sheet: str = "Kết quả kiểm tra"
    result_counts: str = "Tệp «{file}»: {errors} mục lỗi, {warnings} mục cảnh báo, {infos} mục thông tin."
    result_how: str = (
        "Sửa trực tiếp các ô được tô màu ở những trang sau, lưu lại rồi nạp chính tệp này. Trang này chỉ để "
        "xem, khi nạp sẽ được bỏ qua; các dấu cũ được xoá ở lần kiểm tra sau."
    )
    # severity, sheet, cell, value, what is wrong, number of cells
    result_headers: tuple[str, str, str, str, str, str] = ("Mức", "Trang", "Ô", "Giá trị", "Vấn đề và cách sửa", "Số ô")
    # model.Severity value -> word
    severities: Mapping[str, str] = field(
        default_factory=lambda: {"error": "Lỗi", "warning": "Cảnh báo", "info": "Thông tin"}
    )
    # first line of each of our comments; an earlier copy's are told by it
    comment_head: str = "Kết quả kiểm tra (CCHC Metrics):"
    comment_line: str = "• {severity}: {message}"
    cells_limited: str = "Mục có rất nhiều ô chỉ tô màu những ô đầu; cột «Số ô» ghi đủ số lượng."
    comments_limited: str = "Chỉ {count} ô đầu có ghi chú; các ô còn lại chỉ được tô màu."
    rows_limited: str = "Danh sách dưới đây chỉ gồm {count} mục đầu."
    macros_removed: str = "Tệp gốc có macro. Bản này là tệp .xlsx, macro đã được loại bỏ."
    # file type -> sentence
    converted: Mapping[str, str] = field(
        default_factory=lambda: {
            "xls": "Tệp gốc ở dạng .xls. Bản này đã chuyển sang .xlsx: giữ nguyên giá trị các ô, không giữ công thức "
            "và định dạng.",
            "xlsb": "Tệp gốc ở dạng .xlsb. Bản này đã chuyển sang .xlsx: giữ nguyên giá trị các ô, không giữ công thức "
            "và định dạng; macro nếu có đã được loại bỏ.",
            "ods": "Tệp gốc ở dạng .ods. Bản này đã chuyển sang .xlsx: giữ nguyên giá trị các ô, không giữ công thức "
            "và định dạng.",
            "csv": "Tệp gốc ở dạng .csv. Bản này đã chuyển sang .xlsx: mọi ô được giữ nguyên dưới dạng chữ.",
            "parquet": "Tệp gốc ở dạng .parquet. Bản này đã chuyển sang .xlsx: giữ nguyên giá trị các ô.",
        }
    )
    converted_unfit: str = (
        "Tệp gốc có thành phần không chép lại được nguyên vẹn. Bản này chỉ giữ giá trị các ô, không giữ "
        "công thức và định dạng; tệp gốc không thay đổi."
    )
    # {number}: a sheet whose own name Excel does not take
    sheet_number: str = "Trang {number}"
    loss_line: str = "Bản này không giữ được những phần sau của tệp gốc: {lost}."
    # child.losses code -> words
    losses: Mapping[str, str] = field(
        default_factory=lambda: {
            "macros": "macro",
            "images": "hình ảnh",
            "charts": "biểu đồ",
            "shapes": "hình vẽ, hộp văn bản",
            "controls": "nút bấm, hộp chọn và điều khiển biểu mẫu",
            "embedded": "tệp nhúng",
            "pivots": "bảng tổng hợp (PivotTable), các ô chỉ còn giá trị",
            "slicers": "bộ lọc trực quan (Slicer, Timeline)",
            "links": "liên kết tới tệp khác, các ô chỉ còn giá trị",
            "threads": "chuỗi trao đổi trong ghi chú",
            "connections": "kết nối dữ liệu bên ngoài",
            "data_types": "kiểu dữ liệu liên kết, công thức mảng động",
            "signature": "chữ ký số",
            "revisions": "nhật ký theo dõi thay đổi",
            "printer": "thiết lập riêng của máy in",
            "custom_xml": "dữ liệu XML đính kèm",
            "note_looks": "kiểu chữ riêng của ghi chú",
            "sparklines": "biểu đồ thu nhỏ trong ô",
            "new_formats": "định dạng có điều kiện kiểu mới",
            "new_lists": "danh sách chọn kiểu mới lấy từ trang khác",
            "ignored_errors": "đánh dấu bỏ qua cảnh báo lỗi của Excel ở từng ô",
            "other": "một số thành phần khác do phần mềm khác thêm vào",
        }
    )
    too_large: str = (
        "Tệp «{file}» có {count} ô có nội dung, vượt mức {limit} ô để trả lại bản đánh dấu. "
        "Xem danh sách cần sửa trên màn hình và sửa trên tệp gốc, hoặc chia tệp thành nhiều phần."
    )
