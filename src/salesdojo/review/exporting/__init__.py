"""The records as files for other programs: CSV, JSON Lines, Parquet.

`export` writes one. What was finished is read at one moment, page by page, so that memory
does not grow with the records.
"""
