"""Page Nạp dữ liệu."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UploadTexts:
    """Page Nạp dữ liệu.

    Placeholders in braces are filled with ``str.format``.
    """

    title: str = "Nạp dữ liệu"
    finding: str = "Kiểm tra từng ô, xem trước thay đổi, rồi mới xác nhận. Chưa có gì được lưu trước bước xác nhận."
    step_templates: str = "1. Tải tệp mẫu"
    step_templates_lead: str = (
        "Bỏ qua bước này nếu đã có tệp đúng mẫu, hoặc bảng có một dòng tiêu đề với tỉnh theo hàng, tiêu chí theo cột."
    )
    more_templates: str = "Tệp mẫu khác"
    step_file: str = "2. Chọn tệp"
    # The limit in megabytes.
    step_file_lead: str = "Nhận các dạng .xlsx, .xlsm, .xls, .xlsb, .ods, .csv, .parquet; tối đa {limit} MB."
    file_label: str = "Tệp bảng tính"
    kind_label: str = "Loại dữ liệu (chọn lại nếu nhận biết chưa đúng)"
    kind_auto: str = "Tự nhận biết"
    kind_detected: str = "Tự nhận biết: {kind}"
    writing: str = "Đang ghi vào kho dữ liệu"
    step_findings: str = "3. Kết quả kiểm tra"
    rows: str = "Đọc {read} dòng: nhận {accepted}, loại {rejected}, bỏ qua {ignored}."
    rejected_file: str = "Tệp còn lỗi nên chưa nạp được. Sửa các ô nêu dưới đây rồi chọn lại tệp."
    warned_file: str = "Tệp nạp được. Nên xem các cảnh báo trước khi xác nhận."
    sound_file: str = "Tệp hợp lệ."
    findings_count: str = "{errors} lỗi, {warnings} cảnh báo, {infos} thông tin"
    step_preview: str = "4. Xem trước thay đổi"
    step_preview_lead: str = "So với số liệu đang có hiệu lực. Chưa có gì được lưu."
    added: str = "Thêm mới {count}"
    changed: str = "Thay đổi {count}"
    unchanged: str = "Giữ nguyên {count}"
    missing: str = "Không có trong tệp {count}"
    added_lead: str = "Số liệu chưa có trong hệ thống."
    changed_lead: str = "Số liệu đã có, khác với trong tệp: giá trị cũ sẽ được thay, lịch sử vẫn giữ."
    unchanged_lead: str = "Số liệu trong tệp giống hệt số liệu đang có nên không ghi lại."
    missing_lead: str = (
        "Số liệu cùng bộ chỉ số, cùng kỳ đang có trong hệ thống nhưng không có trong tệp. Vẫn giữ nguyên, không bị xoá."
    )
    nothing_of: Mapping[str, str] = field(
        default_factory=lambda: {
            "added": "Tệp không thêm số liệu mới nào.",
            "changed": "Tệp không thay đổi số liệu nào đang có.",
            "unchanged": "Không có số liệu nào giữ nguyên.",
            "missing": "Không thiếu số liệu nào so với hệ thống.",
        }
    )
    filter_changes: str = "Lọc theo đơn vị, tiêu chí, kỳ"
    filter_placeholder: str = "ví dụ: quảng trị 2024"
    changes_caption: str = "{count} số liệu"
    changes_caption_first: str = "{shown} số liệu đầu trong {count}; lọc để xem phần còn lại"
    before: str = "Cũ"
    after: str = "Mới"
    difference: str = "Chênh lệch"
    other_changes: str = "Thông tin kèm theo"
    content: str = "Nội dung"
    cell: str = "Ô trong tệp"
    row_of: str = "dòng {row}"
    cell_on_sheet: str = "trang {sheet}, {cell}"
    changed_field: str = "{header}: {before} → {after}"
    set_field: str = "{header}: {value}"
    other_columns: Mapping[str, str] = field(
        default_factory=lambda: {
            "state": "Trạng thái",
            "printed": "Cách viết trong nguồn",
            "rank_out_of": "Số đơn vị xếp hạng",
            "framework_id": "Bộ tiêu chí",
        }
    )
    step_confirm: str = "5. Xác nhận"
    step_confirm_lead: str = "Lượt nạp được ghi vào nhật ký cùng tên người nạp và tệp gốc; có thể hoàn tác về sau."
    note: str = "Ghi chú cho lượt nạp"
    note_placeholder: str = "ví dụ: đính chính theo công văn của Sở Nội vụ"
    confirm: str = "Xác nhận nạp {count} thay đổi"
    stored: str = "Đã nạp. Lượt số {seq}: thêm mới {added}, thay đổi {changed}."
    same_file: str = "Tệp này đã nạp ở lượt số {seq} lúc {moment}. Nạp lại không làm thay đổi gì."
    same_file_differs: str = (
        "Tệp này đã nạp ở lượt số {seq} lúc {moment}; từ đó có số liệu đã được lượt khác sửa. "
        "Nạp lại sẽ đưa các số liệu ở bước 4 về giá trị trong tệp."
    )
    nothing_changes: str = "Mọi số liệu trong tệp đã có trong hệ thống và giống hệt. Không có gì để nạp."
    changed_since: str = "Số liệu trong hệ thống vừa thay đổi nên phần xem trước đã được lập lại. Xem lại rồi xác nhận."
    history: str = "Lịch sử nạp"
    history_lead: str = "Mỗi lượt giữ tệp gốc, người nạp và từng số liệu đã đổi."
    history_empty_title: str = "Chưa có lượt nạp nào của cán bộ"
    history_empty_body: str = (
        "Số liệu hiện có là số liệu đã công bố kèm theo phần mềm. Lượt nạp đầu tiên sẽ hiện ở đây."
    )
    history_caption: str = "{count} lượt"
    note_column: str = "Ghi chú"
    undo_done: str = "Lượt này đã được hoàn tác ở lượt {seq}."
    seq: str = "Lượt"
    what: str = "Việc"
    file: str = "Tệp"
    kind: str = "Loại dữ liệu"
    who: str = "Người thực hiện"
    moment: str = "Thời điểm"
    counts: str = "Số liệu"
    counts_text: str = "thêm {added}, đổi {changed}"
    counts_undo: str = "trả lại {count}"
    state: str = "Hiệu lực"
    in_force: str = "đang có hiệu lực"
    undone_by: str = "đã hoàn tác ở lượt {seq}"
    actions: Mapping[str, str] = field(
        default_factory=lambda: {
            "import": "Nạp tệp",
            "edit": "Sửa trực tiếp",
            "undo": "Hoàn tác",
            "remove-original": "Gỡ tệp gốc",
            "redact": "Che dữ liệu cá nhân",
        }
    )
    undo_of: str = "Hoàn tác lượt {seq}"
    shipped: str = "Số liệu đã công bố kèm theo phần mềm ({count} lượt)"
    shipped_lead: str = "Do phần mềm tự nạp khi khởi động lần đầu."
    look_at: str = "Xem chi tiết lượt"
    entry_option: str = "Lượt {seq} · {what} · {moment}"
    entry_title: str = "Lượt {seq}: {what}"
    entry_facts: str = "{who} thực hiện lúc {moment}. {kind}."
    entry_note: str = "Ghi chú: {note}"
    entry_findings: str = "Cảnh báo khi kiểm tra tệp"
    entry_no_changes: str = "Lượt này không đổi số liệu nào."
    original: str = "Tải tệp gốc"
    undo_title: str = "Hoàn tác lượt {seq}"
    undo_lead: str = "Số liệu trở lại như trước lượt này. Việc hoàn tác cũng được ghi thành một lượt mới."
    undo_note: str = "Lý do hoàn tác"
    undo_note_missing: str = "Ghi lý do hoàn tác rồi bấm lại."
    undo_understood: str = "Tôi đã xem các số liệu sẽ trở lại như cũ"
    undo_not_understood: str = "Đánh dấu xác nhận đã xem các số liệu sẽ trở lại như cũ rồi bấm lại."
    undo: str = "Hoàn tác lượt {seq}"
    undone: str = "Đã hoàn tác lượt {seq}, ghi thành lượt số {new}."
    undo_shipped: str = (
        "Lượt này do phần mềm nạp. Muốn sửa số liệu, nạp tệp đính chính; bản sửa được giữ qua các lần cập nhật."
    )
    no_entry: str = "Chọn một lượt"
    rank_effect: str = "Hạng tính lại"
    note_required: str = "Lý do vẫn nạp khi còn cảnh báo (bắt buộc)"
    asked_file: str = "Tệp chưa nạp được. Trả lời các câu hỏi dưới đây; lỗi còn lại thì sửa trong tệp rồi chọn lại tệp."
    # count
    all_severities: str = "Tất cả {count}"
    # count
    severity_count: Mapping[str, str] = field(
        default_factory=lambda: {"error": "Lỗi {count}", "warning": "Cảnh báo {count}", "info": "Thông tin {count}"}
    )
    sheet_of_findings: str = "Trang"
    all_sheets: str = "Mọi trang"
    whole_file: str = "Toàn tệp"
    # count
    findings_more: str = "Còn {count} dòng nữa; chọn mức độ hoặc trang để xem, hoặc tải tệp đã đánh dấu lỗi."
    annotated: str = "Tải tệp đã đánh dấu lỗi"
    annotated_lead: str = (
        "Tệp gốc trả lại với từng ô có vấn đề được tô màu và ghi chú; sửa ngay trong tệp đó rồi nạp lại."
    )
    # Removing an original for good
    # seqs
    removal_of: str = "Gỡ tệp gốc của lượt {seqs}"
    # added, changed, removed
    counts_removed: str = "thêm {added}, đổi {changed}, bỏ {removed}"
    remove_title: str = "Gỡ tệp gốc"
    remove_lead: str = (
        "Dùng khi tệp chứa dữ liệu cá nhân hoặc tài liệu không được lưu ở đây. Tệp bị xoá hẳn khỏi kho lưu trữ và "
        "không lấy lại được. Số liệu đã đọc từ tệp, mã băm, dung lượng và số dòng vẫn giữ; người gỡ, thời điểm và "
        "lý do được ghi vào lịch sử. Bản sao lưu trước đây, nếu có, phải xử lý riêng."
    )
    # seqs
    remove_same: str = "Cùng một tệp đã nạp ở lượt {seqs}; gỡ ở đây là gỡ cho tất cả các lượt đó."
    remove_reason: str = "Lý do gỡ (bắt buộc)"
    remove_understood: str = "Tôi hiểu tệp gốc bị xoá hẳn, không lấy lại được"
    remove: str = "Gỡ tệp gốc của lượt {seq}"
    remove_not_understood: str = "Đánh dấu xác nhận tệp gốc bị xoá hẳn rồi bấm lại."
    # seq, new
    removed: str = "Đã gỡ tệp gốc của lượt {seq}, ghi thành lượt số {new}. Số liệu không thay đổi."
