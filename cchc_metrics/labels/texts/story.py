"""Kể nhanh: five sentences with pictures, on the screen, as slides, in Word, as a card for messages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryTexts:
    """Placeholders in braces are filled with ``str.format``."""

    open: str = "Kể nhanh"
    # subject
    title: str = "Kể nhanh: {subject}"
    eyebrow: str = "Năm câu, mỗi câu một hình, kết bằng việc cần quyết định"
    eyebrow_published: str = "Bốn câu từ số liệu đã công bố, mỗi câu một hình"
    lead: str = "Bấm Trình chiếu để xem từng câu trên toàn màn hình; phím mũi tên sang câu khác, Esc để thoát."
    # index, period, name
    subject: str = "{index} {period}, {name}"
    estimated: str = "{subject}, ước tính trên hệ 34 tỉnh"
    present: str = "Trình chiếu"
    # number, count
    place: str = "{number}/{count}"
    pptx: str = "Tải bản trình chiếu (PPTX)"
    word: str = "Tải bản Word"
    card: str = "Tải thẻ ảnh"
    card_help: str = "Ảnh rộng 1080 điểm ảnh, có nguồn và mã QR dẫn về trang này, để gửi qua tin nhắn"
    empty_title: str = "Chưa có gì để kể"
    # name, index
    empty_body: str = "{name} chưa có kết quả {index} nào trong dữ liệu. Chọn bộ chỉ số hoặc tỉnh khác ở trên."
    # sources
    source: str = "Nguồn: {sources}."
    more_sources: str = "{sources} và {count} nguồn khác"
    trace: str = "Xem số liệu đầy đủ"
    others: str = "Các tỉnh khác"
    median: str = "Trung vị cả nước"
    # 1. where
    where_caption: str = "Điểm {index} {period} của các tỉnh, xếp từ cao xuống thấp"
    where_few: str = "Các tỉnh đã biết điểm {index} {period}, xếp từ cao xuống thấp"
    # 2. how it moved
    risen: str = "{subject}: {value}, tăng {change} so với {before}"
    fallen: str = "{subject}: {value}, giảm {change} so với {before}"
    unchanged: str = "{subject}: {value}, bằng năm {before}"
    hidden: str = "{subject}: {value}; chênh {change} so với {before}, trong mức dao động nên chưa gọi là tăng hay giảm"
    broken: str = "{subject}: {value}; không so được với {before}"
    # before, reason
    broken_line: str = "Vì sao không so với {before}: {reason}."
    alone: str = "{subject}: {value}; chưa có kết quả năm trước để so"
    alone_ranked: str = "{subject}: {value}; chưa biết điểm năm {before} để so, chỉ biết hạng"
    nothing: str = "{subject}: nguồn chưa công bố điểm, chỉ biết hạng"
    withheld: str = "{subject}: nguồn không công bố điểm và hạng của năm này"
    course_caption: str = "Điểm {index} qua các năm; nét đứt quãng ở nơi không so được"
    # change in rank, before
    rank_line: str = "{change} so với {before}."
    rank_line_quiet: str = "{change} so với {before}, không đáng kể."
    # value
    median_line: str = "Trung vị cả nước năm {period}: {value}."
    # 3. what moved
    parts_both: str = "So với {before}, tăng rõ nhất ở {up} ({rise}), giảm rõ nhất ở {down} ({fall})"
    parts_up: str = "So với {before}, tăng rõ nhất ở {up} ({rise}); không nội dung nào giảm rõ"
    parts_down: str = "So với {before}, giảm rõ nhất ở {down} ({fall}); không nội dung nào tăng rõ"
    parts_quiet: str = "So với {before}, chưa nội dung nào thay đổi rõ: mọi chênh lệch đều trong mức dao động"
    parts_caption: str = "Thay đổi điểm từng nội dung, {before} đến {period}"
    clear: str = "Vượt mức dao động"
    quiet: str = "Trong mức dao động"
    # part, rank
    standing: str = "{subject}: đứng cao nhất ở {high} (hạng {high_rank}), thấp nhất ở {low} (hạng {low_rank})"
    standing_one: str = "{subject}: mọi nội dung đã biết đều đứng hạng {rank}"
    standing_caption: str = "Tỷ lệ tỉnh có điểm thấp hơn, theo từng nội dung"
    standing_unit: str = "% số tỉnh"
    standing_line: str = "Hạng từng nội dung do hệ thống tính trong các tỉnh có điểm."
    standing_printed: str = "Hạng từng nội dung lấy từ nguồn công bố."
    standing_both: str = "Hạng từng nội dung: có hạng lấy từ nguồn công bố, có hạng do hệ thống tính."
    incomparable: str = "{before} và {period} không so được từng nội dung nên kể vị trí thay cho thay đổi."
    parts_none: str = "{subject}: nguồn chưa công bố đủ kết quả thành phần, chưa biết nội dung nào kéo lên, kéo xuống"
    parts_next: str = (
        "Khi nguồn công bố kết quả thành phần, người phụ trách số liệu nạp bảng điểm ở Số liệu › Nạp dữ liệu; câu này "
        "sẽ có số và hình."
    )
    # 4. what is behind
    behind: str = "Kém tỉnh cao nhất nhiều nhất ở {part}: {gap} (sau {best})"
    behind_none: str = "{subject}: không nội dung nào kém tỉnh cao nhất quá mức dao động"
    behind_unknown: str = "{subject}: chưa đủ kết quả thành phần để biết kém tỉnh khác ở đâu"
    behind_estimated: str = "Chưa xét mức dao động của ước tính ở từng nội dung."
    behind_caption: str = "Khoảng cách tới tỉnh cao nhất ở từng nội dung"
    behind_part: str = "{part} ({best})"
    lost: str = "So với điểm tối đa, thiếu nhiều nhất ở {part}: {lost}"
    lost_caption: str = "Điểm còn thiếu so với mức tối đa ở từng nội dung"
    lost_line: str = "Chưa đủ số liệu các tỉnh để biết tỉnh nào cao nhất ở từng nội dung."
    # 5. what to decide
    decide: str = "Việc cần quyết định: {count} việc; {late}"
    decide_none: str = "Việc cần quyết định: chưa có việc nào; {late}"
    late_none: str = "không có báo cáo quá hạn"
    # count
    late_undated: str = "{count} báo cáo chưa gửi mà chưa có hạn nộp"
    late_some: str = "{count} báo cáo quá hạn"
    late_caption: str = "Số ngày trễ theo báo cáo"
    late_unit: str = "ngày"
    # index, period, name
    worth_caption: str = (
        "{index} {period}, {name}: số bậc lên nếu bằng tỉnh dẫn đầu ở từng nội dung, các tỉnh khác giữ nguyên"
    )
    worth_unit: str = "bậc"
    advise: str = "Việc nên làm trước: {part}"
    advise_none: str = "Việc nên làm trước: chưa đủ số liệu để tính"
    # Files
    made: str = "Lập ngày {day} từ dữ liệu của hệ thống"
    card_scan: str = "Quét mã để xem trang này"
    slides_unreadable: str = "Tệp này không phải tệp PowerPoint (.pptx) mở được. Lưu lại ở dạng .pptx rồi nạp lại."
    # layout, missing
    slides_lack: str = (
        "Mẫu trình chiếu phải có hai bố cục tên «Kể nhanh» và «Việc cần quyết định», mỗi bố cục có tiêu đề, khung "
        "«Nội dung», khung biểu đồ «Biểu đồ», khung «Nguồn» và khung «Dấu». Còn thiếu: {missing}. Tải mẫu đang dùng "
        "về, sửa trên bản đó rồi nạp lại."
    )
    slides_costly: str = "Mẫu trình chiếu đòi hỏi quá nhiều thời gian hoặc bộ nhớ. Bớt hình ảnh trong mẫu rồi nạp lại."
