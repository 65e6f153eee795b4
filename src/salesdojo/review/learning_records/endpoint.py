"""Where a learning record store is, and who we are there."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import unquote, urlsplit, urlunsplit

from salesdojo.content.problem import excerpt
from salesdojo.errors import ReviewError

USER: Final = "SALESDOJO_LRS_USER"
PASSWORD: Final = "SALESDOJO_LRS_PASSWORD"  # noqa: S105 - the variable's name
_RESOURCE: Final = "/statements"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A store: its statements' address, and what opens it."""

    url: str
    """Of the statements, without a password."""
    authorization: str | None = field(repr=False)

    @classmethod
    def of(cls, written: str, environment: Mapping[str, str]) -> Self:
        """Read the address that was given; a user within it wins over the environment's.

        Raises:
            ReviewError: RV010 it is no address of a store.
        """
        try:
            parts = urlsplit(written)
            host, port = parts.hostname, parts.port
            (host or "").encode("idna")  # no label of a name is empty, or over 63 characters
        except ValueError:
            host = None
        # The given words are not shown: a password may be in them.
        if not host or parts.scheme not in ("http", "https") or not _plain(written):
            raise ReviewError("RV010")
        if ":" in host:
            host = f"[{host}]"
        path = parts.path.rstrip("/")
        if not path.endswith(_RESOURCE):
            path += _RESOURCE
        netloc = host if port is None else f"{host}:{port}"
        user = parts.username or environment.get(USER)
        secret = parts.password if parts.username else environment.get(PASSWORD)
        if user is None:
            authorization = None
        else:
            if parts.username:
                user, secret = unquote(user), unquote(secret or "")
            token = b64encode(f"{user}:{secret or ''}".encode()).decode()
            authorization = f"Basic {token}"
        return cls(urlunsplit((parts.scheme, netloc, path, parts.query, "")), authorization)

    @property
    def shown(self) -> str:
        """The address as people are told of it: a key may stand after the question mark."""
        return excerpt(self.url.partition("?")[0], 200)


def _plain(written: str) -> bool:
    return written.isascii() and written.isprintable() and " " not in written
