"""The catalogue of messages in Japanese."""
