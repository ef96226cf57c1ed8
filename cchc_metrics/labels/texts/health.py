"""The state of the system: limits, repairs, checks."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HealthTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Tình trạng hệ thống"
    finding: str = "Dữ liệu ở phiên bản {version}; lần ghi gần nhất lúc {moment}, do {who} thực hiện. {limits}"
    finding_empty: str = "Kho dữ liệu chưa có lượt ghi nào. {limits}"
    all_on: str = "Mọi giới hạn khi đọc tệp tải lên đều đang áp dụng."
    some_off: str = "Giới hạn chưa áp dụng được trên máy chủ này: {names}."
    read_only: str = "Kho dữ liệu đang chỉ cho đọc, chưa nạp hay sửa được. {reason}"
    repaired: str = "Khi khởi động, hệ thống đã tự khắc phục: {sentences}"
    store_caption: str = "Kho dữ liệu, xem lúc {moment}"
    item: str = "Mục"
    value: str = "Hiện trạng"
    version: str = "Phiên bản dữ liệu"
    version_value: str = "{version} (số lượt ghi trong nhật ký)"
    nothing_yet: str = "Chưa có lượt ghi nào"
    last_entry: str = "Lần ghi gần nhất"
    last_entry_value: str = "{moment}, {who}: {what}"
    typed: str = "nhập trực tiếp trên màn hình"
    at_start: str = "Khắc phục khi khởi động"
    at_start_fine: str = "Không phải khắc phục gì"
    looked_over: str = "Đối chiếu sau khi mở"
    looked_over_not_yet: str = "Đang đối chiếu tệp lưu trữ, nhật ký và số liệu; tải lại trang để xem kết quả"
    looked_over_fine: str = "Đủ tệp lưu trữ, nhật ký nối đúng chuỗi, số liệu trùng với lượt ghi cuối"
    aside_title: str = "Tệp được giữ riêng"
    aside_lead: str = (
        "Hệ thống không xoá tệp hỏng hay tệp lạ mà chuyển vào thư mục set-aside trong thư mục dữ liệu. "
        "Xoá được khi đã chắc chắn không cần nữa."
    )
    # count
    aside_caption: str = "{count} tệp, mới nhất trước"
    aside_moment: str = "Thời điểm"
    aside_name: str = "Tên trước đó"
    aside_reason: str = "Lý do"
    aside_size: str = "Dung lượng"
    # storage.aside.Reason -> words
    aside_reasons: Mapping[str, str] = field(
        default_factory=lambda: {
            "damaged": "cơ sở dữ liệu không đọc được, đã dựng lại từ nhật ký",
            "foreign": "cơ sở dữ liệu thuộc một nhật ký khác, đã dựng lại từ nhật ký",
            "different": "số liệu trong cơ sở dữ liệu khác với lượt ghi cuối, đã dựng lại từ nhật ký",
            "torn": "phần ghi dở ở cuối nhật ký, chưa thành lượt ghi",
            "replaced": "nhật ký trước khi được ghi lại bằng lệnh repair",
            "unnamed": "tệp lưu trữ không thuộc lượt ghi nào",
        }
    )
    can_store: str = "Nạp và sửa dữ liệu"
    can_store_yes: str = "Thực hiện được"
    folder: str = "Thư mục dữ liệu"
    journal: str = "Nhật ký (journal.jsonl)"
    journal_shared: str = "Nhật ký (trong PostgreSQL)"
    archive: str = "Kho lưu trữ tệp gốc"
    archive_value: str = "{size}, {count} tệp"
    database: str = "Cơ sở dữ liệu (dựng lại được từ nhật ký)"
    schema: str = "Cấu trúc cơ sở dữ liệu"
    # code
    schema_value: str = "đúng với phiên bản phần mềm đang chạy (mã {code})"
    sessions: str = "Phiên đăng nhập đang mở"
    sessions_local: str = "không đăng nhập, một người dùng tại máy"
    free: str = "Dung lượng đĩa còn trống"
    kilobytes: str = "{size} KB"
    megabytes: str = "{size} MB"
    gigabytes: str = "{size} GB"
    limits_title: str = "Giới hạn khi đọc tệp tải lên"
    limits_lead: str = (
        "Mỗi tệp tải lên được đọc trong một tiến trình riêng; tệp vượt giới hạn chỉ làm dừng tiến trình đó. "
        "Trạng thái dưới đây do chính tiến trình ấy báo lại trên máy chủ này."
    )
    limits_caption: str = "Giới hạn đang áp dụng: {on}/{count}"
    limit: str = "Giới hạn"
    level: str = "Mức"
    state: str = "Trạng thái"
    setting: str = "Biến môi trường"
    on: str = "Bật"
    off: str = "Tắt"
    fixed: str = "cố định"
    # workbooks.LimitState.name -> words
    limit_names: Mapping[str, str] = field(
        default_factory=lambda: {
            "file_mb": "Dung lượng tệp",
            "unpacked_mb": "Dung lượng sau khi giải nén",
            "ratio": "Tỷ lệ nén của một thành phần trên 8 MB",
            "members": "Số thành phần trong tệp nén",
            "sheets": "Số trang tính",
            "rows": "Số dòng mỗi trang",
            "parquet_rows": "Số dòng của tệp Parquet",
            "columns": "Số cột mỗi trang",
            "seconds": "Thời gian đọc",
            "cpu_seconds": "Thời gian xử lý của bộ vi xử lý",
            "memory_mb": "Bộ nhớ của tiến trình đọc",
            "privileges": "Quyền của tiến trình đọc",
            "files": "Tệp mà tiến trình đọc mở được",
            "network": "Kết nối mạng của tiến trình đọc",
            "programs": "Chương trình mà tiến trình đọc chạy được",
        }
    )
    # workbooks.LimitState.name -> {value} with its unit
    limit_values: Mapping[str, str] = field(
        default_factory=lambda: {
            "file_mb": "{value} MB",
            "unpacked_mb": "{value} MB",
            "ratio": "{value} lần",
            "members": "{value} thành phần",
            "sheets": "{value} trang",
            "rows": "{value} dòng",
            "parquet_rows": "{value} dòng",
            "columns": "{value} cột",
            "seconds": "{value} giây",
            "cpu_seconds": "{value} giây",
            "memory_mb": "{value} MB",
            "privileges": "không tăng thêm",
            "files": "chỉ thư viện phần mềm",
            "network": "không có",
            "programs": "không có",
        }
    )
    # workbooks.LimitState.reason -> sentence
    reasons: Mapping[str, str] = field(
        default_factory=lambda: {
            "": "",
            "system": "hệ điều hành của máy chủ không có giới hạn này; giới hạn thời gian đọc vẫn áp dụng",
            "lowered": "máy chủ chỉ cho phép mức này, thấp hơn mức đã đặt",
        }
    )
    libraries_title: str = "Phiên bản phần mềm và thư viện"
    libraries_lead: str = "Ghi kèm khi báo lỗi cho bộ phận kỹ thuật."
    libraries_caption: str = "Phần mềm này và các thư viện quyết định việc đọc tệp, lưu trữ, hiển thị"
    product: str = "CCHC Metrics"
    released: str = "phần mềm này, phát hành ngày {day}"
    library: str = "Phần mềm, thư viện"
    library_version: str = "Phiên bản"
    used_for: str = "Dùng để"
    # library -> what it does here
    uses: Mapping[str, str] = field(
        default_factory=lambda: {
            "Python": "chạy toàn bộ phần mềm",
            "duckdb": "cơ sở dữ liệu",
            "pyarrow": "lưu thay đổi của từng lượt nạp",
            "pandas": "tính toán chỉ số",
            "streamlit": "màn hình",
            "plotly": "biểu đồ",
            "python-calamine": "đọc bảng tính tự do",
            "fastexcel": "đọc nhanh bảng tính đều cột",
            "openpyxl": "ghi bản đánh dấu lỗi",
            "xlsxwriter": "tạo tệp mẫu và tệp tải về",
        }
    )
    verify_title: str = "Kiểm tra toàn bộ"
    verify_lead: str = (
        "Đọc lại chuỗi nhật ký, đối chiếu mọi tệp lưu trữ và dựng lại số liệu từ đầu để so với số liệu đang dùng. "
        "Không thay đổi gì; việc nạp dữ liệu tạm chờ trong lúc kiểm tra."
    )
    verify: str = "Kiểm tra toàn bộ"
    verifying: str = "Đang đọc lại nhật ký, đối chiếu tệp lưu trữ và dựng lại số liệu để so sánh"
    verified: str = (
        "Kiểm tra lúc {moment}: không phát hiện sai lệch. {entries} lượt ghi nối đúng chuỗi, tệp lưu trữ đủ và nguyên "
        "vẹn, {facts} số liệu dựng lại từ đầu trùng với số liệu đang dùng."
    )
    verify_found: str = (
        "Kiểm tra lúc {moment}: phát hiện {count} sai lệch. Sao lưu thư mục dữ liệu trước khi làm gì khác."
    )
    verify_failed: str = "Chưa kiểm tra được. {reason}"
    verify_older: str = "Đã có lượt ghi mới sau lần kiểm tra này (kiểm tra ở phiên bản {version})."
    problems_caption: str = "Sai lệch phát hiện được"
    problem: str = "Nội dung"


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
    failing: str = (
        "Lần sao lưu gần nhất KHÔNG thành công, dữ liệu mới chưa có bản sao. {reason} Sửa xong, bấm «Sao lưu và diễn "
        "tập ngay» ở trang Tình trạng hệ thống."
    )
    to_health: str = "Mở Tình trạng hệ thống"
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
