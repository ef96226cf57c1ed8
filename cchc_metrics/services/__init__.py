"""Answers and deeds: the only code that joins reading, importing, metrics, documents and the store.

Every call names who is asking; every answer is a frozen value that a view, the command line or a Python prompt can
use without knowing where it came from. Nothing here knows a chart or the words of a page.
Rooms, from the ground up: office < storing < indices | reporting < intake < planning | demo.
"""
