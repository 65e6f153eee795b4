"""What to practise next, and why: what is due, what gains most, a session of minutes."""
