"""A process that saves: `python -m tests.store.saver FOLDER HOW ID VALUE GO`. Used by the tests of many at once.

HOW is `save` (onto version 1 of ID), `new` (a scenario of its own) or `die` (as save, but the process
ends after writing and before the transaction is closed). It waits for the file GO, prints the kind of
problem it was told, or "kept".
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import Session

from sp_app.data.scenario_files import load_scenario
from sp_app.store.changing import save
from sp_app.store.looking import load
from sp_app.store.opening import close_stores, open_store
from sp_app.store.permission import Editor
from tests.store.drafts import draft

DIED = 9


def main(folder: str, how: str, id: str, value: str, go: str) -> None:
    """Do what the module says."""
    scenario, who = load_scenario("mecg_to_scale"), Editor(f"process {value}")
    Path(f"{go}.{value}").touch()
    while not Path(go).exists():
        time.sleep(0.001)
    store = open_store(Path(folder))
    if how == "die":
        event.listen(Session, "before_commit", lambda _session: os._exit(DIED))
        event.listen(Session, "before_commit", lambda session: session.flush(), insert=True)
    onto = None if how == "new" else load(store, who, id, version=1).record
    saved = save(store, who, draft(scenario, coverage=float(value)), onto=onto)
    close_stores()
    print(saved.told.kind if saved.told else "kept")


if __name__ == "__main__":
    main(*sys.argv[1:])
