"""Present: the committee's meeting slide by slide, on live figures, with keys, notes and the way into the panel."""

from sp_app.ui import page, present_view

ctx = page.start("present")
present_view.draw(ctx, present_view.choose(ctx))
