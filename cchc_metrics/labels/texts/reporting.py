"""The reporting cycle: board, units' forms, documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReportingTexts:
    """Placeholders in braces are filled with ``str.format``."""

    help_status: str = "tiến độ báo cáo của các đơn vị tại một ngày"
    help_on: str = "ngày xem tiến độ, dạng NĂM-THÁNG-NGÀY; mặc định là hôm nay"
    states: Mapping[str, str] = field(
        default_factory=lambda: {
            "exempt": "được miễn",
            "not_sent": "chưa gửi",
            "incomplete": "đã gửi, chưa đủ",
            "nil": "báo không phát sinh",
            "sent": "đã gửi",
            "approved": "thủ trưởng đã duyệt",
            "returned": "trả lại",
            "accepted": "đã duyệt",
        }
    )
    late: str = "trễ {days} ngày"
    on_time: str = "trong hạn"
    no_due: str = "chưa đặt hạn nộp"
    status_line: str = "{unit} · {form} · {period}: {state}, {late} (hạn {due})"
    period_line: str = "{period}: từ {start} đến {end}, UBND tỉnh gửi Bộ Nội vụ trước {due}"
    task_without_unit: str = "Nhiệm vụ {task}: chưa khai báo đơn vị"
    form_first_sheet: str = "Thông tin"
    form_unit: str = "Đơn vị báo cáo"
    form_form: str = "Biểu"
    form_period: str = "Kỳ báo cáo"
    form_due: str = "Hạn gửi phòng Hành chính - Tổ chức"
    form_how: tuple[str, ...] = (
        "Chỉ nhập vào các ô nền vàng. Ô nền xám là số đã có trong hệ thống, để đối chiếu.",
        "Mỗi nhiệm vụ là một trang. Nhiệm vụ không có gì phát sinh thì đánh dấu x ở dòng «Không phát sinh trong kỳ».",
        "Ô để trống là chưa báo cáo, khác với số 0. Không xoá cột mã ở bên trái và không đổi tên các trang.",
        "Báo cáo 6 tháng và báo cáo năm ghi số luỹ kế từ đầu kỳ, không ghi riêng của quý.",
        "Nhập xong, lưu tệp và nộp tại trang «Nộp báo cáo», hoặc gửi cho phòng Hành chính - Tổ chức.",
    )
    form_nil: str = "Không phát sinh trong kỳ (đánh dấu x)"
    form_headers: tuple[str, ...] = (
        "Mã",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kỳ trước",
        "Luỹ kế từ đầu năm",
        "Số liệu kỳ này",
        "Ghi chú, giải trình",
    )
    form_computed: str = "Hệ thống tự tính"
    form_texts: str = "Nội dung báo cáo"
    # code of a part of the narrative -> what is asked
    form_text_parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "ket-qua": "Kết quả thực hiện",
            "ton-tai": "Tồn tại, hạn chế",
            "nguyen-nhan": "Nguyên nhân",
            "kien-nghi": "Kiến nghị, đề xuất",
            "ky-toi": "Nhiệm vụ kỳ tới",
        }
    )
    form_evidence: str = "Minh chứng"
    form_evidence_title: str = "Tên tài liệu, số, ngày"
    form_evidence_row: str = "Tài liệu kèm theo"
    form_link: str = "Nơi lưu"
    code_unknown: str = (
        "Mã «{code}» không thuộc báo cáo của đơn vị trong kỳ này. Xoá dòng, hoặc lấy lại biểu mẫu của kỳ."
    )
    code_became_number: str = (
        "Mã «{code}» đã bị đổi thành số nên không phân biệt được 4.1 với 4.10. Đặt ô về dạng chữ rồi gõ lại mã."
    )
    code_twice: str = "Mã «{code}» đã có ở trang «{sheet}», dòng {row}. Giữ lại một dòng."
    tick_unknown: str = "Đánh dấu x nếu không phát sinh, hoặc để trống."
    nil_contradicted: str = (
        "Nhiệm vụ {task} được đánh dấu không phát sinh nhưng vẫn có số liệu ở {codes}. Bỏ dấu x hoặc sửa số."
    )
    not_a_number: str = "Ô này phải là một con số, đơn vị tính: {measure}. Ghi chữ vào cột ghi chú."
    two_readings: str = "Có hai cách đọc: {one} hoặc {other}. Gõ lại, không dùng dấu chấm phân cách."
    too_large: str = "Con số quá lớn. Kiểm tra lại đơn vị tính."
    negative: str = "Số liệu này không thể âm. Kiểm tra lại."
    yes_no: str = "Trả lời Có hoặc Không."
    not_owed: str = (
        "Đơn vị «{unit}» không phải nộp biểu «{form}» trong {period}. Xem lại danh mục đơn vị và phân công nhiệm vụ."
    )
    no_such_period: str = "Không có kỳ báo cáo «{period}». Ghi dạng 2026-Q1, 2026-6M, 2026-Q3 hoặc 2026-FY."
    form_task: str = "Nhiệm vụ {task}. {name}"
    form_bound: str = "Mức phải đạt: {bound}"
    identity_unknown: str = (
        "Không biết báo cáo này của đơn vị nào, kỳ nào. Lấy lại biểu mẫu của đơn vị tại trang «Nộp báo cáo» "
        "rồi nhập vào đó."
    )
    period_signed: str = (
        "Báo cáo tổng hợp của kỳ đã ký số {number} ngày {day}. Số liệu nạp lúc này là đính chính và phải ghi lý do."
    )
    check_failed: str = (
        "{message}: {expression}, đang là {left} và {right}. Sửa số hoặc ghi giải trình vào cột ghi chú."
    )
    opening_differs: str = (
        "Số tồn đầu kỳ là {given}, khác {due} tính từ báo cáo {period}. Sửa số hoặc ghi giải trình vào cột ghi chú."
    )
    cumulative_below: str = (
        "Số luỹ kế {given} nhỏ hơn {part} đã báo cáo trong {period}. Báo cáo này ghi số luỹ kế từ đầu kỳ."
    )
    unusual: str = (
        "{given} cao hơn hẳn mức thường thấy {usual} của chính đơn vị ({count} kỳ trước). Xem lại nếu gõ nhầm."
    )
    tasks_empty: str = "Chưa có nội dung ở nhiệm vụ {tasks}. Báo cáo được nhận ở trạng thái «đã gửi, chưa đủ»."
    acts: Mapping[str, str] = field(
        default_factory=lambda: {
            "submitted": "gửi báo cáo",
            "approved": "thủ trưởng duyệt",
            "accepted": "tiếp nhận",
            "returned": "trả lại",
            "reopened": "mở lại",
            "chased": "đôn đốc",
            "frozen": "chốt kỳ",
        }
    )
    act_note: str = "{act}: {unit}, {period}"
    act_out_of_order: str = "Không thể {act} khi việc gần nhất là {stands}."
    not_sent_yet: str = "Đơn vị chưa gửi báo cáo nên chưa thể duyệt, tiếp nhận hay trả lại."
    return_needs_reason: str = "Ghi lý do trả lại để đơn vị biết phải sửa gì."
    decision_needs_reason: str = "Ghi lý do và người cho phép."
    decision_note: str = "Hạn nộp của {unit}, {period}: {reason}"
    plan_sheet: str = "Kế hoạch năm"
    plan_sheet_title: str = "Các mục của Kế hoạch cải cách hành chính năm {year} do đơn vị chủ trì"
    plan_due: str = "Thời hạn theo kế hoạch: {day}"
    above_most: str = "Số liệu này không vượt quá {most}. Kiểm tra lại."
