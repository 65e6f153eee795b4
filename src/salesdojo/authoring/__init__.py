"""What trainers use to write: rules, exact figures, pictures, scaffolds, importers, keys.

Public face: `checking` (check_paths), `rules` (RULES), `analysis` (analyse).
"""
