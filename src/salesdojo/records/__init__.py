"""What is remembered: people, attempts, decisions, results. Nothing here prints.

Public face: `store` (Store), `session` (Session), `model` (Mode, Fork, StoredDecision, ...),
`values` (solution), `next_up`, `keeping` (status_of), `upgrading` (upgrade), `backup` (restore).
"""
