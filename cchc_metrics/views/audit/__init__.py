"""The page Nhật ký truy cập."""
