"""Services that change saved scenarios. Each asks for an editor, does all or nothing, and leaves a line in the trail.

    saved = save(store, who, draft)                       # a new scenario
    saved = save(store, who, draft, onto=loaded.record)   # a new version of the one it was made from
    rename(store, who, id, name) · duplicate(store, who, id, name) · delete(store, who, id) · restore(store, who, id)

Renaming, copying, deleting and restoring are the same for every shelf (`sp_app.store.keeping`).
Two people who save onto the same version both keep their work: the second one's becomes a
scenario of its own beside the first, and `saved.told` says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sp_app.store import keeping
from sp_app.store.definition import definition_of
from sp_app.store.keeping import Clock, New, put
from sp_app.store.levers import checked_values
from sp_app.store.models import Frozen, VersionRow
from sp_app.store.opening import Store
from sp_app.store.permission import Permission, fail_unless_editor
from sp_app.store.records import Action, Draft, Edition, Record, Saved
from sp_app.store.rows import SCENARIOS, as_detail, changes_between, utc_now
from sp_app.store.typed_text import NAME, NOTE, checked_both


def save(
    store: Store, who: Permission, draft: Draft, onto: Record | None = None, now: Clock = utc_now
) -> Saved[Record]:
    """Keep a draft: as a new scenario, or as the next version of the record it was made from.

    Raises Refused: not_editor; empty, too_long, unprintable for name and note; a lever
    problem for each value that is not good; whatever the disk says.
    """
    return keep(store, who, draft, onto, "save", {}, now)


def keep(
    store: Store,
    who: Permission,
    draft: Draft,
    onto: Record | None,
    action: Action,
    detail: Mapping[str, Any],
    now: Clock,
) -> Saved[Record]:
    """Do what `save` says; `action` and `detail` tell the trail where the draft came from."""
    editor = fail_unless_editor(who)
    name, content = checked_both(NAME, draft.name), _content(draft)

    def moved(before: Frozen | None) -> dict[str, Any]:
        old = before.levers if isinstance(before, VersionRow) else draft.scenario.defaults()
        return as_detail(changes_between(old, content["levers"]))

    return put(SCENARIOS, store, editor, New(name, content, moved), onto, action, detail, now)


rename = partial(keeping.rename, SCENARIOS)
duplicate = partial(keeping.duplicate, SCENARIOS)
delete = partial(keeping.delete, SCENARIOS)
restore = partial(keeping.restore, SCENARIOS)


def _content(draft: Draft) -> dict[str, Any]:
    """Return the columns of a version that come from the draft, each checked."""
    note, edition = checked_both(NOTE, draft.note), _edition(draft.edition)
    values = checked_values(draft.scenario, draft.values)
    parts = (draft.scenario.id, definition_of(draft.scenario) | {"status": draft.status}, values)
    return dict(zip(SCENARIOS.content, (*parts, note.en, note.lo, edition.tape_hash, edition.build_id), strict=True))


def _edition(edition: Edition) -> Edition:
    if not (edition.tape_hash and edition.build_id):
        raise ValueError("a saved scenario names the tape and the figures it was computed on")
    return edition
