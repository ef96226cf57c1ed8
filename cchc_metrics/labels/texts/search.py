"""Finding a place, a province, a criterion, a unit or a year by words; the terms of the field and their meanings."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SearchTexts:
    """Placeholders in braces are filled with ``str.format``."""

    box: str = "Tìm"
    hint: str = "Tìm (Ctrl+K)"
    # words
    results: str = "Kết quả tìm «{words}»"
    # words
    none: str = (
        "Không tìm thấy «{words}». Thử tên tỉnh, tên chỉ số, năm, tên nội dung hoặc tên đơn vị; gõ không dấu cũng được."
    )
    place: str = "nơi"
    looking: str = "đang xem"
    criterion: str = "nội dung"
    unit: str = "đơn vị"
    term: str = "thuật ngữ"
    document: str = "văn bản"
    source: str = "nguồn số liệu"
    report_kind: str = "báo cáo đã gửi"
    # unit, period
    report: str = "Báo cáo {unit} · {period}"
    documents: tuple[str, ...] = (
        "Báo cáo tổng hợp cải cách hành chính",
        "Bản một trang cho lãnh đạo",
        "Công văn đôn đốc báo cáo",
        "Biểu tổng hợp số liệu của các đơn vị",
    )
    # part, subject
    seen: str = "{part}: {subject}"


@dataclass(frozen=True, slots=True)
class GlossaryTexts:
    """names, meanings: code -> the term as screens write it, in small letters but for names · its meaning, a sentence
    or two. also: code -> other words for the same."""

    title: str = "Thuật ngữ"
    lead: str = (
        "Từ có gạch chân chấm trên các trang là thuật ngữ: đưa chuột vào, chạm, hoặc dùng phím Tab để đọc nghĩa."
    )
    find: str = "Tìm thuật ngữ"
    find_hint: str = "gõ một phần của từ, có dấu hay không đều được"
    # count
    caption: str = "{count} thuật ngữ"
    column_term: str = "Thuật ngữ"
    column_meaning: str = "Nghĩa"
    # words
    nothing: str = "Không có thuật ngữ nào khớp «{words}»."
    names: Mapping[str, str] = field(
        default_factory=lambda: {
            "par-index": "PAR INDEX",
            "sipas": "SIPAS",
            "papi": "PAPI",
            "index": "bộ chỉ số",
            "framework": "bộ tiêu chí",
            "domain": "lĩnh vực",
            "subcriterion": "tiêu chí thành phần",
            "criterion": "tiêu chí",
            "dimension": "trục nội dung",
            "subdimension": "nội dung thành phần",
            "max-score": "điểm tối đa",
            "self-score": "điểm tự chấm",
            "appraised-score": "điểm thẩm định",
            "survey-score": "điểm điều tra XHH",
            "published-score": "điểm công bố",
            "computed-rank": "hạng do hệ thống tính",
            "published-rank": "hạng công bố",
            "rank": "hạng",
            "quartile": "tứ phân vị",
            "group": "nhóm cao nhất",
            "median": "trung vị",
            "target": "mục tiêu",
            "shortfall": "khoảng cách",
            "lost-points": "điểm mất",
            "best": "tỉnh cao nhất",
            "peer-group": "nhóm so sánh",
            "noise": "không đáng kể",
            "swing": "mức dao động",
            "break": "đứt đoạn",
            "like-for-like": "không so sánh",
            "estimate": "ước tính",
            "base-34": "hệ 34 tỉnh",
            "predecessor": "trước sắp xếp",
            "successor": "sau sắp xếp",
            "derived": "suy ra",
            "index-year": "năm chỉ số",
            "reporting-period": "kỳ báo cáo",
            "due-date": "hạn nộp",
            "unit-report": "báo cáo đơn vị",
            "responsible-unit": "đơn vị phụ trách",
            "unit": "đơn vị",
            "upload": "lượt nạp",
            "finding": "vấn đề của ô dữ liệu",
            "supersede": "thay thế",
            "worth": "đáng làm nhất",
            "course": "lộ trình",
            "scenario": "kịch bản",
        }
    )
    also: Mapping[str, str] = field(
        default_factory=lambda: {
            "lost-points": "điểm chưa đạt",
            "due-date": "hạn gửi",
            "base-34": "hệ tỉnh",
            "break": "đổi cách đo",
            "best": "tỉnh đứng đầu",
        }
    )
    meanings: Mapping[str, str] = field(
        default_factory=lambda: {
            "par-index": (
                "Chỉ số cải cách hành chính của các tỉnh, Bộ Nội vụ công bố: tỉnh tự chấm kèm minh chứng, Bộ thẩm "
                "định, điều tra xã hội học bổ sung phần còn lại."
            ),
            "sipas": (
                "Chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước, Bộ Nội vụ "
                "công bố từ điều tra."
            ),
            "papi": (
                "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh, do CECODES, RTA và UNDP công bố từ khảo sát "
                "người dân; nhà công bố không xếp hạng."
            ),
            "index": "Một chỉ số được công bố định kỳ cho các tỉnh, như PAR INDEX, SIPAS, PAPI.",
            "framework": "Bản tiêu chí và điểm tối đa áp dụng cho một bộ chỉ số trong những năm nhất định.",
            "domain": "Phần lớn nhất của một bộ tiêu chí; gồm các tiêu chí.",
            "subcriterion": "Phần nhỏ nhất được chấm điểm trong một tiêu chí.",
            "criterion": "Phần của một lĩnh vực, có điểm tối đa riêng.",
            "dimension": "Một trong các nội dung lớn của PAPI, điểm từ khoảng 1 đến 10.",
            "subdimension": "Phần của một trục nội dung PAPI.",
            "max-score": "Điểm cao nhất có thể đạt ở một tiêu chí theo bộ tiêu chí của năm đó.",
            "self-score": "Điểm tỉnh tự chấm, kèm minh chứng, trước khi Bộ Nội vụ thẩm định.",
            "appraised-score": "Điểm Bộ Nội vụ chấm lại sau khi xem minh chứng; có thể cao hoặc thấp hơn tự chấm.",
            "survey-score": "Điểm tính từ điều tra xã hội học.",
            "published-score": "Điểm in trong kết quả công bố.",
            "computed-rank": "Nhà công bố không xếp hạng; phần mềm xếp theo điểm công bố, trong các tỉnh có điểm.",
            "published-rank": "Thứ hạng in trong nguồn công bố.",
            "rank": "Thứ tự từ cao xuống thấp, 1 là cao nhất; luôn đi kèm số tỉnh được xếp.",
            "quartile": "Bốn nhóm gần bằng nhau theo điểm: cao nhất, trung bình cao, trung bình thấp, thấp nhất.",
            "group": "Một phần tư số tỉnh có điểm cao nhất.",
            "median": "Giá trị ở giữa khi xếp các tỉnh theo điểm: một nửa cao hơn, một nửa thấp hơn.",
            "target": "Mức điểm hoặc hạng cấp có thẩm quyền hoặc Văn phòng đặt ra cho một năm.",
            "shortfall": "Phần còn thiếu so với mốc được chọn: tỉnh cao nhất, trung vị, mục tiêu hoặc điểm tối đa.",
            "lost-points": "Điểm tối đa trừ điểm đạt được.",
            "best": "Tỉnh có điểm cao nhất ở nội dung đó trong các tỉnh đã biết điểm.",
            "peer-group": "Các tỉnh được so với nhau: cùng vùng, hoặc nhóm do Văn phòng chọn.",
            "noise": (
                "Chênh lệch nhỏ đến mức hai lần khảo sát có thể ra khác nhau như vậy dù không có gì thay đổi; không "
                "gọi là tăng hay giảm."
            ),
            "swing": "Mức chênh mà sai số khảo sát một mình có thể gây ra giữa hai lần đo.",
            "break": "Giữa hai năm có thay đổi cách đo hoặc bộ tiêu chí nên không được nối, không được so điểm.",
            "like-for-like": "Hai năm đo khác nhau, mức chênh lệch không phải là tăng hay giảm.",
            "estimate": "Số phần mềm tính theo cách đã nêu, không phải số công bố.",
            "base-34": (
                "Các tỉnh tính theo địa giới từ 01/7/2025 (34 tỉnh) hoặc trước đó (63 tỉnh); hạng chỉ so được trên "
                "cùng một hệ."
            ),
            "predecessor": "Thuộc về tỉnh, thành phố hoặc đơn vị tồn tại trước khi sắp xếp.",
            "successor": "Thuộc về tỉnh, thành phố hoặc đơn vị hình thành từ việc sắp xếp.",
            "derived": "Không in trong nguồn mà tính ra từ các số nguồn có in.",
            "index-year": "Năm dương lịch mà bộ chỉ số đo, thường công bố vào tháng 4–6 năm sau.",
            "reporting-period": "Khoảng thời gian phải báo cáo cải cách hành chính: quý I, 6 tháng, quý III, năm.",
            "due-date": "Ngày cuối cùng đơn vị phải gửi báo cáo; trễ tính từ ngày này.",
            "unit-report": "Báo cáo cải cách hành chính của một phòng, ban, trung tâm cho một kỳ.",
            "responsible-unit": "Đơn vị được phân công chịu trách nhiệm về một nội dung.",
            "unit": "Phòng, ban, trung tâm thuộc Văn phòng.",
            "upload": "Một lần đưa số liệu vào hệ thống, ghi lại ai nạp, lúc nào, từ tệp nào.",
            "finding": "Điều phần mềm thấy ở một ô của tệp nạp: ô nào, vì sao, cần làm gì.",
            "supersede": "Giá trị mới có hiệu lực, giá trị cũ vẫn lưu trong lịch sử.",
            "worth": "Nội dung hứa hẹn lên nhiều bậc nhất, tính cả việc các tỉnh có thường tăng được như vậy không.",
            "course": "Đường đi tới mục tiêu theo mức thay đổi đã có, kèm khả năng kịp.",
            "scenario": "Thử thay đổi điểm từng nội dung để xem tổng điểm và hạng sẽ ra sao.",
        }
    )
