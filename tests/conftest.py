"""For all tests: no time limit for one example (a busy machine would fail), and never the user's own store."""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

from sp_app.store.places import VARIABLE

os.environ[VARIABLE] = tempfile.mkdtemp(prefix="sp_store_")

settings.register_profile("project", deadline=None)
settings.load_profile("project")
