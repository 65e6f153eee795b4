"""Figures of somebody's progress as lines for a width: pure, so that no screen is needed."""
