"""What people add for themselves and others: notes on a date or a figure, pinned provinces and parts, named views."""

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
    # when, text
    hover: str = "Ghi chú {when}: {text}"
    column_mark: str = "Ký hiệu"
    column_when: str = "Thời điểm"
    column_about: str = "Về"
    column_text: str = "Ghi chú"
    column_by: str = "Người ghi"
    column_seq: str = "Lượt ghi"
    # node
    caption: str = "Ghi chú trên {node}"
    everybody: str = "mọi tỉnh"
    past_title: str = "Ghi chú đã sửa hoặc rút"
    column_until: str = "Sửa, rút ở lượt"
    form: str = "Thêm, sửa hoặc rút ghi chú"
    form_lead: str = (
        "Ghi một việc giúp hiểu số liệu, ví dụ «Một cửa mới từ 2022». Ghi chú lưu vào nhật ký, hoàn tác được."
    )
    form_figure: str = "Ghi chú trên số này"
    year: str = "Năm của ghi chú"
    day: str = "Ngày xảy ra (nếu có)"
    day_help: str = "Có ngày thì ghi chú đứng đúng chỗ của ngày đó trên đường; để trống thì đứng ở năm đã chọn."
    part: str = "Nội dung được ghi chú"
    about: str = "Ghi chú về"
    text: str = "Nội dung ghi chú"
    text_hint: str = "Một cửa mới từ 2022"
    by: str = "Họ tên người ghi"
    save: str = "Lưu ghi chú"
    saved: str = "Đã lưu ghi chú (lượt {seq})."
    unchanged: str = "Ghi chú này đã có nên không có gì thay đổi."
    which: str = "Ghi chú cần sửa hoặc rút"
    save_edit: str = "Lưu thay đổi"
    withdraw: str = "Rút ghi chú"
    done: str = "Đã rút ghi chú (lượt {seq}); nhật ký vẫn giữ."
    bad_text: str = "Ghi nội dung, không quá {most} ký tự."
    by_missing: str = "Ghi họ tên người ghi."
    no_year: str = "{index} không có số liệu năm {period}."
    day_to_come: str = "Ngày {day} chưa tới. Ghi chú là việc đã xảy ra: chọn ngày đã qua hoặc hôm nay."
    # index, first, day
    day_too_early: str = "{index} có số liệu từ năm {first}, ngày {day} đứng trước mọi số liệu. Chọn ngày sau đó."
    # index, when, text
    written: str = "Ghi chú {index} {when}: {text}"
    rewritten: str = "Sửa ghi chú {index} {when}: {text}"
    withdrawn: str = "Rút ghi chú {index} {when}: {text}"


@dataclass(frozen=True, slots=True)
class ShelfTexts:
    """Pins and saved views. Placeholders in braces are filled with ``str.format``."""

    title: str = "Ghim và góc nhìn đã lưu"
    pins: str = "Tỉnh, nội dung ghim trên mọi biểu đồ (tối đa {most})"
    pins_help: str = (
        "Tỉnh ghim hiện trên xếp hạng, xu hướng, khoảng cách, bản đồ và so chỉ số, mỗi tỉnh một hình riêng. Nội dung "
        "ghim đứng đầu mọi danh sách nội dung, có dấu ★ trên biểu đồ và có hình riêng ở Xu hướng."
    )
    # index, part
    part_of: str = "{index} · {part}"
    pin: str = "Ghim {name}"
    unpin: str = "Bỏ ghim {name}"
    too_many_pins: str = "Chỉ ghim được {most} tỉnh, nội dung. Bỏ ghim một mục rồi ghim mục khác."
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
