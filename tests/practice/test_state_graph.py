"""The states and edges of the graph, held equal to the step-by-step engine."""

from hypothesis import given, settings

from salesdojo.content.model import Scenario
from salesdojo.practice.liveness import cut_down, liveness
from salesdojo.practice.state_graph import StateGraph, explore
from salesdojo.practice.stepping import (
    State,
    offered,
    opening_outcomes,
    outcomes,
    taking,
)
from support.scenarios import scenarios

END = {"end": "won"}


@settings(max_examples=150, deadline=None)
@given(story=scenarios(repeats=True))
def test_the_states_and_edges_are_those_of_the_steps(story: Scenario) -> None:
    live = liveness(story)
    graph = explore(story, live)
    numbers = {graph.state(number): number for number in range(len(graph))}
    assert len(numbers) == len(graph)
    seen: set[State] = set()
    waiting = [cut_down(state, live) for _, state in opening_outcomes(story)]
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        stepped = []
        for could in offered(story, state):
            number = graph.numbering.choice_numbers[state.scene, could.id]
            draws = outcomes(story, taking(story, state, could), could.goto)
            cut = [(weight, cut_down(after, live)) for weight, after in draws]
            waiting += [after for _, after in cut]
            counts = (state.scene, could.id) not in state.taken
            shares = tuple((weight, numbers[after]) for weight, after in cut)
            stepped.append((number, counts or not could.points, shares))
        edges = [
            (number, counts or not graph.numbering.choices[number][1].points, shares)
            for number, counts, shares in graph.edges[numbers[state]]
        ]
        assert edges == stepped
    assert seen == set(numbers)


@settings(max_examples=60, deadline=None)
@given(story=scenarios(repeats=True))
def test_components_come_before_those_that_lead_to_them(story: Scenario) -> None:
    graph = explore(story, liveness(story))
    done: set[int] = set()
    for component in graph.order():
        done.update(component)
        assert all(after in done for state in component for after in next_to(graph, state))
        assert len(component) == 1 or all(
            reached(graph, state) >= set(component) for state in component
        )
    assert done == set(range(len(graph)))


def next_to(graph: StateGraph, state: int) -> set[int]:
    return {after for _, _, to in graph.edges[state] for _, after in to}


def reached(graph: StateGraph, start: int) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        new = next_to(graph, waiting.pop()) - seen
        seen |= new
        waiting.extend(new)
    return seen
