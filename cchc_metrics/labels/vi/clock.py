"""Figures as they stood on a past day."""

from cchc_metrics.labels.texts.clock import ClockTexts

TEXTS = ClockTexts(
    title="Xem số liệu tại một ngày",
    lead="Mọi trang hiển thị số liệu như tại ngày đã chọn. Đường dẫn của trang giữ lựa chọn này.",
    kind="Mốc thời gian",
    now="Hiện tại",
    known="Như hệ thống biết",
    known_help="số liệu đã nạp vào hệ thống tính đến hết ngày đó",
    published="Như đã công bố",
    published_help=(
        "số liệu có nguồn công bố tính đến hết ngày đó, dù được nạp sau; "
        "tên đơn vị, bộ tiêu chí, mục tiêu theo hiện tại"
    ),
    day="Ngày",
    back="Trở về hiện tại",
    as_known="Số liệu như hệ thống biết ngày {day}.",
    as_published="Số liệu như đã công bố ngày {day}.",
    undated="{count} số liệu chưa rõ ngày công bố nên không đưa vào.",
    nothing_known="Đến ngày đó hệ thống chưa có số liệu nào.",
    reading_only=(
        "Đang xem số liệu của một ngày đã qua nên không nạp, sửa hay hoàn tác được. Hãy trở về hiện tại rồi làm lại."
    ),
    help_known_on="số liệu như hệ thống biết ngày này (năm-tháng-ngày)",
    help_published_on="số liệu như đã công bố ngày này (năm-tháng-ngày)",
)
