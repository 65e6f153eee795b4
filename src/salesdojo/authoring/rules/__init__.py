"""The rules of `salesdojo check` for scenarios that can be played, grouped by code.

Public face: `catalogue` (TALK_RULES, SOLVED_TALK_RULES), `talk` (Talk), `rule` (Rule).
"""
