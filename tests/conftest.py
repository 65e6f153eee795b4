"""How hypothesis searches: the same examples in every run, and no race against the clock.

    HYPOTHESIS_PROFILE=wide make test

looks where no run has looked before.
"""

import os

from hypothesis import settings

from support.servers import base, place, server  # noqa: F401 - fixtures of every test

settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("wide", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
