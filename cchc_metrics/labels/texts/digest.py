"""Bản tin: what is new for one person, on the screen, in Word and by mail; and what each wants to be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DigestTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Bản tin tuần"
    eyebrow: str = "Từ {since} đến hết {day}"
    # parts
    finding: str = "Trong bảy ngày: {parts}."
    finding_since: str = "Từ lần trước bạn xem ({since}): {parts}."
    nothing: str = "không có gì mới"
    counts: Mapping[str, str] = field(
        default_factory=lambda: {
            "figures": "{count} lượt số liệu mới",
            "corrections": "{count} lượt đính chính",
            "sent": "{count} báo cáo đã gửi",
            "late": "{count} báo cáo quá hạn chưa gửi",
            "returned": "{count} báo cáo bị trả lại hoặc mở lại",
            "waiting": "{count} việc chờ bạn",
        }
    )
    sections: Mapping[str, str] = field(
        default_factory=lambda: {
            "figures": "Số liệu mới",
            "corrections": "Đính chính, hoàn tác",
            "sent": "Báo cáo đã gửi",
            "late": "Quá hạn chưa gửi",
            "returned": "Bị trả lại, mở lại",
            "waiting": "Chờ bạn duyệt",
        }
    )
    none: str = "Không có."
    more: str = "và {count} nữa"
    sent: str = "{report}: gửi ngày {day}"
    late: str = "{report}: hạn {day}, trễ {days} ngày"
    returned: str = "{report}: ngày {day}{text}"
    reason: str = " – {text}"
    waiting: str = "{report}: gửi ngày {day}"
    report: str = "{unit} · {form} · {period}"
    unlock: str = "Đề nghị mở khoá {period}: cần người thứ hai đồng ý"
    filter_day: str = "Bảy ngày đến hết"
    download: str = "Tải bản tin (Word)"
    calendar: str = "Tải lịch hạn nộp (.ics)"
    calendar_lead: str = "Lịch hạn nộp của năm, mở được bằng Outlook, lịch điện thoại."
    calendar_unit: str = "Lịch của đơn vị"
    calendar_all: str = "Tất cả đơn vị"
    made: str = "Lập cho {name}, ngày {day}"
    open_page: str = "Xem bản tin tuần"
    new_count: str = "{count} mới"
    # What one wants to be told
    wishes_title: str = "Tôi muốn được báo tin gì"
    wishes_lead: str = "Áp dụng cho tài khoản đang dùng: trên màn hình, trong bản tin và trong thư."
    wishes_sections: str = "Nội dung"
    wishes_often: str = "Gửi bản tin qua thư điện tử"
    often: Mapping[str, str] = field(
        default_factory=lambda: {"never": "Không gửi", "weekly": "Mỗi tuần", "daily": "Mỗi ngày, khi có tin mới"}
    )
    wishes_mail: str = "Địa chỉ thư"
    wishes_save: str = "Lưu lựa chọn"
    wishes_saved: str = "Đã lưu."
    no_mail: str = "Văn phòng chưa khai báo máy chủ thư nên bản tin chỉ có trên màn hình và tệp Word."
    bad_address: str = "Ghi địa chỉ thư đúng dạng ten@coquan.vn, hoặc chọn không gửi."
    wrong_domain: str = "Bản tin chỉ gửi tới địa chỉ thuộc {domains}."
    # Mail
    mail_subject: str = "Bản tin cải cách hành chính {since} – {day}"
    mail_head: str = "Kính gửi {name},"
    mail_open: str = "Xem trong hệ thống: {address}/ban-tin"
    mail_foot: str = "Thư do hệ thống gửi theo lựa chọn của bạn; đổi ở trang Bản tin tuần. Không trả lời thư này."
    mail_unreadable: str = "Tệp {file} (CCHC_MAIL_FILE) không đọc được hoặc khai sai: {what}."
    mail_failed: str = "Chưa gửi được thư: {reason}."
    mail_done: str = "Đã gửi {count} bản tin."
    help_digest: str = "bản tin của người đang dùng trong bảy ngày; --send: gửi thư cho ai đã chọn nhận"
    help_on: str = "đến hết ngày (YYYY-MM-DD), mặc định hôm nay"
    help_send: str = "gửi ngay các bản tin đến kỳ qua thư điện tử"
