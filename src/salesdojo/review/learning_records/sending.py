"""Statements sent to a store once, and what it answered."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from http.client import HTTPException, IncompleteRead
from typing import IO, Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from salesdojo.content.problem import excerpt
from salesdojo.review.learning_records.endpoint import Endpoint

PATIENCE: Final = 30.0
"""Seconds that a store may be silent."""
_WHOLE: Final = 4
"""Times as long an answer may take until its end: a byte now and then is no silence."""
_PIECE: Final = 65_536
_LARGEST: Final = 1_000_000
"""Bytes of an answer at most: a store gives back the id of each statement."""
_READ: Final = 2_000
"""Bytes of a refusal that are looked at."""
_NOTHING: Final = 204
_SHOWN: Final = 200
_CONFLICT: Final = 409
_TOO_LARGE: Final = 413
_FORBIDDEN: Final = (401, 403)
_MOVED: Final = (301, 302, 303, 307, 308)
_LATER: Final = (408, 425, 429)
"""Refusals that time alone may mend."""
_ITS_FAULT: Final = 500


class Kind(Enum):
    """What an answer comes to."""

    TAKEN = auto()
    CONFLICT = auto()
    """The store has other words under the id of one of them."""
    TOO_MANY = auto()
    """For one request."""
    REFUSED = auto()
    FORBIDDEN = auto()
    MOVED = auto()
    AWAY = auto()
    """It cannot be reached, does not answer, or has a fault: later it may do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a store answered."""

    kind: Kind
    status: int = 0
    """Of HTTP; 0 where there was no answer."""
    words: str = ""
    """The store's own, or why there are none; cut, and harmless in a terminal."""
    wait: float | None = None
    """Seconds it asks us to wait."""


class Store:
    """A learning record store."""

    def __init__(self, endpoint: Endpoint, version: str, patience: float = PATIENCE) -> None:
        """Speak the `version` of xAPI with the store at `endpoint`."""
        self.endpoint = endpoint
        self._headers = {
            "Content-Type": "application/json",
            "X-Experience-API-Version": version,
            "User-Agent": "salesdojo",
        }
        if endpoint.authorization is not None:
            self._headers["Authorization"] = endpoint.authorization
        self._patience = patience
        self._opener = build_opener(_Unmoved)

    def send(self, statements: Sequence[dict[str, Any]]) -> Answer:
        """Send statements in one request."""
        body = json.dumps(statements, ensure_ascii=False, separators=(",", ":"))
        data = body.encode(errors="backslashreplace")
        request = Request(self.endpoint.url, data, self._headers, method="POST")  # noqa: S310 - http(s), by Endpoint
        try:
            with self._opener.open(request, timeout=self._patience) as answer:
                return _taken(answer.status, self._body(answer, _LARGEST))
        except HTTPError as refusal:
            with refusal:
                return self._refused(refusal)
        except (URLError, OSError, HTTPException) as away:
            reason = away.reason if isinstance(away, URLError) else away
            return Answer(Kind.AWAY, words=excerpt(str(reason) or type(away).__name__, _SHOWN))

    def _refused(self, refusal: HTTPError) -> Answer:
        try:
            told = self._body(refusal, _READ).decode(errors="replace")
        except (OSError, HTTPException):
            told = ""
        return _refused(refusal, told)

    def _body(self, answer: Any, most: int) -> bytes:  # noqa: ANN401 - urllib's, of either kind
        """Return at most so many bytes of an answer.

        Raises:
            OSError, HTTPException: it stops in the middle, or takes too long.
        """
        ends = time.monotonic() + _WHOLE * self._patience
        found = b""
        while len(found) < most:
            piece = answer.read1(min(_PIECE, most - len(found)))
            if not piece:
                if answer.length:
                    raise IncompleteRead(found, answer.length)
                break
            found += piece
            if time.monotonic() > ends:
                raise TimeoutError("timed out")
        return found


class _Unmoved(HTTPRedirectHandler):
    """Goes nowhere else: a password is for the store that was named."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's
        self,
        req: Request,  # noqa: ARG002
        fp: IO[bytes],  # noqa: ARG002
        code: int,  # noqa: ARG002
        msg: str,  # noqa: ARG002
        headers: Any,  # noqa: ANN401, ARG002
        newurl: str,  # noqa: ARG002
    ) -> None:
        """Follow no redirection."""
        return


def _taken(status: int, body: bytes) -> Answer:
    """Believe a store that gives back ids: any web page may say that all is well."""
    try:
        ids = json.loads(body) if status != _NOTHING else []
    except (ValueError, RecursionError):
        ids = None
    if isinstance(ids, list):
        return Answer(Kind.TAKEN, status)
    words = " ".join(body[:_READ].decode(errors="replace").split())
    return Answer(Kind.REFUSED, status, excerpt(words, _SHOWN))


def _refused(refusal: HTTPError, told: str) -> Answer:
    status = refusal.code
    if status in _MOVED:
        words = excerpt(str(refusal.headers.get("Location", "")), _SHOWN)
        return Answer(Kind.MOVED, status, words)
    words = excerpt(" ".join(told.split()) or str(refusal.reason), _SHOWN)
    return Answer(_kind(status), status, words, _wait(refusal.headers.get("Retry-After")))


def _kind(status: int) -> Kind:
    if status >= _ITS_FAULT or status in _LATER:
        return Kind.AWAY
    if status in _FORBIDDEN:
        return Kind.FORBIDDEN
    return {_CONFLICT: Kind.CONFLICT, _TOO_LARGE: Kind.TOO_MANY}.get(status, Kind.REFUSED)


def _wait(asked: str | None) -> float | None:
    return float(asked) if asked and asked.isascii() and asked.isdigit() else None
