"""What each person keeps at hand: pinned provinces, views with names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShelfTexts:
    """Placeholders in braces are filled with ``str.format``."""

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
