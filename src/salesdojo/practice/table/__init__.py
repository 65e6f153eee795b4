"""Bargaining over several issues with a customer who has reasons: pure, exact, in whole numbers.

Public face: `state` (TableState, opened), `answering` (moved), `moves`, `events`, `view`
(what the trainee may know), `frontier` and `landmarks` (what was possible), `scores`
(what it was worth), `best_reply` (what this customer would have taken), `looking_back`
(all of that for a finished one, and the moments that decided it), `players`.
"""
