"""What users create and keep: scenarios saved under a name, with versions and an audit trail.

Every service takes the open store and who is asking; a changing one refuses a viewer. None
imports Streamlit. What is refused is raised as Refused: `error.sentences(t)` are ready to show.

    from sp_app.store.opening import open_store
    from sp_app.store.permission import editor_desk
    from sp_app.store import changing, exchange, looking
    from sp_app.store.records import Draft, Edition

    store = open_store()                                      # once per process, safe between threads
    who = editor_desk().permission(token)                     # Viewer() or Editor(name)
    edition = Edition(tape.hash, build_id)

    saved = changing.save(store, who, Draft(scenario=…, values=…, name=…, edition=edition), onto=record)
    changing.rename | duplicate | delete | restore            (store, who, id, …)     → Record
    looking.listed(store, who) · versions(store, who, id)                             → Records
    looking.load(store, who, id)                                                      → Loaded
    looking.compare(store, who, [id, id]) · history(store, who, id)                   → Comparison · Entries
    trail.trail(store, who)                                                           → everything, for editors
    exchange.import_scenario(store, who, content, edition_of) · export_scenario(store, who, id)

This file imports nothing: run.py takes `editor_code` from this package before any other
package is installed.
"""
