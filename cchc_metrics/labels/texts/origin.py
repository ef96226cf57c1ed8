"""Page Nguồn gốc số liệu: where one figure comes from, and every value it ever had."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OriginTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Nguồn gốc số liệu"
    lead: str = "Chọn một con số để xem nó đến từ tệp nào, trang nào, ô nào, và đã từng thay đổi ra sao."
    finding: str = "{entity}, {criterion}, {index} {period}: {value}, lấy từ {place}."
    finding_closed: str = (
        "{entity}, {criterion}, {index} {period}: không còn giá trị hiệu lực; các giá trị cũ vẫn được giữ."
    )
    finding_none: str = "{entity}, {criterion}, {index} {period}: chưa có số liệu trong hệ thống."
    empty_title: str = "Chưa có số liệu này"
    empty_body: str = "Không có lượt nạp nào ghi con số này. Chọn kỳ, nội dung khác hoặc nạp số liệu."
    caption: str = "Mọi giá trị từng có, mới nhất ở trên ({count} giá trị)"
    version: str = "Lượt"
    value: str = "Giá trị"
    rank: str = "Hạng công bố"
    known: str = "Hệ thống biết từ"
    in_force: str = "Hiệu lực"
    replaced: str = "thay bởi lượt {seq}"
    replaces: str = "Thay cho"
    # value, seq
    was: str = "{value} (lượt {seq})"
    # value, seq
    corrects: str = "{value} (lượt {seq}), theo nguồn đính chính"
    link: str = "Xem nguồn gốc"
    file: str = "Tệp và ô"
    typed: str = "nhập trên màn hình"
    who: str = "Người nạp"
    published_on: str = "Ngày công bố"
    unknown_day: str = "chưa rõ"
    source: str = "Nguồn"
    note: str = "Ghi chú"
    printed: str = "trong ô: {printed}"
    sheet_cell: str = "trang {sheet}, ô {cell}"
    download: str = "Tải tệp gốc của giá trị đang hiệu lực"
    clocks_title: str = "Hai mốc thời gian"
    clocks: str = (
        "«Hệ thống biết từ» là lúc lượt nạp được ghi. «Ngày công bố» là ngày nguồn ban hành, lấy từ danh mục nguồn; "
        "chưa rõ thì ghi là chưa rõ."
    )


@dataclass(frozen=True, slots=True)
class RedactionTexts:
    """Placeholders in braces are filled with ``str.format``."""

    # What stands in the place of the text. seq
    mark: str = "[đã che, lượt {seq}]"
    # count
    too_short: str = "Chữ cần che phải có ít nhất {count} ký tự. Hãy ghi trọn số hoặc cụm từ cần che."
    not_found: str = "Không tìm thấy chữ này trong số liệu, ghi chú, nhật ký hay tệp gốc. Hãy kiểm tra cách viết."
    # columns
    is_code: str = (
        "Chữ này nằm trong cột mã ({columns}) mà phần mềm dùng để tìm số liệu nên không che được. "
        "Hãy nạp lại số liệu với mã khác, rồi che chữ cũ."
    )
    reason_holds_it: str = "Lý do không được chứa chữ cần che, vì lý do được giữ lại trong nhật ký."
    needs_reason: str = "Chưa che. Hãy ghi lý do."
    unfinished: str = (
        "Việc che dữ liệu đã được quyết định nhưng chưa làm xong vì ổ đĩa không cho ghi. Hãy kiểm tra ổ đĩa; "
        "phần còn lại được làm nốt ở lần ghi hoặc lần khởi động sau."
    )
    finished: str = "Đã làm nốt việc che dữ liệu bị ngắt giữa chừng."
    title: str = "Che dữ liệu cá nhân"
    lead: str = (
        "Che một số hoặc một cụm từ (số CCCD, số điện thoại, họ tên) khỏi toàn bộ lịch sử: số liệu, các phiên bản cũ, "
        "ghi chú, nhật ký. Tệp gốc có chữ đó bị xoá; thư mục set-aside bị xoá hết. Số thứ tự, người thực hiện và thời "
        "điểm của mọi lượt giữ nguyên. Nhật ký ghi ai che, lý do, ở lượt nào. Không hoàn tác được."
    )
    text: str = "Chữ cần che, viết đúng như trong số liệu"
    look: str = "Tìm"
    reason: str = "Lý do (bắt buộc)"
    understood: str = "Tôi hiểu việc che không hoàn tác được"
    not_understood: str = "Hãy đánh dấu ô xác nhận rồi bấm lại."
    do: str = "Che khỏi toàn bộ lịch sử"
    doing: str = "Đang viết lại lịch sử không có chữ này và dựng lại số liệu"
    # cells, entries, files
    found: str = "Tìm thấy ở {cells} ô số liệu (kể cả phiên bản cũ), {entries} lượt trong lịch sử, {files} tệp gốc."
    found_caption: str = "Nơi có chữ cần che"
    kind: str = "Loại số liệu"
    column: str = "Cột"
    cells: str = "Số ô"
    # seq, entries, cells
    done: str = "Đã che ở lượt {seq}: {cells} ô số liệu, {entries} lượt được viết lại. {backups}"
    backups: str = (
        "Các bản sao lưu làm trước lúc này vẫn còn chữ đã che: hãy sao lưu lại rồi xoá bản cũ; nếu phải khôi phục từ "
        "bản cũ, phần mềm sẽ che lại."
    )
    # entries
    summary: str = "Che dữ liệu cá nhân ở lượt {entries}"
    help_redact: str = "che một chữ khỏi toàn bộ lịch sử; chữ được đọc từ bàn phím hoặc đầu vào chuẩn"
    help_reason: str = "lý do, được giữ trong nhật ký"
    help_confirm: str = "thực hiện; không có tuỳ chọn này thì chỉ cho biết chữ nằm ở đâu"
    prompt: str = "Chữ cần che: "
