"""What the templates of the kinds explain beside their columns, and their examples, in English."""

from collections.abc import Mapping

HELPS: Mapping[str, str] = {
    "63 (trước 01/7/2025), 34 (từ 01/7/2025) hoặc để trống.": "63 (before 1 Jul 2025), 34 (from 1 Jul 2025) or blank.",
    "Có / Không.": "Yes / No.",
    "Mã hệ thống của đơn vị kế thừa.": "System code of the succeeding unit.",
    "Các cách viết khác, cách nhau bằng dấu |.": "Other spellings, parted by |.",
    "Văn bản hoặc địa chỉ nơi số liệu được công bố.": "Document or address where the figure was published.",
    "Ghi chú tự do.": "Free note.",
    "Tên ngắn của bộ chỉ số; tên mới sẽ tạo một bộ chỉ số mới.": (
        "Short name of the index; a new name makes a new index."
    ),
    "Số, ngày, trích yếu văn bản.": "Number, date and abstract of the document.",
    "Để trống khi chưa rõ năm đầu tiên.": "Blank when the first year is not known.",
    "Để trống khi còn áp dụng.": "Blank while it still applies.",
    "Mã duy nhất trong bộ tiêu chí; dòng gốc (toàn bộ chỉ số) có mã TOTAL.": (
        "A code used once in the framework; the root (the whole index) has the code TOTAL."
    ),
    "Để trống ở dòng gốc TOTAL.": "Blank in the row of the root, TOTAL.",
    "Ngưỡng dưới của từng nhóm, «A:90; B:80; C:70», hoặc «tứ phân vị»; để trống nếu không xếp nhóm.": (
        "Lower threshold of each group, «A:90; B:80; C:70», or «tứ phân vị» (quartiles); blank without groups."
    ),
    "Tên bộ chỉ số đã khai báo trong danh mục bộ tiêu chí.": "Name of an index declared among the frameworks.",
    "Mã màu #RRGGBB; để trống thì hệ thống tự chọn.": "Colour code #RRGGBB; left blank, the system chooses.",
    "* là mọi tiêu chí của bộ chỉ số.": "* stands for every criterion of the index.",
    "Năm chỉ số (2024) hoặc kỳ báo cáo (Quý I/2025, 6 tháng 2025, Quý III/2025, báo cáo năm 2025).": (
        "Index year (2024) or reporting period (Q1 2025, 6 months 2025, Q3 2025, Full year 2025)."
    ),
    "Để trống khi chưa rõ.": "Blank when not known.",
    "Để trống khi ghi chú cho cả năm.": "Blank when the note is on the whole year.",
    "Do phần mềm tính từ tiêu đề của tệp.": "Computed by the software from the file's headers.",
    "Nội dung tệp ánh xạ (JSON) xuất từ màn hình nạp.": "Content of the mapping file (JSON) from the upload screen.",
    "Hệ 63 hoặc 34 với đơn vị; tên bộ chỉ số với tiêu chí.": "Base 63 or 34 for units; name of the index for criteria.",
    "Mã hệ thống (P63-45) hoặc mã hai chữ số; nên ghi kèm tên vì bảy mã đã đổi nghĩa từ 01/7/2025.": (
        "System code (P63-45) or two-digit code; better with the name, for seven codes changed meaning on 1 Jul 2025."
    ),
    "Tên tỉnh, thành phố. Với Quảng Trị ghi rõ «Quảng Trị (cũ)» hoặc «Quảng Trị (từ 01/7/2025)».": (
        "Name of the province or city. For Quảng Trị say «Quảng Trị (cũ)» (former) or «Quảng Trị (từ 01/7/2025)» "
        "(from 1 Jul 2025)."
    ),
    "Mã trong bộ tiêu chí; điểm tổng của bộ chỉ số ghi TOTAL.": "Code in the framework; the index's total is TOTAL.",
    "Tên tiêu chí đúng như trong bộ tiêu chí.": "Name of the criterion exactly as in the framework.",
    "Để trống là điểm công bố.": "Blank means published score.",
    "Số (85,25); N/A khi được miễn; «không công bố» khi không có số.": (
        "A number (85.25); N/A when exempt; «not published» when there is none."
    ),
    "Hạng do nguồn công bố: 41 hoặc 41/63.": "Rank as the source publishes it: 41 or 41/63.",
    "Mã của đơn vị.": "Code of the unit.",
    "Để trống là tổng điểm.": "Blank means the total.",
    "Địa chỉ hoặc văn bản đã đọc.": "Address or document that was read.",
    "Khi một nguồn nêu nhiều số.": "When a source gives several figures.",
    "Để trống khi «Mục tiêu» đã nói rõ (Top 30, nhóm A, tăng 5 bậc); nếu chỉ ghi số, để trống là điểm.": (
        "Blank when the target says it (Top 30, nhóm A, tăng 5 bậc); a bare number left blank is a score."
    ),
    "Như văn bản ghi: 88,5 · ≥ 45 · trên 85% · Top 30 · 30/63 · nhóm A · tăng 5 bậc so với 2024.": (
        "As the document has it: 88.5 · ≥ 45 · trên 85% · Top 30 · 30/63 · nhóm A · tăng 5 bậc so với 2024."
    ),
    "Khi loại mục tiêu là Nhóm và «Mục tiêu» không ghi nhóm.": "When the target is a group that «Target» leaves out.",
    "Khi loại mục tiêu là thay đổi.": "When the target is a change.",
    "Cùng đơn vị với điểm; để trống khi nguồn chỉ công bố khoảng tin cậy.": (
        "In the unit of the score; blank when the source gives only a confidence interval."
    ),
    "Nguồn in cả khoảng trong một ô («41,2–43,1») thì ghi vào đây và bỏ trống cận trên.": (
        "If the source prints the interval in one cell («41.2–43.1»), put it here and leave the upper bound blank."
    ),
    "Của khoảng từ cận dưới đến cận trên: 90, 95 hoặc 99 (%).": "Of the interval between the bounds: 90, 95 or 99 (%).",
    "Ghi - khi tiêu chí là mới.": "- when the criterion is new.",
    "Ghi - khi tiêu chí bị bỏ.": "- when the criterion is dropped.",
    "Từ 0 đến 1; để trống là toàn bộ.": "From 0 to 1; blank means all of it.",
    "Tên tự đặt, ví dụ dân số hoặc dân số từ 18 tuổi trở lên của từng tỉnh cũ theo một nguồn, một năm.": (
        "A name of your own, such as population or adult population of each former province from one source and year."
    ),
    "Mã của tỉnh cũ.": "Code of the former province.",
    "Để «Chưa phân công» khi thôi giao.": "«Chưa phân công» (not assigned) when it is taken back.",
    "Cách nhau bằng dấu |.": "Parted by |.",
    "Có / Không; để trống khi chưa xác nhận.": "Yes / No; blank until confirmed.",
    "Có ở đúng một đơn vị.": "Yes for exactly one unit.",
    "Ghi sau số văn bản, ví dụ VP-HCTC.": "Written after the document number, such as VP-HCTC.",
    "Mã đơn vị nhận nhiệm vụ sau sắp xếp.": "Code of the unit that takes over the tasks.",
    "Ngày trong tháng cuối của kỳ; để trống khi chưa quy định.": (
        "Day in the last month of the period; blank when none is set."
    ),
    "Có khi ngày này là ngày làm bù; để trống là ngày nghỉ.": "Yes for a make-up working day; blank for a day off.",
    "higher, lower, yes hoặc để trống.": "higher, lower, yes or blank.",
    "Mã ngôn ngữ, ví dụ en.": "Code of the language, such as en.",
    "Tên đúng như trong danh mục tiếng Việt.": "The name exactly as the Vietnamese list has it.",
}
