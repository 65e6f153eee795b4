"""Experts' blind keys of a scenario: reading them, how far they agree, what to rewrite.

Public face: `reading` (read_keys), `agreement` (agreement), `disagreeing`
(agreement_problems), `pass_mark` (pass_mark), `blank` (blank_key).
"""
