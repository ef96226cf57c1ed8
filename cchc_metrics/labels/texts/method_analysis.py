"""Page Phương pháp & nguồn: the rules of the analysis pages."""

from cchc_metrics.labels.texts.chapter import Chapter

_TRAJECTORY = Chapter(
    "lo-trinh",
    "Lộ trình tới mục tiêu",
    (
        "Nhịp phải có = (mục tiêu − kết quả gần nhất) / số năm còn lại. Nhịp các năm qua = trung vị của các thay đổi "
        "từng năm kể từ lần đứt đoạn gần nhất; cần ít nhất 3 năm liền nhau so sánh được.",
        "Nhịp cũ chỉ để tham khảo, không dùng để kết luận: một năm thấp một phần là do dao động nên năm sau thường lên "
        "lại.",
        "Dự báo = trung bình cả nước + phần của khoảng cách hiện nay + phần của khoảng cách bình quân nhiều năm; hai "
        "tỷ "
        "lệ tính từ các năm đã biết. Cách này thắng cuộc thi với giữ nguyên, san mũ, xu thế tắt dần, theta, nhịp cả "
        "nước "
        "và nhịp cũ, chấm bằng điểm khoảng (khoảng hẹp mà trúng); bảng ở dưới.",
        "Khoảng 80% lấy từ sai số từng gặp của chính nội dung đó trên mọi tỉnh, mỗi năm gốc có trọng số như nhau, "
        "tới ba "
        "năm. Khoảng nào chưa từng kiểm chứng được thì không nêu.",
        "Kết luận là khả năng đạt suy từ khoảng đó: từ 80% là đúng hướng, từ 50% là có thể, từ 20% là khó, dưới 20% "
        "là rất "
        "khó; các ngưỡng là số liệu sửa được. Bên cạnh có số lần như thế trong quá khứ và bao nhiêu lần đạt thật. "
        "Năm của "
        "mục tiêu đã qua thì đạt hoặc không đạt theo kết quả năm đó.",
        "Không dự báo qua chỗ đứt đoạn và không dự báo cho tỉnh mới sắp xếp, vì tỉnh mới chưa có chuỗi kết quả riêng.",
    ),
)
_PLAN = Chapter(
    "kich-ban",
    "Kịch bản",
    (
        "Chỉ lập kịch bản khi điểm các nội dung cộng lại đúng bằng điểm chung và biết đủ điểm tối đa.",
        "Để đạt hạng k cần bằng điểm tỉnh thứ k trong các tỉnh còn lại; khi bằng điểm thì hai tỉnh cùng hạng. Điểm "
        "cắt của nhóm tứ phân vị tính cả điểm mới của tỉnh.",
        "Mức tăng ít nhất là lời giải đúng của bài toán quy hoạch nguyên: tổng mức tăng (hoặc tổng công sức) nhỏ "
        "nhất, mỗi nội dung không vượt mức trần và tăng theo bước đã chọn. Phương án được tính lại hạng trước khi "
        "hiển thị.",
        "Mức trần thường dùng là mức làm được trong một năm: mức mà chín phần mười số lần thay đổi trong một năm của "
        "các "
        "tỉnh ở nội dung đó không vượt qua. Bên cạnh mỗi bước tăng có số lần các tỉnh từng tăng như thế trong một năm.",
        "Khi các tỉnh khác biến động: mỗi tỉnh đứng ở mức dự báo của nó, lệch đi một sai số từng gặp; mỗi lượt lấy "
        "sai số "
        "của một năm, cùng dấu cho cả nước; 2.000 lượt, chạy lại cho cùng kết quả.",
        "Điểm giả định luôn mang dấu ước tính và không thay số công bố.",
    ),
)
_CERTAINTY = Chapter(
    "do-chac-cua-hang",
    "Độ chắc của hạng",
    (
        "Dao động là mức mà điểm thay đổi dù không có gì thay đổi. Lấy theo thứ tự: sai số chuẩn đã nạp của mọi tỉnh; "
        "nếu chưa có, dao động ước lượng từ chính số liệu của các tỉnh; với chỉ số khảo sát tính bằng phần trăm mà "
        "chưa "
        "đủ số liệu các tỉnh, suy từ cỡ mẫu và hệ số thiết kế mẫu (giả định).",
        "Dao động ước lượng = căn bậc hai của nửa trung bình bình phương các thay đổi từng năm của các tỉnh, đã trừ "
        "thay "
        "đổi chung của cả nước, trong ba lần thay đổi so sánh được gần nhất; tính lại mỗi khi có số liệu mới. Đây là "
        "cận "
        "trên của sai số khảo sát vì thay đổi thật của từng tỉnh cũng nằm trong đó.",
        "Với nội dung D1 của PAPI 2021–2024, cách này cho 0,22 điểm; một lần kiểm tra độc lập nêu 0,15 mà không nêu "
        "cách tính, và các cách tính khác đã thử đều không cho ra mức đó, nên mức 0,22 được giữ. Cơ quan tin ở mức "
        "khác thì nạp bảng «Sai số chuẩn của điểm»: từng tỉnh, hoặc một dòng «Cả nước» cho mọi tỉnh chưa có dòng "
        "riêng; mức đã nạp được dùng ngay.",
        "Thay đổi giữa hai năm là không đáng kể khi không vượt z lần căn bậc hai của tổng bình phương hai dao động, "
        "ở độ "
        "tin cậy 90%. Khi đó mọi câu đều nói không đáng kể, không nói tăng hay giảm. Như vậy không có nghĩa là không "
        "có gì thay đổi, chỉ là lần đo này chưa cho biết. Mỗi thay đổi được xét riêng: mười thay đổi có thể có một "
        "thay đổi vượt ngưỡng dù không có gì xảy ra.",
        "Thay đổi hạng chỉ được nói là tăng hay giảm khi điểm thay đổi vượt dao động và hạng mới nằm ngoài khoảng hạng "
        "của lần đo sau tính từ năm trước. Hai kết quả trong cùng một năm, kể cả so với tỉnh cao nhất hay trung bình "
        "nhóm, cũng theo dao động: chênh lệch trong mức đó là không đáng kể.",
        "Khoảng hạng của một tỉnh: 2.000 lượt mô phỏng điểm thật khi biết điểm công bố (Bayes thực nghiệm), giữ 90% ở "
        "giữa. Khoảng khi so cùng lúc mọi tỉnh rộng hơn, theo Mogstad, Romano, Shaikh và Wilhelm (Review of Economic "
        "Studies 2024). Khoảng của lần đo sau là hạng có thể gặp nếu đo lại khi không có gì thay đổi.",
        "Dưới ngưỡng độ phủ {coverage} số tỉnh thì không nêu hạng và nói lý do.",
    ),
)
_WHY = Chapter(
    "bien-dong",
    "Vì sao kết quả và hạng thay đổi",
    (
        "Trong cùng một bộ tiêu chí, thay đổi chung = tổng thay đổi của các nội dung + phần của nội dung đổi cách đo "
        "+ phần làm tròn hoặc không phân bổ được. Các dòng luôn cộng lại đúng bằng thay đổi đã công bố.",
        "Hai năm bị ngăn bởi mốc đứt đoạn của chính kết quả chung thì không nêu mức thay đổi; chỉ nêu thay đổi của "
        "các nội dung còn so sánh được.",
        "Thay đổi hạng = tác động của tỉnh + tác động của các tỉnh khác. Tác động của tỉnh là hạng mà điểm mới của "
        "tỉnh đạt được khi các tỉnh khác giữ điểm năm trước, trừ hạng năm trước. Phần còn lại là của các tỉnh khác, "
        "trong đó có tỉnh chỉ được công bố ở một trong hai năm.",
        "Khi đổi bộ tiêu chí và đã nạp bảng chuyển đổi: thay đổi = thay đổi trên cùng thang cũ + thay đổi do điểm "
        "tối đa đổi + tiêu chí mới − tiêu chí bỏ. Với điểm S0/M0 thành S1/M1: phần thứ nhất là M0 × S1/M1 − S0, phần "
        "thứ hai là (M1 − M0) × S1/M1. Chưa có bảng chuyển đổi thì không tách.",
    ),
)
_LOST = Chapter(
    "diem-chua-dat",
    "Điểm chưa đạt và đơn vị phụ trách",
    (
        "Điểm mất của một nội dung = điểm tối đa − điểm đạt, xếp từ lớn xuống nhỏ. Tỷ trọng cộng dồn chỉ có khi biết "
        "đủ mọi nội dung; nếu không, phần chưa biết được ghi thành chữ.",
        "Đơn vị phụ trách lấy theo phân công gần nhất tính đến năm chỉ số; nội dung con theo nội dung cha; không có "
        "phân công thì ghi «chưa phân công».",
        "Đường tới mục tiêu: kết quả + phần còn thiếu của từng nội dung + phần chưa giao cho nội dung nào = mức phải "
        "đạt.",
        "Mạnh, yếu: kết quả của tỉnh trừ trung vị các tỉnh được so có số liệu, không tính chính tỉnh đang xem.",
        "Nhóm qua các năm: nhóm tứ phân vị của từng nội dung từng năm; ô trống là không có điểm hoặc chưa đủ "
        "{coverage} số tỉnh có điểm.",
    ),
)
_LINEAGE = Chapter(
    "he-34",
    "Đưa số liệu về hệ 34 tỉnh",
    (
        "Với kỳ trước ngày 01/7/2025, số của tỉnh hợp nhất là ước tính, tính khi được hỏi và không lưu: bình quân "
        "điểm đã công bố của các tỉnh cũ theo bộ trọng số đã khai báo; hoặc lấy theo tỉnh cũ cùng tên. Chưa nạp "
        "trọng số thì các tỉnh cũ có trọng số bằng nhau.",
        "Khoảng: từ tỉnh cũ thấp nhất đến tỉnh cũ cao nhất. Hạng tốt nhất có thể là khi tỉnh ở mức cao nhất của mình "
        "và mọi tỉnh khác ở mức thấp nhất; hạng kém nhất thì ngược lại.",
        "Thiếu số của một tỉnh cũ thì không ước tính cho tỉnh hợp nhất và tỉnh đó không được xếp hạng. 11 tỉnh giữ "
        "nguyên có đúng số đã công bố ở cả hai hệ.",
        "Ước tính luôn mang dấu «ước tính, không phải số công bố» và không nối thành một đường với số công bố sau "
        "sắp xếp.",
    ),
)
_ATLAS = Chapter(
    "ban-do",
    "Bản đồ",
    (
        "Màu theo nhóm, theo mức kết quả hoặc theo thay đổi so với năm trước; thay đổi chỉ tô khi hai năm so sánh "
        "được. Tỉnh không có số công bố được gạch chéo, không tô nhạt.",
        "Bản đồ vẽ từ tệp ranh giới đi kèm phần mềm, không tải gì từ bên ngoài, có quần đảo Hoàng Sa (TP. Đà Nẵng) "
        "và quần đảo Trường Sa (tỉnh Khánh Hòa). Danh sách bên cạnh có cùng số liệu.",
    ),
)
_ACROSS = Chapter(
    "doi-chieu",
    "Đối chiếu các bộ chỉ số",
    (
        "Chủ đề là bảng dữ liệu sửa được, mỗi dòng nêu nội dung của một bộ chỉ số và lý do xếp vào chủ đề. Không so "
        "điểm của hai bộ chỉ số: mỗi bên là tỷ lệ so với điểm tối đa của năm đó, hoặc hạng kèm số tỉnh được xếp.",
        "Chấm cao, dân đánh giá thấp: ở nửa trên theo PAR INDEX (điểm tự chấm, nếu không có thì thẩm định, rồi công "
        "bố) và ở nửa dưới theo SIPAS hoặc PAPI cùng năm. Vị trí = (hạng − 1) ÷ (số tỉnh − 1).",
        "Tương quan: Pearson trên điểm, Spearman trên hạng, luôn kèm số tỉnh; dưới 10 tỉnh thì không tính. Tương "
        "quan không phải quan hệ nhân quả.",
    ),
)
ANALYSIS = (_WHY, _LOST, _TRAJECTORY, _PLAN, _CERTAINTY, _LINEAGE, _ATLAS, _ACROSS)
