"""What is remembered: people, attempts, decisions, results. Nothing here prints.

Public face: `store` (Store), `session` (Session), `model` (Mode, Fork, StoredDecision, ...),
`values` (solution); what they rest on lies beside them. The rest is in packages: `database`
(reached, made, upgraded, copied), `people`, `assignments`, `reviews`, `journeys`, `mastery`
(skills, belts, courses), `planning` (what comes next), `history` (looked back on), `tallies`
(what managers and trainers read), `auditing` (replayed, rescored).
"""
