"""What the intake asks and tells beyond single cells: what is left unread, what a mark means, which year is meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IntakeTexts:
    """Placeholders in braces are filled with ``str.format``."""

    # key
    no_area: str = (
        "Tệp cách đọc sai ở «{key}»: ghi vùng ô như trong Excel, ví dụ «C:C» (cả cột), «41:63» (các dòng) hoặc «B3:D6»."
    )
    # area
    left_out: str = "Vùng {area} được bỏ qua theo cách đọc tệp; vẫn còn trong tệp gốc."
    # rows
    rows_unread: str = (
        "Dòng {rows} có số liệu như trong bảng nhưng không được đọc. Trong «Cách đọc tệp» cho bảng đến hết các dòng "
        "này, hoặc trả lời là bỏ các dòng này."
    )
    rows_title: str = "Dòng {rows} nằm trên bảng, được coi là tên bảng và phần đầu văn bản nên không phải số liệu."
    rows_repeat_table: str = (
        "Dòng {rows} lặp lại tiêu đề và tên có sẵn trong bảng (bảng tra cứu, thứ hạng) nên không được đọc. Kiểm tra "
        "xem có số liệu nào chỉ nằm ở đây không."
    )
    rows_below_end: str = (
        "Dòng {rows} có số liệu nhưng nằm dưới dòng cuối của bảng theo cách đọc tệp nên không được đọc."
    )
    # column, header
    column_left: str = (
        "Cột {column} «{header}» có số liệu, tiêu đề nói đến tiêu chí hoặc năm, nhưng không được đọc. Trong «Cách đọc "
        "tệp» cho biết cột này là gì, hoặc trả lời là bỏ cột này."
    )
    column_figures_headed: str = (
        "Cột {column} «{header}» có số liệu nhưng không có trong mẫu nên không được nạp; vẫn còn trong tệp gốc. Nếu "
        "là số liệu cần nạp, cho biết cột này là gì trong «Cách đọc tệp»."
    )
    column_figures: str = (
        "Cột {column} có số liệu nhưng không có tiêu đề nên không được nạp; vẫn còn trong tệp gốc. Nếu là số liệu cần "
        "nạp, cho biết cột này là gì trong «Cách đọc tệp»."
    )
    errors_beside: str = (
        "Cột {column} «{header}» là sai số hoặc khoảng tin cậy của điểm nên không được nạp cùng điểm. Nạp điểm xong, "
        "nạp lại chính tệp này và chọn loại dữ liệu «Sai số chuẩn của điểm»."
    )
    # count, columns
    columns_figures: str = (
        "Có {count} cột số liệu không có trong mẫu (cột {columns} …) nên không được nạp; vẫn còn trong tệp gốc. Nếu có "
        "số liệu cần nạp, cho biết cột đó là gì trong «Cách đọc tệp»."
    )
    # columns
    columns_same: str = (
        "Các cột {columns} cùng nói về một tiêu chí, một kỳ nhưng số liệu khác nhau. Cho biết đọc cột nào, hoặc trong "
        "«Cách đọc tệp» sửa nội dung của từng cột."
    )
    # columns, first
    columns_repeat: str = "Các cột {columns} ghi cùng một số liệu nên chỉ đọc cột {first}."
    # header
    column_meant: str = (
        "Cột này có vẻ là «{header}» nhưng không được đọc: tên cột viết sai, hoặc hai cột cùng tên. Sửa tên cột cho "
        "đúng mẫu, bỏ cột thừa, hoặc chỉ cột trong «Cách đọc tệp»."
    )
    # What speaks against how a table was understood: column · row · column, row, main · row, other · names · row, other
    ordinal_for_score: str = (
        "Cột {column} đếm 1, 2, 3 … theo dòng như cột số thứ tự nên không được đọc là điểm; không dòng nào của bảng "
        "được nạp. Sửa tiêu đề của cột, hoặc cho biết cột này là gì trong «Cách đọc tệp»."
    )
    header_passed_over: str = (
        "Dòng {row} ghi tên tiêu chí hoặc đơn vị trên các cột số liệu nhưng không nằm trong tiêu đề của bảng, nên "
        "không rõ các cột nói về gì; không dòng nào của bảng được nạp. Trong «Cách đọc tệp» cho biết các dòng tiêu đề, "
        "hoặc xoá dòng thừa."
    )
    named_aside: str = (
        "Tên ở cột {column} đứng một mình ở dòng {row}, các cột khác ghi tên ở dòng {main}, nên không rõ cột này nói "
        "về gì; không dòng nào của bảng được nạp. Ghi tên vào dòng {main}, hoặc cho biết trong «Cách đọc tệp»."
    )
    headers_contradict: str = (
        "Dòng {row} và dòng {other} cùng là tiêu đề của một cột nhưng ghi hai tiêu chí khác nhau, và dòng {row} chỉ "
        "nói về ít cột; không dòng nào dưới dòng {row} được nạp. Xoá dòng thừa, hoặc cho biết trong «Cách đọc tệp»."
    )
    entities_beside: str = (
        "Tiêu đề của các cột số liệu là tên đơn vị ({names}) nhưng bảng lấy tên đơn vị ở chỗ khác, nên không rõ số là "
        "của ai; không dòng nào của bảng được nạp. Sửa tiêu đề, hoặc chỉ lại cột tên trong «Cách đọc tệp»."
    )
    beside_doubtful: str = (
        "Bảng có tiêu đề ở dòng {row} nằm cùng cột với bảng ở dòng {other} chưa rõ nghĩa nên cũng chưa được nạp. Trong "
        "«Cách đọc tệp», chỉ từng cột của bảng ở dòng {other} trước, hoặc tách hai bảng ra hai trang tính."
    )
    names_misfit: str = (
        "Phần lớn các dòng của bảng không ghi đúng đơn vị, tiêu chí hoặc kỳ ở chỗ được coi là tên, nên không dòng nào "
        "của bảng được nạp. Sửa các tên được báo lỗi; nếu hiểu nhầm cột tên, chỉ lại trong «Cách đọc tệp»."
    )
    # Answers to what is not read: rows · column · column
    leave_rows: str = "Bỏ các dòng {rows}, không nạp"
    leave_column: str = "Bỏ cột {column}, không nạp"
    read_column: str = "Đọc cột {column}, bỏ các cột còn lại"
    # Marks: mark, index
    mark: str = "«{mark}» ở ô điểm của {index} nghĩa là gì?"
    mark_blank: str = "Ô điểm để trống của {index} nghĩa là gì?"
    mark_unsure: str = (
        "«{mark}» chưa rõ là được miễn hay không có số liệu. Trả lời câu hỏi về ký hiệu này, hoặc ghi rõ «được miễn», "
        "«không có số liệu» trong ô."
    )
    mark_missing: str = "Không có số liệu (chưa báo cáo, không thu thập)"
    mark_withheld: str = "Có khảo sát nhưng nguồn không công bố"
    mark_exempt: str = "Được miễn, không tính vào điểm tối đa"
    mark_zero: str = "Là số 0"
    mark_none: str = "Không có gì để nạp ở các ô này"
    # Names that are nobody's
    no_entity: str = "Không phải đơn vị (nhóm, tiêu đề): bỏ các dòng này"
    no_node: str = "Không phải tiêu chí: bỏ các dòng, cột này"
    # name
    row_nobody: str = "Dòng «{name}» không phải đơn vị hay tiêu chí theo câu trả lời nên không được nạp."
    row_group: str = (
        "Dòng nhóm «{name}» (đánh số La Mã, có số liệu) được coi là số chung của các dòng bên dưới nên không được nạp."
    )
    # row
    header_is_data: str = (
        "Dòng {row} được khai là tiêu đề nhưng có tên đơn vị và số nên được đọc như một dòng số liệu. Kiểm tra lại; "
        "nếu bảng không có dòng tiêu đề, khai như vậy trong «Cách đọc tệp»."
    )
    # name
    province_without_base: str = (
        "«{name}» chưa ghi thuộc hệ 63 hay 34 tỉnh, thành phố nên không được xếp hạng trong hệ nào. Ghi hệ ở cột «Hệ»; "
        "để trống nếu chỉ lưu số liệu để tra cứu."
    )
    # header
    cell_blanked: str = (
        "Ô «{header}» để trống trong khi số liệu đang lưu có nội dung ở cột này. Trả lời câu hỏi bên trên, hoặc bỏ cột "
        "«{header}» khỏi tệp để giữ nguyên."
    )
    blank_cells: str = "Ô «{header}» để trống ở số liệu đang lưu có nội dung: giữ hay xoá nội dung đang lưu?"
    blank_keep: str = "Giữ nội dung đang lưu"
    blank_clear: str = "Xoá nội dung đang lưu"
    preliminary: str = "Số sơ bộ"
    # Which index, which period: places
    ask_index: str = "Bảng thuộc bộ chỉ số nào?"
    # ahead
    waiting_turn: str = "Đang chờ đến lượt: còn {ahead} tệp trước tệp này."
    ask_base: str = "Kỳ này được công bố theo hệ 63 hay 34 tỉnh, thành phố? Tên trong tệp chưa đủ để biết."
    base_34: str = "Hệ 34 tỉnh, thành phố (từ 01/7/2025)"
    base_63: str = "Hệ 63 tỉnh, thành phố (trước 01/7/2025)"
    # name, period
    base_open: str = (
        "Chưa rõ kỳ {period} được công bố theo hệ 63 hay 34 tỉnh, thành phố; một mình «{name}» chưa đủ để biết. Trả "
        "lời câu hỏi về hệ, hoặc ghi mã hệ thống của đơn vị."
    )
    ask_period: str = "Bảng thuộc kỳ nào? Trong tệp có ghi: {places}."
    ask_period_open: str = "Bảng thuộc kỳ nào? Trong tệp không chỗ nào ghi năm."
    place_of_sheet: str = "{value} (tên trang)"
    place_of_title: str = "{value} (dòng trên bảng)"
    place_of_file: str = "{value} (tên tệp)"
    # year, columns, period
    year_above_column: str = (
        "Phía trên bảng, cột {columns} ghi {year} trong khi bảng được hiểu là của kỳ {period}. Kiểm tra xem số liệu "
        "của cột này có đúng là của kỳ {period} không."
    )
    # value
    expression_unread: str = (
        "Không đọc được biểu thức «{value}». Ghi phép tính giữa các mã chỉ tiêu, ví dụ «4.1 + 4.2 = 4.3 + 4.4»; không "
        "quá 500 ký tự và 20 lớp ngoặc."
    )
    # limit
    check_out_of_time: str = (
        "Kiểm tra tệp quá {limit} giây nên đã dừng; chưa có gì được nạp. Tách tệp thành nhiều tệp nhỏ, xoá các ô ghi "
        "đoạn văn dài, rồi nạp lại."
    )
    cancel: str = "Dừng kiểm tra"
    # No kind was recognised: sheets · sheet, words · kind, missing · kinds
    kind_unknown: str = "Không nhận ra loại dữ liệu của tệp. Dòng đầu trong tệp: {sheets}. Kiểm tra dòng này."
    kind_sheet: str = "trang «{sheet}» có {words}"
    kind_empty: str = "không có nội dung"
    kind_near: str = "«{kind}» (thiếu {missing})"
    kind_nearest: str = "Gần nhất là: {kinds}."
    kind_none_near: str = (
        "Không cột nào mang tiêu đề của một loại đã biết (Điểm chỉ số, Mục tiêu, Bộ tiêu chí, Danh mục đơn vị …)."
    )
    kind_next: str = (
        "Bước tiếp theo: chọn loại dữ liệu ở ô «Loại dữ liệu» rồi chỉ từng cột ở «Cách đọc tệp»; nếu là điểm của bộ "
        "chỉ số chưa có, nạp bộ tiêu chí của bộ chỉ số đó trước; nếu có đơn vị chưa có, nạp danh mục đơn vị trước; "
        "hoặc dùng tệp mẫu."
    )
    ask_kind: str = (
        "Đọc tệp này như loại dữ liệu nào? Chọn xong, bước «Cách đọc tệp» cho chỉ từng cột trên các ô của tệp."
    )
    # A unit that no list knows: file · name · name, seq
    register: str = "Đăng ký đơn vị chưa có trong danh mục"
    register_lead: str = (
        "Chỉ đăng ký khi chắc là đơn vị mới, không phải tên viết khác của đơn vị đã có. Việc đăng ký được ghi vào lịch "
        "sử và hoàn tác được; mã, ngày thành lập và đơn vị kế thừa bổ sung sau bằng danh mục đơn vị."
    )
    register_name: str = "Tên trong tệp"
    register_type: str = "Loại đơn vị"
    register_base: str = "Hệ (chỉ với tỉnh, thành phố)"
    register_button: str = "Đăng ký đơn vị"
    register_source: str = "Đăng ký khi nạp tệp «{file}»"
    register_known: str = "«{name}» đã có trong danh mục."
    registered: str = "Đã đăng ký «{name}», lượt ghi số {seq}. Tệp đã được kiểm tra lại."
    parents_derived: str = (
        "Tệp không có cột «Mã cấp trên» nên cấp trên của mỗi tiêu chí được suy ra từ số thứ tự (1.2.3 thuộc 1.2). Kiểm "
        "tra lại ở bước xem trước."
    )
    # Targets as plans word them
    target_kind_disagrees: str = (
        "Cách ghi mục tiêu không hợp với «Loại mục tiêu» của dòng. Để trống loại mục tiêu, hoặc sửa cho khớp."
    )
    target_group_missing: str = "Mục tiêu theo nhóm chưa nêu nhóm. Ghi tên nhóm, ví dụ «nhóm A», «nhóm cao nhất»."
    target_base_missing: str = (
        "Mục tiêu tăng bao nhiêu điểm, bậc chưa nêu so với một năm trước năm của mục tiêu. Ghi năm đó, ví dụ «tăng 5 "
        "bậc so với 2024»."
    )
    # Printed sets of criteria
    lines_of_points: str = (
        "Dòng không có số thứ tự dưới một tiêu chí được ghi vào «Cách tính» của tiêu chí đó. Kiểm tra lại ở bước xem "
        "trước."
    )
    level_index: str = "Chỉ số"
    level_area: str = "Lĩnh vực"
    level_criterion: str = "Tiêu chí"
    level_part: str = "Tiêu chí thành phần"
    root_name: str = "Tổng điểm"
    # framework
    root_derived: str = (
        "Bộ tiêu chí «{framework}» không có dòng «Tổng điểm» nên dòng gốc TOTAL được lập từ các lĩnh vực; điểm tối đa "
        "là tổng của chúng."
    )
    framework_year_open: str = (
        "Văn bản không ghi bộ tiêu chí «{framework}» áp dụng từ năm chỉ số nào. Trả lời câu hỏi bên trên, hoặc thêm "
        "cột «Áp dụng từ năm»."
    )
    ask_year_from: str = "Bộ tiêu chí «{framework}» áp dụng từ năm chỉ số nào?"
    framework_index_unknown: str = (
        "Không rõ bộ tiêu chí thuộc bộ chỉ số nào. Trả lời câu hỏi bên trên; nếu là bộ chỉ số mới, ghi tên ngắn của nó "
        "ở ô «Bộ chỉ số» trong «Cách đọc tệp»."
    )
    framework_name_unknown: str = (
        "Không thấy số, ký hiệu văn bản ban hành ở phần trên bảng. Ghi «Kèm theo Quyết định số …» ở đó, hoặc khai «Bộ "
        "tiêu chí» trong «Cách đọc tệp»."
    )
    # code, name
    code_names_other: str = (
        "Mã «{code}» được hiểu theo danh mục của hệ thống, nhưng cột bên cạnh ghi «{name}»: có thể là mã của cơ quan "
        "khác. Kiểm tra lại; nếu đúng vậy, trong «Cách đọc tệp» chọn cột tên thay cho cột mã."
    )
