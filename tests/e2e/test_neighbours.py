"""What a browser test leaves behind for the tests that run after it in the same process."""

import asyncio

from tests.e2e.conftest import open_browser


def test_a_closed_browser_leaves_no_event_loop() -> None:
    with open_browser():
        pass
    assert asyncio.run(asyncio.sleep(0, "ran")) == "ran"
