"""The preview of one scenario file as a Textual app."""

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from salesdojo.errors import SalesdojoError
from salesdojo.tui.editor import edit, editor_command
from salesdojo.tui.ground import GroundApp
from salesdojo.tui.screens.preview import PreviewScreen


class PreviewApp(GroundApp):
    """Plays a file while it is edited; it never writes to it."""

    # Read with the app's own styles: a screen's come later, by reading everything twice.
    CSS_PATH = [  # noqa: RUF012 - as Textual declares it
        "screens/preview.tcss",
        "screens/jump.tcss",
        "screens/problems.tcss",
    ]
    ENABLE_COMMAND_PALETTE = False
    ENDED: ClassVar[str] = "preview.ended"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
    ]

    def __init__(  # noqa: PLR0913 - what the app cannot know by itself
        self,
        file: Path,
        *,
        language: str,
        theme: str | None = None,
        preferences: Path | None = None,
        editor: str | None = None,
        on_terminal: bool = False,
    ) -> None:
        """Build the app; nothing is read yet.

        Args:
            file: the scenario.
            language: ``ja`` or ``en``.
            theme: a theme's name; an unknown one is night.
            preferences: where language and theme are remembered; None forgets them.
            editor: the command that opens an editor; None where the person named none.
            on_terminal: use our driver, which stops and continues safely.
        """
        super().__init__(
            language=language, theme=theme, preferences=preferences, on_terminal=on_terminal
        )
        self.file = file
        self.editor = editor

    def get_default_screen(self) -> PreviewScreen:
        """Begin with the file."""
        return PreviewScreen(self.file)

    def edit(self, file: Path, line: int) -> None:
        """Open the person's editor, which has the terminal until it ends."""
        if self.editor is None:
            return
        try:
            edit(self, editor_command(self.editor, file, line))
        except SalesdojoError as error:
            self.tell(error)

    def tell(self, error: SalesdojoError) -> None:
        """Show an error over whatever is on the screen."""
        from salesdojo.tui.screens.message import MessageScreen

        self.push_screen(MessageScreen(error, self.language))
