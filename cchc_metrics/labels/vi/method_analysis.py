"""Page Phương pháp & nguồn: the rules of trajectories, plans and the certainty of ranks."""

from cchc_metrics.labels.texts.method import Chapter

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
        "Để đạt hạng k cần bằng điểm tỉnh thứ k trong các tỉnh còn lại; khi bằng điểm thì hai tỉnh cùng hạng. Điểm cắt "
        "của nhóm tứ phân vị tính cả điểm mới của tỉnh.",
        "Mức tăng ít nhất là lời giải đúng của bài toán quy hoạch nguyên: tổng mức tăng (hoặc tổng công sức) nhỏ nhất, "
        "mỗi nội dung không vượt mức trần và tăng theo bước đã chọn. Phương án được tính lại hạng trước khi hiển thị.",
        "Khi các tỉnh khác biến động: mỗi lượt, mỗi tỉnh đổi điểm theo độ lớn các thay đổi từng có, dấu ngẫu nhiên, "
        "cộng một thay đổi chung của cả nước; 2.000 lượt, chạy lại cho cùng kết quả. Không kéo dài "
        "đà cũ.",
        "Điểm giả định luôn mang dấu ước tính và không thay số công bố.",
    ),
)
_CERTAINTY = Chapter(
    "do-chac-cua-hang",
    "Độ chắc của hạng",
    (
        "Khi có sai số chuẩn của mọi tỉnh: tỉnh này chắc chắn hơn tỉnh kia nếu chênh lệch lớn hơn z lần căn bậc hai "
        "của tổng bình phương hai sai số chuẩn, z chỉnh Bonferroni (theo Mogstad, Romano, Shaikh và Wilhelm, Review of "
        "Economic Studies 2024). Khoảng hạng đi từ 1 + số tỉnh chắc chắn hơn đến số tỉnh trừ số tỉnh chắc chắn kém.",
        "Khi chưa có: độ nhạy theo quy ước, mỗi nội dung của mỗi tỉnh lệch ngẫu nhiên trong ±1% điểm của nó, 2.000 "
        "lượt, chạy lại cho cùng kết quả; khoảng hạng là 5–95% số lượt. Đây không phải sai số khảo sát.",
        "Chênh lệch hai tỉnh liền hạng là không đáng kể khi thứ tự đảo trong ít nhất 5% số lượt, hoặc khi có sai số "
        "chuẩn thì khi không quá 1,96 lần sai số chuẩn của chênh lệch.",
        "Dưới ngưỡng độ phủ {coverage} số tỉnh thì không nêu hạng và nói lý do.",
    ),
)
ANALYSIS = (_TRAJECTORY, _PLAN, _CERTAINTY)
