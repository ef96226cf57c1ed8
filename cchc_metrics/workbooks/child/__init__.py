"""The process that opens an uploaded workbook, and that may die of it.

It is a program of its own: it imports nothing of ours (the product's modules bring pandas, the child must start in
tens of milliseconds) and sees only the bytes of the file and the limits. ``main`` says how it is called.
"""
