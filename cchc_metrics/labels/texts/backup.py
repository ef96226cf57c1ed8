"""Backups: making, proving, restoring, keeping; the whole data in files of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BackupTexts:
    """Placeholders in braces are filled with ``str.format``."""

    # folder
    not_made: str = (
        "Chưa ghi được bản sao lưu vào {folder}. Hãy kiểm tra thư mục có tồn tại, còn dung lượng và có quyền ghi; "
        "không có tệp dở nào được để lại."
    )
    copy_differs: str = (
        "Bản sao ở {folder} khác bản gốc nên đã bị bỏ. Hãy kiểm tra ổ đĩa hoặc đường truyền rồi làm lại."
    )
    # file
    no_backup: str = "{file} không phải bản sao lưu đọc được (có thể đã hỏng hoặc chép thiếu). Hãy chọn bản khác."
    other_files: str = "{file} chứa tệp không thuộc bản sao lưu nên không được dùng."
    # name
    damaged: str = "Tệp {name} trong bản sao lưu đã bị hỏng hoặc bị sửa. Hãy chọn bản sao lưu khác."
    # found, expected
    other_journal: str = "Nhật ký trong bản sao lưu kết thúc ở lượt {found}, không phải lượt {expected} như bản kê."
    other_counts: str = "Số lượng số liệu dựng lại khác bản kê."
    other_facts: str = "Số liệu dựng lại khác tổng kiểm tra trong bản kê."
    inconsistent: str = "Nhật ký và kho lưu trữ trong bản sao lưu không khớp nhau. Hãy chọn bản sao lưu khác."
    accounts_damaged: str = "Tệp tài khoản (access.sqlite) trong bản sao lưu không nguyên vẹn."
    # file, problems
    not_proven: str = "Không khôi phục từ {file}, thư mục dữ liệu giữ nguyên. {problems}"
    # seq, entries
    redacted_again: str = "Áp dụng lại lượt che {seq} sau khi khôi phục từ bản sao lưu có {entries} lượt"
    # seq
    not_redacted_again: str = (
        "Chưa che lại được nội dung đã che ở lượt {seq}: không có trong bản sao lưu hoặc máy này không có khoá của "
        "lượt đó. Người quản trị cần kiểm tra và che lại nếu còn."
    )
    # file
    no_phrase: str = (
        "Không đọc được mật khẩu sao lưu ở {file}. Hãy tạo tệp chứa một dòng mật khẩu, hoặc bỏ cấu hình này."
    )
    # file, count
    short_phrase: str = "Mật khẩu sao lưu ở {file} phải có ít nhất {count} ký tự."
    # file
    other_phrase: str = (
        "Không mở được {file}: bản sao lưu được mã hoá bằng mật khẩu khác, hoặc đã hỏng. Hãy đặt đúng tệp mật khẩu "
        "(CCHC_BACKUP_PASSPHRASE_FILE) rồi làm lại."
    )
    title: str = "Sao lưu và diễn tập khôi phục"
    lead: str = (
        "Bản sao lưu gồm nhật ký, tệp gốc, tài khoản và nhật ký truy cập; cơ sở dữ liệu được dựng lại từ nhật ký. "
        "Phần mềm tự sao lưu mỗi ngày và khôi phục thử ngay sau đó vào một thư mục tạm. Giữ 3 bản mới nhất, "
        "bản cuối mỗi ngày trong 7 ngày, mỗi tuần trong 8 tuần, mỗi tháng trong 24 tháng."
    )
    last: str = "Bản sao lưu gần nhất"
    # moment, entries, size
    last_value: str = "{moment}, {entries} lượt, {size}"
    none: str = "Chưa có bản sao lưu nào"
    last_drill: str = "Diễn tập khôi phục gần nhất"
    # moment, name, seconds
    drill_fine: str = "{moment}: khôi phục được {name} trong {seconds} giây, số liệu dựng lại trùng với bản kê"
    # moment, problems
    drill_failed: str = "{moment}: KHÔNG khôi phục được {name}. {problems}"
    drill_none: str = "Chưa diễn tập lần nào"
    folder: str = "Thư mục sao lưu"
    second: str = "Thư mục sao lưu thứ hai"
    second_none: str = "Chưa đặt (biến môi trường CCHC_BACKUP_SECOND)"
    too_old: str = "Bản sao lưu gần nhất đã quá 2 ngày. Hãy sao lưu ngay và kiểm tra thư mục sao lưu."
    drill_bad: str = "Lần diễn tập khôi phục gần nhất không thành công. Hãy sao lưu lại và diễn tập lại ngay."
    # reason
    failing: str = "Lần tự sao lưu gần nhất không thành công: {reason}"
    do: str = "Sao lưu và diễn tập ngay"
    doing: str = "Đang sao lưu, rồi khôi phục thử vào thư mục tạm để so với nhật ký"
    # name
    done: str = "Đã sao lưu vào {name} và khôi phục thử thành công."
    help_backup: str = "sao lưu toàn bộ dữ liệu rồi khôi phục thử để kiểm tra"
    help_out: str = "thư mục đặt bản sao lưu (mặc định: thư mục sao lưu đã cấu hình)"
    help_no_drill: str = "không khôi phục thử"
    help_restore: str = "khôi phục dữ liệu từ một bản sao lưu; thư mục hiện tại được giữ dưới tên khác"
    help_restore_file: str = "tệp sao lưu; bỏ trống để dùng bản mới nhất"
    # path, entries
    made: str = "Đã sao lưu {entries} lượt vào {path}."
    # seconds
    drilled: str = "Đã khôi phục thử trong {seconds} giây: số liệu dựng lại trùng với nhật ký."
    # entries, file
    restored: str = "Đã khôi phục {entries} lượt từ {file}."
    newest: str = "bản sao lưu mới nhất"
    # lost, before
    restored_lost: str = "{lost} lượt ghi sau bản sao lưu chỉ còn trong thư mục cũ {before}."
    # before
    restored_before: str = "Dữ liệu trước khi khôi phục được giữ ở {before}; xoá được khi đã chắc chắn không cần nữa."
    # seqs
    restored_redone: str = "Đã che lại những nội dung đã che ở lượt {seqs}."
    help_dump: str = "xuất toàn bộ số liệu ra CSV và Parquet kèm từ điển dữ liệu"
    help_dump_out: str = "thư mục để xuất"
    # kinds, facts, folder
    dumped: str = "Đã xuất {facts} số liệu của {kinds} loại vào {folder}, kèm từ điển dữ liệu (tu-dien.csv)."
