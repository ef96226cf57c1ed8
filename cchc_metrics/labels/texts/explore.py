"""Page Tra cứu & tải về, and the files it hands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ExploreTexts:
    """Placeholders in braces are filled with ``str.format``."""

    index: str = "Bộ chỉ số"
    period: str = "Kỳ"
    entity_code: str = "Mã đơn vị"
    entity: str = "Tên đơn vị"
    node_code: str = "Mã tiêu chí"
    node: str = "Tên tiêu chí"
    score_kind: str = "Loại điểm"
    value: str = "Điểm"
    unit: str = "Đơn vị tính"
    state: str = "Trạng thái"
    states: Mapping[str, str] = field(
        default_factory=lambda: {"value": "Có số liệu", "na": "Được miễn (N/A)", "missing": "Không có số liệu"}
    )
    max_score: str = "Điểm tối đa"
    published_rank: str = "Hạng công bố"
    rank_out_of: str = "Số đơn vị xếp hạng"
    source: str = "Nguồn"
    note: str = "Ghi chú"
    everything: str = "Tất cả"
    file_title: str = "Bảng điểm chỉ số đã lọc"
    as_of: str = "Số liệu trong hệ thống sau lượt ghi số {version}"
    missing_note: str = "Ô điểm trống là không có số liệu hoặc được miễn (xem cột Trạng thái), không phải điểm 0."
    rank_note: str = "Hạng công bố là hạng in trong nguồn; PAPI không công bố thứ hạng."
    # The page.
    title: str = "Tra cứu & tải về"
    finding: str = "Toàn bộ {count} số liệu đang có hiệu lực trong hệ thống."
    finding_some: str = "{count} số liệu khớp bộ lọc, trong tổng số {total}."
    eras: Mapping[str, str] = field(default_factory=lambda: {"63": "(trước 01/7/2025)", "34": "(từ 01/7/2025)"})
    caption: str = "Số liệu {first}–{last} trong {count}"
    page: str = "Trang"
    page_of: str = "{page} / {pages}"
    previous_page: str = "Trang trước"
    next_page: str = "Trang sau"
    rank_column: str = "Hạng công bố"
    exempt: str = "được miễn"
    missing: str = "chưa có số liệu"
    more_sources: str = "và {count} nguồn khác (đầy đủ trong tệp tải về)"
    build_note: str = "Hạng công bố là hạng in trong nguồn; PAPI không công bố thứ hạng."
    nothing_title: str = "Không có số liệu nào khớp bộ lọc"
    nothing_body: str = "Bỏ bớt một điều kiện lọc, hoặc nạp thêm số liệu cho phần còn thiếu."
    empty_title: str = "Chưa có số liệu nào trong hệ thống"
    empty_body: str = "Người phụ trách số liệu nạp tệp điểm chỉ số thì bảng tra cứu có ngay tại đây."
    downloads_lead: str = "Tệp gồm đủ {count} dòng khớp bộ lọc; bản Excel kèm trang ghi bộ lọc, thời điểm và nguồn."
    download_parquet: str = "Tải bảng Parquet"
    make_excel: str = "Tạo tệp Excel"
    save_excel: str = "Lưu tệp Excel"
    making: str = "Đang lấy số liệu cho tệp Excel …"
    made_so_far: str = "Đang tạo tệp Excel: {done} trong {count} dòng"
    closing: str = "Đã ghi đủ {count} dòng, đang đóng tệp …"
    index_and_period: str = "Bộ chỉ số, kỳ"
    filter_entity: str = "Đơn vị"
    unfiltered: str = "Chưa lọc"
    filtered: str = "{count} điều kiện lọc"
    filter_node: str = "Nội dung"
