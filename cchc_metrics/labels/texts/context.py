"""What the visitor looks at on every place: the bar of choices, and what is said when a place shows another."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ContextTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Đang xem"
    base: str = "Hệ tỉnh"
    bases: Mapping[str, str] = field(default_factory=lambda: {"63": "63 tỉnh", "34": "34 tỉnh"})
    rests: str = "Phần này không chia theo lựa chọn này; lựa chọn được giữ cho các phần khác."
    fold: str = "Đổi bộ lọc"
    # index, name, asked, shown
    moved_period: str = "{name} chưa có kết quả {index} kỳ {asked}; đang xem kỳ gần nhất có kết quả: {shown}."
    # asked, shown
    moved_period_here: str = "Phần này không có kỳ {asked}; đang xem kỳ gần nhất: {shown}."
    # asked, shown
    moved_province: str = "Phần này không có số liệu riêng của {asked}; đang xem {shown}."
    # asked, shown
    moved_here: str = "Phần này không có {asked}; đang xem {shown}."
