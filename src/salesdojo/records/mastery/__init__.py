"""What one person can do: skills with their uncertainty, belts and courses."""
