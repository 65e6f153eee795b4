"""What every code means and why it matters, with a bad and a good example.

Public face: `page` (page, explained), `examples` (example).
"""
