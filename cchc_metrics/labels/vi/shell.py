"""The frame around every page: navigation, first start, error boundary, footer."""

from cchc_metrics.labels.texts.shell import ShellTexts

TEXTS = ShellTexts(
    product="Chỉ số cải cách hành chính",
    brand="Chỉ số CCHC",
    brand_line="PAR INDEX · SIPAS · PAPI",
    group_view="Xem",
    group_analysis="Phân tích",
    group_reports="Báo cáo đơn vị",
    group_data="Dữ liệu",
    group_admin="Quản trị",
    group_guide="Hướng dẫn",
    page_overview="Tổng quan",
    page_ranking="Xếp hạng",
    page_trend="Xu hướng",
    page_gap="Khoảng cách mục tiêu",
    page_explore="Tra cứu & tải về",
    page_why="Phân tích biến động",
    page_lost="Điểm chưa đạt",
    page_lost_full="Điểm chưa đạt & đơn vị phụ trách",
    page_lineage="Sắp xếp tỉnh",
    page_atlas="Bản đồ",
    page_trajectory="Lộ trình mục tiêu",
    page_scenario="Kịch bản",
    page_across="Đối chiếu ba chỉ số",
    page_submit="Nộp báo cáo",
    page_metrics="Chỉ tiêu đơn vị",
    page_compile="Tổng hợp & trình ký",
    page_board="Tiến độ báo cáo",
    page_setup="Danh mục & lịch",
    page_plan="Kế hoạch năm",
    page_upload="Nạp dữ liệu",
    page_targets="Mục tiêu",
    page_origin="Nguồn gốc số liệu",
    page_health="Tình trạng hệ thống",
    page_method="Phương pháp & nguồn",
    first_start_title="Đang chuẩn bị dữ liệu lần đầu",
    first_start_body=(
        "Hệ thống nạp các số liệu đã công bố kèm theo bản cài đặt. Việc này chỉ làm một lần, mất chưa đến một phút."
    ),
    starting="Đang mở kho dữ liệu",
    error_title="Chưa thực hiện được",
    error_unexpected=(
        "Có lỗi ngoài dự kiến nên phần này chưa hiển thị được. Hãy tải lại trang; nếu lỗi lặp lại, báo cho "
        "quản trị viên mã tra cứu bên dưới."
    ),
    error_reference="Mã tra cứu: {reference}",
    select_placeholder="Chọn",
    select_many_placeholder="Chọn một hoặc nhiều",
    select_none="Không còn mục nào để chọn",
    upload_here="hoặc kéo tệp bảng tính vào đây",
    upload_browse="Chọn tệp",
    building_file="Đang tạo tệp",
    upload_refused="Tệp quá lớn nên không được nhận. Chia thành nhiều tệp rồi chọn lại.",
    skip_to_content="Chuyển tới nội dung chính",
    page_not_found=(
        "Không mở được trang này, hoặc máy chủ chưa trả lời. Hãy tải lại, hoặc chọn một trang trong danh mục."
    ),
)
