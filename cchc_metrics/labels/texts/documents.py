"""Word documents of the reporting cycle: công văn đôn đốc, the consolidated report, the leader's brief."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DocumentsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    # setting of the office -> its name
    settings: Mapping[str, str] = field(
        default_factory=lambda: {
            "noi-ban-hanh-tren": "cơ quan cấp trên trực tiếp",
            "noi-ban-hanh": "cơ quan ban hành",
            "dia-danh": "địa danh ghi trên văn bản",
            "hinh-thuc-ky": "hình thức ký (TL., KT.)",
            "chuc-vu-ky": "chức vụ người ký",
            "nguoi-ky": "họ tên người ký",
            "hinh-thuc-ky-bao-cao": "hình thức ký báo cáo (khi khác công văn)",
            "chuc-vu-ky-bao-cao": "chức vụ người ký báo cáo (khi khác công văn)",
            "nguoi-ky-bao-cao": "họ tên người ký báo cáo (khi khác công văn)",
            "ky-hieu-cong-van": "ký hiệu công văn",
            "ky-hieu-bao-cao": "ký hiệu báo cáo",
            "noi-nhan-cong-van": "nơi nhận công văn đôn đốc",
            "noi-nhan": "nơi nhận báo cáo",
            "kinh-gui-bao-cao": "nơi kính gửi báo cáo",
            "so-ngay-bo-sung": "số ngày để bổ sung sau khi đôn đốc",
            "so-ngay-nhac": "số ngày nhắc trước hạn nộp",
        }
    )
    # Of an official document in another language: that it is no copy for signature. Nothing of the Vietnamese.
    translation: str = ""
    # template -> its name
    templates: Mapping[str, str] = field(
        default_factory=lambda: {
            "cong-van-don-doc": "Công văn đôn đốc",
            "bao-cao-tong-hop": "Báo cáo tổng hợp",
            "ban-tin-lanh-dao": "Bản tin điều hành",
            "ke-nhanh": "Bản trình chiếu Kể nhanh",
            "ke-nhanh-word": "Bản Word Kể nhanh",
        }
    )
    # window -> {year}
    periods: Mapping[str, str] = field(
        default_factory=lambda: {
            "Q1": "quý I năm {year}",
            "6M": "6 tháng đầu năm {year}",
            "Q3": "quý III năm {year}",
            "FY": "năm {year}",
        }
    )
    # part of a report -> its name
    item_parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "value": "số liệu",
            "text": "nội dung",
            "evidence": "minh chứng",
            "nil": "không phát sinh",
        }
    )
    # check of ours -> its name
    check_names: Mapping[str, str] = field(
        default_factory=lambda: (
            {"opening": "Số tồn đầu kỳ", "cumulative": "Số luỹ kế", "not_asked": "Phạm vi báo cáo"}
            | {"joint": "Sau khi tách"}
        )
    )
    gap: str = "…………"
    short_gap: str = "……"
    compiling_unit: str = "đơn vị tổng hợp báo cáo"
    basis_gap: str = "căn cứ của biểu báo cáo"
    template_wrong: str = (
        "Mẫu văn bản có chỗ điền không đúng: {reason}. Tải mẫu đang dùng về, sửa trên bản đó rồi nạp lại."
    )
    template_undefined: str = "mẫu gọi một giá trị không có ({reason})"
    template_forbidden: str = "biểu thức dùng phép tính hoặc hàm không được phép ({reason})"
    template_syntax: str = "sai cú pháp ({reason})"
    template_failed: str = "biểu thức không tính được ({reason})"
    template_costly: str = (
        "Mẫu văn bản đòi hỏi quá nhiều thời gian hoặc bộ nhớ nên không điền được. Bớt vòng lặp, bảng, hình ảnh trong "
        "mẫu rồi nạp lại."
    )
    template_unreadable: str = "Tệp này không phải tệp Word (.docx) mở được. Lưu lại ở dạng .docx rồi nạp lại."
    template_too_large: str = "Mẫu văn bản quá lớn. Bớt hình ảnh rồi nạp lại."
    template_same: str = "Tệp này giống mẫu đang dùng nên không có gì thay đổi."
    template_restored_note: str = "Khôi phục mẫu văn bản kèm theo bản cài đặt"
    attachment_size: str = "Tệp đính kèm phải có nội dung và không quá {limit} MB."
    basis_ended: str = (
        "Căn cứ đã hết hiệu lực nên chưa lập được văn bản: {bases}. Cập nhật danh mục căn cứ pháp lý, hoặc bỏ căn cứ "
        "này khỏi nhiệm vụ và biểu báo cáo."
    )
    ended_on: str = "hết hiệu lực từ {day}"
    replaced_by: str = "thay bằng {basis}"
    basis_dated: str = "{basis} ngày {day}"
    basis_cited: str = "{title} ({number})"
    draft: str = "DỰ THẢO"
    made_again: str = "BẢN DỰNG LẠI ĐỂ ĐỐI CHIẾU (đã ký số {number} ngày {day})"
    letter_about: str = "đôn đốc gửi báo cáo cải cách hành chính {periods}"
    letter_item: str = "{form}, {period}"
    letter_task: str = "Nhiệm vụ {task}: {name}"
    letter_figures: str = "{task} – chưa có số ở {codes}"
    letter_comment: str = "Nội dung cần chỉnh sửa: {comment}"
    letter_extended: str = "Hạn nộp đã được gia hạn; lý do: {reason}."
    letter_chased: str = "Đã đôn đốc ngày {days}."
    letter_held: str = (
        "Số liệu kỳ này đã nằm trong báo cáo {period}; đơn vị vẫn gửi báo cáo của kỳ, hoặc đề nghị được miễn."
    )
    letter_until: str = " trước ngày {day}"
    not_sent: str = "chưa gửi báo cáo"
    late_by: str = ", trễ {days} ngày"
    sent_on: str = "đã gửi ngày {day}"
    returned: str = "{sent}; báo cáo đã được trả lại để chỉnh sửa, chưa gửi lại"
    incomplete: str = "{sent}; chưa đủ nội dung"
    earlier_period: str = "{period} (trễ {days} ngày)"
    earlier_not_sent: str = "{period} (đến nay chưa gửi)"
    earlier: str = "Trong {followed} kỳ trước được theo dõi, đơn vị đã chậm gửi {late} kỳ: {periods}."
    message_head: str = "Kính gửi {unit}. Đến hết ngày {day}, báo cáo cải cách hành chính của đơn vị còn các việc sau:"
    message_item: str = "{form}, {period} (hạn {due}): {state}"
    message_tasks: str = "; còn thiếu nhiệm vụ {tasks}"
    message_foot: str = "Đề nghị đơn vị hoàn thành, gửi về {compiler}{until}. Trân trọng."
    chased_by_missing: str = "Ghi họ tên người đôn đốc."
    nobody_to_chase: str = "Không có đơn vị nào chậm hoặc thiếu báo cáo."
    chased_note: str = "Đôn đốc {count} đơn vị ngày {day}"
    no_form: str = "Không có biểu báo cáo nào phải nộp trong {period}."
    not_asked: str = "có số liệu của chỉ tiêu mà đơn vị không thuộc diện báo cáo: {codes}; không đưa vào số tổng hợp"
    opening_differs: str = "{name}: đầu kỳ ghi {given}, khác {due} tính từ báo cáo {period}"
    cumulative_below: str = "{name}: số luỹ kế {given} nhỏ hơn {part} đã báo cáo trong {period}"
    source_typed: str = "nhập trên màn hình (lượt {seq})"
    source_file: str = "tệp {file} (lượt {seq}, ngày {day})"
    typed: str = "nhập trên màn hình"
    received: str = "Đến ngày {day}, Văn phòng đã nhận báo cáo của {received}"
    units_end: str = " đơn vị phải báo cáo."
    not_received: str = (
        "Đến ngày {day} chưa nhận được báo cáo của {units}. Số liệu trong báo cáo này chưa gồm các đơn vị nêu trên."
    )
    not_received_line: str = "Chưa nhận được báo cáo của {unit}."
    incomplete_units: str = "Báo cáo chưa đủ nội dung: {units}."
    incomplete_unit: str = "{unit} (thiếu nhiệm vụ {tasks})"
    nil_units: str = "Đơn vị báo cáo không phát sinh trong kỳ: {units}."
    returned_units: str = "Báo cáo đang được trả lại để chỉnh sửa: {units}; số liệu tạm dùng theo bản đã gửi."
    exempt_units: str = "Đơn vị được miễn báo cáo trong kỳ: {units}."
    unowned_tasks: str = "Nhiệm vụ chưa khai báo đơn vị thực hiện: {tasks}. Chưa có số liệu của các nhiệm vụ này."
    note_many: str = "{period}: tổng hợp từ {count} đơn vị, nguồn {numbers} tại phụ lục Nguồn số liệu."
    note_few: str = "{period}: {sources}."
    note_one: str = "{unit}, {file} {number}"
    note_computed: str = "Hệ thống tính từ tiến độ gửi, nhận báo cáo đến hết ngày {day}."
    follow_up: str = (
        "Văn phòng phải nhận {owed} báo cáo của các đơn vị, đã nhận {received} báo cáo: {on_time} báo cáo gửi đúng "
        "hạn, {late} báo cáo trễ hạn{of_missing}; {missing} báo cáo chưa nhận. Trong số đã nhận, {complete} báo cáo "
        "đủ nội dung, {incomplete} báo cáo chưa đủ nội dung."
    )
    follow_up_missing: str = ", trong đó {count} chưa gửi"
    late_unit: str = "{unit} ({days} ngày)"
    late_units: str = "Đơn vị gửi trễ hạn: {units}."
    missing_late_units: str = "Đơn vị quá hạn chưa gửi: {units}."
    undated_units: str = "Có {count} báo cáo chưa rõ ngày gửi hoặc chưa đặt hạn nộp nên chưa tính đúng hạn, trễ hạn."
    nothing_reported: str = "Chưa có đơn vị nào báo cáo nội dung này."
    closing: str = "Trên đây là kết quả thực hiện công tác cải cách hành chính {period}./."
    annex_title: str = "Phụ lục {number}. {title}"
    annex_figures: str = "Số liệu tổng hợp theo chỉ tiêu"
    annex_figures_lead: str = (
        "Số liệu {period}. «–»: chưa có số liệu, khác với số 0; số trong ngoặc: số đơn vị có số liệu ở kỳ so sánh."
    )
    annex_figures_marks: str = " Nguồn: số thứ tự tại phụ lục Nguồn số liệu."
    annex_figures_source: str = "{period} {numbers}"
    annex_figures_head: tuple[str, ...] = (
        "Mã",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Mức phải đạt",
        "Đơn vị báo cáo",
        "Ghi chú",
        "Nguồn",
    )
    annex_tasks: str = "Số liệu theo nhiệm vụ và đơn vị"
    annex_tasks_lead: str = (
        "Số liệu {period}. «–»: chưa báo cáo; KPS: báo không phát sinh; miễn: không thuộc diện; *: chưa đạt mức phải "
        "đạt; để trống: không phải báo cáo."
    )
    annex_faults: str = "Số liệu mâu thuẫn cần làm rõ"
    annex_faults_lead: str = "Kết quả kiểm tra chéo số liệu {period}."
    annex_faults_head: tuple[str, ...] = ("Đơn vị", "Kiểm tra", "Nội dung", "Giải trình của đơn vị", "Nguồn")
    annex_sources: str = "Nguồn số liệu"
    annex_sources_lead: str = "Báo cáo của đơn vị được dùng trong báo cáo {period}."
    annex_sources_head: tuple[str, ...] = ("Số", "Đơn vị", "Kỳ báo cáo", "Tệp, lượt nạp")
    task_title: str = "Nhiệm vụ {task}. {name}"
    unit: str = "Đơn vị"
    source: str = "Nguồn"
    sum: str = "Tổng hợp"
    bound_unmet: str = "{bound} (chưa đạt)"
    nobody_owes: str = "chưa khai báo đơn vị báo cáo"
    remark_not_added: str = "không cộng giữa các đơn vị"
    remark_missing: str = "chưa báo cáo: {units}"
    remark_nil: str = "không phát sinh: {units}"
    remark_exempt: str = "không thuộc diện: {units}"
    remark_failing: str = "chưa đạt: {units}"
    so_many_units: str = "{count} đơn vị"
    cell_failing: str = "{value}*"
    cell_nil: str = "KPS"
    cell_exempt: str = "miễn"
    must_fix: str = "chưa có; phải sửa số liệu"
    not_explained: str = "chưa có"
    software_title: str = "Số liệu để nhập phần mềm, {period}"
    software_head: tuple[str, ...] = (
        "Mã",
        "Chỉ tiêu",
        "Giá trị",
        "Đơn vị tính",
        "Số đơn vị báo cáo",
        "Số đơn vị phải báo cáo",
    )
    signed_incomplete: str = "Ghi đủ số, ký hiệu và họ tên người ký."
    not_a_pdf: str = "Tệp không phải là PDF. Quét bản ký thành tệp PDF rồi chọn lại."
    pdf_damaged: str = "Tệp PDF không đọc được hoặc không có trang nào. Quét hoặc xuất lại tệp rồi chọn lại."
    pdf_encrypted: str = "Tệp PDF đặt mật khẩu nên không kiểm tra được. Bỏ mật khẩu rồi chọn lại."
    pdf_costly: str = "Tệp PDF quá phức tạp nên không kiểm tra được. In hoặc quét lại thành tệp PDF mới rồi chọn lại."
    pdf_active: str = "Tệp PDF có {what} nên không được nhận. In hoặc quét lại thành tệp PDF chỉ có trang rồi chọn lại."
    # what a PDF may carry besides pages -> its name
    pdf_parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "script": "mã lệnh (JavaScript)",
            "program": "lệnh chạy chương trình",
            "form": "biểu mẫu gửi dữ liệu",
            "embedded": "tệp khác đính bên trong",
            "media": "nội dung đa phương tiện",
        }
    )
    signature_unchecked: str = "Tệp bản ký được giữ nguyên như khi nhận; chữ ký số trong tệp chưa được kiểm tra."
    signed_file: str = "Bản ký báo cáo số {number}"
    signed_note: str = "Báo cáo {period} đã ký số {number}"
    frozen_note: str = "Chốt số liệu {period}"
    no_signed_file: str = "Chưa có tệp bản ký của kỳ này."
    brief_title: str = "BẢN TIN ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH"
    brief_made: str = "{issuer}; số liệu đến ngày {day}"
    brief_head: tuple[str, ...] = ("Chỉ số", "Tỉnh", "Kết quả", "Xếp hạng, thay đổi")
    brief_sections: tuple[str, ...] = (
        "1. Kết quả chỉ số mới nhất",
        "2. Thay đổi đáng chú ý",
        "3. Nơi còn kém các tỉnh đi đầu, đơn vị phụ trách",
        "4. Báo cáo chậm, chưa đủ",
        "5. Việc cần quyết định",
    )
    brief_none: str = "Chưa có số liệu."
    brief_source: str = "Nguồn: số liệu đã công bố và báo cáo của đơn vị. {as_of}."
    brief_late: str = "{unit}, {period}: {state}{late}"
    brief_more: str = "và {count} báo cáo khác."
    brief_undated: str = "{count} báo cáo {periods} chưa gửi, chưa đặt hạn nộp nên chưa tính trễ."
    brief_nobody_late: str = "Không có báo cáo nào trễ hạn hoặc chưa đủ."
    moved_up: str = "tăng nhiều nhất ở {part} ({change} {unit})"
    moved_down: str = "giảm nhiều nhất ở {part} ({change} {unit})"
    moved_parts: str = "{index} {after} so với {before}, {name}: {parts}."
    moved_nothing: str = (
        "{index} {after} so với {before}, {name}: {change} {unit}; không nội dung nào thay đổi đáng kể."
    )
    moved_hidden: str = "{index} {after} so với {before}, {name}: {change} {unit}, không đáng kể."
    moved_whole: str = "{index} {after} so với {before}, {name}: {change} {unit}; chưa có điểm thành phần để so sánh."
    behind_part: str = "{part}, kém {like} {gap}, {unit}"
    lost_part: str = "{part}, mất {lost}, {unit}"
    lost_line: str = "{index} {period}, {name}: {parts}."
    nobody_assigned: str = "chưa phân công"
    decide_late: str = "Đôn đốc {unit}: báo cáo {period} trễ {days} ngày ({count} báo cáo đang trễ)."
    decide_bound: str = "Chỉ đạo xử lý chỉ tiêu chưa đạt: {items}{more}."
    decide_bound_item: str = "{name} ({code}) {period} là {value}, yêu cầu {bound}"
    decide_bound_more: str = "; và {count} chỉ tiêu khác"
    # What others reach decides; where of others too little is known, what is lost.
    decide_worth: str = (
        "Giao việc ở {part} ({index} {period}, {name}): bằng {like} là tăng {rise} ({times}/{changes} lượt tỉnh – năm "
        "đã tăng được), hạng {before} lên {after}; phụ trách: {unit}."
    )
    decide_loss: str = (
        "Giao việc ở {part} ({index} {period}, {name}): mất {lost}, {share} số điểm mất; phụ trách: {unit}."
    )
    decide_unowned: str = "Phân công đơn vị cho {count} nhiệm vụ chưa khai báo: nhiệm vụ {tasks}."
    decide_undated: str = "Quy định hạn nộp báo cáo {periods}: {count} báo cáo chưa gửi mà chưa có hạn."
    decide_ended: str = "Thay {count} căn cứ đã hết hiệu lực còn được dẫn ở nhiệm vụ: {bases}."
    decide_unreviewed: str = "Rà soát {count}/{total} căn cứ pháp lý chưa được rà soát hiệu lực."
    help_letters: str = "công văn đôn đốc các đơn vị chậm hoặc thiếu báo cáo"
    help_report: str = "báo cáo tổng hợp của một kỳ (tệp Word)"
    help_brief: str = "bản tin một trang cho lãnh đạo (tệp Word hoặc HTML)"
    help_on: str = (
        "ngày xem tiến độ, dạng NĂM-THÁNG-NGÀY; letters, brief: mặc định hôm nay; report: ngày của số liệu mới nhất"
    )
    help_mark: str = "dòng chữ đặt trên mọi trang, ví dụ «SỐ LIỆU MINH HỌA»"
    help_period: str = "kỳ báo cáo: 2026-Q1, 2026-6M, 2026-Q3, 2026-FY"
    help_form: str = "mã biểu; mặc định là biểu đầu tiên phải nộp trong kỳ"
    help_out_folder: str = "thư mục ghi các công văn"
    help_out_file: str = "tệp kết quả"
    help_sheet: str = "tệp Excel «số liệu để nhập phần mềm»"
    report_made: str = "{file}: {period}, nhận {received}/{owed} báo cáo, {faults} điểm mâu thuẫn."
    correction_needs_reason: str = (
        "Báo cáo đã ghi số {number} ngày {day}. Sửa số, ngày, người ký hay bản ký là đính chính: ghi lý do."
    )
    not_accepted: str = (
        "Còn {count} báo cáo chưa được tiếp nhận: {units}. Tiếp nhận các báo cáo này, hoặc ghi lý do ký khi chưa đủ."
    )
    sign_reason: str = "Lý do (khi còn báo cáo chưa tiếp nhận, hoặc khi đính chính)"
    not_accepted_note: str = "Chưa tiếp nhận báo cáo của {units}; ký lúc này phải ghi lý do."
    gaps_note: str = "Còn để trống vì chưa khai báo: {gaps}."
    unreviewed_note: str = "Căn cứ chưa rà soát hiệu lực: {bases}."
    title: str = "Tổng hợp & trình ký {period}: {state}"
    state_draft: str = "dự thảo"
    state_signed: str = "đã ký số {number} ngày {day}"
    finding: str = (
        "Đã nhận {received}/{owed} báo cáo; {late} báo cáo trễ, {incomplete} chưa đủ, {chase} đơn vị cần đôn đốc; "
        "{faults} điểm mâu thuẫn."
    )
    # Where no due date is set nobody can be called late, and nobody is said not to be.
    finding_undated: str = (
        "Đã nhận {received}/{owed} báo cáo; {undated} báo cáo chưa gửi. Chưa đặt hạn nộp kỳ này nên hệ thống không "
        "tính trễ và chưa lập danh sách đôn đốc; {incomplete} báo cáo chưa đủ, {faults} điểm mâu thuẫn."
    )
    set_due: str = "Đặt hạn nộp"
    chase_none_due: str = "Chưa báo cáo nào của {period} quá hạn; {count} đơn vị chưa gửi."
    chase_no_due: str = (
        "Chưa đặt hạn nộp báo cáo {period} nên chưa xác định được đơn vị cần đôn đốc; {count} đơn vị chưa gửi."
    )
    period: str = "Kỳ báo cáo"
    form: str = "Biểu"
    empty_title: str = "Chưa có kỳ báo cáo nào"
    empty_body: str = (
        "Nạp các kỳ báo cáo và biểu báo cáo trước; sau đó trang này lập công văn đôn đốc và báo cáo tổng hợp."
    )
    refused: str = "Chưa lập được báo cáo"
    chase_title: str = "Đôn đốc"
    chase_lead: str = "Mỗi đơn vị chậm hoặc thiếu có một công văn. Tính đến hết ngày {day}."
    chase_caption: str = "Đơn vị cần đôn đốc {period}, đến ngày {day}"
    chase_columns: tuple[str, ...] = (
        "Đơn vị",
        "Hạn nộp",
        "Tình trạng",
        "Nhiệm vụ còn thiếu",
        "Kỳ trước bị trễ",
        "Đã đôn đốc",
    )
    chase_nobody: str = "Không có đơn vị nào chậm hoặc thiếu báo cáo {period}."
    chase_undated: str = "{count} báo cáo chưa gửi nhưng chưa đặt hạn nộp, nên chưa xác định được trễ hay không."
    download_letters: str = "Tải {count} công văn đôn đốc"
    message_title: str = "Tin nhắn đôn đốc"
    message_unit: str = "Đơn vị nhận tin"
    chased_title: str = "Ghi nhận đã đôn đốc"
    chased_units: str = "Đơn vị đã đôn đốc"
    chased_by: str = "Người đôn đốc"
    chased_save: str = "Ghi nhận đã đôn đốc"
    chased_done: str = "Đã ghi nhận đôn đốc, lượt ghi số {seq}."
    report_title: str = "Báo cáo tổng hợp"
    report_lead: str = "Bản dự thảo dựng từ báo cáo đã nhận. Hệ thống không ban hành văn bản."
    report_lead_signed: str = (
        "Bản dựng lại từ số liệu hiện có, gồm cả đính chính sau khi ký; bản đã ký và phần đính chính ở mục dưới."
    )
    download_sheet: str = "Tải số liệu để nhập phần mềm"
    figures_caption: str = "Số liệu tổng hợp {period}"
    figures_columns: tuple[str, ...] = (
        "Mã",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kỳ này",
        "Mức phải đạt",
        "Đơn vị báo cáo",
        "Ghi chú",
    )
    faults_caption: str = "Số liệu mâu thuẫn cần làm rõ"
    faults_columns: tuple[str, ...] = ("Đơn vị", "Kiểm tra", "Nội dung", "Giải trình")
    sign_title: str = "Trình ký"
    sign_lead: str = (
        "Sau khi báo cáo được ký, ghi số, ngày, người ký và bản ký. Kỳ báo cáo được chốt; sửa sau đó là đính chính."
    )
    sign_number: str = "Số, ký hiệu"
    sign_day: str = "Ngày ký"
    sign_signer: str = "Người ký"
    sign_file: str = "Bản ký (PDF)"
    sign_save: str = "Ghi nhận đã ký, chốt kỳ"
    sign_done: str = "Đã ghi nhận báo cáo ký số {number}; kỳ báo cáo đã chốt."
    sign_unchanged: str = "Không có gì thay đổi."
    signed_words: str = "Báo cáo {period} đã ký số {number} ngày {day}, người ký {signer}."
    download_signed: str = "Tải bản ký"
    corrections_caption: str = "Đính chính sau khi ký"
    corrections_columns: tuple[str, ...] = ("Đơn vị", "Mã", "Số đã ký", "Số mới", "Người sửa", "Lúc", "Lý do")
    corrections_none: str = "Chưa có đính chính nào sau khi ký."
    brief_section: str = "Bản tin điều hành"
    brief_lead: str = "Một trang A4 cho lãnh đạo: kết quả, thay đổi, điểm chưa đạt, báo cáo chậm, việc cần quyết định."
    download_brief: str = "Tải bản tin (Word)"
    download_brief_page: str = "Tải bản tin để in (HTML)"
    templates_title: str = "Mẫu văn bản"
    templates_lead: str = (
        "Sửa bố cục, phông chữ, câu chữ cố định ngay trong tệp Word rồi nạp lại. Giữ nguyên các chỗ điền "
        "trong ngoặc nhọn."
    )
    template_choose: str = "Mẫu"
    template_own: str = "Đang dùng mẫu của Văn phòng."
    template_shipped: str = "Đang dùng mẫu kèm theo bản cài đặt."
    template_download: str = "Tải mẫu đang dùng"
    template_upload: str = "Mẫu của Văn phòng (.docx)"
    template_save: str = "Dùng mẫu này"
    template_restore: str = "Khôi phục mẫu"
    template_saved: str = "Đã thay mẫu văn bản."
    template_restored: str = "Đã khôi phục mẫu văn bản."
