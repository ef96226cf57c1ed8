"""One kind sentence for each way an operation can fail."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorsTexts:
    """One kind sentence for each way an operation can fail.

    Placeholders in braces are filled with ``str.format``.
    """

    # Opening the store
    store_busy: str = (
        "Kho dữ liệu đang được một chương trình khác sử dụng. Hãy đóng chương trình đó, hoặc đợi nó xong việc, "
        "rồi thử lại."
    )
    # folder
    folder_unusable: str = (
        "Không dùng được thư mục dữ liệu {folder}. Hãy kiểm tra quyền ghi và dung lượng đĩa rồi mở lại."
    )
    # line
    journal_broken: str = (
        "Nhật ký dữ liệu bị sửa hoặc hỏng ở dòng {line}, nên kho dữ liệu không được mở. "
        "Hãy khôi phục tệp journal.jsonl từ bản sao lưu."
    )
    journal_gone: str = (
        "Không còn nhật ký dữ liệu trong khi cơ sở dữ liệu đã có số liệu. "
        "Hãy khôi phục tệp journal.jsonl từ bản sao lưu rồi mở lại."
    )
    journal_changed: str = "Tệp nhật ký trên đĩa không còn giống nhật ký mà chương trình đang giữ."
    database_damaged: str = (
        "Cơ sở dữ liệu không đọc được. Hãy khởi động lại chương trình; cơ sở dữ liệu sẽ được dựng lại từ nhật ký."
    )
    database_failed: str = (
        "Cơ sở dữ liệu không thực hiện được thao tác này. Hãy thử lại; nếu vẫn lỗi, báo người quản trị."
    )
    database_of_other_version: str = (
        "Cơ sở dữ liệu do một phiên bản khác của chương trình tạo ra nên đã được dựng lại từ nhật ký; "
        "số liệu giữ nguyên."
    )
    database_of_other_journal: str = "Cơ sở dữ liệu không khớp với nhật ký và cần được dựng lại."
    change_set_of_other_version: str = (
        "Kho lưu trữ có số liệu do phiên bản mới hơn của chương trình ghi. Hãy dùng phiên bản mới hơn để mở."
    )
    # file
    archive_missing: str = "Kho lưu trữ thiếu tệp {file}. Hãy khôi phục tệp này từ bản sao lưu."
    # file
    archive_changed: str = "Tệp {file} trong kho lưu trữ đã bị thay đổi. Hãy khôi phục tệp này từ bản sao lưu."
    replay_differs: str = (
        "Số liệu trong cơ sở dữ liệu khác với số liệu dựng lại từ nhật ký. Hãy dựng lại cơ sở dữ liệu."
    )
    # Put right at the start
    torn_line_dropped: str = "Đã bỏ một dòng nhật ký ghi dở khi chương trình bị ngắt; lần nạp đó chưa được xác nhận."
    # count
    entries_replayed: str = "Đã nạp lại vào cơ sở dữ liệu {count} lượt có trong nhật ký."
    database_rebuilt: str = "Cơ sở dữ liệu hỏng hoặc không khớp với nhật ký đã được dựng lại; tệp cũ được giữ riêng."
    orphans_set_aside: str = "Đã chuyển riêng các tệp lưu trữ không thuộc lượt nạp nào vào thư mục set-aside."
    # Storing
    plan_rejected: str = "Tệp còn lỗi nên chưa thể nạp. Hãy sửa các ô được nêu rồi tải tệp lên lại."
    # cells
    cells_stale: str = (
        "Số liệu đã thay đổi từ lúc xem trước nên chưa nạp gì. Hãy xem trước lại. Các ô đã khác: {cells}."
    )
    # cells
    cells_present: str = "Chưa nạp gì, vì các ô định thêm đã có số liệu: {cells}. Hãy xem trước lại."
    # cells
    cells_absent: str = "Chưa nạp gì, vì các ô định sửa hoặc bỏ không còn số liệu: {cells}. Hãy xem trước lại."
    # cells
    cells_twice: str = "Chưa nạp gì, vì có ô xuất hiện hai lần: {cells}. Hãy giữ lại một dòng cho mỗi ô."
    # cells
    undo_conflict: str = "Không hoàn tác được, vì có ô đã được lượt sau thay đổi: {cells}. Hãy hoàn tác lượt sau trước."
    more_cells: str = "; và các ô khác"
    # seq
    already_undone: str = "Lượt {seq} đã được hoàn tác trước đó."
    disk_failed: str = "Không ghi được xuống đĩa nên chưa nạp gì. Hãy kiểm tra dung lượng và quyền ghi rồi thử lại."
    journal_unknown: str = (
        "Không ghi được nhật ký và không rõ dòng cuối đã nằm trên đĩa hay chưa. "
        "Hãy kiểm tra ổ đĩa rồi khởi động lại chương trình."
    )
    # seq
    stored_but_not_shown: str = (
        "Lượt {seq} đã được ghi vào nhật ký nhưng chưa đưa được vào cơ sở dữ liệu. "
        "Hãy khởi động lại chương trình; số liệu sẽ được nạp lại từ nhật ký."
    )
    # reason
    read_only: str = "Kho dữ liệu đang chỉ cho đọc. {reason}"
    # Originals removed on purpose
    # seq, who, moment, reason
    original_removed: str = "Tệp gốc của lượt {seq} đã được {who} gỡ lúc {moment}. Lý do: {reason}"
    # file
    original_still_there: str = (
        "Tệp gốc {file} đã có quyết định gỡ nhưng vẫn còn trong kho lưu trữ. Hãy khởi động lại chương trình để xoá nốt."
    )
    # seq
    original_not_deleted: str = (
        "Quyết định gỡ tệp gốc đã ghi ở lượt {seq} nhưng chưa xoá được tệp khỏi đĩa. "
        "Hãy kiểm tra quyền ghi rồi khởi động lại chương trình; tệp sẽ được xoá nốt."
    )
    removal_finished: str = "Đã xoá nốt tệp gốc có quyết định gỡ từ trước."
    # seq
    removal_stays: str = "Lượt {seq} là việc gỡ tệp gốc; tệp đã xoá không lấy lại được nên không hoàn tác được."
    removal_needs_reason: str = "Chưa gỡ tệp gốc. Hãy ghi lý do gỡ."
    # Looking up
    # seq
    unknown_entry: str = "Không có lượt nạp số {seq}. Hãy chọn một lượt trong lịch sử nạp dữ liệu."
    # seq
    no_original: str = "Lượt {seq} không có tệp gốc, vì đây là lần sửa trực tiếp hoặc hoàn tác."
