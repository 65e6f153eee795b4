"""salesdojo, broken on purpose: it says that a decision is saved long before it is.

The kill harness must catch this build; a harness that cannot would prove nothing.
"""

import sys
import threading
import time

from salesdojo.__main__ import main
from salesdojo.practice.recalling import Recalled
from salesdojo.records.model import StoredDecision
from salesdojo.records.store import Store

LATE = 5.0
"""Seconds: a harness on a busy machine is still in time to catch it."""
on_time = Store.append


def append_too_late(
    self: Store, attempt_id: str, decision: StoredDecision, recall: Recalled | None = None
) -> int:
    """Return at once; commit later, in order."""

    def commit() -> None:
        time.sleep(LATE)
        on_time(self, attempt_id, decision, recall)

    threading.Thread(target=commit, daemon=True).start()
    return decision.turn


if __name__ == "__main__":
    Store.append = append_too_late  # type: ignore[method-assign]
    sys.exit(main())
