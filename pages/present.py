"""Present: the committee's meeting slide by slide, on live figures, with keys, notes and the way into the panel."""

from sp_app.ui import page, present_file, present_view

ctx = page.start("present")
shown = present_view.choose(ctx)
present_view.draw(ctx, shown)
present_file.draw(ctx, shown)
