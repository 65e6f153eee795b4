"""The full-screen dojo: Textual screens and widgets over a stored session."""
