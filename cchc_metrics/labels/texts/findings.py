"""What is wrong with a cell and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingsTexts:
    """What is wrong with a cell and what to do about it.

    Placeholders in braces are filled with ``str.format``. The place and the value of the cell are shown beside the
    sentence, so it names them only where that helps.
    """

    nobody: str = "tên không có trong danh mục"
    none_yet: str = "chưa có"
    suggestion: str = "Có phải: {names}? Hãy sửa lại cho đúng danh mục."
    no_suggestion_entity: str = "Hãy ghi đúng tên trong danh mục đơn vị."
    no_suggestion_node: str = "Hãy ghi đúng mã hoặc tên trong bộ tiêu chí."

    template_of_other_kind: str = (
        "Tệp lập theo mẫu của loại số liệu khác; đang được đọc như «{kind}». Kiểm tra lại loại đã chọn."
    )
    template_version: str = (
        "Tệp lập theo mẫu phiên bản {version}, mẫu hiện hành là phiên bản {current}. Nên tải mẫu mới."
    )
    table_not_found: str = (
        "Không tìm thấy bảng «{kind}» trong tệp. Chọn loại dữ liệu khác, chỉ từng cột ở «Cách đọc tệp», hoặc sửa dòng "
        "tiêu đề theo mẫu rồi nạp lại."
    )
    sheet_without_table: str = (
        "Trang «{sheet}» có nội dung nhưng không có dòng tiêu đề của bảng «{kind}» nên không được đọc. "
        "Nếu trang có số liệu cần nạp, sửa dòng tiêu đề theo mẫu."
    )
    sheet_without_criteria: str = (
        "Trang «{sheet}» có tên tỉnh kèm số liệu nhưng không cột hay dòng nào mang tên tiêu chí của "
        "bộ chỉ số đã khai báo ({indexes}) nên không được đọc. Nếu là điểm của bộ chỉ số khác, nạp bộ tiêu chí đó "
        "trước; nếu tiêu chí mang tên khác, chỉ từng cột ở «Cách đọc tệp»."
    )
    sheet_hidden: str = "Trang ẩn «{sheet}» có nội dung nhưng không được đọc. Bỏ ẩn trang nếu cần nạp số liệu ở đó."
    rows_hidden: str = "Dòng đang bị ẩn trong tệp nhưng vẫn được đọc. Xoá dòng nếu không muốn nạp."
    columns_missing: str = "Thiếu cột bắt buộc: {headers}. Bổ sung cột theo mẫu rồi nạp lại."
    header_repeated: str = "Cột «{header}» xuất hiện nhiều lần. Chỉ giữ một cột."
    column_unread: str = "Cột «{header}» không có trong mẫu: vẫn còn trong tệp gốc nhưng không được nạp."
    column_ordinal: str = "Cột số thứ tự «{header}» không được nạp."
    column_without_header: str = (
        "Cột {column} có nội dung nhưng không có tiêu đề nên không được nạp; vẫn còn trong tệp gốc."
    )
    row_without_data: str = "Dòng không có số liệu ở các cột được đọc nên được bỏ qua."
    wide_index_unknown: str = (
        "Chưa biết bảng thuộc bộ chỉ số nào. Thêm cột «Bộ chỉ số» hoặc đặt tên trang theo bộ chỉ số (đã có: {names})."
    )
    wide_period_unknown: str = (
        "Chưa biết bảng thuộc kỳ nào. Thêm cột «Kỳ» hoặc đặt tên trang là năm, ví dụ «2023», thay cho «{sheet}»."
    )
    illustrative: str = "Số liệu minh hoạ không được nạp chung với số liệu thật. Chỉ nạp tệp này vào bản dùng thử."

    excel_error: str = "Ô đang báo lỗi của Excel. Sửa công thức hoặc nhập trực tiếp giá trị."
    formula_without_result: str = "Công thức trong ô chưa có kết quả lưu cùng tệp. Mở tệp bằng Excel, lưu lại rồi nạp."
    cell_empty: str = "Ô «{header}» đang trống. Nhập nội dung cho ô này."
    value_empty: str = (
        "Ô điểm đang trống. Nhập điểm, hoặc ghi «N/A» khi được miễn, «không công bố» khi không có số liệu."
    )
    one_of_empty: str = "Dòng chưa có {headers}. Nhập ít nhất một trong các ô này."
    choice_unknown: str = "«{value}» không có trong danh mục. Chọn một trong: {choices}."
    flag_unknown: str = "«{value}» không rõ là có hay không. Ghi «Có» hoặc «Không»."
    date_unknown: str = "«{value}» không phải là ngày. Ghi theo dạng ngày/tháng/năm, ví dụ 01/7/2025."
    rank_unknown: str = "«{value}» không phải là hạng. Ghi 41 hoặc 41/63."
    rank_became_date: str = "Excel đã đổi hạng thành ngày tháng. Định dạng ô là Văn bản rồi nhập lại hạng, ví dụ 4/12."
    not_an_integer: str = "Ô «{header}» phải là số nguyên. Sửa lại số."
    not_a_number: str = "Không đọc được số trong ô. Nhập số như 85,25, không kèm chữ."
    unclear_mark: str = (
        "Ký hiệu này không rõ nghĩa. Ghi 0 nếu điểm là 0, «N/A» nếu được miễn, «không có số liệu» nếu không có số."
    )
    number_too_large: str = "Số lớn hơn mức hệ thống lưu được (dưới 1 tỷ). Kiểm tra lại dấu thập phân."
    date_for_number: str = "Ô đang ở dạng ngày tháng chứ không phải số. Đổi định dạng ô thành Số và nhập lại."
    truth_for_number: str = "Ô đang là giá trị đúng/sai chứ không phải số. Nhập lại số."
    number_ambiguous: str = (
        "Dấu trong số có thể là dấu thập phân ({first}) hoặc dấu ngăn hàng nghìn ({second}). "
        "Nhập lại dưới dạng số của Excel, hoặc viết rõ phần thập phân."
    )
    number_settled: str = (
        "Dấu trong số đã được đọc là dấu thập phân, vì đọc là hàng nghìn thì vượt điểm tối đa. "
        "Kiểm tra lại nếu chưa đúng."
    )
    percent_for_points: str = (
        "Ô ghi phần trăm trong khi tiêu chí tính bằng điểm. Nhập điểm, hoặc chọn loại điểm «Tỷ lệ công bố (%)»."
    )

    period_unknown: str = (
        "Không đọc được kỳ «{value}». Ghi năm chỉ số (2024) hoặc kỳ báo cáo (Quý I/2025, 6 tháng 2025, "
        "Quý III/2025, Báo cáo năm 2025)."
    )
    period_no_such_form: str = (
        "Không có kỳ báo cáo «{value}». Ghi một trong các kỳ: Quý I, 6 tháng, Quý III, Báo cáo năm."
    )
    period_out_of_range: str = "Năm của kỳ «{value}» nằm ngoài khoảng 1945–2099. Kiểm tra lại năm."
    period_not_index_year: str = "«{value}» là kỳ báo cáo; ở đây phải ghi năm chỉ số, ví dụ 2024."
    period_types_mixed: str = "Tệp có cả năm chỉ số và kỳ báo cáo của {index}. Tách thành hai tệp, mỗi tệp một loại kỳ."

    index_unknown: str = (
        "Chưa có bộ chỉ số «{value}». Các bộ chỉ số đã khai báo: {names}. Sửa tên hoặc nạp bộ tiêu chí trước."
    )
    entity_unknown: str = "Không có đơn vị «{value}» trong danh mục. {hint}"
    entity_code_unknown: str = "Không có đơn vị mang mã «{value}». Ghi mã hệ thống (ví dụ P63-45) hoặc tên đơn vị."
    entity_not_scored: str = (
        "«{value}» không phải là tỉnh, vùng hay cả nước nên không nhận số liệu loại này. Kiểm tra lại tên; với xã, "
        "phường, đặc khu phải ghi mã hệ thống."
    )
    entity_disagrees: str = "Mã «{code}» là {of_code} nhưng tên «{name}» là {of_name}. Sửa mã hoặc tên cho khớp nhau."
    entity_name_by_code: str = (
        "Tên «{name}» không có trong danh mục; theo mã «{code}» đã hiểu là {taken}. Kiểm tra lại tên."
    )
    entity_code_changed: str = (
        "Mã «{code}» đã đổi nghĩa từ 01/7/2025; ở kỳ này đã hiểu là {taken}. Nên ghi kèm tên đơn vị."
    )
    entity_not_in_period: str = "{name} không tồn tại ở kỳ {period}. Kiểm tra lại đơn vị hoặc kỳ."
    entity_ambiguous: str = "Ở kỳ {period} có nhiều đơn vị phù hợp: {names}. Ghi mã hệ thống để chỉ rõ."
    node_unknown: str = (
        "Bộ tiêu chí của {index} ở kỳ này không có «{value}». {hint} Nếu là tiêu chí chưa khai báo, nạp bộ tiêu chí "
        "của kỳ đó trước rồi nạp lại tệp này."
    )
    node_ambiguous: str = "Tên «{value}» ứng với nhiều tiêu chí: {codes}. Ghi mã tiêu chí."
    node_disagrees: str = (
        "Mã «{code}» là «{of_code}» nhưng tên «{name}» ứng với {other}. Sửa mã hoặc tên cho khớp nhau."
    )
    node_name_by_code: str = "Tên «{name}» khác danh mục; theo mã «{code}» đã hiểu là «{taken}». Kiểm tra lại tên."
    framework_missing: str = "Chưa có bộ tiêu chí của {index} cho năm {year} (đã có: {years}). Nạp bộ tiêu chí trước."
    framework_ambiguous: str = (
        "Năm {year} có nhiều bộ tiêu chí của {index} cùng hiệu lực: {names}. Sửa thời gian áp dụng của các bộ tiêu chí."
    )

    score_negative: str = "Điểm nhỏ hơn mức thấp nhất có thể. Kiểm tra lại dấu và số."
    score_above_max: str = "Điểm vượt mức cao nhất có thể là {maximum}. Kiểm tra lại dấu thập phân hoặc điểm tối đa."
    percent_above_100: str = "Tỷ lệ vượt 100%. Kiểm tra lại dấu thập phân."
    maximum_disagrees: str = "Điểm tối đa ở hai ô cùng dòng khác nhau. Sửa cho thống nhất."
    maximum_differs: str = (
        "Điểm tối đa trong tệp khác bộ tiêu chí ({maximum}). Kiểm tra xem tệp có theo đúng bộ tiêu chí không."
    )
    rank_above_count: str = "Hạng phải từ 1 đến số đơn vị được xếp hạng. Kiểm tra lại."
    rank_above_peers: str = "Hạng hoặc số đơn vị xếp hạng vượt số đơn vị cùng loại ở kỳ này ({count}). Kiểm tra lại."
    error_negative: str = "Sai số chuẩn không thể là số âm. Kiểm tra lại."
    interval_half: str = "Khoảng tin cậy phải có cả cận dưới và cận trên. Điền cận còn thiếu, hoặc để trống cả hai."
    interval_reversed: str = "Cận trên nhỏ hơn cận dưới. Kiểm tra lại hai cột."
    level_missing: str = "Khoảng tin cậy chưa có mức tin cậy. Ghi 90, 95 hoặc 99 vào cột «Mức tin cậy»."
    level_outside: str = "Mức tin cậy phải từ 50 đến dưới 100 (%). Ghi 95, không ghi 0,95."
    target_above_max: str = "Mục tiêu vượt mức cao nhất có thể là {maximum}. Kiểm tra lại."
    target_negative: str = "Mục tiêu không thể là số âm. Kiểm tra lại."
    target_no_rank: str = "Mục tiêu về hạng phải là số nguyên từ 1. Kiểm tra lại."
    zero_province: str = (
        "Mọi điểm của {name} trong kỳ này đều là 0, có vẻ là không công bố. Nếu đúng vậy, ghi «không công bố»."
    )
    row_repeated: str = "Số liệu lặp lại giống hệt một ô ở trên nên chỉ giữ một."
    rows_disagree: str = "Cùng một số liệu nhưng khác nhau ở các ô {cells}. Chỉ giữ một."
    more_rows_disagree: str = (
        "Còn {count} số liệu khác cũng có nhiều dòng không giống nhau. Chỉ giữ một dòng cho mỗi số liệu."
    )
    root_missing: str = "Bộ tiêu chí {framework} chưa có dòng gốc mã TOTAL. Thêm dòng này."
    root_has_parent: str = "Dòng gốc TOTAL của {framework} không được có mã cấp trên. Để trống ô «Mã cấp trên»."
    second_root: str = "Tiêu chí {code} chưa có mã cấp trên. Ghi mã cấp trên; chỉ dòng TOTAL để trống."
    parent_unknown: str = (
        "Mã cấp trên {parent} của tiêu chí {code} không có trong bộ tiêu chí. Sửa mã hoặc thêm dòng cấp trên."
    )
    parents_in_circle: str = "Các mã cấp trên tạo thành vòng: {codes}. Sửa mã cấp trên."
    maxima_differ: str = (
        "Tổng điểm tối đa của các mục thuộc {code} là {total}, khác điểm tối đa {maximum}. Kiểm tra lại."
    )
    years_reversed: str = "Năm kết thúc áp dụng sớm hơn năm bắt đầu. Sửa lại năm."
    successor_unknown: str = (
        "Đơn vị sau sắp xếp «{value}» không có trong danh mục hay trong tệp. Sửa mã hoặc thêm đơn vị."
    )
    no_rows: str = "Tệp có tiêu đề nhưng chưa có dòng số liệu nào. Điền số liệu dưới hàng tiêu đề rồi tải lại tệp."
    row_is_note: str = (
        "Dòng chỉ có chữ ở một cột bắt buộc nên được coi là tiêu đề nhóm, ghi chú hoặc chữ ký và không được "
        "nạp. Nếu là số liệu, điền đủ các ô bắt buộc."
    )
    row_of_headers: str = "Dòng lặp lại tiêu đề hoặc đánh số các cột nên được bỏ qua."
    columns_kept: str = "Tệp không có các cột {headers}; nội dung đang lưu ở các cột này được giữ nguyên."
    mark_for_number: str = "Ký hiệu này không phải là số. Nhập số, hoặc để trống ô nếu cột không bắt buộc."
    period_in_future: str = "Kỳ {period} chưa diễn ra nên chưa thể có điểm. Kiểm tra lại năm."
    node_code_cut: str = (
        "Mã «{value}» đang ở dạng số nên Excel có thể đã bỏ số 0 ở cuối; có thể là {codes}. Định dạng cột "
        "mã là Văn bản rồi ghi lại mã."
    )
    fraction_for_percent: str = (
        "Tiêu chí tính theo thang 100 nhưng ô ghi số không quá 1, có thể là tỷ lệ dạng thập phân "
        "(0,8525 là 85,25%). Nếu đúng vậy, nhập 85,25."
    )
    score_below_scale: str = (
        "Điểm thấp hơn mức thấp nhất của thang là {minimum}. Nếu không công bố, ghi «không công bố»; "
        "nếu không, kiểm tra lại số."
    )
    maximum_not_positive: str = "Điểm tối đa phải lớn hơn 0. Sửa lại điểm tối đa."
    spelling_differs: str = "«{value}» chỉ khác «{known}» ở cách viết. Ghi đúng «{known}»."
    entity_identity_changed: str = (
        "Mã hệ thống {id} đang là {stored}. Loại đơn vị và hệ của một mã không thay đổi: sửa "
        "lại ô, hoặc dùng mã hệ thống mới cho đơn vị khác."
    )
    entity_code_taken: str = "Mã «{code}» của hệ {era} đã thuộc về {name}. Sửa lại mã."
    entity_name_taken: str = "Tên «{value}» đã thuộc về {name} cùng hệ. Sửa lại tên hoặc bỏ tên khác này."
    era_unknown: str = "Không có hệ đơn vị «{value}». Ghi 63, 34 hoặc để trống."
    dates_reversed: str = "Ngày kết thúc sớm hơn ngày bắt đầu. Sửa lại ngày."
    validity_changed: str = (
        "Thời gian hiệu lực của {name} thay đổi. Số liệu đã nạp ngoài thời gian này vẫn còn nhưng "
        "không nạp lại được; kiểm tra lại ngày."
    )
    successor_self: str = "Đơn vị không thể kế thừa chính mình. Sửa ô «Đơn vị sau sắp xếp»."
    codes_alike: str = "Các mã {codes} chỉ khác nhau ở cách viết nên không phân biệt được. Đổi một mã."
    number_negative: str = "Ô «{header}» không thể là số âm. Sửa lại số."
    minimum_above_maximum: str = "Điểm tối thiểu lớn hơn điểm tối đa. Sửa lại một trong hai số."
    year_out_of_range: str = "Năm nằm ngoài khoảng 1945–2099. Kiểm tra lại năm."
    framework_years_differ: str = (
        "Các dòng của bộ tiêu chí {framework} có thời gian áp dụng khác nhau. Ghi cùng năm ở mọi dòng."
    )
    framework_same_start: str = (
        "Bộ tiêu chí {framework} và bộ tiêu chí {other} cùng áp dụng từ năm {year}. Sửa năm áp dụng."
    )
    framework_replaces: str = (
        "Từ năm {year}, bộ tiêu chí {framework} được áp dụng thay bộ tiêu chí {other}. Kiểm tra lại năm áp dụng."
    )
    groups_unknown: str = (
        "«{value}» không phải là nhóm xếp loại. Ghi theo dạng «A:90; B:80; C:70», ngưỡng giảm dần, hoặc «tứ phân vị»."
    )
    break_order: str = "Kỳ sau phải muộn hơn kỳ trước. Sửa lại kỳ."
    break_node_unknown: str = "{index} không có tiêu chí mã «{value}». Ghi đúng mã, hoặc * cho mọi tiêu chí."
    day_unknown: str = "«{value}» không phải là ngày và tháng. Định dạng ô là Văn bản rồi ghi dạng 15/12."
    comparison_unknown: str = "«{value}» không phải là quan hệ so sánh. Ghi một trong: >, >=, =, <=, <."
    review_subject: str = "{index}, {node}, kỳ {period} ({kind})"
    others_too: str = " Còn {count} trường hợp tương tự."
    more_remarks: str = "Còn {count} nhóm số liệu khác có cùng vấn đề. Xem danh sách ô."
    more_alike: str = "Còn {count} vấn đề cùng loại, mỗi ô một nội dung, tương tự ô {cell}: {message}"
    base_by_list: str = (
        "Kỳ {period}: bảng có đủ {count} tỉnh, thành phố nên tên được hiểu theo hệ {era} tỉnh, thành phố."
    )
    constant_contradicted: str = (
        "Tên trang cho biết «{header}» là {value}, nhưng dòng trên tiêu đề ghi {other}. Số liệu được hiểu theo tên "
        "trang; nếu chưa đúng, sửa tên trang hoặc chọn rõ một giá trị trong cách đọc tệp."
    )
    cell_in_file: str = "ô {cell}"
    cell_in_force: str = "số đang lưu"
    rank_and_value: str = "{name} hạng {rank} với {value} điểm ({place})"
    sum_differs: str = (
        "{subject}: tổng các mục cấp dưới của {name} là {total}, trong khi điểm của mục này là {own}, lệch "
        "{difference}.{others} Đối chiếu lại với nguồn."
    )
    rank_contradicts: str = (
        "{subject}: hạng công bố không khớp điểm công bố, {first} nhưng {second}.{others} Đối chiếu lại với nguồn."
    )
    unit_mixed: str = (
        "{subject}: {value} của {name} có vẻ là tỷ lệ dạng 0–1 trong cột có điểm tối đa {maximum}.{others} "
        "Nếu đúng vậy, ghi lại theo cùng đơn vị với cả cột."
    )
    jump: str = (
        "{subject}: {name} đi từ {old} năm trước đến {new} ({change}), khác hẳn mức thay đổi ở giữa của các tỉnh "
        "({median}).{others} Kiểm tra lại số của cả hai năm."
    )
    appraisal_far: str = (
        "{index}, {node}, kỳ {period}: chênh lệch tự chấm – thẩm định lớn, {name} tự chấm {own}, thẩm định "
        "{appraised} ({difference}).{others}"
    )
    other_source: str = "Đính chính: nguồn khác. Số đang lưu do «{source}» cung cấp sẽ được thay bằng số của tệp."
    same_content: str = "Mọi số liệu trong tệp trùng với số đang lưu, dù tệp chưa từng được nạp. Không có gì để nạp."
    personal_data: str = (
        "Cột «{header}» có vẻ chứa dữ liệu cá nhân: {what}. Tệp gốc, kể cả cột này, sẽ được giữ trong kho "
        "lưu trữ. Xoá cột đó rồi tải lại tệp, hoặc ghi lý do cần giữ."
    )
    personal_data_no_header: str = (
        "Cột {column} có vẻ chứa dữ liệu cá nhân: {what}. Tệp gốc, kể cả cột này, sẽ được giữ "
        "trong kho lưu trữ. Xoá cột đó rồi tải lại tệp, hoặc ghi lý do cần giữ."
    )
    personal_citizen: str = "số căn cước công dân"
    personal_identity: str = "số chứng minh nhân dân"
    personal_phone: str = "số điện thoại di động"
    personal_email: str = "địa chỉ thư điện tử"
    secrecy_mark: str = (
        "Trang «{sheet}» có dấu độ mật «{mark}» nên tệp không được nhận. Hệ thống không dùng cho bí mật nhà nước; nếu "
        "dấu ghi nhầm hoặc tài liệu đã được giải mật, bỏ dấu khỏi tệp rồi nạp lại."
    )
    secrecy_marks: str = "TUYỆT MẬT|TỐI MẬT|MẬT"
    secrecy_level: str = "Độ mật"
    number_bound: str = (
        "Ô ghi một mức chứ không phải một số. Nhập đúng số; nếu nguồn chỉ công bố mức, ghi «không công bố»."
    )
    number_interval: str = (
        "Ô ghi một khoảng chứ không phải một số. Nhập đúng số; nếu nguồn chỉ công bố khoảng, ghi «không công bố» và "
        "nạp khoảng đó bằng loại dữ liệu «Sai số chuẩn của điểm»."
    )
    number_ranked: str = (
        "Ô có hai số, số sau trong ngoặc có thể là hạng hoặc chú thích. Ghi điểm ở một cột, hạng ở cột «Hạng»."
    )
    number_brackets: str = "Số đặt trong ngoặc có thể là số âm hoặc chú thích. Nhập lại số, thêm dấu trừ nếu là số âm."
    number_day: str = "Ô ghi ngày chứ không phải số. Nhập lại số."
    number_words: str = "Ô có chữ kèm theo số. Xoá chữ và chỉ ghi số, ví dụ 85,25."
    number_noted: str = (
        "Sau số có dấu chú thích (*). Đã đọc số; kiểm tra chú thích trong tệp gốc xem số có phải số chính thức không."
    )
    date_from_number: str = (
        "Excel đã đổi nội dung được gõ thành ngày {date}. Có thể là điểm trên điểm tối đa "
        "(«{day}/{month}» hoặc «{month}/{day}»), hoặc số thập phân («{day},{month}» hoặc «{month},{day}»). Định dạng "
        "ô là Văn bản rồi nhập lại."
    )
    period_two_years: str = (
        "«{value}» ghi hai năm. Ghi một năm chỉ số, ví dụ 2024; số liệu của mỗi năm đặt ở một dòng hoặc một cột riêng."
    )
    period_is_day: str = (
        "«{value}» là một ngày, chưa rõ là kỳ nào. Ghi năm chỉ số (2024) hoặc kỳ báo cáo (Quý I/2025, 6 "
        "tháng 2025, Quý III/2025, Báo cáo năm 2025)."
    )
    period_without_year: str = "«{value}» chưa ghi năm. Ghi kèm năm, ví dụ Quý I/2025 hoặc 6 tháng 2025."
    entity_merged_before: str = (
        "{old} đã hợp nhất vào {new} từ 01/8/2008 nên không có trong danh mục. Kiểm tra lại tên; nếu "
        "đúng là {old} thì bỏ dòng khỏi tệp, vì số liệu của {old} không phải là số liệu của {new}."
    )
    entities_merged: str = "Hà Tây>Hà Nội"
    name_foreign_letters: str = "Trong tên có chữ cái Kirin hoặc Hy Lạp trông giống chữ La-tinh; gõ lại tên."
    personal_birth: str = "ngày sinh"
    personal_beside: str = " Cùng trang có họ tên ở cột «{header}»."

    mapping_other_kind: str = (
        "Cách đọc này lập cho loại dữ liệu khác, không phải «{kind}». Chọn lại loại dữ liệu hoặc sửa cách đọc tệp."
    )
    mapping_sheet_missing: str = (
        "Cách đọc tệp nói đến trang «{sheet}» nhưng tệp không có trang này (có: {names}). Sửa tên "
        "trang trong cách đọc tệp."
    )
    mapping_rows_outside: str = (
        "Cách đọc tệp đặt tiêu đề ở dòng {first}–{last} nhưng trang chỉ có {height} dòng. Sửa lại dòng tiêu đề."
    )
    mapping_end_above: str = (
        "Cách đọc tệp cho bảng kết thúc ở dòng {last}, không nằm dưới tiêu đề (dòng {header}). Sửa lại dòng cuối."
    )
    mapping_column_outside: str = "Cách đọc tệp dùng cột {column} nhưng trang chỉ có đến cột {last}. Sửa lại cột."
    mapping_header_unknown: str = "Mẫu không có cột «{header}». Sửa cách đọc tệp, dùng một trong: {names}."
    mapping_field_missing: str = (
        "Bảng chưa cho biết {headers}. Trong cách đọc tệp, chọn cột chứa nội dung này hoặc một "
        "giá trị chung cho cả bảng."
    )
    layout_remembered: str = "Tệp được đọc theo bố cục đã nhớ từ tệp «{name}» ngày {day}. Kiểm tra lại nếu chưa đúng."
    layout_remembered_subject: str = (
        "Tệp được đọc theo bố cục đã nhớ từ tệp «{name}» ngày {day}, trong đó {constants} là cố "
        "định cho cả bảng. Kiểm tra xem tệp này có đúng như vậy không; nếu không, sửa lại cách đọc tệp."
    )
    layout_not_readable: str = "Bố cục đã nhớ từ tệp «{name}» không đọc được nên tệp được hiểu lại từ đầu. {reason}"
    layout_not_fitting: str = (
        "Tệp giống bố cục đã nhớ từ tệp «{name}» nhưng tiêu đề cột hoặc số bảng khác nên được hiểu lại từ đầu."
    )
    constant_of_sheet: str = "tên trang («{text}»)"
    constant_of_file: str = "tên tệp («{text}»)"
    constant_of_title: str = "dòng trên tiêu đề («{text}»)"
    constant_of_mapping: str = "giá trị đã ghi («{text}»)"
    constant_nothing: str = "trống"
    constant_several: str = (
        "Có nhiều câu trả lời cho «{header}» trong {place}: {values}. Trong cách đọc tệp, chọn rõ một giá "
        "trị cho «{header}»."
    )
    constant_unresolved: str = (
        "Không tìm được «{header}» trong {place}. Trong cách đọc tệp, chọn rõ giá trị cho «{header}»."
    )
    constant_taken: str = "«{header}» được lấy từ {place}: {value}. Kiểm tra lại nếu chưa đúng."
    taken_from_file: str = "tên tệp"
    taken_from_title: str = "dòng trên tiêu đề"
    sheet_skipped: str = "Trang «{sheet}» được bỏ qua theo cách đọc tệp."
    sheet_hidden_read: str = "Trang «{sheet}» đang ẩn nhưng vẫn được đọc theo cách đọc tệp."
    columns_hidden: str = "Cột {columns} đang bị ẩn trong tệp nhưng vẫn được đọc. Xoá cột nếu không muốn nạp."
    rows_outside: str = "Dòng {rows} nằm ngoài bảng nên không được đọc; vẫn còn trong tệp gốc."
    columns_unread: str = (
        "Có {count} cột không thuộc bảng (cột {columns} …): vẫn còn trong tệp gốc nhưng không được nạp."
    )
    row_aggregate: str = (
        "Dòng tổng hợp (tổng, trung bình, trung vị, cao nhất, thấp nhất …) không được nạp vì là số tính "
        "từ các dòng khác."
    )
    row_section: str = "Dòng tiêu đề nhóm không có số liệu nên được bỏ qua."
    row_note: str = "Dòng ghi chú hoặc chữ ký nên được bỏ qua."
    value_merged: str = (
        "Ô số liệu ở cột {column} được gộp qua nhiều dòng nên chỉ tính một lần, cho dòng đầu. Bỏ gộp ô và ghi "
        "rõ số của từng dòng nếu số này là của các dòng còn lại."
    )
    secrecy_document: str = "Tài liệu"
