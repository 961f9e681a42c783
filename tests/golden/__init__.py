"""Golden rows: published and hand-worked results, evaluated through the core alone."""
