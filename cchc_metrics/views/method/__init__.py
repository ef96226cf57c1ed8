"""Page Phương pháp."""
