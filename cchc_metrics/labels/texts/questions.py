"""Questions that a file raises: what a written name means, how a number is to be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Câu hỏi về tên và số"
    # written
    entity: str = "«{written}» là đơn vị nào?"
    # written, era
    entity_in_era: str = "«{written}» là đơn vị nào trong hệ {era} tỉnh, thành phố?"
    # written, index
    node: str = "«{written}» là tiêu chí nào của {index}?"
    # number
    decimal: str = "«{number}» trong tệp là số nào?"
    # number, words, mark
    decimal_mark: str = "«{number}» là {words} ({mark} là dấu thập phân)"
    # number, words, mark
    thousands_mark: str = "«{number}» là {words} ({mark} tách hàng nghìn)"
    comma: str = "dấu phẩy"
    point: str = "dấu chấm"
    # font
    font: str = "Chữ trong tệp có vẻ gõ bằng phông {font}. Có chuyển sang Unicode không?"
    # font, written, converted
    font_convert: str = "Chuyển từ {font}: «{written}» thành «{converted}»"
    font_keep: str = "Giữ nguyên như trong tệp"
    font_tcvn3: str = "TCVN3 (ABC)"
    font_vni: str = "VNI"
    # Numbers in words: digits from 0 to 9, 10 to 19, 20 to 90 by tens, 1 to 9 behind a ten, each separated by a bar
    digits: str = "không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín"
    teens: str = "mười|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|mười bảy|mười tám|mười chín"
    tens: str = "hai mươi|ba mươi|bốn mươi|năm mươi|sáu mươi|bảy mươi|tám mươi|chín mươi"
    behind_ten: str = "mốt|hai|ba|tư|lăm|sáu|bảy|tám|chín"
    # 4 after a digit
    last_four: str = "tư"
    # no hundreds behind a thousand, and no tens behind a hundred; empty where that is not spoken
    no_hundred: str = "không trăm"
    odd: str = "linh"
    hundred: str = "trăm"
    thousand: str = "nghìn"
    point_word: str = "phẩy"
    # The form on the screen
    # count
    lead: str = "Có {count} câu chỉ người nạp trả lời được. Câu trả lời được nhớ cho các tệp sau khi xác nhận nạp."
    # place
    where_one: str = "ô {place}"
    # place, count
    where_many: str = "{count} ô, đầu tiên {place}"
    not_answered: str = "Chưa trả lời"
    apply: str = "Trả lời rồi kiểm tra lại"
    none_answered: str = (
        "Chọn ít nhất một câu trả lời rồi bấm lại. Câu nào chưa chắc thì để trống và sửa ô đó trong tệp."
    )
    # answered, count
    progress: str = "Đã trả lời {answered} trong {count} câu."
    previous: str = "Các câu trước"
    next: str = "Các câu tiếp theo"
    # page, pages
    page_of: str = "Trang {page} trong {pages}"
