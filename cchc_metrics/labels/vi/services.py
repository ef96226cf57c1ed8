"""What the use cases say of themselves: refusals, general reasons, notes of entries made by the system."""

from cchc_metrics.labels.texts.services import ServicesTexts

TEXTS = ServicesTexts(
    total="Tổng điểm",
    points="điểm",
    loading_reference="Đang nạp số liệu đã công bố: {title} ({name})",
    loaded_reference="Đã nạp xong số liệu đã công bố",
    reference_refused="Tệp số liệu kèm theo {name} không hợp lệ tại ô {cell}: {message}",
    reference_note="Số liệu đã công bố, kèm theo phần mềm",
    unknown_kind="Không có loại dữ liệu «{name}». Các loại hiện có: {names}.",
    unknown_index="Không có bộ chỉ số «{index}». Các bộ chỉ số hiện có: {names}.",
    unknown_node="Bộ tiêu chí {index} năm {period} không có tiêu chí «{node}».",
    unknown_entity="Không có đơn vị «{name}». Ghi tên như trên màn hình, ví dụ «Quảng Trị (cũ)».",
    no_scores="Chưa có điểm {index}, tiêu chí {node}, kỳ {period}. Nạp số liệu hoặc chọn kỳ khác.",
    no_scores_on_base="Kỳ {period} được công bố theo {own} tỉnh, chưa có số theo {base} tỉnh.",
    plan_has_errors="Tệp còn lỗi nên chưa nạp. Sửa các ô đã nêu rồi tải lại tệp.",
    reason_needed="Tệp còn cảnh báo nên chưa nạp. Ghi lý do vẫn nạp vào ô ghi chú (dòng lệnh: --note) rồi xác nhận "
    "lại.",
    kind_not_recognised=(
        "Không nhận ra loại dữ liệu của tệp. Dùng tệp mẫu trong trang Nạp dữ liệu, "
        "hoặc đặt tiêu đề cột như tệp mẫu ở hàng đầu tiên."
    ),
    framework_changed="Bộ tiêu chí thay đổi giữa hai năm nên không so sánh điểm",
    max_changed="Điểm tối đa của tiêu chí thay đổi giữa hai năm nên không so sánh điểm",
    not_comparable="Hai năm không so sánh được",
    no_parts="{index} năm {period} chưa có bảng tiêu chí thành phần của «{node}». Nạp bộ tiêu chí để xem khoảng cách.",
    not_allowed="{name} chưa được giao quyền làm việc này. Liên hệ quản trị để được cấp quyền.",
    percentage_points="điểm phần trăm",
    percentage_points_short="điểm %",
    reading_file="Đang đọc tệp",
    checking_cells="Đang kiểm tra từng ô",
    comparing="Đang so với số liệu đang có",
    and_word="và",
)
