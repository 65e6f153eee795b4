"""Journeys: several talks with one account, remembered as one story."""
