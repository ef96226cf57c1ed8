"""What a change of parts would do to value, group and rank."""

from cchc_metrics.labels.texts.scenario import ScenarioTexts

TEXTS = ScenarioTexts(
    title="Kịch bản",
    lead="Thử nâng từng nội dung để xem điểm, nhóm và hạng; hoặc đặt đích rồi tìm cách đạt với mức tăng ít nhất.",
    filter_parent="Tính trên",
    mode="Cách làm",
    mode_try="Thử mức điểm",
    mode_reach="Tìm cách đạt đích",
    input_by="Nhập bằng",
    by_slider="Thanh kéo",
    by_number="Gõ số",
    years_ahead="Các tỉnh khác biến động trong",
    years_choice="{years} năm",
    goal="Đích",
    goal_rank="Hạng",
    goal_group="Nhóm",
    goal_value="Điểm",
    rank_choice="từ hạng {rank} trở lên",
    group_choice="{label} trở lên",
    value_field="Điểm phải đạt ({unit})",
    aim="Ưu tiên",
    aims=(
        ("fewest", "Tăng ít điểm nhất, ít nội dung nhất"),
        ("even", "Tăng ít điểm nhất, chia theo dư địa"),
        ("effort", "Ít công sức nhất"),
    ),
    cap="Mức trần của mỗi nội dung",
    cap_max="Điểm tối đa",
    cap_best="Điểm của tỉnh cao nhất",
    step="Bước tăng",
    step_any="Bất kỳ",
    step_points="{step} điểm",
    fixed="Nội dung giữ nguyên",
    fixed_none="Không giữ nội dung nào",
    efforts="Công sức cho một điểm",
    efforts_help="Ghi mã và số, cách nhau bằng dấu chấm phẩy, ví dụ D1: 2; D5: 0,5. Nội dung không ghi tính là 1.",
    efforts_bad="Không hiểu «{text}» ở ô công sức. Ghi mã nội dung, dấu hai chấm và số dương, ví dụ D1: 2; D5: 0,5.",
    slider_now="{value}, giữ nguyên",
    slider_moved="{value} ({gain})",
    typed_label="{part}, đang {value}/{maximum}: tăng thêm",
    problem_title="{index} {period}: chưa lập được kịch bản",
    no_value="{name} chưa có điểm «{node}» {index} {period} nên chưa có gì để thử.",
    no_parts=(
        "{index}: chưa có bảng tiêu chí của «{node}» năm {period}. Nạp bộ tiêu chí có điểm tối đa và điểm từng "
        "tiêu chí để lập kịch bản."
    ),
    parts_unknown=(
        "{index}: chưa có bảng tiêu chí đầy đủ của «{node}» năm {period}; {count}/{of} nội dung thiếu điểm của {name} "
        "hoặc thiếu điểm tối đa. Nạp thêm số liệu để lập kịch bản."
    ),
    maxima_short=(
        "{index}: chưa có bảng tiêu chí đầy đủ của «{node}» năm {period}; điểm tối đa các nội dung đã biết cộng lại là "
        "{sum}, không phải {most}. Nạp đủ bộ tiêu chí và điểm từng tiêu chí để lập kịch bản."
    ),
    not_a_sum=(
        "{index}: điểm các nội dung đã biết không cộng lại thành «{node}» năm {period}, nên nâng một nội dung không "
        "cho biết kết quả chung. Nạp đủ bộ tiêu chí và điểm từng tiêu chí để lập kịch bản."
    ),
    not_ranked="Mới có {count}/{of} tỉnh có điểm nên không tính hạng và nhóm. Đặt đích theo điểm.",
    unknown_rank="Hạng phải từ 1 đến {count}.",
    unknown_group="{index} không chia nhóm như vậy. Đặt đích theo hạng hoặc điểm.",
    bad_value="Không đọc được điểm «{text}». Ghi một số, ví dụ 45,5.",
    out_of_reach_max=(
        "Cần thêm {need} {unit} nhưng các nội dung được phép tăng chỉ còn tăng được {room} {unit} tới điểm tối đa "
        "(giữ nguyên {fixed} nội dung)"
    ),
    out_of_reach_best=(
        "Cần thêm {need} {unit} nhưng các nội dung được phép tăng chỉ còn tăng được {room} {unit} tới mức của tỉnh "
        "cao nhất (giữ nguyên {fixed} nội dung)"
    ),
    bad_gain="{part}: «{text}» không dùng được; ghi mức tăng hoặc giảm bằng số, tăng nhiều nhất {room}.",
    empty_title="Chưa có số liệu để lập kịch bản",
    empty_body=(
        "Trang này cần điểm tổng và điểm từng nội dung của các tỉnh. Người phụ trách số liệu nạp bộ tiêu chí và điểm "
        "chỉ số ở trang Nạp dữ liệu."
    ),
    eyebrow="Kịch bản · {index}",
    try_title="{index} {period}, {name}: đang {where}",
    try_title_moved="{index} {period}, {name}: {change} điểm thì {where}",
    try_finding="Kéo hoặc gõ mức tăng của từng nội dung; kết quả tính lại ngay, các tỉnh khác giữ nguyên điểm.",
    try_finding_moved="Đổi {count} nội dung: {moves}. Trước đó: {before}. Đây là mức giả định, không phải số công bố.",
    where_rank="{value} {unit}, hạng do hệ thống tính {rank}",
    where_rank_group="{value} {unit}, {group}, hạng do hệ thống tính {rank}",
    where_value="{value} {unit}",
    reach_title="{index} {period}, {name}: để đạt {goal} cần tăng ít nhất {gain} {unit}",
    reach_title_met="{index} {period}, {name}: đã đạt {goal}",
    reach_title_not="{index} {period}, {name}: chưa có cách đạt {goal}",
    reach_finding="{moves}. Khi đó {after}{level}.",
    reach_finding_met="Đang {before}; không nội dung nào phải tăng.",
    reach_finding_not="{reason}. Tốt nhất có thể: {after}.",
    goal_rank_words="hạng {rank}/{of}",
    goal_group_words="{group}",
    goal_value_words="{value} {unit}",
    level_with=", cùng hạng với {names}",
    move_words="{part} {gain}",
    card_now="Kết quả {period}",
    card_frozen="Các tỉnh khác giữ nguyên",
    card_drift="Các tỉnh khác biến động {years} năm",
    card_rank="hạng do hệ thống tính {rank}",
    card_no_rank="không tính hạng",
    card_published="như kết quả công bố",
    card_change="{change} so với kết quả công bố",
    drift_median="Trung vị hạng {rank}; 80% lượt mô phỏng nằm trong khoảng này",
    drift_share="Đạt hạng {rank} trở lên trong {share} số lượt",
    drift_basis="{draws} lượt, theo độ lớn thay đổi của các tỉnh trong {years}, không kéo dài đà",
    drift_tested=(
        "Kiểm chứng khoảng hạng khi các tỉnh khác biến động: lùi về từng năm đã qua, khoảng 80% của một năm sau chứa "
        "hạng thật trong {share} của {count} lần. Kéo dài đà cũ của các tỉnh thì đúng ít hơn nhiều nên không dùng."
    ),
    drift_none="Chưa đủ hai năm so sánh được để mô phỏng.",
    caption_try="Điểm từng nội dung {index} {period}: đang có và giả định ({unit})",
    caption_reach="Mức tăng cần có của từng nội dung {index} {period} ({unit})",
    hover="{part}: đang {now}, giả định {after}, tối đa {maximum}",
    hover_best="; tỉnh cao nhất {best}",
    axis="{unit}",
    mark_now="○ đang có",
    mark_after="● giả định",
    mark_best="│ tỉnh cao nhất",
    column_code="Mã",
    column_part="Nội dung",
    column_now="Đang có",
    column_after="Giả định",
    column_gain="Tăng",
    column_best="Tỉnh cao nhất",
    column_maximum="Tối đa",
    column_holders="Tỉnh đã đạt mức này",
    holders="{count} tỉnh, gần nhất là {names}",
    holders_few="{names}",
    holders_none="chưa tỉnh nào",
    total_row="Tổng điểm",
    rank_row="Hạng do hệ thống tính",
    group_row="Nhóm",
    moves_caption="Từng nội dung {index} {period} của {name}: đang có và giả định ({unit})",
    withheld="Ngoài phép tính vì không có điểm: {names} ({count} tỉnh).",
    estimate_note="Điểm giả định, không phải số công bố",
    frozen_note="Hạng tính khi các tỉnh khác giữ nguyên điểm; bằng điểm thì cùng hạng",
    merged=(
        "{entity} đã sáp nhập vào {successor} từ 01/7/2025. Kịch bản tính trên 63 tỉnh của kỳ đã công bố, "
        "không phải dự báo cho tỉnh mới."
    ),
    saved_section="Lưu và so sánh kịch bản",
    saved_lead="Kịch bản được lưu theo tên, kèm người lưu và thời điểm; xem lại ở lịch sử của trang Nạp dữ liệu.",
    saved_caption="Các kịch bản {index} {period} của {name} ({unit}); các tỉnh khác giữ nguyên điểm",
    saved_none="Chưa lưu kịch bản nào cho {name}, {index} {period}.",
    at_hand="Đang xem",
    open_saved="Mở «{name}»",
    open_in_try="Mở phương án này trong phần thử mức điểm",
    name_field="Tên kịch bản",
    note_field="Ghi chú",
    save="Lưu kịch bản",
    saved="Đã lưu kịch bản «{name}», lượt ghi số {seq}.",
    name_missing="Ghi tên kịch bản, nhiều nhất {most} chữ.",
    name_taken="Đã có kịch bản tên «{name}». Đặt tên khác để không sửa kịch bản đang có.",
    nothing_moved="Chưa đổi nội dung nào so với kết quả công bố nên không có gì để ghi.",
    journal_note="Kịch bản «{name}» của {entity}",
    export="Tải bảng Excel",
    file_title="Kịch bản {index} {period}, {entity}",
    file_rank="hạng do hệ thống tính {rank}",
    targets_section="Chuyển thành mục tiêu",
    targets_lead=(
        "Ghi điểm giả định của các nội dung được nâng và của cả chỉ số làm mục tiêu. Mục tiêu cần căn cứ pháp lý, "
        "sửa hoặc bỏ ở trang Mục tiêu."
    ),
    target_year="Năm của mục tiêu",
    target_entity="Đơn vị nhận mục tiêu",
    target_note="phương án đang xem",
    target_note_named="kịch bản «{name}»",
    target_origin="Chuyển từ {plan}, tính trên kết quả {index} {period} của {entity}",
    target_confirm="Tôi xác nhận ghi các mức này làm mục tiêu chính thức",
    target_unconfirmed="Đánh dấu ô xác nhận trước khi ghi mục tiêu.",
    target_save="Ghi thành mục tiêu",
    targets_saved="Đã ghi mục tiêu, lượt ghi số {seq}.",
    targets_unchanged="Các mục tiêu này đã có từ trước, không có gì thay đổi.",
    no_target_entity="Năm {year} {entity} không còn là đơn vị được chấm. Chọn đơn vị sau sắp xếp.",
    help_plan="cách đạt một hạng, một nhóm hoặc một mức điểm với mức tăng ít nhất",
    help_entity="tên như trên màn hình, ví dụ «Quảng Trị (cũ)»",
    help_goal="đích: hạng, nhóm (cao-nhat, trung-binh-cao, trung-binh-thap hoặc chữ của nhóm) hoặc mức điểm",
    help_fixed="các nội dung giữ nguyên",
    help_step="bước tăng, 0 là bất kỳ",
    cli_needed="Cần {needed}, đang {value}",
    cli_move="{node}  +{gain}  {name}",
    cli_result="Tổng mức tăng {gain}; hạng {rank}",
    cli_goal_missing="Nêu một đích: --to-rank, --to-group hoặc --to-value.",
)
