"""The board of files under way: a visit sees and stops its own jobs only, and what was stopped is never handed out."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from typing import Any

import pytest
from starlette.applications import Starlette

from sp_app.export.steps import each
from sp_app.i18n import LANGUAGES, texts
from sp_app.ui import making
from sp_app.ui.making import BOARD, Job, making_routes
from sp_core.errors import Stopped

MINE, THEIRS = "ticket-of-mine", "ticket-of-theirs"


class Client:
    """Who asks for the addresses as a browser does."""

    def _ask(self, method: str, path: str) -> tuple[int, dict[bytes, bytes], bytes]:
        sent: list[dict[str, Any]] = []

        async def send(message: Any) -> None:
            sent.append(dict(message))

        async def receive() -> Any:
            return {"type": "http.request"}

        scope = {"type": "http", "method": method, "path": path, "headers": [], "query_string": b""}
        asyncio.run(Starlette(routes=making_routes())(scope, receive, send))
        return sent[0]["status"], dict(sent[0]["headers"]), b"".join(it.get("body", b"") for it in sent[1:])

    def get(self, path: str) -> list[dict[str, Any]]:
        status, headers, body = self._ask("GET", path)
        assert status == 200 and headers[b"cache-control"] == b"no-store"
        found: list[dict[str, Any]] = json.loads(body)
        return found

    def delete(self, path: str) -> int:
        return self._ask("DELETE", path)[0]


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visit_reads_which_part_of_its_file_is_made(client: Client, language: str) -> None:
    t = texts(language)
    with BOARD.job(MINE, "PDF", t) as job:
        (first,) = client.get(f"/making/{MINE}")
        assert first["words"] == t("export.making", name="PDF") and first["part"] == ""
        job.step(2, 11)
        (now,) = client.get(f"/making/{MINE}")
        assert now["part"] == t("export.making_part", part=3, parts=11) and (now["done"], now["of"]) == (2, 11)
        assert client.get(f"/making/{THEIRS}") == []
    assert client.get(f"/making/{MINE}") == []


def test_only_who_holds_the_ticket_stops_a_job(client: Client) -> None:
    with BOARD.job(MINE, "PDF", texts("en")) as job:
        assert client.delete(f"/making/{THEIRS}/{job.id}") == 404
        job.step(1, 3)
    with (
        pytest.raises(Stopped, match="PDF: no longer wanted after 1 of 3 parts"),
        BOARD.job(MINE, "PDF", texts("en")) as job,
    ):
        job.step(1, 3)
        assert client.delete(f"/making/{MINE}/{job.id}") == 204
        job.step(2, 3)
    assert client.delete(f"/making/{MINE}/{job.id}") == 404


def test_what_is_stopped_while_its_bytes_are_written_is_not_handed_out(client: Client) -> None:
    with pytest.raises(Stopped), BOARD.job(MINE, "PDF", texts("en")) as job:
        job.step(3, 3)
        client.delete(f"/making/{MINE}/{job.id}")


def test_work_in_a_thread_ends_at_its_next_part_and_another_job_goes_on(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "ticket", lambda: MINE)
    begun, go_on = threading.Event(), threading.Event()
    made: list[int] = []

    def slow(step: making.Step) -> bytes:
        for part in each(range(5), step):
            made.append(part)
            begun.set()
            assert go_on.wait(10)
        return b"whole"

    ended: list[BaseException] = []

    def work() -> None:
        try:
            making.watched("PowerPoint", texts("en"), slow)()
        except Stopped as error:
            ended.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(10)
    (job,) = client.get(f"/making/{MINE}")
    client.delete(f"/making/{MINE}/{job['id']}")
    go_on.set()
    assert making.watched("CSV", texts("en"), lambda step: b"other")() == b"other"
    thread.join(10)
    assert len(ended) == 1 and made == [0]
    assert client.get(f"/making/{MINE}") == []


def test_a_job_says_the_last_part_until_its_file_is_written() -> None:
    job = Job("a visit", "PDF", texts("en"))
    job.step(11, 11)
    assert job.told()["part"] == "part 11 of 11"


def test_the_log_says_in_a_line_what_was_stopped_and_keeps_the_traceback_of_what_failed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    making.log_plainly()
    making.log_plainly()
    logger = logging.getLogger(making.MAKER)
    causes = (Stopped("PDF: no longer wanted after 1 of 3 parts"), OSError(28, "No space left on device"))
    with caplog.at_level(logging.INFO, logger=making.MAKER):
        logger.addHandler(caplog.handler)  # Streamlit's loggers do not pass on what they say
        for cause in causes:
            try:
                raise RuntimeError("callable failed") from cause
            except RuntimeError:
                logger.exception("Error executing %s", "a file")
        logger.removeHandler(caplog.handler)
    said = dict.fromkeys(record.getMessage() for record in caplog.records)
    stopped, failed = caplog.records[0], caplog.records[-1]
    assert list(said) == ["A file was stopped: PDF: no longer wanted after 1 of 3 parts", "Error executing a file"]
    assert stopped.exc_info is None and stopped.levelno == logging.INFO
    assert failed.exc_info is not None and failed.levelno == logging.ERROR
