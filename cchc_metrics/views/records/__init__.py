"""Answers as plain records, for the terminal and the documents."""
