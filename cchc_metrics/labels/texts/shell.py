"""The frame around every page: navigation, first start, error boundary, footer."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ShellTexts:
    """The frame around every page: navigation, first start, error boundary, footer.

    Placeholders in braces are filled with ``str.format``.
    """

    product: str = "Chỉ số cải cách hành chính"
    brand: str = "Chỉ số CCHC"
    brand_line: str = "PAR INDEX · SIPAS · PAPI"
    menu: str = "Các nơi"
    meeting: str = "Chế độ họp"
    meeting_help: str = "Toàn màn hình, chữ lớn; phím mũi tên chuyển phần, phím Esc thoát"
    meeting_leave: str = "Thoát"
    language_warning: str = (
        "Ô chọn chưa lưu trên trang này sẽ trở về như cũ; chữ đã gõ và tệp đã chọn vẫn còn. Đổi ngôn ngữ?"
    )
    meeting_before: str = "Phần trước"
    meeting_next: str = "Phần sau"
    place_today: str = "Hôm nay"
    asks_today: str = "Đang ở đâu, có gì mới, cần quyết định gì"
    place_standing: str = "Vị trí"
    asks_standing: str = "Đứng thứ mấy"
    place_course: str = "Diễn biến"
    asks_course: str = "Lên hay xuống, vì sao"
    place_gains: str = "Cải thiện ở đâu"
    asks_gains: str = "Việc nào đáng làm, ai làm"
    place_goals: str = "Mục tiêu & kịch bản"
    asks_goals: str = "Cần đạt bao nhiêu, có kịp không"
    place_reports: str = "Báo cáo đơn vị"
    asks_reports: str = "Ai đã gửi, ai còn chậm"
    place_data: str = "Số liệu"
    asks_data: str = "Tìm, lấy, nạp, truy nguồn số liệu"
    place_settings: str = "Cài đặt & cách tính"
    asks_settings: str = "Danh mục, lịch, cách tính, tình trạng hệ thống"
    page_overview: str = "Tổng quan"
    page_ranking: str = "Xếp hạng"
    page_trend: str = "Xu hướng"
    page_gap: str = "Khoảng cách"
    page_explore: str = "Tra cứu & tải về"
    page_why: str = "Phân tích biến động"
    page_lost: str = "Điểm chưa đạt"
    page_lost_full: str = "Điểm chưa đạt & đơn vị phụ trách"
    page_lineage: str = "Hệ 34 tỉnh"
    page_atlas: str = "Bản đồ"
    page_trajectory: str = "Lộ trình mục tiêu"
    page_scenario: str = "Kịch bản"
    page_across: str = "So chỉ số khác"
    page_submit: str = "Nộp báo cáo"
    page_metrics: str = "Chỉ tiêu đơn vị"
    page_compile: str = "Tổng hợp & trình ký"
    page_board: str = "Tiến độ báo cáo"
    page_setup: str = "Danh mục & lịch"
    page_plan: str = "Kế hoạch năm"
    page_upload: str = "Nạp dữ liệu"
    page_targets: str = "Mục tiêu"
    page_origin: str = "Nguồn gốc số liệu"
    page_health: str = "Tình trạng hệ thống"
    page_story: str = "Kể nhanh"
    page_digest: str = "Bản tin tuần"
    page_audit: str = "Nhật ký truy cập"
    page_method: str = "Phương pháp & nguồn"
    first_start_title: str = "Đang chuẩn bị dữ liệu lần đầu"
    first_start_body: str = (
        "Hệ thống nạp các số liệu đã công bố kèm theo bản cài đặt. Việc này chỉ làm một lần, mất chưa đến một phút."
    )
    # done, count
    rebuilding: str = "Đang dựng lại cơ sở dữ liệu từ nhật ký: {done}/{count} lượt ghi"
    starting: str = "Đang mở kho dữ liệu"
    drawing: str = "Đang lấy số liệu …"
    opening: str = "Đang mở trang: lấy số liệu, dựng bảng và biểu đồ …"
    working: str = "Đang xử lý …"
    sideways: str = "Vuốt ngang để xem các cột còn lại →"
    no_secrets: str = (
        "Hệ thống không dùng cho bí mật nhà nước: không nạp, không ghi vào đây tài liệu, số liệu có độ mật."
    )
    error_title: str = "Chưa thực hiện được"
    error_unexpected: str = (
        "Có lỗi ngoài dự kiến nên phần này chưa hiển thị được. Hãy tải lại trang; nếu lỗi lặp lại, báo cho "
        "quản trị viên mã tra cứu bên dưới."
    )
    error_reference: str = "Mã tra cứu: {reference}"
    select_placeholder: str = "Chọn"
    select_many_placeholder: str = "Chọn một hoặc nhiều"
    select_none: str = "Không có mục nào khớp, hoặc đã chọn đủ số mục cho phép"
    upload_here: str = "hoặc kéo tệp vào đây"
    upload_browse: str = "Chọn tệp"
    choose_again: str = (
        "Máy chủ vừa khởi động lại nên tệp này không còn được giữ, chưa có gì được nạp. Hãy chọn lại tệp."
    )
    upload_refused: str = "Tệp quá lớn nên không được nhận. Chia thành nhiều tệp rồi chọn lại."
    building_file: str = "Đang tạo tệp"
    page_not_found: str = (
        "Địa chỉ này không có trang nào, nên trang đầu được mở. Đóng thông báo rồi chọn một nơi trong danh mục."
    )
    server_lost: str = (
        "Máy chủ chưa trả lời. Trang sẽ tự nối lại; nếu sau một phút vẫn vậy, hãy tải lại hoặc báo quản trị viên."
    )
    # Words that Streamlit keeps for screen readers, and the title of its dialog -> ours
    hidden: Mapping[str, str] = field(
        hash=False,  # the texts of a language are the key of its stylesheet
        default_factory=lambda: {
            "Skip to main content": "Chuyển tới nội dung chính",
            "Choose date": "Chọn ngày",
            # What follows these is ours
            "Help for ": "Giải thích: ",
            "Remove ": "Bỏ ",
            "day, ": "ngày, ",
            "month, ": "tháng, ",
            "year, ": "năm, ",
            "on or before ": "Ngày này không chọn được. Chọn một ngày không sau ",
            "on or after ": "Ngày này không chọn được. Chọn một ngày không trước ",
            "between ": "Ngày này không chọn được. Chọn một ngày trong khoảng ",
            "Open sidebar": "Mở danh mục",
            "Close sidebar": "Đóng danh mục",
            "Collapse sidebar": "Đóng danh mục",
            "Expand sidebar": "Mở danh mục",
            "open": "mở danh sách",
            "Open": "Mở danh sách",
            "Clear all": "Xóa hết",
            "Clear value": "Xóa",
            "clear value": "xóa",
            "Clear": "Xóa",
            "Close": "Đóng",
            "Remove": "Bỏ",
            "Delete": "Bỏ",
            "Help": "Giải thích",
            "Show suggestions": "Mở danh sách",
            "Suggestions": "Danh sách",
            "Calendar": "Lịch",
            "Next": "Tháng sau",
            "Previous": "Tháng trước",
            "Next month.": "Tháng sau",
            "Previous month.": "Tháng trước",
            "Select a date.": "Chọn ngày",
            "Select a month.": "Chọn tháng",
            "Select a year.": "Chọn năm",
            "Calendar.": "Lịch",
            "Choose a date": "Chọn ngày",
            "day": "ngày",
            "month": "tháng",
            "year": "năm",
            "Selected values": "Đã chọn",
            "Empty": "chưa nhập",
            "Search": "Tìm",
            "Loading": "Đang tải",
            "Upload file": "Chọn tệp",
            "file upload": "Chọn tệp",
            "Remove file": "Bỏ tệp",
            "Show password text": "Hiện chữ",
            "Hide password text": "Ẩn chữ",
            "Main menu": "Bảng chọn",
            "App content": "Nội dung",
            "Sidebar": "Thanh bên",
            "Sidebar navigation": "Danh mục",
        },
    )
