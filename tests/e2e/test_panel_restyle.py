"""A lever's step styles the few parts that change, never the page: what a frame of a drag has time for."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.e2e.panel import grab, open_panel, place

LEVER = "mecg.coverage"
FEW = 150  # of the page's two thousand elements; a drag of this panel takes about thirty


def restyled(page: Page, shares: list[float]) -> list[int]:
    """Drag a grabbed lever to each share of its range; return how many elements each pass over the styles took."""
    found: list[dict[str, Any]] = []
    ended: list[object] = []
    tracing = page.context.new_cdp_session(page)
    tracing.on("Tracing.dataCollected", lambda part: found.extend(part["value"]))
    tracing.on("Tracing.tracingComplete", lambda told: ended.append(told))
    tracing.send("Tracing.start", {"categories": "devtools.timeline", "transferMode": "ReportEvents"})
    for share in shares:
        page.mouse.move(*place(page, LEVER, share))
        page.wait_for_timeout(50)
    tracing.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    passes = (event["args"].get("elementCount") for event in found if event["name"] == "UpdateLayoutTree")
    return [count for count in passes if count]


def test_a_step_of_a_lever_styles_what_changes_and_not_the_page(server: str, page: Page) -> None:
    open_panel(page, server)
    grab(page, LEVER, 0.3)
    page.mouse.move(*place(page, LEVER, 0.32))
    page.wait_for_timeout(400)  # what comes only once a drag begins is over
    counts = restyled(page, [0.35 + step / 50 for step in range(20)])
    page.mouse.up()
    assert len(counts) >= 10
    assert max(counts) < FEW
