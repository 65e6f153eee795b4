"""What happens when someone plays: pure, no files, no clock, no chance but the seed's.

Public face: `attempt` (Attempt, replay), `solving` (solve, Solution),
`scoring` (score, Result), `random_player` (a million decisions a second).
"""
