"""The screens of the dojo, one a file, each with its styles beside it."""
