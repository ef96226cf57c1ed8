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
        "Chỉ tiêu có dấu (*) là bắt buộc: không phát sinh thì ghi 0; để trống là chưa báo cáo.",
        "Không xoá cột mã ở bên trái. Chỉ các ô vàng được đọc; nội dung ghi ở nơi khác sẽ được liệt kê để chuyển lại.",
        "Báo cáo 6 tháng và báo cáo năm ghi số luỹ kế từ đầu kỳ, không ghi riêng của quý.",
        "Trước khi gửi, xem trang «Trước khi gửi»: cột «Còn trống» bằng 0 là đủ.",
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
    check_failed: str = "{words}. Sửa số hoặc ghi giải trình vào cột ghi chú."
    opening_differs: str = (
        "Số tồn đầu kỳ là {given}, khác {due} tính từ báo cáo {period}. Sửa số hoặc ghi giải trình vào cột ghi chú."
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
            "remarked": "nhận xét",
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
    plan_with: str = "(phối hợp)"
    plan_due: str = "Thời hạn theo kế hoạch: {day}"
    above_most: str = "Số liệu này không vượt quá {most}. Kiểm tra lại."
    # lines of the cover of earlier templates
    form_how_before: tuple[str, ...] = (
        "Mỗi nhiệm vụ là một trang. Nhiệm vụ không có gì phát sinh thì đánh dấu x ở dòng «Không phát sinh trong kỳ».",
        "Ô để trống là chưa báo cáo, khác với số 0. Không xoá cột mã ở bên trái và không đổi tên các trang.",
        "Báo cáo 6 tháng và báo cáo năm ghi số luỹ kế từ đầu kỳ, không ghi riêng của quý.",
        "Nhập xong, lưu tệp và nộp tại trang «Nộp báo cáo», hoặc gửi cho phòng Hành chính - Tổ chức.",
    )
    form_required: str = "Chỉ tiêu có dấu (*) là bắt buộc: không phát sinh thì ghi 0."
    form_locked: str = (
        "Trang được khoá để mã và tên chỉ tiêu không bị đổi; ô vàng vẫn nhập được. Cần nói thêm, ghi ở phần nội dung."
    )
    form_opening: str = "Số đầu kỳ theo báo cáo {period}. Nếu khác, sửa và ghi giải trình."
    group_choice: str = "Nhóm {number}"
    group_unknown: str = "Chọn từ nhóm 1 đến nhóm {most}."
    form_groups: str = (
        "Nhóm 1: tự bảo đảm chi thường xuyên và chi đầu tư. Nhóm 2: tự bảo đảm chi thường xuyên. Nhóm 3: tự bảo đảm "
        "một phần chi thường xuyên (từ 10% đến dưới 100%). Nhóm 4: Nhà nước bảo đảm chi thường xuyên (dưới 10%)."
    )
    form_beside: str = "Số đơn vị đã ghi ở biểu khác của cùng kỳ. Nếu khác, sửa và ghi giải trình."
    other_form: str = (
        "Đơn vị ghi {given}, biểu khác của cùng kỳ ghi {due}. Sửa cho hai biểu khớp nhau hoặc ghi giải trình."
    )
    form_check_sheet: str = "Trước khi gửi"
    form_check_lead: str = "Cột «Còn trống» phải bằng 0 ở mọi dòng thì báo cáo mới đủ."
    form_check_headers: tuple[str, ...] = ("Nhiệm vụ", "Số phải điền", "Còn trống")
    form_check_total: str = "Cộng"
    form_cumulative: str = "Số liệu luỹ kế {period}"
    none_word: str = "«{written}» không phải là số. Không phát sinh thì ghi 0; chưa có số thì để trống."
    several_numbers: str = "«{written}» có thể là {one}, là {other}, hay {one} trong số {other}. Gõ một con số."
    noted_number: str = "Đọc «{written}» là con số đứng trước dấu chú thích."
    formula_uncomputed: str = (
        "Công thức {formula} chưa được tính. Mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng nội dung."
    )
    formula_error: str = "Công thức trong ô báo lỗi {error}. Sửa công thức hoặc gõ thẳng nội dung."
    became_date: str = (
        "Chương trình bảng tính đã đổi ô này thành ngày {date}; có lẽ định gõ «{one}» hoặc «{other}». "
        "Đặt ô về dạng số rồi gõ lại một con số."
    )
    became_date_unknown: str = "Chương trình bảng tính đã đổi ô này thành ngày. Đặt ô về dạng số rồi gõ lại một con số."
    shown_as_date: str = (
        "Ô đang ở dạng ngày, giờ nên không đọc thành số; con số trong ô là {number}. Đặt ô về dạng số rồi gõ lại."
    )
    shown_as_percent: str = (
        "Ô đang ở dạng phần trăm ({given}%), chỉ tiêu này tính bằng {measure}. Đặt ô về dạng số rồi gõ lại con số."
    )
    small_share: str = (
        "Tỷ lệ {given}% rất nhỏ. Nếu định ghi {meant}% thì gõ {meant}; nếu đúng, ghi giải trình vào cột ghi chú."
    )
    merged_items: str = (
        "Ô gộp {cells} nằm trên nhiều chỉ tiêu ({codes}) nên không biết số thuộc chỉ tiêu nào. "
        "Bỏ gộp ô rồi ghi từng số."
    )
    comment_unread: str = "Nhận xét gắn vào ô (comment) không được đọc. Nếu cần, chép vào cột ghi chú."
    above_whole: str = "Tỷ lệ {given}% lớn hơn 100%. Sửa số, hoặc ghi giải trình vào cột ghi chú."
    not_whole: str = "{given} {measure} không phải là số nguyên. Sửa số, hoặc ghi giải trình vào cột ghi chú."
    note_alone: str = "Có ghi chú nhưng chưa có số. Ghi chú được giữ; chỉ tiêu vẫn tính là chưa báo cáo."
    ask_none: str = "Các ô ghi «{written}» nghĩa là gì?"
    ask_number: str = "«{written}» ở chỉ tiêu {code} «{name}» là số nào?"
    choice_zero: str = "Không phát sinh: ghi 0"
    choice_blank: str = "Chưa có số liệu: để trống"
    choice_number: str = "{number} {measure}"
    column_missing: str = (
        "Trang «{sheet}» không còn cột «{column}» nên không đọc được. Chép lại trang này từ biểu mẫu rồi nhập vào đó."
    )
    column_doubled: str = "Trang «{sheet}» có hai cột «{column}». Xoá cột thừa rồi nạp lại."
    sheet_gone: str = "Tệp không còn trang «{sheet}» của nhiệm vụ {task}. Chép lại trang này từ biểu mẫu của kỳ."
    rows_gone: str = "Nhiệm vụ {task} không còn dòng {codes}: các chỉ tiêu này tính là chưa báo cáo."
    found_by_name: str = "Dòng không còn mã, được đọc theo tên chỉ tiêu."
    code_and_name: str = (
        "Mã {code} đứng cạnh tên của chỉ tiêu {other}: dòng có thể đã bị sắp xếp lệch. Lấy lại biểu mẫu và nhập lại."
    )
    name_changed: str = "Tên ở dòng {code} khác danh mục («{name}»). Số liệu được đọc theo mã."
    measure_changed: str = "Đơn vị tính ghi «{given}», biểu mẫu là «{measure}»; số được hiểu theo «{measure}»."
    hidden_sheet: str = "Trang «{sheet}» đang ẩn, vẫn được đọc."
    hidden_rows: str = "Các dòng {rows} đang ẩn, vẫn được đọc."
    hidden_columns: str = "Cột {columns} đang ẩn, vẫn được đọc."
    unread_row: str = (
        "Dòng {row} không có mã của biểu mẫu nên không được đọc. Ghi nội dung này vào cột ghi chú hoặc phần nội dung."
    )
    unread_merged: str = "Ô gộp {cells} không được đọc. Bỏ gộp ô rồi ghi vào cột số liệu kỳ này."
    unread_column: str = "Cột {column} không thuộc biểu mẫu nên không được đọc. Ghi vào cột ghi chú hoặc phần nội dung."
    unread_beside: str = "Ô này không được đọc. Ghi vào ô nội dung ở bên trái."
    unread_cover: str = "Trang thông tin không nhận nội dung nhập thêm nên ô này không được đọc."
    unread_sheet: str = (
        "Trang «{sheet}» không thuộc biểu mẫu nên không được đọc. Chuyển nội dung vào trang của nhiệm vụ."
    )
    unread_computed: str = (
        "Chỉ tiêu này hệ thống tự tính nên nội dung ô không được đọc. Kiểm tra lại các số thành phần."
    )
    unread_known: str = "Cột «{name}» do hệ thống điền, không được đọc. Sửa số kỳ này thì sửa ở cột «{column}»."
    unread_known_empty: str = (
        "Cột «{name}» không được đọc, còn cột «{column}» để trống: có lẽ số gõ nhầm cột. Chuyển sang «{column}»."
    )
    face_period: str = (
        "Tệp ghi kỳ «{face}» nhưng biểu mẫu bên trong là của {mine}. Lấy đúng biểu mẫu của kỳ rồi nhập lại."
    )
    face_unit: str = "Tệp ghi đơn vị «{face}» nhưng biểu mẫu bên trong là của {mine}. Lấy đúng biểu mẫu của đơn vị."
    face_form: str = "Tệp ghi biểu «{face}» nhưng biểu mẫu bên trong là biểu {form}. Lấy đúng biểu mẫu."
    face_unread: str = "Tệp ghi «{face}», biểu mẫu là của {mine}. Được hiểu là {mine}."
    file_name_period: str = (
        "Tên tệp «{file}» nói tới {name}, biểu mẫu bên trong là của {mine}. Kiểm tra có nạp nhầm tệp."
    )
    identity_take: str = (
        "Tệp đã mất dấu nhận biết của biểu mẫu nên không chắc là của đơn vị nào, kỳ nào. Lấy lại biểu mẫu «{file}» "
        "({unit}, {period}) tại trang «Nộp báo cáo» rồi chép số liệu vào."
    )
    report_named: str = "Báo cáo của {unit}, {period}, biểu {form}"
    explained: str = "{message} Giải trình của đơn vị: {reason}"
    opening_of_year: str = "Số tồn đầu kỳ là {given}, khác {due} đầu kỳ ở {period}. Sửa hoặc ghi giải trình."
    longer_below: str = "Số kỳ này là {given}, lớn hơn luỹ kế {whole} của {period}. Sửa số hoặc đính chính kỳ kia."
    joint_below: str = (
        "Số luỹ kế của {units} cộng lại là {given}, nhỏ hơn {due} đã báo cáo trong {periods} trước khi tách. "
        "Các đơn vị đối chiếu, sửa số hoặc ghi giải trình vào cột ghi chú."
    )
    joint_opening: str = (
        "Số tồn đầu kỳ của {units} cộng lại là {given}, khác {due} tính từ báo cáo {periods} trước khi tách. "
        "Các đơn vị đối chiếu, sửa số hoặc ghi giải trình vào cột ghi chú."
    )
    due_after_office: str = "{period}: hạn {due} sau hạn {then}: không còn thời gian tổng hợp. Xem lại, hoặc ghi lý do."
    held_by_longer: str = "số liệu đã nằm trong báo cáo {period}"
    exempt_reason: str = "Số liệu đã nằm trong báo cáo {period}"
    cumulative_below_sum: str = (
        "Số luỹ kế {given} nhỏ hơn tổng {part} của {periods}. Báo cáo này ghi số luỹ kế từ đầu kỳ. "
        "Sửa số hoặc ghi giải trình vào cột ghi chú."
    )
    numbers_missing: str = "Chưa đủ: {tasks}. Báo cáo được nhận ở trạng thái «đã gửi, chưa đủ»."
    numbers_missing_of: str = "nhiệm vụ {task} thiếu {codes}"
    form_text_column: str = "Nội dung"
    # code of a window -> what its figures add up to
    form_spans: Mapping[str, str] = field(
        default_factory=lambda: {"Q1": "quý I", "6M": "6 tháng", "Q3": "quý III", "FY": "cả năm"}
    )
    form_period_before: str = "Kỳ trước ({period})"
    form_same_period: str = "Cùng kỳ năm trước ({period})"
    form_so_far: str = "Luỹ kế đã báo cáo ({periods})"
    lacking: str = "thiếu nhiệm vụ {tasks}"
    lacking_more: str = "{codes} và {count} chỉ tiêu khác"
    debts_finding: str = "Còn {count} báo cáo nợ: {periods}."
    debts_late: str = "{period} {count} báo cáo, trễ nhất {days} ngày"
    debts_period: str = "{period} {count} báo cáo"
    debts_none: str = "Không còn báo cáo nào trễ hạn, chưa đủ hoặc đang trả lại ở các kỳ đã theo dõi."
    debts_undated: str = "Chưa xác định được báo cáo nào trễ: {count} báo cáo chưa gửi và chưa đặt hạn nộp."
    debts_title: str = "Báo cáo còn nợ của mọi kỳ"
    debts_caption: str = "Báo cáo còn nợ của mọi kỳ, tính đến {day}"
    debts_columns: tuple[str, ...] = (
        "Đơn vị",
        "Kỳ",
        "Tình trạng",
        "Trễ (ngày)",
        "Còn thiếu",
        "Đã đôn đốc",
        "Sửa sau khi gửi",
    )
    debts_not_chased: str = "chưa đôn đốc"
