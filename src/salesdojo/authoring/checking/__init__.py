"""`salesdojo check`: from paths to problems, over files, folders and packs.

Public face: `run` (check), `selection` (Selection), `examining` (examined).
"""
