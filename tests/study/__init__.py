"""The statistical study: contests and calibration on the shipped facts; ``make study`` writes docs/study.md."""
