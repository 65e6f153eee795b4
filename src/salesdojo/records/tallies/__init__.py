"""What managers and trainers read, kept with each result: summaries and tallies."""
