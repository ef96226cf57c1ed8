"""The frame around every page: navigation, first start, error boundary, footer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShellTexts:
    """The frame around every page: navigation, first start, error boundary, footer.

    Placeholders in braces are filled with ``str.format``.
    """

    product: str = "Chỉ số cải cách hành chính"
    brand: str = "Chỉ số CCHC"
    brand_line: str = "PAR INDEX · SIPAS · PAPI"
    group_view: str = "Xem"
    group_analysis: str = "Phân tích"
    group_reports: str = "Báo cáo đơn vị"
    group_data: str = "Dữ liệu"
    group_admin: str = "Quản trị"
    group_guide: str = "Hướng dẫn"
    page_overview: str = "Tổng quan"
    page_ranking: str = "Xếp hạng"
    page_trend: str = "Xu hướng"
    page_gap: str = "Khoảng cách mục tiêu"
    page_explore: str = "Tra cứu & tải về"
    page_why: str = "Phân tích biến động"
    page_lost: str = "Điểm chưa đạt"
    page_lost_full: str = "Điểm chưa đạt & đơn vị phụ trách"
    page_lineage: str = "Sắp xếp tỉnh"
    page_atlas: str = "Bản đồ"
    page_trajectory: str = "Lộ trình mục tiêu"
    page_scenario: str = "Kịch bản"
    page_across: str = "Đối chiếu ba chỉ số"
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
    page_audit: str = "Nhật ký truy cập"
    page_method: str = "Phương pháp & nguồn"
    first_start_title: str = "Đang chuẩn bị dữ liệu lần đầu"
    first_start_body: str = (
        "Hệ thống nạp các số liệu đã công bố kèm theo bản cài đặt. Việc này chỉ làm một lần, mất chưa đến một phút."
    )
    # done, count
    rebuilding: str = "Đang dựng lại cơ sở dữ liệu từ nhật ký: {done}/{count} lượt ghi"
    starting: str = "Đang mở kho dữ liệu"
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
    select_none: str = "Không còn mục nào để chọn"
    upload_here: str = "hoặc kéo tệp bảng tính vào đây"
    upload_browse: str = "Chọn tệp"
    upload_refused: str = "Tệp quá lớn nên không được nhận. Chia thành nhiều tệp rồi chọn lại."
    building_file: str = "Đang tạo tệp"
    skip_to_content: str = "Chuyển tới nội dung chính"
    page_not_found: str = (
        "Không mở được trang này, hoặc máy chủ chưa trả lời. Hãy tải lại, hoặc chọn một trang trong danh mục."
    )
