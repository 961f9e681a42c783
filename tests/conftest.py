"""For all tests: property tests have no time limit for one example (a busy machine would fail them)."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.load_profile("project")
