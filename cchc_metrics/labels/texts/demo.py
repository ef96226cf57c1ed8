"""The try-out: an illustrative office, apart from real figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DemoTexts:
    """What is said of and in the try-out. Placeholders in braces are filled with ``str.format``."""

    mark: str = "SỐ LIỆU MINH HỌA"
    strip: str = "Bản dùng thử: đơn vị, báo cáo và số liệu báo cáo ở đây là minh hoạ, không phải của cơ quan nào."
    folder_is_illustrative: str = (
        "Thư mục {folder} là bản dùng thử với số liệu minh hoạ, không mở làm dữ liệu thật. "
        "Chạy «make demo», hoặc chọn thư mục dữ liệu khác."
    )
    folder_is_real: str = (
        "Thư mục {folder} chứa dữ liệu thật, không mở làm bản dùng thử. Chọn một thư mục trống cho bản dùng thử."
    )
    needs_mark: str = (
        "Đây là bản dùng thử, chỉ nhận báo cáo trên biểu mẫu có dấu «SỐ LIỆU MINH HỌA» tải từ chính bản này. "
        "Báo cáo thật nộp vào hệ thống chính thức."
    )
    help_demo: str = "dựng cơ quan minh hoạ trong thư mục dùng thử (cần CCHC_DEMO=1)"
    help_on: str = "ngày mà bản dùng thử được dựng cho, dạng NĂM-THÁNG-NGÀY; mặc định là hôm nay"
    only_in_demo: str = (
        "Lệnh này chỉ chạy với bản dùng thử. Dùng «make demo», hoặc đặt CCHC_DEMO=1 và một thư mục riêng."
    )
    built: str = "Bản dùng thử có {units} đơn vị và {reports} báo cáo minh hoạ trong {folder}."
    # unit id -> name, short name
    unit_names: Mapping[str, tuple[str, str]] = field(
        default_factory=lambda: {
            "MH-A": ("Phòng A (minh hoạ)", "Phòng A (MH)"),
            "MH-B": ("Phòng chuyên môn B (minh hoạ)", "Phòng B (MH)"),
            "MH-C": ("Phòng chuyên môn C (minh hoạ)", "Phòng C (MH)"),
            "MH-D": ("Phòng D theo dõi toàn tỉnh (minh hoạ)", "Phòng D (MH)"),
            "MH-E": ("Ban E tiếp công dân (minh hoạ)", "Ban E (MH)"),
            "MH-G": ("Trung tâm G một cửa (minh hoạ)", "TT G (MH)"),
            "MH-H": ("Trung tâm H công nghệ (minh hoạ)", "TT H (MH)"),
        }
    )
    head: str = "Người đứng đầu {letter} (minh hoạ)"
    head_title: str = "Thủ trưởng đơn vị"
    reporter: str = "Cán bộ {letter} (minh hoạ)"
    compiler: str = "Cán bộ tổng hợp (minh hoạ)"
    settings: Mapping[str, str] = field(
        default_factory=lambda: {
            "noi-ban-hanh-tren": "SỐ LIỆU MINH HỌA",
            "noi-ban-hanh": "Văn phòng minh hoạ",
            "dia-danh": "Minh hoạ",
            "hinh-thuc-ky": "TL.",
            "chuc-vu-ky": "Người ký minh hoạ",
            "nguoi-ky": "Nguyễn Minh Họa",
            "ky-hieu-cong-van": "VPMH-MHA",
            "ky-hieu-bao-cao": "BC-VPMH",
            "noi-nhan-cong-van": "Như trên|Lưu: VT, MH-A",
            "noi-nhan": "Nơi nhận minh hoạ|Lưu: VT, MH-A",
            "kinh-gui-bao-cao": "Sở minh hoạ",
            "so-ngay-bo-sung": "3",
            "doi-han-ngay-nghi": "next",
        }
    )
    # part of the narrative -> text; {mark} {task}
    narratives: Mapping[str, str] = field(
        default_factory=lambda: {
            "ket-qua": "[{mark}] Đơn vị đã thực hiện nhiệm vụ {task} theo kế hoạch trong kỳ.",
            "ton-tai": "[{mark}] Một số việc còn chậm so với kế hoạch.",
            "ky-toi": "[{mark}] Tiếp tục thực hiện nhiệm vụ {task} và khắc phục việc còn chậm.",
        }
    )
    evidence: str = "[SỐ LIỆU MINH HỌA] Báo cáo chuyên đề kèm theo"
    nil_reason: str = "[SỐ LIỆU MINH HỌA] Trong kỳ không phát sinh"
    # code of the cell -> comment
    returned: Mapping[str, str] = field(
        default_factory=lambda: {
            "4.10": "Số văn bản xin lỗi chưa khớp với hồ sơ trễ hạn của đơn vị. Kiểm tra lại.",
            "4.ton-tai": "Nêu rõ vì sao có hồ sơ quá hạn.",
        }
    )
    returned_reason: str = "Bổ sung nguyên nhân trễ hạn và kiểm tra số văn bản xin lỗi."
    soft_reason: str = "[SỐ LIỆU MINH HỌA] Đã có văn bản xin lỗi chung cho các hồ sơ"
    extension_reason: str = "[SỐ LIỆU MINH HỌA] Đang chuyển trụ sở"
    allowed_by: str = "Lãnh đạo Văn phòng (minh hoạ)"
    # task, product, month, unit, % done, task no
    plan_items: tuple[tuple[str, str, int, str, float | None, str], ...] = (
        ("Rà soát, công khai thủ tục hành chính", "Báo cáo rà soát", 3, "MH-D", 100.0, "5"),
        ("Giải quyết hồ sơ đúng hạn qua một cửa điện tử", "Sổ theo dõi", 6, "MH-B", 100.0, "4"),
        ("Tuyên truyền cải cách hành chính", "Tin, bài", 9, "MH-A", 60.0, "3"),
        ("Mở rộng thanh toán không dùng tiền mặt", "Báo cáo kết quả", 11, "MH-G", 40.0, "7"),
        ("Tiếp công dân, xử lý đơn", "Báo cáo kết quả", 12, "MH-E", None, "6"),
    )
    step_catalogue: str = "Dựng danh mục đơn vị và hạn nộp minh hoạ"
    step_period: str = "Nộp báo cáo minh hoạ {period}"
    file_stem: str = "SO-LIEU-MINH-HOA"
