"""What holds for all tests: a slow machine is no wrong answer, so that nothing hypothesis draws has a time to keep."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")
