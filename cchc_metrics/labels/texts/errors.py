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
        "Nhật ký dữ liệu bị sửa hoặc hỏng ở dòng {line}, nên kho dữ liệu không được mở. Hãy chạy «python -m "
        "cchc_metrics repair» để ghi lại dòng này từ cơ sở dữ liệu hoặc kho lưu trữ, hoặc khôi phục tệp "
        "journal.jsonl từ bản sao lưu."
    )
    # entries
    journal_gone: str = (
        "Không còn nhật ký dữ liệu, trong khi cơ sở dữ liệu hoặc kho lưu trữ còn giữ {entries}. Hãy đặt lại "
        "tệp journal.jsonl, hoặc chạy «python -m cchc_metrics repair» để ghi lại nhật ký."
    )
    journal_changed: str = "Tệp nhật ký trên đĩa không còn giống nhật ký mà chương trình đang giữ."
    database_damaged: str = (
        "Cơ sở dữ liệu bị hỏng và chưa dựng lại được. Hãy chạy «python -m cchc_metrics rebuild» để dựng lại "
        "từ nhật ký; không lượt nào bị mất."
    )
    database_failed: str = (
        "Cơ sở dữ liệu không thực hiện được thao tác này. Hãy thử lại; nếu vẫn lỗi, báo người quản trị."
    )
    database_of_other_version: str = (
        "Cơ sở dữ liệu do một phiên bản khác của chương trình tạo ra nên đã được dựng lại từ nhật ký; "
        "số liệu giữ nguyên."
    )
    database_of_other_journal: str = "Cơ sở dữ liệu không khớp với nhật ký và cần được dựng lại."
    # file
    archive_missing: str = "Kho lưu trữ thiếu tệp {file}. Hãy khôi phục tệp này từ bản sao lưu."
    # file
    archive_changed: str = "Tệp {file} trong kho lưu trữ đã bị thay đổi. Hãy khôi phục tệp này từ bản sao lưu."
    replay_differs: str = (
        "Số liệu trong cơ sở dữ liệu khác với số liệu dựng lại từ nhật ký. Hãy chạy «python -m cchc_metrics rebuild»."
    )
    folder_read_only: str = (
        "Thư mục dữ liệu chỉ cho đọc, nên chỉ xem được số liệu. Muốn nạp hoặc sửa, người quản trị mở quyền ghi cho "
        "thư mục này (ghi ở trang Tình trạng hệ thống) rồi khởi động lại chương trình."
    )
    # In the place of a folder, before whoever need not know it
    on_the_server: str = "trên máy chủ"
    journal_removed: str = (
        "Tệp nhật ký đã bị xoá, đổi tên hoặc thay bằng tệp khác trong khi chương trình đang chạy, nên chưa "
        "ghi gì thêm. Số liệu đã nạp vẫn còn. Hãy đóng chương trình, rồi chạy «python -m cchc_metrics repair» "
        "để ghi lại nhật ký."
    )
    # seq
    journal_forged: str = (
        "Dòng cuối của nhật ký (lượt {seq}) mang dấu niêm phong không đúng: tệp đã bị sửa từ bên ngoài, nên "
        "kho dữ liệu không được mở. Hãy chạy «python -m cchc_metrics repair», hoặc khôi phục tệp "
        "journal.jsonl từ bản sao lưu."
    )
    # last, entries
    journal_behind: str = (
        "Nhật ký kết thúc ở lượt {last}, nhưng cơ sở dữ liệu hoặc kho lưu trữ còn giữ {entries}. Kho dữ liệu "
        "chưa được mở để không mất lượt nào. Hãy đặt lại tệp journal.jsonl mới nhất, hoặc chạy «python -m "
        "cchc_metrics repair» để ghi lại phần nhật ký bị thiếu."
    )
    # seq
    journal_differs: str = (
        "Nhật ký và cơ sở dữ liệu ghi khác nhau từ lượt {seq}: một trong hai đã bị thay hoặc bị sửa, nên kho "
        "dữ liệu không được mở. Hãy chạy «python -m cchc_metrics repair» để xem từng lượt, hoặc khôi phục cả "
        "thư mục dữ liệu từ một bản sao lưu."
    )
    # seq
    entry_number: str = "lượt {seq}"
    # seq, moment, who, what
    entry_named: str = "lượt {seq} ({moment}, {who}: {what})"
    # count
    more_entries: str = " và {count} lượt khác"
    newer_journal: str = (
        "Nhật ký có lượt do phiên bản mới hơn của chương trình ghi. Hãy dùng phiên bản mới hơn để mở; không "
        "khôi phục bản sao lưu cũ, vì sẽ mất các lượt đó."
    )
    newer_change_set: str = (
        "Kho lưu trữ có số liệu do phiên bản mới hơn của chương trình ghi. Hãy dùng phiên bản mới hơn để mở; "
        "không khôi phục bản sao lưu cũ, vì sẽ mất số liệu đó."
    )
    change_set_of_other_kind: str = (
        "Một tệp thay đổi trong kho lưu trữ không đọc được hoặc thuộc loại dữ liệu khác với nhật ký. Hãy khôi "
        "phục tệp này từ bản sao lưu."
    )
    # last, first, end, problem
    copy_incomplete: str = (
        "Kho lưu trữ thiếu phần cuối, như khi sao chép thư mục lúc đang nạp dữ liệu: chỉ mở được đến lượt "
        "{last}; nhật ký còn có các lượt {first}–{end} mà tệp thay đổi không có. {problem} Khi đủ tệp, hãy mở "
        "lại chương trình."
    )
    database_disk: str = (
        "Ổ đĩa không cho đọc hoặc ghi cơ sở dữ liệu (có thể đã đầy). Hãy giải phóng dung lượng hoặc kiểm tra "
        "ổ đĩa rồi thử lại; không cần khởi động lại chương trình."
    )
    database_out_of_memory: str = (
        "Thao tác cần nhiều bộ nhớ hơn mức cho phép. Hãy chọn ít số liệu hơn rồi thử lại, hoặc tăng CCHC_MEMORY_LIMIT."
    )
    # reason
    database_not_remade: str = "Cơ sở dữ liệu hỏng và chưa dựng lại được từ nhật ký. {reason}"
    disk_refused: str = "Ổ đĩa không cho ghi; hãy kiểm tra dung lượng và quyền ghi rồi thử lại."
    # name, seq, file
    original_missing: str = (
        "Kho lưu trữ thiếu tệp gốc «{name}» của lượt {seq}; số liệu đọc từ tệp vẫn còn. Hãy khôi phục tệp {file} trong "
        "thư mục archive/originals từ bản sao lưu."
    )
    # name, seq, file
    original_changed: str = (
        "Tệp gốc «{name}» của lượt {seq} trong kho lưu trữ đã bị thay đổi; số liệu đọc từ tệp vẫn còn. Hãy khôi phục "
        "tệp {file} trong thư mục archive/originals từ bản sao lưu."
    )
    # file
    archive_unreadable: str = (
        "Không đọc được tệp {file} trong kho lưu trữ. Hãy kiểm tra ổ đĩa và quyền đọc, rồi mở lại."
    )
    # count, first
    lines_unsealed: str = (
        "{count} dòng nhật ký, từ lượt {first}, không mang dấu niêm phong dù dòng trước đó có; hãy đối chiếu "
        "các lượt này với bản sao lưu."
    )
    seal_of_other_key: str = (
        "Dòng cuối của nhật ký được niêm phong bằng khoá của máy khác, nên dấu niêm phong chưa đối chiếu được "
        "trên máy này."
    )
    # file
    no_seal: str = "Các dòng nhật ký mới chưa được niêm phong, vì không đọc hoặc tạo được tệp khoá {file}."
    # seq
    repair_forks: str = (
        "Nhật ký và cơ sở dữ liệu đều có lượt {seq} hợp lệ nhưng khác nhau, nên chưa ghi lại gì. Hãy xác định "
        "bên nào đúng rồi chạy lại với «--trust journal» hoặc «--trust database»."
    )
    # seq
    repair_impossible: str = (
        "Không nơi nào còn giữ nguyên vẹn dòng nhật ký của lượt {seq}, nên chưa ghi lại gì. Hãy khôi phục tệp "
        "journal.jsonl từ bản sao lưu gần nhất rồi chạy lại."
    )
    # seq, moment, now
    entry_in_the_future: str = (
        "Lượt ghi cuối (lượt {seq}) mang giờ {moment}, muộn hơn đồng hồ máy ({now}): đồng hồ đang hoặc đã từng sai. "
        "Các lượt sau sẽ ghi giờ không sớm hơn lượt này; hãy chỉnh lại đồng hồ máy chủ."
    )
    # Put right at the start
    torn_line_dropped: str = (
        "Đã cắt phần ghi dở ở cuối nhật ký, khi chương trình bị ngắt giữa lúc ghi; lần nạp đó chưa được xác "
        "nhận, phần bị cắt được giữ riêng."
    )
    # seq
    line_finished: str = (
        "Đã viết lại cho đủ dòng nhật ký cuối (lượt {seq}) bị mất ký tự xuống dòng; lượt này vẫn nguyên vẹn."
    )
    database_foreign: str = (
        "Cơ sở dữ liệu trong thư mục thuộc một nhật ký khác nên đã được dựng lại từ nhật ký; tệp cũ được giữ riêng."
    )
    database_different: str = (
        "Số liệu trong cơ sở dữ liệu khác với lượt ghi cuối, nên cơ sở dữ liệu đã được dựng lại từ nhật ký; "
        "tệp cũ được giữ riêng."
    )
    # count
    entries_replayed: str = "Đã nạp lại vào cơ sở dữ liệu {count} lượt có trong nhật ký."
    database_rebuilt: str = "Cơ sở dữ liệu không đọc được nên đã được dựng lại từ nhật ký; tệp cũ được giữ riêng."
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
        "Không ghi được nhật ký và chưa rõ dòng cuối đã nằm trên đĩa hay chưa. Hãy kiểm tra ổ đĩa rồi nạp "
        "lại; lần nạp sau sẽ tự làm rõ."
    )
    # seq
    stored_but_not_shown: str = (
        "Lượt {seq} đã được ghi vào nhật ký nhưng chưa đưa được vào cơ sở dữ liệu. Không cần nạp lại: số liệu "
        "sẽ hiện khi ổ đĩa ghi được, ở lần nạp hoặc lần khởi động sau."
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
        "Hãy kiểm tra quyền ghi; tệp sẽ được xoá nốt ở lần ghi hoặc lần khởi động sau."
    )
    removal_finished: str = "Đã xoá nốt tệp gốc có quyết định gỡ từ trước."
    # seq
    removal_stays: str = "Lượt {seq} là việc gỡ tệp gốc; tệp đã xoá không lấy lại được nên không hoàn tác được."
    redaction_stays: str = "Lượt {seq} là việc che dữ liệu; chữ đã che không lấy lại được nên không hoàn tác được."
    removal_needs_reason: str = "Chưa gỡ tệp gốc. Hãy ghi lý do gỡ."
    # Looking up
    # seq
    unknown_entry: str = "Không có lượt nạp số {seq}. Hãy chọn một lượt trong lịch sử nạp dữ liệu."
    # seq
    no_original: str = "Lượt {seq} không có tệp gốc, vì đây là lần sửa trực tiếp hoặc hoàn tác."
