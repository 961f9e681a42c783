"""Stub."""

from sp_app.ui import page

ctx = page.start("asean")
page.headline(ctx, ctx.t("frame.asean"), "")
