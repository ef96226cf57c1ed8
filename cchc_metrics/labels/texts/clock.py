"""Figures as they stood on a past day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClockTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Xem số liệu tại một ngày"
    lead: str = "Mọi trang hiển thị số liệu như tại ngày đã chọn. Đường dẫn của trang giữ lựa chọn này."
    kind: str = "Mốc thời gian"
    now: str = "Hiện tại"
    known: str = "Như hệ thống biết"
    known_help: str = "số liệu đã nạp vào hệ thống tính đến hết ngày đó"
    published: str = "Như đã công bố"
    published_help: str = (
        "số liệu có nguồn công bố tính đến hết ngày đó, dù được nạp sau; "
        "tên đơn vị, bộ tiêu chí, mục tiêu theo hiện tại"
    )
    day: str = "Ngày"
    back: str = "Trở về hiện tại"
    # The strip on every page
    # day
    as_known: str = "Số liệu như hệ thống biết ngày {day}."
    # day
    as_published: str = "Số liệu như đã công bố ngày {day}."
    # count
    undated: str = "{count} số liệu chưa rõ ngày công bố nên không đưa vào."
    day_in_future: str = "Ngày này còn ở phía trước: số liệu là của hiện tại và sẽ đổi khi có lượt nạp mới."
    nothing_known: str = "Đến ngày đó hệ thống chưa có số liệu nào."
    reading_only: str = (
        "Đang xem số liệu của một ngày đã qua nên không nạp, sửa hay hoàn tác được. Hãy trở về hiện tại rồi làm lại."
    )
    # The command line
    help_known_on: str = "số liệu như hệ thống biết ngày này (năm-tháng-ngày)"
    help_published_on: str = "số liệu như đã công bố ngày này (năm-tháng-ngày)"
