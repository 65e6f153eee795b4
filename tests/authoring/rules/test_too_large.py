"""A scenario past the limit: said, with what multiplies its states, and nothing guessed."""

from pathlib import Path

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from support.clean_pack import SCENARIO, write_clean_pack
from support.packs import changed, place_of

FACTS = 9
"""As many as a scene has keys for."""


def hub(name: str, onward: str) -> str:
    """Return a scene in which nine questions can be asked in any order, each for a fact."""
    asked = [
        f'      {name}{number}: {{say: "Question {number}?", why: "It asks for one thing",'
        f" learn: [{name}_{number}], goto: {name}}}\n"
        for number in range(FACTS - 1)
    ]
    enough = f'      {name}_done: {{say: "Thank you.", why: "It goes on", goto: {onward}}}\n'
    return f"  {name}:\n    customer: Ask what you like.\n    choices:\n{''.join(asked)}{enough}"


def facts(name: str) -> str:
    return "".join(f"  {name}_{number}: A fact\n" for number in range(FACTS - 1))


def test_what_multiplies_the_states_is_named_and_nothing_is_guessed(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    onward = dict(zip(names, (*names[1:], "worry"), strict=True))
    text = changed(SCENARIO, "\nstart: opening", "".join(map(facts, names)) + "\nstart: opening")
    hubs = "".join(hub(name, to) for name, to in onward.items())
    text = changed(text, "  worry:\n", f"{hubs}  worry:\n")
    # Every fact is asked for at the end, so none can be forgotten on the way.
    wanted = " and ".join(f"{name}_{number}" for name in names for number in range(FACTS - 1))
    text = changed(text, "trust >= 60", f'"trust >= 60 and {wanted}"')
    write_clean_pack(tmp_path, quiet_line=text)

    (told,) = check(groups([tmp_path]), Selection.read("SD3,SD4", None), None).problems

    assert (told.code, told.form) == ("SD309", "named")
    assert (told.line, told.column) == place_of(text, "scenes:\n")
    assert dict(told.values)["limit"] == 200_000
    assert any(name in str(dict(told.values)["names"]) for name in names)


def test_as_much_that_nobody_asks_for_later_is_forgotten_and_scored(tmp_path: Path) -> None:
    text = changed(SCENARIO, "\nstart: opening", facts("one") + "\nstart: opening")
    text = changed(text, "  worry:\n", f"{hub('one', 'worry')}  worry:\n")
    write_clean_pack(tmp_path, quiet_line=text)
    told = check(groups([tmp_path]), Selection.read("SD3,SD401", None), None).problems
    assert told == ()
