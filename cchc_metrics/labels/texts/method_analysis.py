"""Page Phương pháp & nguồn: the rules of the analysis pages."""

from cchc_metrics.labels.texts.chapter import Chapter

_TRAJECTORY = Chapter(
    "lo-trinh",
    "Lộ trình tới mục tiêu",
    (
        "Nhịp phải có = (mục tiêu − kết quả gần nhất) / số năm còn lại. Nhịp các năm qua = trung vị của các thay đổi "
        "từng năm kể từ lần đứt đoạn gần nhất; cần ít nhất 3 năm liền nhau so sánh được.",
        "Kết luận theo thứ tự: năm của mục tiêu đã qua thì đạt hoặc không đạt theo kết quả năm đó; kết quả gần nhất "
        "bằng hoặc hơn mục tiêu là đạt; ít hơn 3 năm so sánh được là chưa đủ dữ liệu; nhịp các năm qua âm là ngược "
        "hướng; bằng hoặc hơn nhịp phải có là đúng hướng; còn lại là chậm.",
        "Dự báo giữ nguyên kết quả gần nhất, vì khi kiểm chứng trên PAPI mọi cách kéo dài nhịp cũ đều sai nhiều hơn. "
        "Khoảng 80% lấy từ chính các sai số đó, cùng nội dung, trên mọi tỉnh, tới ba năm. Trang Lộ trình mục tiêu in "
        "sai số bên cạnh dự báo.",
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
        "Khi các tỉnh khác biến động: mỗi lượt, mỗi tỉnh đổi điểm theo độ lớn các thay đổi từng có, dấu ngẫu nhiên, "
        "cộng một thay đổi chung của cả nước; 2.000 lượt, chạy lại cho cùng kết quả. Không kéo dài đà cũ.",
        "Điểm giả định luôn mang dấu ước tính và không thay số công bố.",
    ),
)
_CERTAINTY = Chapter(
    "do-chac-cua-hang",
    "Độ chắc của hạng",
    (
        "Khi có sai số chuẩn của mọi tỉnh: tỉnh này chắc chắn hơn tỉnh kia nếu chênh lệch lớn hơn z lần căn bậc hai "
        "của tổng bình phương hai sai số chuẩn, z chỉnh Bonferroni (theo Mogstad, Romano, Shaikh và Wilhelm, Review "
        "of Economic Studies 2024). Khoảng hạng đi từ 1 + số tỉnh chắc chắn hơn đến số tỉnh trừ số tỉnh chắc chắn "
        "kém.",
        "Khi chưa có: độ nhạy theo quy ước, mỗi nội dung của mỗi tỉnh lệch ngẫu nhiên trong ±1% điểm của nó, 2.000 "
        "lượt, chạy lại cho cùng kết quả; khoảng hạng là 5–95% số lượt. Đây không phải sai số khảo sát.",
        "Chênh lệch hai tỉnh liền hạng là không đáng kể khi thứ tự đảo trong ít nhất 5% số lượt, hoặc khi có sai số "
        "chuẩn thì khi không quá 1,96 lần sai số chuẩn của chênh lệch.",
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
