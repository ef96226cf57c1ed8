"""A store that several servers share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LakeTexts:
    """Placeholders in braces are filled with ``str.format``."""

    busy: str = "Một máy chủ khác đang ghi dữ liệu. Hãy thử lại sau ít phút."
    overtaken: str = "Một máy chủ khác vừa ghi trước nên chưa nạp gì. Hãy xem trước lại rồi nạp."
    not_written: str = "PostgreSQL không ghi được dòng nhật ký nên chưa nạp gì. Hãy kiểm tra máy chủ PostgreSQL."
    unknown: str = (
        "Mất kết nối với PostgreSQL khi đang ghi nhật ký, chưa rõ lượt này đã được ghi hay chưa. "
        "Hãy nạp lại khi có kết nối; lượt đã ghi sẽ không bị nạp hai lần."
    )
    unreachable: str = "Không kết nối được với PostgreSQL hoặc thư mục dùng chung. Hãy kiểm tra mạng và máy chủ."
    changed: str = "Dòng cuối của nhật ký trong PostgreSQL không còn như đã ghi. Hãy chạy lệnh verify để đối chiếu."
    # folder
    no_folder: str = "Không thấy thư mục dùng chung {folder}. Hãy kiểm tra ổ đĩa mạng đã được gắn chưa."
    no_parquet: str = (
        "Không đọc được tệp Parquet trong thư mục dùng chung. Hãy kiểm tra thư mục; nếu tệp đã mất, chạy lệnh rebuild."
    )
    no_packages: str = "Máy chủ chưa cài các gói cho kho dùng chung. Hãy cài theo tệp requirements-many.txt."
    # count
    not_empty: str = "Nơi đến đã có {count} lượt nên không chuyển. Hãy chọn một nơi trống."
    # folder
    folder_not_empty: str = "Thư mục {folder} không trống nên không chuyển. Hãy chọn một thư mục trống."
    not_the_same: str = "Dữ liệu ở nơi đến không khớp nơi đi. Chưa dùng nơi đến được; hãy chạy lệnh verify ở nơi đi."
    only_shared: str = "Kho trong một thư mục không cần gộp tệp."
    help_migrate: str = "chuyển kho dữ liệu giữa một thư mục và kho dùng chung của nhiều máy chủ (CCHC_DATABASE)"
    help_direction: str = "in: từ thư mục vào kho dùng chung; out: từ kho dùng chung ra thư mục trống"
    help_folder: str = "thư mục dữ liệu"
    help_compact: str = "gộp các tệp nhỏ của kho dùng chung và dọn tệp không còn dùng"
    # entries, checksum
    moved: str = "Đã chuyển {entries} lượt; tổng kiểm tra hai nơi bằng nhau: {checksum}."
    needs_lake: str = "Chưa đặt CCHC_DATABASE và CCHC_LAKE_DIR nên chưa rõ kho dùng chung ở đâu."
    # before, after, cleared
    compacted: str = "Số tệp Parquet: {before} → {after}; đã xoá {cleared} tệp lưu trữ không thuộc lượt nào."
    not_here: str = (
        "Việc này chưa làm được trên kho dùng chung của nhiều máy chủ. Hãy chuyển về một thư mục bằng lệnh "
        "migrate-store, thực hiện ở đó rồi chuyển trở lại một kho mới."
    )
