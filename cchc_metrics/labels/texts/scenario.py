"""What a change of parts would do to value, group and rank."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScenarioTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Kịch bản"
    lead: str = "Thử nâng từng nội dung để xem điểm, nhóm và hạng; hoặc đặt đích rồi tìm cách đạt với mức tăng ít nhất."
    # Filters
    filter_parent: str = "Tính trên"
    mode: str = "Cách làm"
    mode_try: str = "Thử mức điểm"
    mode_reach: str = "Tìm cách đạt đích"
    input_by: str = "Nhập bằng"
    by_slider: str = "Thanh kéo"
    by_number: str = "Gõ số"
    years_ahead: str = "Các tỉnh khác biến động trong"
    years_choice: str = "{years} năm"
    goal: str = "Đích"
    goal_rank: str = "Hạng"
    goal_group: str = "Nhóm"
    goal_value: str = "Điểm"
    goal_target: str = "Mục tiêu"
    target_field: str = "Mục tiêu đã nhập"
    target_value: str = "{value} điểm"
    target_rank: str = "hạng {rank}"
    target_named: str = "mục tiêu {level} năm {year}"
    target_of_successor: str = "{target} của {name}"
    target_gone: str = "Mục tiêu này không còn hiệu lực. Chọn mục tiêu khác."
    target_none: str = (
        "{name} chưa có mục tiêu {index} năm {year}. Nhập ở trang Mục tiêu, hoặc nêu hạng, nhóm hay mức điểm."
    )
    delete_section: str = "Xoá một kịch bản đã lưu"
    delete_choose: str = "Kịch bản"
    delete_reason: str = "Lý do xoá"
    delete: str = "Xoá kịch bản"
    deleted: str = "Đã xoá kịch bản «{name}», lượt ghi số {seq}. Lịch sử vẫn giữ kịch bản này."
    delete_gone: str = "Kịch bản «{name}» không còn trong dữ liệu."
    help_target: str = "năm của mục tiêu đã nhập, thay cho một đích tự nêu"
    help_cap: str = (
        "mức trần của mỗi nội dung: attainable là mức các tỉnh từng làm được trong một năm, best là điểm của tỉnh "
        "cao nhất, "
        "max là điểm tối đa"
    )
    cli_met: str = "Đã đạt: đang {value}, cần {needed}"
    rank_choice: str = "từ hạng {rank} trở lên"
    group_choice: str = "{label} trở lên"
    value_field: str = "Điểm phải đạt ({unit})"
    aim: str = "Ưu tiên"
    # code of Aim -> wording
    aims: tuple[tuple[str, str], ...] = (
        ("fewest", "Tăng ít điểm nhất, ít nội dung nhất"),
        ("even", "Tăng ít điểm nhất, chia theo dư địa"),
        ("effort", "Ít công sức nhất"),
    )
    cap: str = "Mức trần của mỗi nội dung"
    cap_attainable: str = "Mức làm được trong một năm"
    cap_max: str = "Điểm tối đa"
    cap_best: str = "Điểm của tỉnh cao nhất"
    step: str = "Bước tăng"
    step_any: str = "Bất kỳ"
    step_points: str = "{step} điểm"
    fixed: str = "Nội dung giữ nguyên"
    fixed_none: str = "Không giữ nội dung nào"
    efforts: str = "Công sức cho một điểm"
    efforts_help: str = (
        "Ghi mã và số, cách nhau bằng dấu chấm phẩy, ví dụ D1: 2; D5: 0,5. Nội dung không ghi tính là 1."
    )
    efforts_bad: str = (
        "Không hiểu «{text}» ở ô công sức. Ghi mã nội dung, dấu hai chấm và số dương, ví dụ D1: 2; D5: 0,5."
    )
    slider_now: str = "{value}, giữ nguyên"
    slider_moved: str = "{value} ({gain})"
    # moved, best
    slider_beyond: str = "{moved}, trên mức cao nhất {best}"
    typed_label: str = "{part}, đang {value}/{maximum}: tăng thêm"
    # Why not
    problem_title: str = "{index} {period}: chưa lập được kịch bản"
    no_value: str = "{name} chưa có điểm «{node}» {index} {period} nên chưa có gì để thử."
    no_parts: str = (
        "{index}: chưa có bảng tiêu chí của «{node}» năm {period}. Nạp bộ tiêu chí có điểm tối đa và điểm từng "
        "tiêu chí để lập kịch bản."
    )
    parts_unknown: str = (
        "{index}: chưa có bảng tiêu chí đầy đủ của «{node}» năm {period}; {count}/{of} nội dung thiếu điểm của {name} "
        "hoặc thiếu điểm tối đa. Nạp thêm số liệu để lập kịch bản."
    )
    maxima_short: str = (
        "{index}: chưa có bảng tiêu chí đầy đủ của «{node}» năm {period}; điểm tối đa các nội dung đã biết cộng lại là "
        "{sum}, không phải {most}. Nạp đủ bộ tiêu chí và điểm từng tiêu chí để lập kịch bản."
    )
    not_a_sum: str = (
        "{index}: điểm các nội dung đã biết không cộng lại thành «{node}» năm {period}, nên nâng một nội dung không "
        "cho biết kết quả chung. Nạp đủ bộ tiêu chí và điểm từng tiêu chí để lập kịch bản."
    )
    not_ranked: str = "Mới có {count}/{of} tỉnh có điểm nên không tính hạng và nhóm. Đặt đích theo điểm."
    unknown_rank: str = "Hạng phải từ 1 đến {count}."
    unknown_group: str = "{index} không chia nhóm như vậy. Đặt đích theo hạng hoặc điểm."
    bad_value: str = "Không đọc được điểm «{text}». Ghi một số, ví dụ 45,5."
    out_of_reach_max: str = (
        "Cần thêm {need} {unit} nhưng các nội dung được phép tăng chỉ còn tăng được {room} {unit} tới điểm tối đa "
        "(giữ nguyên {fixed} nội dung)"
    )
    out_of_reach_best: str = (
        "Cần thêm {need} {unit} nhưng các nội dung được phép tăng chỉ còn tăng được {room} {unit} tới mức của tỉnh "
        "cao nhất (giữ nguyên {fixed} nội dung)"
    )
    out_of_reach_year: str = (
        "Cần thêm {need} {unit} nhưng các nội dung được phép tăng, nếu mỗi nội dung tăng bằng mức mà chín phần mười "
        "số lần "
        "thay đổi trong một năm của các tỉnh không vượt qua, chỉ thêm được {room} {unit} (giữ nguyên {fixed} nội dung)"
    )
    bad_gain: str = "{part}: «{text}» không dùng được; ghi mức tăng hoặc giảm bằng số, tăng nhiều nhất {room}."
    empty_title: str = "Chưa có số liệu để lập kịch bản"
    empty_body: str = (
        "Trang này cần điểm tổng và điểm từng nội dung của các tỉnh. Người phụ trách số liệu nạp bộ tiêu chí và điểm "
        "chỉ số ở trang Nạp dữ liệu."
    )
    # Findings
    eyebrow: str = "Kịch bản · {index}"
    try_title: str = "{index} {period}, {name}: đang {where}"
    try_title_moved: str = "{index} {period}, {name}: {change} điểm thì {where}"
    try_finding: str = "Kéo hoặc gõ mức tăng của từng nội dung; kết quả tính lại ngay, các tỉnh khác giữ nguyên điểm."
    try_finding_moved: str = (
        "Đổi {count} nội dung: {moves}. Trước đó: {before}. Đây là mức giả định, không phải số công bố."
    )
    where_rank: str = "{value}, hạng do hệ thống tính {rank}"
    where_rank_group: str = "{value}, {group}, hạng do hệ thống tính {rank}"
    where_value: str = "{value}"
    reach_title: str = "{index} {period}, {name}: để đạt {goal} cần tăng ít nhất {gain} {unit}"
    reach_title_met: str = "{index} {period}, {name}: đã đạt {goal}"
    reach_title_not: str = "{index} {period}, {name}: chưa có cách đạt {goal}"
    reach_finding: str = "{moves}. Khi đó {after}{level}."
    reach_finding_met: str = "Đang {before}; không nội dung nào phải tăng."
    reach_finding_not: str = "{reason}. Tốt nhất có thể: {after}."
    goal_rank_words: str = "hạng {rank}/{of}"
    goal_group_words: str = "{group}"
    goal_value_words: str = "{value} {unit}"
    level_with: str = ", cùng hạng với {names}"
    move_words: str = "{part} {gain}"
    moves_more: str = "{count} nội dung"
    # Cards
    card_frozen: str = "Các tỉnh khác giữ nguyên"
    card_drift: str = "Các tỉnh khác biến động {years} năm"
    card_published: str = "như kết quả công bố"
    card_change: str = "{change} so với kết quả công bố"
    drift_median: str = "Trung vị hạng {rank}; 80% lượt mô phỏng nằm trong khoảng này"
    drift_share: str = "Đạt hạng {rank} trở lên trong {share} số lượt"
    drift_basis: str = "{draws} lượt, theo dự báo của từng tỉnh và sai số dự báo của các năm {years}"
    drift_tested: str = (
        "Kiểm chứng khoảng hạng khi các tỉnh khác biến động: lùi về từng năm đã qua, khoảng 80% của một năm sau chứa "
        "hạng thật trong {share} của {count} lần ({years})."
    )
    drift_year: str = "{year}: {share}"
    drift_none: str = "Chưa đủ số năm đã kiểm chứng dự báo để mô phỏng."
    # Chart and tables
    caption_try: str = "Điểm từng nội dung {index} {period}: đang có và giả định ({unit})"
    caption_reach: str = "Mức tăng cần có của từng nội dung {index} {period} ({unit})"
    hover: str = "{part}: đang {now}, giả định {after}, tối đa {maximum}"
    hover_best: str = "; tỉnh cao nhất {best}"
    axis: str = "{unit}"
    mark_now: str = "○ đang có"
    mark_after: str = "● giả định"
    mark_best: str = "│ tỉnh cao nhất"
    column_code: str = "Mã"
    column_part: str = "Nội dung"
    column_now: str = "Đang có"
    column_after: str = "Giả định"
    column_gain: str = "Tăng"
    column_best: str = "Tỉnh cao nhất"
    column_maximum: str = "Tối đa"
    column_often: str = "Bước này trong một năm"
    often: str = "{times} trong {of} lần"
    often_unknown: str = "chưa có chuỗi số"
    column_holders: str = "Tỉnh đã đạt mức này"
    holders: str = "{count} tỉnh, gần nhất là {names}"
    holders_few: str = "{names}"
    holders_none: str = "chưa tỉnh nào"
    rank_row: str = "Hạng do hệ thống tính"
    moves_caption: str = "Từng nội dung {index} {period} của {name}: đang có và giả định ({unit})"
    # Remarks
    withheld: str = "Ngoài phép tính vì không có điểm: {names} ({count} tỉnh)."
    estimate_note: str = "Điểm giả định, không phải số công bố"
    frozen_note: str = "Hạng tính khi các tỉnh khác giữ nguyên điểm; bằng điểm thì cùng hạng"
    merged: str = (
        "{entity} đã sáp nhập vào {successor} từ 01/7/2025. Kịch bản tính trên 63 tỉnh của kỳ đã công bố, "
        "không phải dự báo cho tỉnh mới."
    )
    saved_section: str = "Lưu và so sánh kịch bản"
    saved_lead: str = "Kịch bản được lưu theo tên, kèm người lưu và thời điểm; xem lại ở lịch sử của trang Nạp dữ liệu."
    saved_caption: str = "Các kịch bản {index} {period} của {name} ({unit}); các tỉnh khác giữ nguyên điểm"
    saved_none: str = "Chưa lưu kịch bản nào cho {name}, {index} {period}."
    at_hand: str = "Đang xem"
    open_saved: str = "Mở «{name}»"
    open_in_try: str = "Mở phương án này trong phần thử mức điểm"
    name_field: str = "Tên kịch bản"
    note_field: str = "Ghi chú"
    save: str = "Lưu kịch bản"
    saved: str = "Đã lưu kịch bản «{name}», lượt ghi số {seq}."
    name_missing: str = "Ghi tên kịch bản, nhiều nhất {most} chữ."
    name_taken: str = "Đã có kịch bản tên «{name}». Đặt tên khác để không sửa kịch bản đang có."
    nothing_moved: str = "Chưa đổi nội dung nào so với kết quả công bố nên không có gì để ghi."
    journal_note: str = "Kịch bản «{name}» của {entity}"
    export: str = "Tải bảng Excel"
    file_title: str = "Kịch bản {index} {period}, {entity}"
    file_rank: str = "hạng do hệ thống tính {rank}"
    # Into targets
    targets_section: str = "Chuyển thành mục tiêu"
    targets_lead: str = (
        "Ghi điểm giả định của các nội dung được nâng và của cả chỉ số làm mục tiêu. Mục tiêu cần căn cứ pháp lý, "
        "sửa hoặc bỏ ở trang Mục tiêu."
    )
    target_year: str = "Năm của mục tiêu"
    target_entity: str = "Đơn vị nhận mục tiêu"
    target_note: str = "phương án đang xem"
    target_note_named: str = "kịch bản «{name}»"
    target_origin: str = "Chuyển từ {plan}, tính trên kết quả {index} {period} của {entity}"
    target_confirm: str = "Tôi xác nhận ghi các mức này làm mục tiêu chính thức"
    target_unconfirmed: str = "Đánh dấu ô xác nhận trước khi ghi mục tiêu."
    target_save: str = "Ghi thành mục tiêu"
    targets_saved: str = "Đã ghi mục tiêu, lượt ghi số {seq}."
    targets_unchanged: str = "Các mục tiêu này đã có từ trước, không có gì thay đổi."
    no_target_entity: str = "Năm {year} {entity} không còn là đơn vị được chấm. Chọn đơn vị sau sắp xếp."
    # Command line
    help_plan: str = "cách đạt một hạng, một nhóm hoặc một mức điểm với mức tăng ít nhất"
    help_entity: str = "tên như trên màn hình, ví dụ «Quảng Trị (cũ)»"
    help_goal: str = "đích: hạng, nhóm (cao-nhat, trung-binh-cao, trung-binh-thap hoặc chữ của nhóm) hoặc mức điểm"
    help_fixed: str = "các nội dung giữ nguyên"
    help_step: str = "bước tăng, 0 là bất kỳ"
    cli_needed: str = "Cần {needed}, đang {value}"
    cli_move: str = "{node}  +{gain}  {name} ({often} thay đổi trong một năm của các tỉnh từng tới mức này)"
    cli_move_unknown: str = "{node}  +{gain}  {name}"
    cli_result: str = "Tổng mức tăng {gain}; hạng {rank}"
