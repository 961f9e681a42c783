"""Where Alembic finds the connection and the tables; run by sp_app.store.migrating only.

The caller's transaction holds all steps together: SQLite can take back changes of tables.
"""

from __future__ import annotations

from alembic import context

from sp_app.store.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
)
with context.begin_transaction():
    context.run_migrations()
