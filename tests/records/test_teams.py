"""Two people of one name in different teams, and the list of everyone."""

from pathlib import Path

import pytest

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.store import Store
from support.records import begun, decision, result, url
from support.servers import Base


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Store:
    with Store.open(url(place)) as store:
        store.people.add("Aoki", "east")
        store.people.add("Aoki", "west")
        store.people.add("Baba", "east")
    return Store.open(url(place))


def test_a_name_alone_finds_the_only_one_of_it(store: Store) -> None:
    with store:
        baba = store.known_person("Baba")
        assert baba is not None
        assert baba.team == "east"
        assert store.person("Baba") == baba


def test_a_name_of_several_teams_says_which_teams(store: Store) -> None:
    with store:
        for ask in (store.person, store.known_person):
            with pytest.raises(UsageError, match="US102") as raised:
                ask("Aoki")
            assert raised.value.values["teams"] == "east, west"
            assert "east, west" in raised.value.cause("ja")


def test_someone_without_a_team_is_named_in_that_too(store: Store) -> None:
    with store:
        store.people.add("Aoki")
        for number in range(9):
            store.people.add("Aoki", f"team {number}")
        with pytest.raises(UsageError, match="US102") as raised:
            store.person("Aoki")
        assert raised.value.values["teams"] == "'', east, team 0, team 1, team 2, ..."


def test_a_team_tells_them_apart(store: Store) -> None:
    with store:
        east, west = store.person("Aoki", "east"), store.person(" Aoki ", " west ")
        assert (east.team, west.team) == ("east", "west")
        begun(store, "a1", person=east)
        begun(store, "a2", person=west)
        assert [one.id for one in store.attempts(west)] == ["a2"]
        assert store.attempt("a2").person == west
        assert store.known_person("Aoki", "") is None


def test_someone_new_is_of_no_team_unless_it_is_said(store: Store) -> None:
    with store:
        assert store.person("Chiba").team == ""
        assert store.person("Baba", "").team == ""
        assert store.person("Baba", "west").team == "west"
        assert {one.person.team for one in store.people.listed() if one.person.name == "Baba"} == {
            "",
            "east",
            "west",
        }


def test_nobody_is_added_twice(store: Store) -> None:
    with store:
        with pytest.raises(RecordsError, match="DB062"):
            store.people.add("Aoki", "east")
        store.people.add("Aoki")
        with pytest.raises(RecordsError, match="DB062"):
            store.people.add("Aoki")


@pytest.mark.parametrize("team", ["\x1b[2J", "あ" * 81, "a\nb", "\u202eabc", "\u200d", "\0"])
def test_a_team_has_a_name_that_can_be_seen(store: Store, team: str) -> None:
    with store:
        for work in (
            lambda: store.people.add("Doi", team),
            lambda: store.person("Doi", team),
            lambda: store.people.listed(team),
        ):
            with pytest.raises(UsageError, match="US101") as raised:
                work()
            assert "\x1b" not in str(raised.value)
        assert store.known_person("Doi") is None


def test_everyone_is_listed_with_what_they_did(store: Store) -> None:
    with store:
        baba = store.person("Baba")
        begun(store, "a1", person=baba, at=5_000)
        store.append("a1", decision(1))
        begun(store, "a2", person=baba, at=6_000)
        store.finish("a1", result(80), 9_000)
        rows = [
            (one.person.team, one.person.name, one.attempts, one.last)
            for one in store.people.listed()
        ]
        assert rows == [
            ("east", "Aoki", 0, None),
            ("east", "Baba", 2, 9_000),
            ("west", "Aoki", 0, None),
        ]
        assert [one.person.team for one in store.people.listed("west")] == ["west"]
        assert store.people.listed("north") == ()


def test_who_was_erased_is_not_listed(store: Store) -> None:
    with store:
        store.people.erase(store.person("Baba"), 1, new_seed=lambda: 1)
        assert [one.person.name for one in store.people.listed()] == ["Aoki", "Aoki"]
