"""What people add for themselves and others: notes on a year or a figure, pinned provinces, views with names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RemarksTexts:
    """Notes. Placeholders in braces are filled with ``str.format``."""

    title: str = "Ghi chú của người dùng"
    lead: str = (
        "Điều đã xảy ra, không phải đứt đoạn: đường vẫn nối, điểm vẫn so được. Ký hiệu trong ô vuông trên hình ứng với "
        "số ở bảng này."
    )
    # number
    mark: str = "G{number}"
    # period, text
    hover: str = "Ghi chú {period}: {text}"
    column_mark: str = "Ký hiệu"
    column_year: str = "Năm"
    column_about: str = "Về"
    column_text: str = "Ghi chú"
    column_by: str = "Người ghi"
    column_seq: str = "Lượt ghi"
    caption: str = "Ghi chú trên {node}"
    everybody: str = "cả năm, mọi tỉnh"
    form: str = "Thêm hoặc rút ghi chú"
    form_lead: str = (
        "Ghi một việc giúp hiểu số liệu, ví dụ «Một cửa mới từ 2022». Ghi chú lưu vào nhật ký, hoàn tác được."
    )
    year: str = "Năm của ghi chú"
    about: str = "Ghi chú về"
    text: str = "Nội dung ghi chú"
    text_hint: str = "Một cửa mới từ 2022"
    by: str = "Họ tên người ghi"
    save: str = "Lưu ghi chú"
    saved: str = "Đã lưu ghi chú (lượt {seq})."
    unchanged: str = "Ghi chú này đã có nên không có gì thay đổi."
    which: str = "Ghi chú cần rút"
    withdraw: str = "Rút ghi chú"
    done: str = "Đã rút ghi chú (lượt {seq}); nhật ký vẫn giữ."
    bad_text: str = "Ghi nội dung, không quá {most} ký tự."
    by_missing: str = "Ghi họ tên người ghi."
    no_year: str = "{index} không có số liệu năm {period}."
    # index, period, text
    written: str = "Ghi chú {index} {period}: {text}"
    withdrawn: str = "Rút ghi chú {index} {period}: {text}"


@dataclass(frozen=True, slots=True)
class ShelfTexts:
    """Pins and saved views. Placeholders in braces are filled with ``str.format``."""

    title: str = "Ghim và góc nhìn đã lưu"
    pins: str = "Tỉnh ghim trên mọi biểu đồ (tối đa {most})"
    pins_help: str = (
        "Tỉnh ghim hiện trên xếp hạng, xu hướng, khoảng cách, bản đồ và so chỉ số, mỗi tỉnh một hình riêng."
    )
    pin: str = "Ghim {name}"
    unpin: str = "Bỏ ghim {name}"
    too_many_pins: str = "Chỉ ghim được {most} tỉnh. Bỏ ghim một tỉnh rồi ghim tỉnh khác."
    views: str = "Góc nhìn đã lưu"
    views_none: str = "Chưa lưu góc nhìn nào."
    name: str = "Đặt tên cho trang đang xem"
    name_hint: str = "Ví dụ: Họp giao ban – PAPI"
    save: str = "Lưu góc nhìn"
    change: str = "Đổi tên hoặc xoá"
    which: str = "Góc nhìn"
    new_name: str = "Tên mới"
    rename: str = "Đổi tên"
    drop: str = "Xoá"
    bad_name: str = "Ghi tên góc nhìn, không quá {most} ký tự."
    bad_address: str = "Địa chỉ này không lưu được."
    too_many_views: str = "Chỉ lưu được {most} góc nhìn. Xoá bớt rồi lưu tiếp."
    name_taken: str = "Đã có góc nhìn tên «{name}» hoặc góc nhìn cần đổi tên không còn."
    pinned: str = "Tỉnh ghim: {names}"
