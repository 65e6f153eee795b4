"""The records as xAPI statements, written to a file or sent to a learning record store.

The profile is described in docs/xapi.md: cmi5's verbs, our own names for activities.
"""
