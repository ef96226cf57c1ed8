"""The page of the audit log."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AuditTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Nhật ký truy cập"
    # count
    finding: str = "{count} việc đã ghi. Chuỗi ghi nguyên vẹn: không dòng nào bị xoá, sửa hay đổi chỗ."
    finding_broken: str = "{count} việc đã ghi. Chuỗi ghi KHÔNG nguyên vẹn."
    search: str = "Tìm theo tài khoản, tệp, ghi chú"
    act: str = "Việc"
    every_act: str = "Mọi việc"
    # shown, count
    caption: str = "{shown} việc mới nhất trong {count} việc khớp"
    none: str = "Không có việc nào khớp."
    time: str = "Thời gian"
    who: str = "Tài khoản"
    right: str = "Vai trò khi làm"
    about: str = "Đối tượng"
    words: str = "Nội dung, trước → sau"
    entry: str = "Lượt ghi"
    nobody: str = "(chưa đăng nhập)"
    here: str = "(tại máy này)"
    download: str = "Tải nhật ký (.xlsx)"
    file_title: str = "Nhật ký truy cập"
    retention_title: str = "Thời hạn lưu"
    retention_lead: str = (
        "Số ngày giữ các dòng về đăng nhập, tài khoản, tải tệp. Ghi 0 để giữ vĩnh viễn. Việc trên số liệu nằm trong "
        "nhật ký dữ liệu, luôn được giữ."
    )
    retention_days: str = "Số ngày"
    retention_save: str = "Lưu thời hạn"
    # gone
    retention_saved: str = "Đã lưu thời hạn; {gone} dòng cũ hơn đã bỏ, chuỗi vẫn nối."
    # least, most
    wrong_retention: str = "Thời hạn lưu từ {least} đến {most} ngày, hoặc 0 để giữ vĩnh viễn."
    # What a line on backups says
    not_made: str = "không sao lưu được"
    drill_fine: str = "số liệu dựng lại trùng với bản kê"
    acts: Mapping[str, str] = field(
        default_factory=lambda: {
            "sign-in": "Đăng nhập",
            "refused": "Đăng nhập không thành",
            "sign-out": "Đăng xuất",
            "password": "Mật khẩu, mã xác thực",
            "account": "Tài khoản",
            "role": "Giao, thu hồi quyền",
            "session": "Kết thúc phiên của người khác",
            "import": "Nạp tệp",
            "edit": "Nhập, sửa trên màn hình",
            "undo": "Hoàn tác",
            "remove-original": "Xoá tệp gốc",
            "remove": "Xoá tệp gốc",
            "download": "Tải tệp",
            "lock": "Khoá, mở kỳ",
            "link": "Liên kết một việc",
            "setting": "Thiết lập",
            "redact": "Che dữ liệu cá nhân",
            "backup": "Sao lưu",
            "drill": "Diễn tập khôi phục",
            "restore": "Khôi phục từ bản sao lưu",
            "dump": "Xuất toàn bộ số liệu",
            "mail": "Gửi bản tin qua thư",
            "retention": "Bỏ dòng quá hạn lưu",
        }
    )
