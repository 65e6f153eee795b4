"""Assignments: what is to be practised by whom until when, and how far it is."""
