"""Reports for a manager: one team or one person, as a page, as lines or as CSV.

A report is built once as a value (`parts`); each form is made from it, so that all say the same.
"""
