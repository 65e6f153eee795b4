"""An empty blind key for an expert to fill in: the talk as comments, no points, no replies."""

from collections.abc import Iterator, Mapping

from salesdojo.content.model import Choice, Scenario, Scene
from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.practice.draws import draw, shuffled

_SEEDS = 2**31


def blank_key(scenario: Scenario, marks: Mapping[str, str], expert: str, language: str) -> str:
    """Return the YAML of an empty key for `expert`, an id, with its comments in `language`.

    What would tell the author's mind is left out: points, reasons, replies, ends. The
    choices of a scene stand in an order of the expert's own, fixed by the name.

    Args:
        scenario: whose choices are to be keyed.
        marks: the wording of each scene, by scene.
        expert: who is to fill it in.
        language: of the comments, and of the lines where they are written in it.
    """
    decisions = [scene for scene in scenario.scenes.values() if scene.choices]
    seed = draw(0, ("blind key", expert), _SEEDS)
    return "".join(
        f"{line}\n"
        for line in (
            *_head(scenario, expert, language),
            f"expert: {expert}",
            *_comment(message("keys.blank_wording", language)),
            *_by_scene("wording", {scene.id: f" {marks[scene.id]}" for scene in decisions}),
            *_comment(message("keys.blank_borderline", language)),
            *_by_scene("borderline", {scene.id: "" for scene in decisions}),
            *_comment(message("keys.blank_keys", language)),
            f"keys:{'' if decisions else ' {}'}",
            *(line for scene in decisions for line in _scene(scene, seed, language)),
        )
    )


def _head(scenario: Scenario, expert: str, language: str) -> Iterator[str]:
    briefing = scenario.briefing
    yield from _comment(
        message(
            "keys.blank_head",
            language,
            title=scenario.title.spoken(language),
            scenario=scenario.id,
            expert=expert,
        )
    )
    yield "#"
    yield from _said("blank_situation", briefing.situation.spoken(language), language)
    yield from _said("blank_goal", briefing.goal.spoken(language), language)
    for known in scenario.known:
        yield from _said("blank_known", known.spoken(language), language)
    yield from _said("blank_manner", scenario.customer.manner.spoken(language), language)
    for fact in _facts_in_conditions(scenario):
        text = scenario.facts[fact].spoken(language)
        yield from _comment(message("keys.blank_fact", language, fact=fact, text=text))
    yield ""


def _facts_in_conditions(scenario: Scenario) -> tuple[str, ...]:
    """Return the facts an expert must know to read the conditions that are shown."""
    lines = [line.when for scene in scenario.scenes.values() for line in scene.customer]
    offers = [c.when for scene in scenario.scenes.values() for c in scene.choices.values()]
    read = {name for when in (*lines, *offers) if when for name in when.names}
    return tuple(fact for fact in scenario.facts if fact in read)


def _scene(scene: Scene, seed: int, language: str) -> Iterator[str]:
    yield ""
    if scene.note is not None:
        yield from _comment(f"({scene.note.spoken(language)})", "  ")
    speaker = scene.speaker.spoken(language) if scene.speaker else None
    for line in scene.customer:
        who = speaker or message("keys.blank_customer", language)
        only = message("keys.blank_when", language, when=line.when.source) if line.when else ""
        yield from _comment(f"{who}: {line.say.spoken(language)}{only}", "  ")
    yield f"  {scene.id}:"
    for choice in shuffled(tuple(scene.choices.values()), seed, scene.id):
        yield from _choice(choice, language)


def _choice(choice: Choice, language: str) -> Iterator[str]:
    only = message("keys.blank_when", language, when=choice.when.source) if choice.when else ""
    yield from _comment(f"{choice.say.spoken(language)}{only}", "    ")
    yield f"    {choice.id}:"


def _by_scene(key: str, values: Mapping[str, str]) -> Iterator[str]:
    yield f"{key}:{'' if values else ' {}'}"
    for scene, value in values.items():
        yield f"  {scene}:{value}"


def _said(key: str, text: str, language: str) -> Iterator[str]:
    yield from _comment(message(f"keys.{key}", language, text=text))


def _comment(text: str, indent: str = "") -> Iterator[str]:
    """Yield `text` as comments: nothing in it can end one but a line feed."""
    for line in visible(text).split("\n"):
        yield f"{indent}# {line}".rstrip()
