"""What a page, a document or a terminal shows: answers become sentences, tables and figures.

A folder per page, ``page.py`` first; what several pages share stands in ``kit``. No page leans on another.
"""
