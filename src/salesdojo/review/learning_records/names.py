"""What the profile calls things: the addresses of verbs, kinds, activities and extensions."""

from typing import Final
from urllib.parse import quote
from uuid import UUID, uuid5

ADL: Final = "http://adlnet.gov/expapi"
PROFILE: Final = "urn:salesdojo:xapi:1"
"""The category of every statement of ours."""
HOME: Final = "https://salesdojo.invalid"
"""Where people have their accounts, unless a company names a place: nobody can own this one."""
MASTERY: Final = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
NAMESPACE: Final = UUID("5a2b1b0c-6a7a-5d6e-9d0a-3f0f1f6c8e21")
"""Of the ids of statements; another one would make other statements of the same attempts."""
_KINDS: Final = {
    "simulation": f"{ADL}/activities/simulation",
    "question": f"{ADL}/activities/cmi.interaction",
    "assessment": f"{ADL}/activities/assessment",
    "profile": f"{ADL}/activities/profile",
    "course": f"{ADL}/activities/course",
    "skill": "urn:salesdojo:kind:skill",
    "revision": "urn:salesdojo:kind:revision",
}


def verb(name: str) -> dict[str, object]:
    """Return a verb, as people read it too."""
    return {"id": f"{ADL}/verbs/{name}", "display": {"en": name}}


def kind(name: str) -> str:
    """Return the address of a kind of activity."""
    return _KINDS[name]


def extension(name: str) -> str:
    """Return the address of what a statement says beside xAPI's own words."""
    return f"urn:salesdojo:extension:{name}"


def named(*parts: str) -> str:
    """Return the address of an activity; no part of it can pass for two."""
    return ":".join(["urn:salesdojo", *(quote(part, safe="") for part in parts)])


def statement_id(attempt: str, *key: str) -> str:
    """Return the id of a statement: the same for the same attempt and key, for ever."""
    return str(uuid5(NAMESPACE, ":".join([attempt, *key])))


def registration(attempt: str) -> str:
    """Return the registration of an attempt, which all of its statements have."""
    return str(uuid5(NAMESPACE, attempt))
