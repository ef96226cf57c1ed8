"""Accounts, signing in, rights, the audit log."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AccessTexts:
    """Placeholders in braces are filled with ``str.format``."""

    newer_ledger: str = "Tệp tài khoản do phiên bản mới hơn của phần mềm ghi. Cập nhật phần mềm rồi mở lại."
    no_account: str = "Không có tài khoản «{account}»."
    bad_account: str = "Tên tài khoản gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch nối; ví dụ «lan.nt»."
    name_missing: str = "Ghi tên hiển thị của tài khoản."
    account_exists: str = "Đã có tài khoản «{account}»; chọn tên khác."
    role_needs_unit: str = "Vai trò {role} được giao cho một đơn vị: ghi mã đơn vị (--unit)."
    role_has_no_unit: str = "Vai trò {role} không giao theo đơn vị; bỏ mã đơn vị."
    bad_unit: str = "Mã đơn vị «{unit}» có ký tự không dùng được."
    days_reversed: str = "Ngày kết thúc trước ngày bắt đầu."
    deputy_needs_holder: str = "«{account}» hiện không giữ vai trò {role} nên không uỷ quyền được."
    deputy_needs_days: str = "Uỷ quyền phải có ngày bắt đầu và ngày kết thúc."
    no_given: str = "Không có lượt giao quyền số {number}."
    last_administrator: str = "Đây là quản trị cuối cùng; giao vai trò quản trị cho tài khoản khác trước."
    wrong: str = "Tên tài khoản, mật khẩu hoặc mã xác thực không đúng."
    wait: str = "Đã sai nhiều lần. Thử lại sau {seconds} giây."
    old_wrong: str = "Mật khẩu hiện tại hoặc mã dùng một lần không đúng."
    new_length: str = "Mật khẩu mới dài từ {least} đến {most} ký tự; một câu dễ nhớ là đủ mạnh."
    new_same: str = "Mật khẩu mới phải khác mật khẩu cũ và khác tên tài khoản."
    new_differ: str = "Hai lần ghi mật khẩu mới không giống nhau."
    factor_wrong: str = "Mã xác thực không đúng; kiểm tra đồng hồ của điện thoại rồi ghi mã mới."
    no_session: str = "Phiên này đã kết thúc."
    audit_unreadable: str = "Nhật ký truy cập: dòng {number} không đọc được."
    audit_gap: str = "Nhật ký truy cập: tại dòng {number} có dòng bị xoá, bị chèn hoặc đổi chỗ."
    audit_changed: str = "Nhật ký truy cập: dòng {number} đã bị sửa."
    audit_cut: str = "Nhật ký truy cập: tệp hết ở dòng {number}, trong khi đã ghi tới dòng {known}."
    audit_sound: str = "Nhật ký truy cập: {count} dòng, nối đúng chuỗi."
    link_name: str = "Liên kết của {unit}"
    link_incomplete: str = "Liên kết cần đủ đơn vị, biểu và kỳ."
    link_over: str = "Ngày hết hạn của liên kết đã qua."
    link_closed: str = "Liên kết đã hết hạn hoặc bị thu hồi. Đề nghị phòng Hành chính - Tổ chức gửi liên kết mới."
    no_link: str = "Không có liên kết này, hoặc đã thu hồi."
    # address
    link_made: str = "Đường dẫn, chỉ hiện lần này: {address}"
    link_line: str = "{id} · {unit} · biểu {form} · kỳ {period} · đến hết {until} · đã mở {uses} lần{state}"
    link_revoked_mark: str = " · đã thu hồi"
    links_none: str = "Chưa có liên kết nào."
    help_links: str = "liên kết một việc cho đơn vị chưa có tài khoản: liệt kê, tạo, thu hồi"
    help_revoke: str = "mã liên kết cần thu hồi"
    help_form: str = "mã biểu"
    help_period: str = "kỳ báo cáo"
    roles: Mapping[str, str] = field(
        default_factory=lambda: {
            "leader": "lãnh đạo",
            "approving-leader": "lãnh đạo phê duyệt",
            "head": "trưởng đơn vị",
            "unit": "đơn vị",
            "specialist": "chuyên viên",
            "approver": "người duyệt",
            "admin": "quản trị",
            "guest": "khách",
            "link": "liên kết một việc",
            "operator": "cán bộ vận hành",
            "software": "phần mềm",
        }
    )
    sign_in_title: str = "Đăng nhập"
    sign_in_lead: str = "Dùng tài khoản do quản trị của Văn phòng cấp. Lần đầu: ghi mã dùng một lần vào ô mật khẩu."
    account_label: str = "Tài khoản"
    word_label: str = "Mật khẩu hoặc mã dùng một lần"
    factor_label: str = "Mã xác thực (nếu đã bật)"
    sign_in_button: str = "Đăng nhập"
    my_account: str = "Tài khoản của tôi"
    signed_in_as: str = "{name} · {roles}"
    no_role: str = "chưa được giao quyền"
    role_of_unit: str = "{role} {unit}"
    sign_out: str = "Đăng xuất"
    change_title: str = "Đổi mật khẩu"
    first_change_lead: str = "Đây là lần đăng nhập đầu hoặc mật khẩu vừa được cấp lại: đặt mật khẩu mới để tiếp tục."
    old_label: str = "Mật khẩu hiện tại hoặc mã dùng một lần"
    new_label: str = "Mật khẩu mới (ít nhất {least} ký tự)"
    again_label: str = "Ghi lại mật khẩu mới"
    change_button: str = "Lưu mật khẩu"
    sessions_title: str = "Phiên đang mở"
    sessions_none: str = "Không có phiên nào."
    session_line: str = "{account} · {address} · bắt đầu {began}, dùng gần nhất {seen}"
    this_session: str = "phiên này"
    end_session: str = "Kết thúc"
    factor_title: str = "Mã xác thực từ điện thoại (không bắt buộc)"
    factor_on: str = "Đã bật. Mất điện thoại: đề nghị quản trị bỏ mã xác thực."
    factor_lead: str = "Thêm khoá này vào ứng dụng xác thực trên điện thoại, rồi ghi mã sáu chữ số đang hiện:"
    factor_code: str = "Mã sáu chữ số"
    factor_button: str = "Bật mã xác thực"
    not_yours_title: str = "Trang này không thuộc quyền của tài khoản đang dùng"
    not_yours_body: str = "Chọn một trang trong danh mục; nếu cần trang này cho công việc, đề nghị quản trị giao quyền."
    back: str = "Về bảng điều hành"
    saved: str = "Đã lưu."
    form_too_large: str = "Biểu mẫu gửi lên không hợp lệ. Tải lại trang rồi thử lại."
    # Command line
    help_accounts: str = "tài khoản, quyền và phiên làm việc khi nhiều người cùng dùng"
    help_list: str = "liệt kê tài khoản và quyền"
    help_add: str = "tạo tài khoản; in mã dùng một lần"
    help_reset: str = "cấp lại mật khẩu bằng mã dùng một lần"
    help_disable: str = "khoá tài khoản"
    help_enable: str = "mở lại tài khoản"
    help_give: str = "giao một vai trò"
    help_take: str = "thu hồi một lượt giao quyền theo số"
    help_sessions: str = "liệt kê phiên đang mở"
    help_end: str = "kết thúc một phiên"
    help_drop_factor: str = "bỏ mã xác thực của tài khoản bị mất điện thoại"
    help_account: str = "tên tài khoản"
    help_name: str = "tên hiển thị"
    help_role: str = "vai trò: {roles}"
    help_unit: str = "mã đơn vị, với vai trò theo đơn vị"
    help_from: str = "từ ngày (YYYY-MM-DD)"
    help_to: str = "đến hết ngày (YYYY-MM-DD)"
    help_deputises: str = "uỷ quyền thay cho tài khoản này"
    help_audit: str = "nhật ký truy cập: kiểm tra chuỗi hoặc in các dòng"
    help_audit_lines: str = "in các dòng thay vì kiểm tra"
    added: str = "Đã tạo tài khoản {account}. Mã dùng một lần (ba ngày, chỉ hiện lần này): {code}"
    reset_done: str = "Đã cấp lại mật khẩu của {account}. Mã dùng một lần (ba ngày, chỉ hiện lần này): {code}"
    done: str = "Đã thực hiện."
    given_line: str = "  {number}. {role}{unit}{days}{deputy}"
    given_from: str = " từ {day}"
    given_to: str = " đến hết {day}"
    given_for: str = ", uỷ quyền của {account}"
    account_line: str = "{account} · {name}{state}"
    disabled_mark: str = " · đã khoá"
    must_change_mark: str = " · chưa đặt mật khẩu"
    nobody_yet: str = "Chưa có tài khoản nào. Tạo tài khoản quản trị đầu tiên bằng lệnh «accounts add … --role admin»."
    name_an_account: str = (
        "Đang dùng tài khoản (CCHC_LOGIN=accounts): đặt biến môi trường CCHC_ACCOUNT là tên tài khoản của người chạy "
        "lệnh."
    )
