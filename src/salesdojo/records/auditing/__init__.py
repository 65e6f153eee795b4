"""History replayed: audited as it is, or scored anew by other rules."""
