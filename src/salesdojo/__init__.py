"""salesdojo: practise sales conversations in the terminal, scored exactly."""

__version__ = "0.1.0"
