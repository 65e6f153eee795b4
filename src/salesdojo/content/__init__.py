"""What a trainer wrote: YAML in, an immutable model out, every problem with its place.

Public face: `library` (open_library), `reading` (read_scenario), `building`
(scenario_from_canonical), `model`, `problem`, `codes`.
"""
