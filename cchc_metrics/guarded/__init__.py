"""Children that may die of what they are given: started with limits, confined, and asked for nothing but bytes.

Kept to the standard library and nothing else of ours: a child starts in tens of milliseconds.
"""
