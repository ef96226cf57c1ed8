"""What the intake asks and tells beyond single cells: what is left unread, what a mark means, which year is meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IntakeTexts:
    """Placeholders in braces are filled with ``str.format``."""

    # key
    no_area: str = (
        "Tệp cách đọc sai ở «{key}»: ghi vùng ô như trong Excel, ví dụ «C:C» (cả cột), «41:63» (các dòng) hoặc «B3:D6»."
    )
    # area
    left_out: str = "Vùng {area} được bỏ qua theo cách đọc tệp; vẫn còn trong tệp gốc."
    # rows
    rows_unread: str = (
        "Dòng {rows} có số liệu như trong bảng nhưng không được đọc. Trong «Cách đọc tệp» cho bảng đến hết các dòng "
        "này, hoặc trả lời là bỏ các dòng này."
    )
    rows_title: str = "Dòng {rows} nằm trên bảng, được coi là tên bảng và phần đầu văn bản nên không phải số liệu."
    rows_repeat_table: str = (
        "Dòng {rows} lặp lại tiêu đề và tên có sẵn trong bảng (bảng tra cứu, thứ hạng) nên không được đọc. Kiểm tra "
        "xem có số liệu nào chỉ nằm ở đây không."
    )
    rows_below_end: str = (
        "Dòng {rows} có số liệu nhưng nằm dưới dòng cuối của bảng theo cách đọc tệp nên không được đọc."
    )
    # column, header
    column_left: str = (
        "Cột {column} «{header}» có số liệu, tiêu đề nói đến tiêu chí hoặc năm, nhưng không được đọc. Trong «Cách đọc "
        "tệp» cho biết cột này là gì, hoặc trả lời là bỏ cột này."
    )
    column_figures_headed: str = (
        "Cột {column} «{header}» có số liệu nhưng không có trong mẫu nên không được nạp; vẫn còn trong tệp gốc. Nếu "
        "là số liệu cần nạp, cho biết cột này là gì trong «Cách đọc tệp»."
    )
    column_figures: str = (
        "Cột {column} có số liệu nhưng không có tiêu đề nên không được nạp; vẫn còn trong tệp gốc. Nếu là số liệu cần "
        "nạp, cho biết cột này là gì trong «Cách đọc tệp»."
    )
    # count, columns
    columns_figures: str = (
        "Có {count} cột số liệu không có trong mẫu (cột {columns} …) nên không được nạp; vẫn còn trong tệp gốc. Nếu có "
        "số liệu cần nạp, cho biết cột đó là gì trong «Cách đọc tệp»."
    )
    # columns
    columns_same: str = (
        "Các cột {columns} cùng nói về một tiêu chí, một kỳ nhưng số liệu khác nhau. Cho biết đọc cột nào, hoặc trong "
        "«Cách đọc tệp» sửa nội dung của từng cột."
    )
    # columns, first
    columns_repeat: str = "Các cột {columns} ghi cùng một số liệu nên chỉ đọc cột {first}."
    # Answers to what is not read: rows · column · column
    leave_rows: str = "Bỏ các dòng {rows}, không nạp"
    leave_column: str = "Bỏ cột {column}, không nạp"
    read_column: str = "Đọc cột {column}, bỏ các cột còn lại"
