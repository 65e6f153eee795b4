"""Stories of other tools become scenarios: Twine (Twee 3, published HTML) and ink (compiled JSON).

Public face: `detect` (story_in), `scenario` (scenario_text), `story` (Story, Lost).
"""
