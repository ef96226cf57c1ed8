"""One way into the store: commit, edit, undo, remove, and what is remembered of a reading."""
