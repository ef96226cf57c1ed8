"""Page Điểm chưa đạt & đơn vị phụ trách."""
