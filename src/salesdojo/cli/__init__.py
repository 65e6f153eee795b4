"""What a person types: one file a command, thin: parse, call, print.

Public face: `running.run` (arguments to exit code), `commands` (the table).
"""
