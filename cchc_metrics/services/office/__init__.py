"""The open office: who asks, as of when, what names are known, and what it can hand out."""
