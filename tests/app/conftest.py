"""What several page tests need: a store of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sp_app.store import editor_code
from sp_app.store.opening import close_stores
from sp_app.store.permission import editor_desk

CODE = "K7QM-2XHD"


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty store, and CODE as the one-time code of an editor."""
    monkeypatch.setenv("SP_STORE", str(tmp_path))
    monkeypatch.setenv(editor_code.VARIABLE, editor_code.seal(CODE))
    editor_desk.cache_clear()
    yield
    close_stores()
    editor_desk.cache_clear()
