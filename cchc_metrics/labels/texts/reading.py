"""Why a file cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingTexts:
    """Why a file cannot be read.

    Placeholders in braces are filled with ``str.format``; every sentence may use {file}.
    """

    # What the file really is.
    is_empty: str = "Tệp «{file}» trống, không có dữ liệu. Hãy kiểm tra lại tệp gốc rồi nạp lại."
    is_html: str = (
        "Tệp «{file}» thực chất là trang web (HTML), không phải bảng tính. "
        "Hãy mở tệp bằng Excel, chọn Lưu thành «Sổ làm việc Excel (.xlsx)» rồi nạp tệp mới."
    )
    is_xml: str = (
        "Tệp «{file}» thực chất là tệp XML, không phải bảng tính. "
        "Hãy mở tệp bằng Excel, chọn Lưu thành «Sổ làm việc Excel (.xlsx)» rồi nạp tệp mới."
    )
    is_word: str = (
        "Tệp «{file}» thực chất là văn bản Word, không phải bảng tính. "
        "Hãy chép bảng số liệu sang tệp mẫu Excel rồi nạp tệp mẫu."
    )
    is_slides: str = (
        "Tệp «{file}» thực chất là bài trình chiếu, không phải bảng tính. "
        "Hãy chép bảng số liệu sang tệp mẫu Excel rồi nạp tệp mẫu."
    )
    is_pdf: str = (
        "Tệp «{file}» thực chất là tệp PDF, không phải bảng tính. "
        "Hãy xin bản Excel từ nơi gửi, hoặc nhập số liệu vào tệp mẫu rồi nạp tệp mẫu."
    )
    is_rtf: str = (
        "Tệp «{file}» thực chất là văn bản RTF, không phải bảng tính. "
        "Hãy chép bảng số liệu sang tệp mẫu Excel rồi nạp tệp mẫu."
    )
    is_image: str = (
        "Tệp «{file}» thực chất là hình ảnh, không phải bảng tính. Hãy nhập số liệu vào tệp mẫu rồi nạp tệp mẫu."
    )
    is_archive: str = (
        "Tệp «{file}» thực chất là tệp nén, không phải bảng tính. Hãy giải nén rồi nạp từng bảng tính bên trong."
    )
    is_program: str = (
        "Tệp «{file}» thực chất là chương trình máy tính, không phải bảng tính. "
        "Không mở tệp này và báo cho bộ phận công nghệ thông tin."
    )
    is_encrypted: str = (
        "Tệp «{file}» được đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu mở tệp, lưu lại rồi nạp lại."
    )
    is_damaged: str = (
        "Tệp «{file}» bị hỏng hoặc không trọn vẹn nên không đọc được. "
        "Hãy mở bằng Excel, lưu thành tệp .xlsx mới rồi nạp tệp mới, hoặc xin lại tệp từ nơi gửi."
    )
    is_macro_sheet: str = (
        "Tệp «{file}» có trang macro kiểu Excel 4.0, loại trang thường bị lợi dụng để phát tán mã độc nên hệ thống "
        "không mở. Hãy chép riêng bảng số liệu sang tệp .xlsx mới rồi nạp tệp mới, và báo cho bộ phận công nghệ "
        "thông tin nếu không rõ nguồn gốc tệp."
    )
    is_unknown: str = (
        "Tệp «{file}» không phải bảng tính mà hệ thống đọc được. "
        "Hãy dùng một trong các dạng: .xlsx, .xlsm, .xls, .xlsb, .ods, .csv, .parquet."
    )
    is_parquet_damaged: str = (
        "Tệp Parquet «{file}» bị hỏng hoặc không trọn vẹn nên không đọc được. "
        "Hãy xuất lại tệp từ phần mềm đã tạo ra nó rồi nạp lại, hoặc xin lại tệp từ nơi gửi."
    )
    is_parquet_encrypted: str = (
        "Tệp Parquet «{file}» được mã hoá nên không đọc được. Hãy xuất lại tệp không mã hoá rồi nạp lại."
    )
    # Which limit it exceeds, or what is wrong inside.
    # {size} {limit} in MB
    over_size: str = "Tệp «{file}» nặng {size} MB, vượt giới hạn {limit} MB. Hãy chia thành nhiều tệp rồi nạp lần lượt."
    # {size} {limit} in MB
    over_unpacked: str = (
        "Nội dung của tệp «{file}» khi mở ra chiếm {size} MB, vượt mức cho phép "
        "(tối đa {limit} MB, không nén bất thường). Hãy chép riêng phần số liệu sang tệp mới rồi nạp tệp mới."
    )
    over_sheets: str = (
        "Tệp «{file}» có {count} trang tính, vượt giới hạn {limit}. Hãy bỏ những trang tính không cần rồi nạp lại."
    )
    over_rows: str = (
        "Trang tính «{sheet}» của tệp «{file}» dài {count} dòng, vượt giới hạn {limit}. "
        "Hãy xoá những ô nằm xa dưới bảng, hoặc chia thành nhiều tệp."
    )
    over_columns: str = (
        "Trang tính «{sheet}» của tệp «{file}» rộng {count} cột, vượt giới hạn {limit}. "
        "Hãy xoá những ô nằm xa bên phải bảng rồi nạp lại."
    )
    over_cells: str = (
        "Trang tính «{sheet}» của tệp «{file}» trải trên {count} ô, vượt giới hạn {limit}. "
        "Hãy xoá những ô nằm xa bảng số liệu, hoặc chia thành nhiều tệp."
    )
    over_parquet_rows: str = (
        "Tệp Parquet «{file}» có {count} dòng, vượt giới hạn {limit}. Hãy chia thành nhiều tệp rồi nạp lần lượt."
    )
    over_parquet_columns: str = (
        "Tệp Parquet «{file}» có {count} cột, vượt giới hạn {limit}. Hãy bỏ những cột không cần rồi nạp lại."
    )
    over_parquet_cells: str = (
        "Tệp Parquet «{file}» có {count} ô, vượt giới hạn {limit}. "
        "Hãy bỏ những cột không cần, hoặc chia thành nhiều tệp."
    )
    # The limit in megabytes.
    over_parquet_memory: str = (
        "Đọc tệp Parquet «{file}» cần nhiều hơn {limit} MB bộ nhớ nên đã dừng. "
        "Hãy bỏ những cột không cần, hoặc chia thành nhiều tệp rồi nạp lần lượt."
    )
    # {column} its name, {type} as the file declares it
    over_column_type: str = (
        "Cột «{column}» của tệp «{file}» có kiểu {type}, không phải chữ, số hay ngày nên không đọc được. "
        "Hãy bỏ cột này hoặc xuất lại thành cột đơn giản rồi nạp lại."
    )
    # the limit in letters
    over_cell_text: str = (
        "Cột «{column}» của tệp «{file}» có ô dài hơn {limit} ký tự nên không đọc được. "
        "Hãy rút gọn nội dung ô đó hoặc bỏ cột rồi nạp lại."
    )
    # The limit in megabytes.
    over_memory: str = (
        "Đọc tệp «{file}» cần nhiều hơn {limit} MB bộ nhớ nên đã dừng; "
        "nguyên nhân thường là một ô lạc nằm rất xa bảng. Hãy chép riêng phần số liệu sang tệp mới rồi nạp tệp mới."
    )
    # The limit in seconds.
    over_time: str = (
        "Đọc tệp «{file}» quá {limit} giây nên đã dừng. Hãy chép riêng phần số liệu sang tệp mới rồi nạp tệp mới."
    )
    over_letters: str = (
        "Không nhận ra bảng mã chữ của tệp «{file}». Hãy lưu lại dạng «CSV UTF-8» hoặc .xlsx rồi nạp tệp mới."
    )
    over_quotes: str = (
        "Tệp «{file}» có dấu nháy kép đặt sai ở gần dòng {line} nên không chia được thành ô. "
        "Hãy mở bằng Excel, lưu thành tệp .xlsx rồi nạp tệp mới."
    )
    # {line} {limit} in letters
    over_text: str = (
        "Tệp «{file}» có ô dài hơn {limit} ký tự ở gần dòng {line} nên không đọc tiếp; thường là do tệp mất dấu xuống "
        "dòng hoặc dấu nháy kép không được đóng. Hãy mở bằng Excel, lưu thành tệp .xlsx rồi nạp tệp mới."
    )
