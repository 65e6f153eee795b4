"""People: who practises, all that is known of one, and erasure."""
