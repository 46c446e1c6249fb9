"""The questions that stop the writer: few, each with a safe default.

`ask` is the one door through which the desk asks them, so that a test can answer instead.
"""
