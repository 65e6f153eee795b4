"""The peer: the least Textual app that paints a line and answers a key with another."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Says hello; every key press says `saved N`."""

    def compose(self) -> ComposeResult:
        """Lay out the one line."""
        yield Static("hello, world", id="line")

    def on_key(self) -> None:
        """Answer a key."""
        self.pressed = getattr(self, "pressed", 0) + 1
        self.query_one("#line", Static).update(f"saved {self.pressed}")


if __name__ == "__main__":
    Bare().run()
