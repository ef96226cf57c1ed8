"""Page Tổng quan, and Bản tin tuần beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OverviewTexts:
    """Page Tổng quan.

    Placeholders in braces are filled with ``str.format``.
    """

    eyebrow: str = "Tổng quan · kết quả công bố gần nhất của từng bộ chỉ số"
    eyebrow_before: str = "Tổng quan · kết quả công bố gần nhất trước sắp xếp"
    title: str = "{name} đứng ở đâu"
    title_none: str = "{name}: chưa có kết quả công bố"
    finding: str = "{results}."
    finding_before: str = "{name}: {results}."
    finding_none: str = "Chưa có kết quả công bố nào của tỉnh này trong dữ liệu."
    partly_missing: str = "{name} chưa có kết quả công bố của {indices}; thay vào đó là kết quả trước sắp xếp."
    aims: str = "Mục tiêu của {name}: {aims}."
    aim: str = "{index} – {words}"
    summary_group: str = "{index} {period} {group}"
    summary_rank: str = "{index} {period} hạng {rank}"
    summary_both: str = "{index} {period} nhóm {group}, hạng {rank}"
    summary_value: str = "{index} {period} đạt {value}"
    # The leader's brief on the page
    decide_title: str = "Việc cần quyết định"
    # decision, more
    decide_first: str = "Cần quyết định: {decision} {more}"
    # count
    decide_more: str = "Và {count} việc khác ở dưới."
    decide_none: str = "Theo số liệu hiện có, chưa có việc nào chờ quyết định."
    late_title: str = "Báo cáo chậm, chưa đủ"
    moved_title: str = "Thay đổi đáng chú ý"
    moved_none: str = "Chưa đủ hai kỳ so sánh được để nói có gì thay đổi."
    news_title: str = "Có gì mới từ lần xem trước"
    # count
    news_dot: str = "Có {count} điều mới từ lần xem trước"
    news_more: str = "và {count} lượt ghi khác, xem ở Số liệu › Nạp dữ liệu"
    to_brief: str = "Tải bản một trang cho lãnh đạo"
    groups_title: str = "Bức tranh các năm"
    # name, caption
    groups_caption: str = "{name}: {caption}"
    # Cards
    heading: str = "{index} {period}"
    rank_first: str = "xếp {rank}"
    rank_region_unknown: str = "xếp {nation} · vùng: chưa đủ số liệu"
    no_previous: str = "Không có kết quả {period} để so"
    rank_unit: str = "hạng công bố"
    value_missing: str = "chưa có số liệu điểm"
    change: str = "{change} {unit}"
    since: str = "{changes} so với {period}"
    since_hidden: str = "{changes} so với {period}, không đáng kể"
    since_rank_hidden: str = "{change} so với {period}; {places}, không đáng kể"
    no_change: str = "Không so điểm với {period}: {reason}"
    later_missing: str = "Năm {period}: chưa có số liệu của tỉnh"
    years: str = "{first}–{last}"
    group_badge: str = "Nhóm {group}"
    group_help_top: str = "Nhóm cao nhất theo ngưỡng của bộ tiêu chí: từ {low}% trở lên"
    group_help_middle: str = "Theo ngưỡng của bộ tiêu chí: từ {low}% đến dưới {high}%"
    computed_help: str = "Hạng do hệ thống tính theo điểm, trong các tỉnh có điểm; nguồn không công bố thứ hạng"
    unconfirmed_help: str = "Phân vùng của 34 tỉnh chưa được xác nhận"
    trend_alt: str = "{index}: năm {first} {low}, năm {last} {high}; đường đứt ở năm không so sánh được"
    empty_range: str = "Năm {period}: {range}"
    empty_card: str = "Chưa có kết quả công bố"
    # Targets and distances
    target_none: str = "Chưa nhập mục tiêu"
    target_line: str = "Mục tiêu {period}: {aims}"
    target_met: str = "{target} (đã đạt)"
    target_left: str = "{target} (còn thiếu {left})"
    target_rank: str = "hạng {rank}"
    target_places: str = "{target} (còn {places} bậc)"
    badge_met: str = "Đạt mục tiêu"
    badge_missed: str = "Chưa đạt mục tiêu"
    badge_some: str = "Đạt {met}/{count} mục tiêu"
    badge_help: str = "Kết quả công bố năm {period} so với mục tiêu của năm đó"
    to_best: str = "kém cao nhất {gap}"
    near_best: str = "chênh {gap} so với cao nhất, không đáng kể"
    # Gaps
    gaps_title: str = "Khoảng cách lớn nhất"
    gaps_lead: str = (
        "Ba nội dung cách tỉnh cao nhất xa nhất; nơi chưa đủ số liệu các tỉnh thì là ba nội dung mất nhiều điểm nhất. "
        "Chưa nhập mục tiêu nên khoảng cách được tính tới điểm tối đa, tỉnh cao nhất và trung bình vùng."
    )
    gaps_lead_target: str = (
        "Ba nội dung cách tỉnh cao nhất xa nhất, nơi chưa đủ số liệu các tỉnh thì là ba nội dung mất nhiều điểm nhất; "
        "kèm khoảng cách tới mục tiêu đã nhập và trung bình vùng."
    )
    gaps_legend_value: str = "điểm của tỉnh trên thang điểm tối đa"
    gaps_legend_best: str = "tỉnh cao nhất"
    gaps_legend_region: str = "trung bình vùng hoặc cả nước"
    gap_lost: str = "mất {lost}"
    gap_of_max: str = "{value}/{max} {unit}"
    gap_rank_only: str = "chưa có số liệu điểm"
    gap_above: str = "{name} {value} (cao hơn {gap})"
    gap_under: str = "{name} {value} (thấp hơn {gap})"
    gap_near: str = "{name} {value} (chênh {gap}, không đáng kể)"
    gap_equal: str = "{name} {value} (bằng)"
    gap_to_target: str = "mục tiêu {target} (còn thiếu {gap})"
    best_named: str = "cao nhất {name}"
    best_is_own: str = "đang cao nhất cả nước"
    nation_mean: str = "trung bình cả nước"
    mean_of: str = "trung bình {group}"
    parts_published: str = "Nguồn mới công bố kết quả {count} {level}; các nội dung khác chưa có số liệu."
    parts_none: str = "Chưa có kết quả thành phần được công bố, nên chưa biết điểm mất ở nội dung nào."
    parts_next: str = "Nạp kết quả thành phần"
    # Links
    to_ranking: str = "Xếp hạng"
    to_trend: str = "Xu hướng"
    to_gap: str = "Khoảng cách"
    to_lost: str = "Điểm chưa đạt"
    to_scenario: str = "Kịch bản"
    to_atlas: str = "Bản đồ"
    to_why: str = "Vì sao tăng, giảm: phân tích biến động"
    to_course: str = "Lộ trình mục tiêu"
    to_lost_units: str = "Điểm chưa đạt theo nội dung và đơn vị"
    empty_title: str = "Chưa có bộ chỉ số nào"
    empty_body: str = (
        "Trang này tóm tắt kết quả công bố của tỉnh trên từng bộ chỉ số. Người phụ trách số liệu nạp bộ tiêu chí, "
        "danh mục đơn vị và điểm chỉ số ở trang Nạp dữ liệu."
    )
    nothing_title: str = "Tỉnh này chưa có kết quả nào trong dữ liệu"
    nothing_body: str = (
        "Khi kết quả PAR INDEX, SIPAS hoặc PAPI của tỉnh được công bố, người phụ trách số liệu nạp bảng điểm "
        "ở trang Nạp dữ liệu; trang này sẽ có số ngay sau khi nạp."
    )


@dataclass(frozen=True, slots=True)
class DigestTexts:
    """Bản tin: what is new for one person, on the screen, in Word and by mail; and what each wants to be told.

    Placeholders in braces are filled with ``str.format``.
    """

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
            "late": "{count} báo cáo mới quá hạn, chưa gửi",
            "returned": "{count} báo cáo bị trả lại hoặc mở lại",
            "waiting": "{count} việc chờ bạn",
        }
    )
    sections: Mapping[str, str] = field(
        default_factory=lambda: {
            "figures": "Số liệu mới",
            "corrections": "Đính chính, hoàn tác",
            "sent": "Báo cáo đã gửi",
            "late": "Mới quá hạn, chưa gửi",
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
    report: str = "{unit}{form} · {period}"
    # kind, what, who, moment
    entry: str = "{kind}: {what} · {who}, {moment}"
    by_hand: str = "sửa trực tiếp"
    shipped: str = "Số liệu đã công bố kèm theo phần mềm: {count} lượt"
    unlock: str = "Đề nghị mở khoá {period}: cần người thứ hai đồng ý"
    # period, accepted, owed, due
    sign: str = "Báo cáo tổng hợp {period} chờ ký: đã tiếp nhận báo cáo của {accepted}/{owed} đơn vị{due}"
    sign_due: str = ", hạn trình {day}"
    sign_many: str = "{count} báo cáo tổng hợp chờ ký: {periods}."
    filter_day: str = "Bảy ngày đến hết"
    download: str = "Tải bản tin (Word)"
    calendar: str = "Tải lịch hạn nộp (.ics)"
    calendar_lead: str = "Lịch hạn nộp của năm, mở được bằng Outlook, lịch điện thoại."
    calendar_unit: str = "Lịch của đơn vị"
    calendar_all: str = "Tất cả đơn vị"
    made: str = "Lập cho {name}, ngày {day}"
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
    # By the kind of failure, as Python names it
    mail_reasons: Mapping[str, str] = field(
        default_factory=lambda: {
            "SSLCertVerificationError": "chứng thư của máy chủ thư không được công nhận; kiểm tra host và ca_file",
            "SMTPNotSupportedError": "máy chủ thư không nhận kết nối mã hoá hoặc đăng nhập; kiểm tra security",
            "SMTPAuthenticationError": "máy chủ thư không nhận tên hoặc mật khẩu; kiểm tra user và password_file",
            "ConnectionRefusedError": "không kết nối được máy chủ thư; kiểm tra host và port",
            "FileNotFoundError": "không có tệp đã khai ở ca_file",
            "TimeoutError": "máy chủ thư không trả lời",
        }
    )
    mail_done: str = "Đã gửi {count} bản tin."
    help_digest: str = "bản tin của người đang dùng trong bảy ngày; --send: gửi thư cho ai đã chọn nhận"
    help_on: str = "đến hết ngày (YYYY-MM-DD), mặc định hôm nay"
    help_send: str = "gửi ngay các bản tin đến kỳ qua thư điện tử"
