"""What the gate before the pages says when it turns somebody away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GateTexts:
    """What the gate before the pages says when it turns somebody away.

    Placeholders in braces are filled with ``str.format``.
    """

    wrong_address: str = (
        "Hệ thống không phục vụ ở địa chỉ này. Trên máy cài đặt, mở http://127.0.0.1:{port}; nếu truy cập qua mạng, "
        "đề nghị quản trị khai báo địa chỉ trong CCHC_ADDRESSES."
    )
    local_mark: str = "Một người dùng trên máy này, không cần đăng nhập."
    # address
    needs_login: str = (
        "Chưa khai báo đăng nhập nên hệ thống chỉ phục vụ người ngồi tại máy cài đặt (127.0.0.1), không phục vụ ở "
        "địa chỉ {address}. Để nhiều người cùng dùng qua mạng: tạo tài khoản bằng lệnh «python -m cchc_metrics "
        "accounts add», rồi khởi động lại với biến môi trường CCHC_LOGIN=accounts."
    )
    # address
    needs_https: str = (
        "Địa chỉ {address} không mã hoá nên mật khẩu đi qua mạng sẽ lộ. Đặt nginx có TLS phía trước và khai báo địa "
        "chỉ https trong CCHC_ADDRESSES."
    )
    foreign_page: str = "Yêu cầu đến từ một trang web khác nên bị từ chối. Mở hệ thống trong một thẻ trình duyệt riêng."
    no_visit: str = "Phiên làm việc không còn hiệu lực. Tải lại trang để tiếp tục."
    not_yours: str = "Tệp này không thuộc phiên làm việc của trình duyệt đang dùng. Tải lại trang để tiếp tục."
    closed: str = "Không có địa chỉ này."
    too_much: str = (
        "Các tệp đang giữ trong bộ nhớ đã tới giới hạn {limit} MB. Nạp hoặc bỏ bớt tệp đã chọn, hoặc thử lại sau ít "
        "phút."
    )
