"""A report typed on the screen; evidence files; remarks; taking many reports at once; reminders."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EnteringTexts:
    """Placeholders in braces are filled with ``str.format``."""

    way: str = "Cách gửi"
    by_file: str = "Gửi bằng tệp Excel"
    on_screen: str = "Nhập trên màn hình"
    file_name: str = "nhap-tren-man-hinh-{form}-{period}-{unit}.xlsx"
    title: str = "Nhập báo cáo trên màn hình"
    lead: str = (
        "Nhập từng nhiệm vụ; ô được kiểm tra như tệp Excel. Lưu bản nhập dở để làm tiếp lúc khác, trên máy khác. Gửi "
        "đi cũng qua các bước kiểm tra, so với bản trước như gửi tệp."
    )
    task: str = "Nhiệm vụ"
    task_left: str = "{name} (còn {count} ô)"
    task_done: str = "{name} (đủ)"
    nil: str = "Không phát sinh trong kỳ"
    evidence_title: str = "Tên tài liệu, số, ngày"
    evidence_link: str = "Nơi lưu"
    checked_sound: str = "Chưa thấy chỗ sai trong phần đã nhập."
    checked: str = "{count} chỗ cần xem lại trong phần đã nhập:"
    more: str = "và {count} chỗ khác, xem ở bước kiểm tra."
    kept_by: str = "Đang tiếp tục bản nhập dở do {by} lưu."
    by: str = "Người nhập"
    keep: str = "Lưu bản nhập dở"
    send: str = "Kiểm tra để gửi"
    by_missing: str = "Ghi họ tên người nhập."
    kept_note: str = "Lưu bản nhập dở của {unit}, {period}"
    sent_note: str = "Bản nhập dở đã gửi hoặc bỏ"
    drop: str = "Bỏ bản nhập dở"
    # evidence files
    files_title: str = "Tệp minh chứng"
    files_lead: str = "PDF, ảnh PNG hoặc JPG, Word, Excel; mỗi tệp gắn với một nhiệm vụ hay chỉ tiêu, được giữ nguyên."
    files_item: str = "Thuộc mục"
    files_file: str = "Tệp minh chứng"
    files_name: str = "Nội dung tệp"
    files_keep: str = "Gắn tệp"
    files_caption: str = "Tệp minh chứng của báo cáo"
    files_columns: tuple[str, ...] = ("Mục", "Tệp", "Nội dung", "Dấu SHA-256", "Lượt")
    files_zip: str = "Tải mọi tệp minh chứng (zip)"
    files_none: str = "Chưa có tệp minh chứng nào."
    files_kind: str = (
        "Tệp minh chứng phải là PDF, PNG, JPG, Word (.docx) hoặc Excel (.xlsx), và nội dung đúng với tên tệp."
    )
    files_item_unknown: str = "Báo cáo này không có mục «{code}»."
    files_same: str = "Tệp này đã gắn với mục này."
    # remarks outside a return
    remark: str = "Nhận xét"
    remark_lead: str = "Ghi nhận xét, trao đổi mà không trả lại báo cáo; đơn vị thấy ở trang Nộp báo cáo."
    remark_by: str = "Người nhận xét"
    remark_text: str = "Nội dung nhận xét"
    remark_empty: str = "Viết nội dung nhận xét."
    # many reports taken at once
    many_title: str = "Tiếp nhận cùng lúc"
    many_lead: str = "{count} báo cáo đủ nội dung, không có điểm nào cần xem lại: {units}."
    many_by: str = "Người tiếp nhận"
    many_save: str = "Tiếp nhận {count} báo cáo"
    many_changed: str = "Các báo cáo này không còn đủ điều kiện tiếp nhận cùng lúc: {units}."
    many_note: str = "Tiếp nhận {count} báo cáo {period} không có điểm cần xem lại"
    # reminders
    remind_title: str = "Nhắc trước hạn"
    remind_one: str = "{unit}: {form}, {period}, hạn {due} (còn {days} ngày)"
    remind_today: str = "{unit}: {form}, {period}, hạn hôm nay {due}"
    remind_finding: str = "{count} báo cáo đến hạn trong {days} ngày tới mà chưa gửi."
    remind_none: str = "Không có báo cáo nào đến hạn trong {days} ngày tới mà chưa gửi."
    remind_text: str = "Văn bản nhắc để chép"
    remind_head: str = "Kính gửi các đơn vị. Các báo cáo cải cách hành chính sau sắp đến hạn:"
    remind_foot: str = "Đề nghị đơn vị gửi đúng hạn về {compiler}. Trân trọng."
    remind_calendar: str = "Tải lịch hạn nộp (.ics)"
    calendar_due: str = "Hạn gửi {form}, {period}: {unit}"
    calendar_office: str = "Hạn Văn phòng gửi Sở Nội vụ: {period}"
