"""Page Phương pháp & nguồn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_metrics.labels.texts.chapter import Chapter
from cchc_metrics.labels.texts.method_analysis import ANALYSIS

_RANK = Chapter(
    "xep-hang",
    "Xếp hạng",
    (
        "Hạng 1 là tốt nhất. Hạng của một tỉnh = 1 + số tỉnh có điểm cao hơn. Các tỉnh bằng điểm có cùng hạng và "
        "hạng tiếp theo lùi đúng số tỉnh đồng hạng: 1, 2, 2, 4.",
        "So sánh trên điểm gốc chưa làm tròn. Chỉ xếp những tỉnh có điểm, nên hạng luôn đi kèm số tỉnh được xếp: "
        "26/61 nghĩa là xếp 26 trong 61 tỉnh có kết quả.",
        "Hạng do nguồn công bố được giữ nguyên. PAPI không công bố thứ hạng: hạng PAPI là hạng do hệ thống tính, "
        "luôn nêu sau nhóm tứ phân vị, vì chỉ số từ điều tra có sai số chọn mẫu và chênh hai, ba bậc nói lên rất ít.",
        "Ngưỡng độ phủ: hệ thống chỉ tự xếp hạng và chia nhóm khi có điểm của ít nhất {coverage} số tỉnh. Dưới "
        "ngưỡng, thứ tự chỉ cho biết tỉnh nào đã có số trong dữ liệu, nên hạng không được tính.",
        "Số bậc tăng, giảm = hạng kỳ trước − hạng kỳ này. Chỉ tính giữa hai hạng cùng loại (cùng công bố, hoặc cùng "
        "do hệ thống tính) trên cùng số tỉnh của hệ 63 hoặc hệ 34 tỉnh. Khi chỉ thay bộ tiêu chí, hạng vẫn so sánh "
        "được, điểm thì không.",
        "Hạng trong vùng tính theo cùng quy tắc trong nội bộ nhóm, khi có điểm của ít nhất {coverage} số tỉnh trong "
        "nhóm.",
    ),
)
_GROUP = Chapter(
    "nhom",
    "Nhóm xếp loại",
    (
        "PAPI chia bốn nhóm theo tứ phân vị: các điểm cắt là phân vị 75, 50 và 25 (nội suy tuyến tính) của điểm các "
        "tỉnh có kết quả. Từ phân vị 75 trở lên là nhóm cao nhất, tiếp đến trung bình cao, trung bình thấp và thấp "
        "nhất. Điểm đúng bằng điểm cắt thuộc nhóm trên. Với 63 điểm khác nhau, bốn nhóm có 16, 16, 15 và 16 tỉnh.",
        "PAR INDEX chia nhóm theo điểm như Bộ Nội vụ công bố: {groups}. Dưới ngưỡng thấp nhất không có nhóm. Ngưỡng "
        "nằm trong bộ tiêu chí, sửa bằng cách nạp bộ tiêu chí.",
        "SIPAS không chia nhóm.",
    ),
)
_GAP = Chapter(
    "khoang-cach",
    "Điểm mất và khoảng cách",
    (
        "Điểm mất = điểm tối đa − điểm đạt. Cộng điểm mất của mọi phần luôn bằng điểm tối đa − tổng điểm; trang "
        "Khoảng cách mục tiêu ghi rõ phép đối chiếu này, và ghi rõ phần nào thiếu khi chưa khép được.",
        "Khoảng cách tới mục tiêu = mục tiêu − điểm đạt, bằng 0 khi đã đạt. Khoảng cách tới tỉnh cao nhất và tới "
        "trung bình nhóm tính tương tự.",
        "Tỉnh cao nhất của một nội dung chỉ được nêu khi có điểm của ít nhất {coverage} số tỉnh, hoặc khi nguồn "
        "công bố hạng 1 kèm điểm.",
        "Trung bình nhóm là trung bình cộng, không trọng số, của các tỉnh trong nhóm có điểm, kể cả tỉnh đang xem; "
        "chỉ tính khi có điểm của ít nhất {coverage} số tỉnh trong nhóm. Trung bình do nguồn công bố được ghi là số "
        "công bố.",
        "Tỷ trọng mất = điểm mất của một phần ÷ tổng điểm mất của các phần; chỉ tính khi biết đủ các phần.",
        "Chênh lệch tự chấm – thẩm định = điểm tự chấm − điểm thẩm định của cùng tiêu chí; điểm thẩm định cao hơn "
        "điểm tự chấm là hợp lệ.",
    ),
)
_CHANGE = Chapter(
    "dut-doan",
    "Thay đổi và mốc đứt đoạn",
    (
        "Thay đổi = điểm năm nay − điểm năm trước của cùng nội dung, chỉ tính giữa hai năm liền nhau đều có điểm và "
        "không bị ngăn bởi mốc đứt đoạn. Biểu đồ không nối đường qua mốc đứt đoạn và qua năm thiếu số liệu.",
        "Hai năm bị coi là đứt đoạn khi, theo thứ tự xét: có khai báo cho chính nội dung; có khai báo cho nội dung "
        "cấp trên; có khai báo cho cả bộ chỉ số; hoặc bộ tiêu chí thay đổi mà điểm tối đa của nội dung khác đi, "
        "hoặc không có khai báo là vẫn so sánh được.",
        "Điểm theo hai bộ tiêu chí khác nhau không so sánh trực tiếp. Dải xám trên biểu đồ xu hướng là một nửa số "
        "tỉnh ở giữa, từ phân vị 25 đến phân vị 75; đường xám là trung bình cộng các tỉnh có kết quả.",
    ),
)
_MISSING = Chapter(
    "thieu-so-lieu",
    "Thiếu số liệu, điểm 0, được miễn",
    (
        "Ba trạng thái khác nhau và không bao giờ thay cho nhau: 0 là bị chấm 0 điểm; N/A là được miễn, mẫu số tính "
        "lại không có phần đó; trống là không có số liệu hoặc nguồn không công bố.",
        "Thiếu không phải là 0: tỉnh thiếu kết quả không được xếp hạng, không vào trung bình và không bị xếp cuối. "
        "Tệp nguồn có khi ghi 0 cho tỉnh không công bố; khi nạp, hệ thống cảnh báo tỉnh có mọi điểm bằng 0.",
        "Tổng điểm chỉ có khi đủ mọi phần.",
    ),
)
_ROUNDING = Chapter(
    "lam-tron",
    "Làm tròn",
    (
        "Điểm được giữ đến chín chữ số thập phân như nguồn in. Mọi phép tính làm trên số chính xác và chỉ làm tròn "
        "một lần, khi hiển thị; số đứng giữa làm tròn ra xa 0.",
        "Tỷ lệ phần trăm do nguồn in được giữ như đã in: 12,45/13 điểm tính ra 95,77% nhưng nguồn in 95,76% vì điểm "
        "gốc đã làm tròn.",
    ),
)
_REGIONS = Chapter(
    "vung",
    "Vùng, nhóm so sánh, 63 và 34 tỉnh",
    (
        "Từ ngày 01/7/2025, {count_63} tỉnh, thành phố còn {count_34}: 11 đơn vị giữ nguyên, 52 đơn vị hợp nhất "
        "thành 23. Quảng Trị mới = Quảng Bình (cũ) + Quảng Trị (cũ) và mang mã 44, trước đây là mã của Quảng Bình; "
        "vì vậy mỗi đơn vị có mã riêng theo từng hệ.",
        "Số đã công bố của tỉnh cũ không bị ghi đè, không bị cộng hay lấy trung bình thành số của tỉnh mới. Hạng "
        "chỉ so trong cùng một hệ.",
        "Vùng là vùng kinh tế - xã hội; nhóm so sánh của {group} gồm {members}. Danh sách vùng theo hệ 34 tỉnh chưa "
        "được xác nhận, nên kết quả so sánh vùng trên hệ này ghi «chưa xác nhận».",
    ),
)


@dataclass(frozen=True, slots=True)
class MethodTexts:
    """Page Phương pháp & nguồn.

    Placeholders in braces are filled with ``str.format``.
    """

    heading: str = "Phương pháp & nguồn"
    how_it_is_made: str = "Cách tính"
    whole_page: str = "Mở trang Phương pháp"
    no_chapter: str = "Chưa có đoạn nào ở trang Phương pháp cho hình này."
    finding: str = (
        "{figures} số liệu đã công bố, {years}, từ {sources} nguồn. Mọi hạng, nhóm, khoảng cách trên các trang đều "
        "tính theo những quy tắc dưới đây."
    )
    finding_empty: str = "Mọi hạng, nhóm, khoảng cách trên các trang đều tính theo những quy tắc dưới đây."
    contents: str = "Mục lục"
    tested: str = "Kiểm chứng dự báo của bộ chỉ số"
    tested_none: str = "Chọn bộ chỉ số"
    tested_few: str = "{index} chưa đủ năm so sánh được để kiểm chứng."
    # May use {coverage}, {groups}, {group}, {members}, {count_63}, {count_34}.
    chapters: tuple[Chapter, ...] = (_RANK, _GROUP, _GAP, _CHANGE, _MISSING, _ROUNDING, _REGIONS, *ANALYSIS)
    no_groups: str = "chưa có ngưỡng trong bộ tiêu chí"
    groups_item: str = "nhóm {label} từ {bound} trở lên"
    contest: Chapter = Chapter(
        "cuoc-thi-du-bao",
        "Cuộc thi các cách dự báo",
        (
            "Bảy cách được thử trên các năm đã qua: ở mỗi năm chỉ dùng số biết đến năm đó, không qua chỗ đứt đoạn. "
            "Cách "
            "đang dùng là cách có điểm khoảng nhỏ nhất trên mọi nội dung. Bảng do lệnh kiểm chứng của phần mềm viết "
            "ra từ "
            "số liệu kèm theo; trang Lộ trình mục tiêu tính lại cách đang dùng trên số liệu hiện có.",
        ),
    )
    # Frameworks.
    frameworks: Chapter = Chapter(
        "bo-tieu-chi",
        "Bộ tiêu chí",
        (
            "Bộ tiêu chí là dữ liệu, có căn cứ pháp lý và năm áp dụng; điểm tối đa không nằm trong phần mềm. Chỗ "
            "chưa tìm thấy trong nguồn công bố được ghi rõ là còn thiếu.",
        ),
    )
    frameworks_caption: str = "Các bộ tiêu chí trong dữ liệu"
    index: str = "Bộ chỉ số"
    framework: str = "Bộ tiêu chí"
    legal_basis: str = "Căn cứ"
    years: str = "Năm áp dụng"
    criteria: str = "Số nội dung"
    maximum: str = "Tối đa"
    parts_maximum: str = "Tổng tối đa các phần"
    remark: str = "Còn thiếu, ghi chú"
    parts_some: str = "{sum} (mới biết {known} phần)"
    parts_unknown: str = "chưa có"
    years_between: str = "{first}–{last}"
    years_from: str = "từ {first}"
    years_until: str = "đến {last}"
    years_unknown: str = "chưa rõ"
    # Breaks.
    breaks: Chapter = Chapter(
        "moc-dut-doan",
        "Các mốc đứt đoạn: đã khai báo và nghi ngờ",
        (
            "Ngoài các mốc này, mỗi lần thay bộ tiêu chí là một mốc đứt đoạn, trừ khi có dòng «liên tục» cho hai "
            "năm đó.",
            "Một bước bị nghi đổi cách đo khi ít nhất 97% số tỉnh cùng đi một hướng quá 0,5% điểm tối đa; khi khoảng "
            "điểm hai năm không giao nhau; khi tương quan giữa hai năm thấp hơn mức thường có ít nhất 0,3 và 3,3 sai "
            "số chuẩn (Fisher); hoặc khi nội dung thành phần mới, bỏ, đổi điểm tối đa. Tổng điểm không so sánh được "
            "khi có nội dung không so sánh được. Qua bước bị nghi, hệ thống không nêu mức thay đổi và không giải "
            "thích.",
            "Nghi ngờ là của hệ thống, tính lại mỗi khi có số liệu mới; khai báo của người (có lý do) được ưu tiên.",
        ),
    )
    breaks_caption: str = "Mốc đứt đoạn, mốc nghi ngờ và đoạn liên tục"
    node: str = "Nội dung"
    every_node: str = "mọi nội dung không nêu riêng"
    between: str = "Giữa hai năm"
    between_years: str = "{before} và {after}"
    break_kind: str = "Loại"
    reason: str = "Lý do"
    source: str = "Nguồn"
    # Reporting windows.
    windows: Chapter = Chapter(
        "ky-bao-cao",
        "Kỳ báo cáo cải cách hành chính",
        (
            "Năm chỉ số (năm mà chỉ số đo, công bố vào khoảng tháng 4 đến tháng 6 năm sau) khác kỳ báo cáo. Kỳ 6 "
            "tháng và kỳ năm là số luỹ kế, kỳ quý thì không; không có mẫu báo cáo Quý II và Quý IV.",
        ),
    )
    windows_caption: str = "Các kỳ báo cáo"
    window: str = "Kỳ"
    window_names: Mapping[str, str] = field(
        default_factory=lambda: {"Q1": "Quý I", "6M": "6 tháng", "Q3": "Quý III", "FY": "Năm"}
    )
    opens: str = "Từ ngày"
    closes: str = "Đến ngày"
    cumulative: str = "Luỹ kế"
    # National policy targets.
    policies: Chapter = Chapter(
        "muc-tieu-quoc-gia",
        "Mục tiêu quốc gia",
        (
            "Mục tiêu trong văn bản của trung ương, ghi đúng chữ của văn bản. Đây không phải mục tiêu giao cho "
            "tỉnh; mục tiêu của tỉnh nhập ở trang Mục tiêu, kèm căn cứ.",
        ),
    )
    policies_caption: str = "Mục tiêu quốc gia trong dữ liệu"
    scope: str = "Phạm vi"
    indicator: str = "Chỉ tiêu"
    goal: str = "Phải đạt"
    deadline: str = "Thời hạn"
    document: str = "Văn bản"
    # How complete the data are.
    completeness: Chapter = Chapter(
        "do-day-du",
        "Độ đầy đủ của số liệu",
        (
            "Số tỉnh, thành phố có điểm tổng trong dữ liệu trên tổng số của hệ. Trong số liệu kèm theo phần mềm, "
            "PAR INDEX và SIPAS mới có những kết quả mà báo chí hoặc cổng thông tin của tỉnh đã đăng; chưa tìm thấy "
            "bảng đủ các tỉnh.",
        ),
    )
    completeness_caption: str = "Số tỉnh, thành phố có điểm tổng theo năm"
    held: str = "{count}/{of}"
    not_held: str = "–"
    absent: str = "Tỉnh, thành phố chưa có điểm tổng"
    absent_item: str = "{index}: {names}"
    # Sources.
    sources: Chapter = Chapter(
        "nguon",
        "Nguồn số liệu",
        ("Mỗi số liệu giữ nguồn của nó. Dẫn nguồn PAPI: CECODES, RTA và UNDP, papi.org.vn.",),
    )
    sources_caption: str = "Nguồn và số lượng số liệu lấy từ mỗi nguồn"
    publisher: str = "Nơi công bố"
    figures: str = "Số liệu"
    used_for: str = "Dùng cho"
    used_item: str = "{index} {years}"
    credit: Chapter = Chapter(
        "ban-quyen",
        "Ghi công và giấy phép",
        (
            "Nguồn ranh giới: NXB Tài nguyên - Môi trường và Bản đồ Việt Nam.",
            "Danh mục đơn vị hành chính lấy từ hai bộ dữ liệu mở vietnamese-provinces-database và "
            "vietnamadminunits, giấy phép MIT; toàn văn giấy phép nằm trong thư mục data/reference/licenses của "
            "phần mềm.",
            "Phông chữ Be Vietnam Pro, giấy phép SIL Open Font License.",
        ),
    )
    # Nothing loaded.
    table_empty: str = "Chưa có dữ liệu"
    table_empty_body: str = "Bảng này hiện khi đã nạp dữ liệu. Người phụ trách số liệu nạp từ trang Nạp dữ liệu."
