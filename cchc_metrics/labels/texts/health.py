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
