"""The two YAML parsers: libyaml's where PyYAML has it, else PyYAML's own in Python.

Both give the same events with the same marks; where PyYAML's own differs from
libyaml 0.2.5, it is taught here.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from yaml.error import Mark
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken


class EventSource(Protocol):
    """What gives events one by one, and None at the end."""

    def get_event(self) -> Event | None:
        """Return the next event; raise `yaml.YAMLError` where there is none to make."""


ParserFactory = Callable[[str], EventSource]

_BREAKS = "\0 \t\r\n\x85\u2028\u2029"


class PurePythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser, reading unquoted words as libyaml does."""

    def __init__(self, text: str) -> None:
        """Parse `text`, which holds only printable characters."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_plain(self) -> ScalarToken:
        """Scan an unquoted word; in ``{ja: 何ですか?}`` the question mark belongs to it."""
        chunks: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        spaces: list[str] | None = []
        while self.peek() != "#":
            length = self._plain_length(start)
            if length == 0:
                break
            self.allow_simple_key = False
            chunks.extend(spaces or ())
            chunks.append(self.prefix(length))
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _plain_length(self, start: Mark) -> int:
        length = 0
        while True:
            character = self.peek(length)
            if character in _BREAKS or (self.flow_level and character in ",[]{}"):
                return length
            if character == ":":
                following = self.peek(length + 1)
                if self.flow_level and following in ",?[]{}":
                    self.forward(length)
                    raise ScannerError(
                        "while scanning a plain scalar", start, "found unexpected ':'",
                        self.get_mark(),
                    )  # fmt: skip
                if following in _BREAKS:
                    return length
            length += 1

    def scan_block_scalar_indicators(self, start: Mark) -> tuple[bool | None, int | None]:
        """Scan what follows ``|`` or ``>``; a comment may follow at once."""
        keep: bool | None = None
        indent: int | None = None
        for _ in range(2):
            sign = self.peek()
            if sign in "+-" and keep is None:
                keep = sign == "+"
            elif sign in "123456789" and indent is None:
                indent = int(sign)
            else:
                break
            self.forward()
        if self.peek() not in f"#{_BREAKS}":
            raise ScannerError(
                "while scanning a block scalar", start, "found an unknown sign", self.get_mark()
            )
        return keep, indent


def fastest_parser() -> ParserFactory:
    """Return libyaml's parser, or PyYAML's own where libyaml is missing."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PurePythonParser
    return CParser


def events(text: str, parser: ParserFactory) -> Iterator[Event]:
    """Yield the events of `text`; `yaml.YAMLError` where it is not YAML."""
    source = parser(text)
    while (event := source.get_event()) is not None:
        yield event
