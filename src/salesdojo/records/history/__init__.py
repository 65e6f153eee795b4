"""What was practised, as its trainee reads it: talks, trends, mistakes that return."""
