"""The guided set-up of the reporting cycle, its tables and its calendar."""

from cchc_metrics.labels.texts.setup import SetupTexts

TEXTS = SetupTexts(
    title="Danh mục & lịch báo cáo",
    finding="Đã khai báo {done}/{of} bước. Phần chưa khai báo được nói rõ ở nơi cần đến, hệ thống không tự điền.",
    finding_done="Đã khai báo đủ các bước.",
    filter_step="Bước",
    filter_year="Năm",
    step_name="{number}. {title}",
    step_done="Bước này đã khai báo đủ.",
    steps={
        "don-vi": "Đơn vị",
        "tong-hop": "Đơn vị tổng hợp",
        "han-nop": "Hạn nộp, ngày nghỉ",
        "van-ban": "Thông tin văn bản",
        "nhiem-vu": "Nhiệm vụ, biểu",
        "chi-so": "Phần của chỉ số",
        "can-cu": "Căn cứ pháp lý",
    },
    step_leads={
        "don-vi": (
            "Năm đơn vị ban đầu lấy từ công văn 526 (2022) của tỉnh cũ, chỉ là đề xuất. Xác nhận, đổi tên, "
            "thêm đơn vị hiện nay, ghi ngày kết thúc hoặc sáp nhập."
        ),
        "tong-hop": "Đơn vị đôn đốc và lồng ghép báo cáo của Văn phòng, với mã ký hiệu ghi sau số văn bản.",
        "han-nop": (
            "Hai khâu đầu của chuỗi thời hạn do Văn phòng quy định. Chưa đặt thì không đơn vị nào bị tính trễ."
        ),
        "van-ban": (
            "Dùng cho công văn đôn đốc và báo cáo tổng hợp. Mục chưa khai báo để trống có đánh dấu trong văn bản."
        ),
        "nhiem-vu": "Ai có phần trong nhiệm vụ nào, biểu nào gồm những nhiệm vụ nào, nộp trong kỳ nào.",
        "chi-so": ("Nhiệm vụ nào tác động tới phần nào của bộ chỉ số là đánh giá của Văn phòng; bản đầu là đề xuất."),
        "can-cu": "Văn bản sinh ra từ hệ thống từ chối căn cứ đã hết hiệu lực và nêu căn cứ chưa rà soát.",
    },
    calendar="Lịch báo cáo",
    calendar_title="Lịch báo cáo năm {year}",
    calendar_caption="Kỳ báo cáo và chuỗi thời hạn",
    calendar_note="Kỳ báo cáo theo 581/BNV-CCHC, chưa xác nhận còn áp dụng; Văn phòng sửa được",
    on_day="Ngày {day}: {clauses}.",
    day_open="đang trong kỳ {periods}",
    day_nothing_open="không nằm trong kỳ báo cáo nào",
    day_ended="kỳ kết thúc gần nhất: {periods}",
    window="Kỳ",
    window_start="Từ ngày",
    window_end="Đến ngày",
    window_counts="Cách tính",
    cumulative="luỹ kế",
    single="riêng kỳ",
    window_state="Hiện tại",
    window_open="● đang mở",
    window_ended="○ đã kết thúc",
    window_to_come="▷ chưa tới",
    not_set="chưa đặt",
    not_said="chưa khai báo",
    moved_from="Chuyển từ {weekday} {day} vì là ngày nghỉ",
    weekdays=("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    shift_notes={
        "none": "Hạn rơi vào ngày nghỉ thì giữ nguyên.",
        "next": "Hạn rơi vào ngày nghỉ được chuyển sang ngày làm việc liền sau; di chuột vào hạn để xem ngày gốc.",
        "previous": (
            "Hạn rơi vào ngày nghỉ được chuyển về ngày làm việc liền trước; di chuột vào hạn để xem ngày gốc."
        ),
    },
    chart_key="● đơn vị · ◇ Văn phòng · □ UBND tỉnh",
    chart_day="ngày xem {day}",
    chart_window="{name}: từ {start} đến {end}",
    no_windows_title="Chưa có kỳ báo cáo nào trong năm này",
    no_windows_body="Nạp bảng kỳ báo cáo (loại «Kỳ báo cáo») rồi quay lại trang này.",
    no_units="Chưa có đơn vị nào trong danh mục.",
    units_to_confirm="Còn {count}/{of} đơn vị là đề xuất, chưa được xác nhận.",
    traits_unsaid=(
        "Chưa khai báo đủ phòng chuyên môn, đơn vị sự nghiệp, đơn vị được giao kinh phí; nhiệm vụ giao cho "
        "các nhóm này chưa có người làm."
    ),
    no_compiler="Chưa khai báo đơn vị tổng hợp.",
    several_compilers="Có nhiều đơn vị cùng được đánh dấu là đơn vị tổng hợp. Chọn một.",
    no_symbol="Chưa có mã ký hiệu của đơn vị tổng hợp.",
    due_missing="Còn {count}/{of} hạn nộp chưa đặt cho năm nay.",
    settings_missing="Còn {count}/{of} thông tin văn bản chưa khai báo.",
    no_tasks="Chưa có nhiệm vụ nào trong danh mục.",
    tasks_unowned="Nhiệm vụ {tasks}: chưa khai báo đơn vị.",
    links_to_confirm="Còn {count}/{of} liên kết là đề xuất, chưa được xác nhận.",
    no_links="Chưa có liên kết nào giữa nhiệm vụ và bộ chỉ số.",
    no_responsible="Chưa giao đơn vị phụ trách cho phần nào của bộ chỉ số.",
    no_bases="Chưa có căn cứ pháp lý nào.",
    bases_unreviewed="Còn {count}/{of} căn cứ chưa rà soát.",
    confirm_title="Xác nhận đơn vị đề xuất",
    confirm_lead=(
        "Đánh dấu đơn vị còn đúng với hiện nay. Đơn vị đã đổi tên thì sửa trong bảng, đơn vị không còn thì "
        "ghi ngày kết thúc."
    ),
    confirm_some="Xác nhận đơn vị đã đánh dấu",
    confirm_all="Xác nhận cả {count} đơn vị",
    confirm_none="Chưa đánh dấu đơn vị nào.",
    traits_title="Đơn vị nào là gì",
    traits_lead="Lưu là khai báo cho mọi đơn vị đang hoạt động: đơn vị không được chọn là không thuộc nhóm.",
    traits={
        "specialised": "Phòng chuyên môn (tham gia giải quyết thủ tục hành chính)",
        "service_unit": "Đơn vị sự nghiệp công lập",
        "budget_assigned": "Đơn vị được giao dự toán kinh phí cải cách hành chính",
    },
    traits_save="Lưu đặc điểm đơn vị",
    traits_note="Khai báo đặc điểm đơn vị",
    none_of_them="Không có đơn vị nào",
    units_confirmed_note="Xác nhận đơn vị đề xuất",
    close_title="Giải thể, sáp nhập",
    close_lead=(
        "Đơn vị kết thúc trước ngày cuối của kỳ thì không phải nộp báo cáo kỳ đó; đơn vị kế thừa báo cáo cho cả kỳ."
    ),
    close_unit="Đơn vị",
    close_day="Ngày hoạt động cuối cùng",
    close_save="Lưu sắp xếp",
    closed_note="{unit} hoạt động đến {day}",
    successor="Đơn vị kế thừa",
    no_successor="Không có",
    compiler="Đơn vị tổng hợp báo cáo của Văn phòng",
    symbol="Mã ký hiệu",
    head_name="Thủ trưởng",
    head_title="Chức vụ",
    head_title_example="Trưởng phòng",
    compiler_save="Lưu đơn vị tổng hợp",
    compiler_note="Khai báo đơn vị tổng hợp",
    due_province=(
        "Khâu UBND tỉnh gửi Bộ Nội vụ theo 581/BNV-CCHC (ngày 20 của tháng cuối kỳ) đã có sẵn và sửa được trong bảng."
    ),
    due_title="Hạn nộp do Văn phòng đặt",
    due_lead="Ngày trong tháng cuối của kỳ (tháng 3, 6, 9, 12). Để trống là chưa đặt, khi đó không tính trễ hạn.",
    due_year="Áp dụng từ năm",
    due_year_help="Hạn áp dụng cho mọi kỳ của năm này trở đi, kể cả kỳ đã qua trong năm.",
    due_basis="Căn cứ",
    due_save="Lưu hạn nộp",
    due_days_note="Đặt hạn nộp từ năm {year}",
    due_day_wrong="Ngày nộp là số từ 1 đến 31.",
    year_wrong="Năm áp dụng có dạng 2026.",
    shift="Khi hạn rơi vào thứ Bảy, Chủ nhật hoặc ngày nghỉ",
    shifts={
        "none": "Giữ nguyên ngày",
        "next": "Chuyển sang ngày làm việc liền sau",
        "previous": "Chuyển về ngày làm việc liền trước",
    },
    shift_save="Lưu cách chuyển hạn",
    days_off_title="Ngày nghỉ và ngày làm bù",
    days_off_lead="Chỉ cần khi hạn được chuyển theo ngày nghỉ. Thứ Bảy, Chủ nhật đã được tính sẵn.",
    settings_lead=(
        "Chỉ ghi những gì Văn phòng đang dùng. Mục để trống sẽ hiện thành chỗ trống có đánh dấu trong văn bản."
    ),
    settings_lists="Nơi nhận gồm nhiều dòng: cách nhau bằng dấu |.",
    settings_save="Lưu thông tin văn bản",
    settings_note="Khai báo thiết lập của Văn phòng",
    optional="{name} (không bắt buộc)",
    groups={
        "tat-ca": "Tất cả đơn vị",
        "chuyen-mon": "Các phòng chuyên môn",
        "su-nghiep": "Các đơn vị sự nghiệp",
        "duoc-giao-kinh-phi": "Các đơn vị được giao kinh phí",
    },
    owners_caption="Đơn vị thực hiện từng nhiệm vụ, tính đến {day}",
    task="Nhiệm vụ",
    task_name="Nội dung",
    task_who="Đơn vị thực hiện",
    task_form="Biểu",
    task_unowned="chưa khai báo đơn vị",
    computed_task="hệ thống tự tính",
    in_no_form="không nằm trong biểu",
    kind_leads={
        "task-owners": (
            "Giao cho một đơn vị hoặc cho một nhóm; nhóm chưa khai báo đơn vị thì nhiệm vụ chưa có người làm."
        ),
        "forms": "Nhiệm vụ trong biểu và kỳ phải nộp ghi cách nhau bằng dấu |, ví dụ 1|2|3 và Q1|6M|Q3|FY.",
        "tasks": "Mười hai nhiệm vụ theo công văn 526 (2022), chưa rà soát.",
        "task-links": (
            "Liên kết để từ điểm chưa đạt tìm ra nhiệm vụ và số liệu của đơn vị. Bỏ liên kết không đúng bằng "
            "cách chọn dòng."
        ),
        "responsible-units": (
            "Phần của bộ chỉ số, đơn vị phụ trách và văn bản giao việc. Cấp dưới theo cấp trên khi không ghi riêng."
        ),
        "legal-bases": "Chọn từng căn cứ để ghi hiệu lực, ngày rà soát và văn bản thay thế.",
    },
    links_confirm="Xác nhận mọi liên kết đang đề xuất",
    links_note="Xác nhận liên kết nhiệm vụ với bộ chỉ số",
    table_empty="Bảng «{title}» chưa có dòng nào.",
    edit_table="Thêm, sửa, bỏ dòng trong bảng «{title}»",
    choose_row="Dòng",
    new_row="Thêm dòng mới",
    edit_note="Lý do, ghi chú của lần thay đổi",
    add_row="Thêm dòng",
    save_row="Lưu thay đổi",
    drop_row="Bỏ dòng này",
    many_rows="Nạp bảng «{title}» từ tệp",
    row_there="Dòng này đã có. Chọn nó trong danh sách để sửa.",
    row_gone="Dòng này không còn trong bảng. Mở lại trang rồi chọn lại.",
    reason_missing="Ghi lý do bỏ dòng vào ô ghi chú.",
    field_missing="Điền «{field}».",
    field_integer="«{field}» phải là số nguyên.",
    unit_id_shape="Mã đơn vị gồm chữ in hoa không dấu, số và dấu gạch ngang, ví dụ HC-TC; mã không bao giờ dùng lại.",
    unit_ends_before="Ngày kết thúc trước ngày bắt đầu. Sửa lại một trong hai ngày.",
    successor_unknown="Không có đơn vị kế thừa «{unit}» trong danh mục.",
    owner_unknown="Không có đơn vị hoặc nhóm «{owner}» trong danh mục.",
    usual_note="Sửa bảng «{title}»",
    saved="Đã lưu, lượt ghi số {seq}.",
    unchanged="Không có gì thay đổi nên không ghi thêm lượt nào.",
)
