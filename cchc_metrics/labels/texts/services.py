"""What the use cases say of themselves: refusals, general reasons, notes of entries made by the system."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServicesTexts:
    """Placeholders in braces are filled with ``str.format``."""

    total: str = "Tổng điểm"
    points: str = "điểm"
    loading_reference: str = "Đang nạp số liệu đã công bố: {title}"
    loaded_reference: str = "Đã nạp xong số liệu đã công bố"
    reference_refused: str = "Tệp số liệu kèm theo {name} không hợp lệ tại ô {cell}: {message}"
    reference_note: str = "Số liệu đã công bố, kèm theo phần mềm"
    reference_withdrawn: str = (
        "Bản mới của số liệu kèm theo phần mềm; rút {count} dòng của bản trước mà bản này không còn nêu"
    )
    unknown_kind: str = "Không có loại dữ liệu «{name}». Các loại hiện có: {names}."
    unknown_index: str = "Không có bộ chỉ số «{index}». Các bộ chỉ số hiện có: {names}."
    unknown_node: str = "Bộ tiêu chí {index} năm {period} không có tiêu chí «{node}»."
    unknown_entity: str = "Không có đơn vị «{name}». Ghi tên như trên màn hình, ví dụ «Quảng Trị (cũ)»."
    no_scores: str = "Chưa có điểm {index}, tiêu chí {node}, kỳ {period}. Nạp số liệu hoặc chọn kỳ khác."
    no_scores_on_base: str = "Kỳ {period} được công bố theo {own} tỉnh, chưa có số theo {base} tỉnh."
    plan_has_errors: str = "Tệp còn lỗi nên chưa nạp. Sửa các ô đã nêu rồi tải lại tệp."
    reason_needed: str = (
        "Tệp còn cảnh báo nên chưa nạp. Ghi lý do vẫn nạp vào ô ghi chú (dòng lệnh: --note) rồi xác nhận lại."
    )
    framework_changed: str = "Bộ tiêu chí thay đổi giữa hai năm nên không so sánh điểm"
    max_changed: str = "Điểm tối đa của tiêu chí thay đổi giữa hai năm nên không so sánh điểm"
    not_comparable: str = "Hai năm không so sánh được"
    no_parts: str = (
        "{index} năm {period} chưa có bảng tiêu chí thành phần của «{node}». Nạp bộ tiêu chí để xem khoảng cách."
    )
    note_names_citizen: str = (
        "Ghi chú có số giống số căn cước công dân. Nhật ký giữ ghi chú vĩnh viễn, không xoá được về sau: bỏ số đó rồi "
        "ghi lại."
    )
    not_allowed: str = "{name} chưa được giao quyền làm việc này. Liên hệ quản trị để được cấp quyền."
    percentage_points: str = "điểm phần trăm"
    percentage_points_short: str = "điểm %"
    reading_file: str = "Đang đọc tệp"
    checking_cells: str = "Đang kiểm tra từng ô"
    comparing: str = "Đang so với số liệu đang có"
    and_word: str = "và"
