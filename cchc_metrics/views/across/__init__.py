"""Page Đối chiếu ba chỉ số."""
