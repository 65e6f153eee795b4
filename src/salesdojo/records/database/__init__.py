"""The database itself: reached, made, upgraded, copied, backed up."""
