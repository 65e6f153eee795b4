"""What managers and trainers read: figures of teams and items, reports, exports.

It decides no score: every figure is taken from the records and leads back to them.
"""
