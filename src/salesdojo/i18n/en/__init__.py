"""The catalogue of messages in English."""
