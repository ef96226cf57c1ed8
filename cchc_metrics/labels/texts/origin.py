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
    whole_page: str = "Mở trang Nguồn gốc"
    field: str = "Mục"
    held_now: str = "Giá trị đang có hiệu lực"
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
    # The same for a second way of writing, so that two different names stay two. seq, place
    mark_of_way: str = "[đã che, lượt {seq}, cách viết {place}]"
    # The same among codes. seq
    mark_of_code: str = "da-che-{seq}"
    # count
    too_short: str = "Chữ cần che phải có ít nhất {count} ký tự. Hãy ghi trọn số hoặc cụm từ cần che."
    not_found: str = (
        "Không tìm thấy giá trị này trong số liệu, ghi chú, nhật ký hay tệp gốc. Hãy thử cách viết khác (họ tên không "
        "dấu, số không có đầu số)."
    )
    # columns
    is_code: str = (
        "Chữ này nằm trong cột mã hoặc cột số thứ tự ({columns}) mà phần mềm dùng để tìm số liệu, nên không che được. "
        "Hãy ghi trọn số định danh (từ 8 chữ số), địa chỉ thư điện tử hoặc họ tên đầy đủ: những giá trị đó che được cả "
        "trong cột mã."
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
        "Dùng khi số CCCD, số điện thoại, thư điện tử hoặc họ tên của ai đó đã lọt vào hệ thống. Bước 1: tìm xem giá "
        "trị nằm ở đâu (chưa thay đổi gì). Bước 2: ghi lý do, xác nhận, che. Che rồi không hoàn tác được."
    )
    text: str = "Giá trị cần che"
    text_help: str = (
        "Ghi một cách viết là đủ: phần mềm tìm cả số viết có khoảng trắng, dấu chấm, gạch ngang, thiếu số 0 đầu, đầu "
        "số +84; chữ hoa, chữ thường; dấu thanh đặt khác chỗ (hoà, hòa). Họ tên viết không dấu phải tìm riêng."
    )
    text_example: str = "ví dụ: 0xx xxx xxx xxx"
    look: str = "Tìm, chưa thay đổi gì"
    # what is lost and what stays
    effect: str = (
        "Khi che: mọi phiên bản, kể cả bản cũ, mang dấu «đã che» thay cho giá trị; ô số có giá trị đó thành ô trống; "
        "tệp gốc có giá trị đó và các tệp đã để riêng khi sửa chữa bị xoá. Số thứ tự, người thực hiện, thời điểm của "
        "mọi lượt giữ nguyên; nhật ký ghi ai che, lý do, ở lượt nào."
    )
    reason: str = "Lý do (bắt buộc, được giữ lại trong nhật ký)"
    understood: str = "Tôi hiểu việc che không hoàn tác được"
    not_understood: str = "Hãy đánh dấu ô xác nhận rồi bấm lại."
    do: str = "Che khỏi toàn bộ lịch sử"
    doing: str = "Đang viết lại lịch sử không có giá trị này và dựng lại số liệu"
    # cells, entries, files
    found: str = "Tìm thấy ở {cells} ô số liệu (kể cả phiên bản cũ), {entries} lượt trong lịch sử, {files} tệp gốc."
    # count
    ways: str = "Có {count} cách viết; tất cả đều được che."
    found_caption: str = "Nơi có giá trị cần che"
    kind: str = "Loại số liệu"
    column: str = "Cột"
    cells: str = "Số ô"
    in_entries: str = "Ở lượt"
    # the notes, file names and findings of entries
    of_lines: str = "Nhật ký nạp dữ liệu"
    lines_column: str = "Ghi chú, tên tệp, kết quả kiểm tra"
    files_caption: str = "Tệp gốc cần lưu ý"
    file_entry: str = "Lượt"
    file_name: str = "Tệp"
    file_next: str = "Việc sẽ làm hoặc cần làm"
    file_goes: str = "Có giá trị này: bị xoá khi che"
    # seq
    file_unread: str = (
        "Phần mềm không đọc được bên trong (PDF, .xls, ảnh): hãy mở xem; nếu có giá trị thì vào Nạp dữ liệu, chọn lượt "
        "{seq}, Xoá tệp gốc (hoặc lệnh remove-original {seq})"
    )
    # entries
    accounts: str = (
        "Tên tài khoản ở lượt {entries} cũng là giá trị này. Tên người thực hiện được giữ để truy trách nhiệm và không "
        "bị che; đổi tên tài khoản chỉ áp dụng cho các lượt sau."
    )
    # numbers
    audit: str = (
        "Nhật ký truy cập cũng có giá trị này ở dòng {numbers}. Nhật ký truy cập không sửa được; dòng cũ mất đi khi "
        "hết thời hạn lưu đặt ở trang Nhật ký truy cập."
    )
    # seq, entries, cells
    done: str = "Đã che ở lượt {seq}: {cells} ô số liệu, {entries} lượt được viết lại. {backups}"
    backups: str = (
        "Các bản sao lưu làm trước lúc này vẫn còn giá trị đã che: hãy sao lưu lại rồi xoá bản cũ, kể cả bản chép ra "
        "nơi khác; nếu phải khôi phục từ bản cũ, phần mềm sẽ che lại."
    )
    # count, names, seq
    old_backups: str = (
        "{count} bản sao lưu còn giá trị cá nhân đã che ở lượt {seq}: {names}. Hãy sao lưu lại rồi xoá các tệp này "
        "trong thư mục sao lưu, và xoá cả bản đã chép ra nơi khác."
    )
    # names
    backups_too: str = "Các bản sao lưu cũng có giá trị này, che không sửa được; sau khi che hãy xoá: {names}."
    # count
    and_more: str = "và {count} bản khác"
    # entries
    summary: str = "Che dữ liệu cá nhân ở lượt {entries}"
    help_redact: str = "che một chữ khỏi toàn bộ lịch sử; chữ được đọc từ bàn phím hoặc đầu vào chuẩn"
    help_reason: str = "lý do, được giữ trong nhật ký"
    help_confirm: str = "thực hiện; không có tuỳ chọn này thì chỉ cho biết chữ nằm ở đâu"
    prompt: str = "Chữ cần che: "
