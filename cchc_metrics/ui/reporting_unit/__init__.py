"""Parts of the pages on which units report and are read: sending, approving, figures."""
