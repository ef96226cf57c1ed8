"""The step that shows how a file was understood and lets a person correct it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MappingTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Cách đọc tệp"

    # The JSON of a mapping.
    whole_file: str = "toàn tệp"
    no_json: str = "Tệp cách đọc không phải là JSON hợp lệ. Xuất lại tệp cách đọc từ bước «Cách đọc tệp»."
    no_object: str = "Tệp cách đọc sai ở «{key}»: ở đây phải là một đối tượng dạng {{…}}."
    no_list: str = "Tệp cách đọc sai ở «{key}»: ở đây phải là một danh sách dạng […]."
    no_text: str = "Tệp cách đọc sai ở «{key}»: ở đây phải là chữ."
    no_row: str = "Tệp cách đọc sai ở «{key}»: ở đây phải là số dòng, tính từ 1."
    no_rows: str = "Tệp cách đọc sai ở «{key}»: ghi dòng đầu và dòng cuối của tiêu đề, ví dụ [5, 7]."
    no_column: str = "Tệp cách đọc sai ở «{key}»: ghi cột bằng chữ cái như trong Excel, ví dụ «C»."
    unknown_key: str = "Tệp cách đọc có mục lạ «{key}». Các mục dùng được: {names}."
    key_missing: str = "Tệp cách đọc thiếu mục «{key}». Bổ sung rồi chạy lại."
    not_allowed: str = "Tệp cách đọc sai ở «{key}»: chỉ nhận một trong {names}."

    # The command line.
    no_such_mapping: str = "Không có tệp cách đọc {path}."
    help_mapping: str = "đọc tệp theo cách đọc ghi trong tệp JSON này"
    help_save_mapping: str = "ghi cách đọc đã dùng ra tệp JSON"
    help_remember: str = "nhớ bố cục của tệp khi ghi vào kho"
    saved_mapping: str = "Đã ghi cách đọc ra {path}."
    no_mapping_to_save: str = "Chưa hiểu được tệp nên không có cách đọc để ghi ra."

    # What is remembered.
    remembered_note: str = "Nhớ bố cục của tệp {name}"
    answers_note: str = "Nhớ cách gọi trong tệp {name}"

    # The step on the screen.
    step: str = "Cách đọc tệp"
    step_lead_open: str = "Xem lại cách đọc tệp, sửa ở dưới nếu cần rồi bấm «Đọc lại theo cách này»."
    # columns
    numbers_unread: str = (
        "Có cột số liệu chưa được đọc: {columns}. Cho biết đó là gì, hoặc để nguyên nếu không cần nạp."
    )
    correct: str = "Sửa cách đọc"
    nothing_understood: str = "Chưa tìm được bảng số liệu trong tệp. Chọn trang cần đọc và cho biết từng cột là gì."
    # what
    understood: str = "Đã hiểu: {what}."
    # name
    sheet_one: str = "trang {name}"
    # first, last, count
    sheet_many: str = "{count} trang, từ {first} đến {last}"
    # count
    tables_many: str = "{count} bảng"
    # rows
    header_rows: str = "dòng tiêu đề {rows}"
    header_rows_differ: str = "dòng tiêu đề khác nhau giữa các bảng"
    # header, letter
    column_at: str = "{header} ở cột {letter}"
    # count, header
    value_columns: str = "{count} cột {header}"
    # header, value
    constant_is: str = "{header}: {value}"
    from_sheet: str = "lấy từ tên trang"
    from_title: str = "lấy từ dòng trên bảng"
    from_file: str = "lấy từ tên tệp"
    sheet_hidden: str = "trang ẩn"
    sheet_skipped: str = "bỏ qua"
    sheet_unread: str = "chưa đọc"
    sheet: str = "Trang"
    table: str = "Bảng"
    # number, columns, row
    table_option: str = "Bảng {number} (cột {columns}, từ dòng {row})"
    read_sheet: str = "Đọc trang này"
    not_read: str = "không đọc"
    numbers_not_read: str = "số liệu chưa đọc"
    of_other_table: str = "bảng khác"
    header_first: str = "Tiêu đề từ dòng"
    header_last: str = "đến dòng"
    last_row: str = "Dòng cuối của bảng"
    to_the_end: str = "đến hết trang"
    shape: str = "Bảng xếp theo kiểu"
    shapes: Mapping[str, str] = field(
        default_factory=lambda: {
            "long": "Mỗi dòng một số liệu",
            "criteria": "Tỉnh theo dòng, tiêu chí theo cột",
            "entities": "Tiêu chí theo dòng, tỉnh theo cột",
            "periods": "Năm theo cột",
            "sheets": "Mỗi trang một năm",
        }
    )
    # names
    missing: str = "Chưa biết: {names}."
    # sheet
    grid_caption: str = "Trang {sheet}, như phần mềm đang hiểu"
    # count
    more_columns: str = "Còn {count} cột ở bên phải; xem trong danh sách cột ở dưới."
    constants: str = "Nội dung chung cho cả bảng"
    constants_lead: str = "Những gì không ghi ở cột nào: chọn một giá trị, hoặc cho biết lấy từ đâu."
    # header
    constant_missing: str = "{header} (cần chọn)"
    constant_none: str = "Không ghi"
    # value
    constant_default: str = "Không ghi (hiểu là {value})"
    # place, text
    constant_from: str = "{place}: «{text}»"
    columns: str = "Từng cột là gì"
    columns_lead: str = "Cột nào đọc đúng thì để nguyên."
    # letter, words
    column_role: str = "Cột {letter} · {words}"
    column_no_words: str = "không có tiêu đề"
    # header
    # header, subject
    of_header: str = "{header} theo {subject}"
    # header, letter
    says: str = "{header} của cột {letter}"
    says_none: str = "Chưa chọn"
    spread: str = "Áp dụng cho mọi trang"
    reread: str = "Đọc lại theo cách này"
    edited: str = "Đã sửa cách đọc nhưng chưa đọc lại. Kết quả kiểm tra bên dưới vẫn theo cách đọc cũ."
    automatic: str = "Trở về cách đọc tự động"
    export: str = "Tải cách đọc (JSON)"
    json_label: str = "Dùng cách đọc đã lưu (tệp JSON)"
    remember: str = "Nhớ cách đọc này cho tệp cùng bố cục"
    carried: str = "Tệp có cùng bố cục với tệp vừa sửa nên được đọc theo cách đã chọn và các câu đã trả lời cho tệp đó."
    previous: str = "Cột trước"
    next: str = "Cột tiếp theo"
    # first, last, count
    page_of: str = "Cột {first}–{last} trong {count}"
