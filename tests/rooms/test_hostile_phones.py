"""A hostile phone harms nobody: what it sends is bounded, refused in a plain sentence, counted, and never markup."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sp_app.i18n import texts
from sp_app.rooms import documents, limits, reading
from sp_app.rooms import hall as halls
from sp_app.rooms.hall import Hall
from sp_app.rooms.limits import Limits, Rate
from sp_app.rooms.turned_away import WHYS
from sp_app.store import rooms
from sp_app.store.problem import refused as refused_by_store
from tests.rooms.calling import HOST, Answer, Caller, look, phone

LEVERS = {"s": "mecg_to_scale", "v": "1"}
NAME = "<script>alert(1)</script>"


def refused(answer: Answer) -> str:
    """Return why a request was refused; each refusal has a sentence."""
    assert answer.status >= 400 and answer.json["said"], answer
    assert answer.headers["cache-control"] == "no-store"
    return str(answer.json["why"])


def prediction(code: str, question: int, value: object = 0.1, number: int = 1) -> dict[str, object]:
    return {"c": code, "p": phone(number), "question": question, "value": value}


def scenario(code: str, levers: object = LEVERS, name: object = "ກ", number: int = 1) -> dict[str, object]:
    return {"c": code, "p": phone(number), "name": name, "scenario": levers}


@pytest.mark.parametrize("why", WHYS)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_refusal_has_a_sentence(why: str, language: str) -> None:
    assert texts(language).has(f"room.refused_{why}")


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://10.1.1.5:8502", f"http://{HOST}.evil.example"]
)
@pytest.mark.parametrize("path", ["/room/prediction", "/room/scenario", "/room/desk/close", "/room/desk/enter"])
def test_a_page_of_somebody_else_is_refused(presenter: Caller, code: str, origin: str | None, path: str) -> None:
    foreign = replace(presenter, origin=origin)
    assert refused(foreign.post(path, scenario(code))) == "foreign"
    assert look(presenter, code).json["code"] == code


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"x" * (reading.LONGEST_BODY + 1), "too_large"),
        (b"x" * 50_000_000, "too_large"),
        (b"", "not_json"),
        (b"[1]", "not_json"),
        (b"{", "not_json"),
        (b"\xff\xfe", "not_json"),
        (b"[" * 8000, "not_json"),
        (b'{"value": NaN}', "not_json"),
        (b'{"value": Infinity}', "not_json"),
    ],
    ids=lambda value: str(value[:12]) if isinstance(value, bytes) else value,
)
def test_a_body_that_is_none_is_refused(call: Caller, code: str, body: bytes, why: str) -> None:
    assert refused(call.post("/room/prediction", body)) == why


def test_a_form_of_another_page_is_no_json(call: Caller, code: str, asked: int) -> None:
    answer = call.post("/room/prediction", prediction(code, asked), kind="text/plain")
    assert refused(answer) == "not_json"


@pytest.mark.parametrize("value", ["0.1", None, True, [0.1], {}, 1e400, 10**400], ids=repr)
def test_an_answer_that_is_no_number_is_refused(call: Caller, code: str, asked: int, value: object) -> None:
    body = json.dumps(prediction(code, asked, value)).replace("Infinity", "1e400").encode()
    assert refused(call.post("/room/prediction", body)) == "not_a_number"


@pytest.mark.parametrize("value", [-0.0001, 0.2001, 1e300, -1e300])
def test_an_answer_outside_the_question_is_refused(call: Caller, code: str, asked: int, value: float) -> None:
    assert refused(call.post("/room/prediction", prediction(code, asked, value))) == "outside_question"


@pytest.mark.parametrize(
    "id", ["", "short", "A" * 16, "a" * 33, "a" * 15 + "\n", "../../etc/passwd", 5, None], ids=repr
)
def test_a_phone_that_does_not_say_who_it_is_is_refused(call: Caller, code: str, asked: int, id: object) -> None:
    assert refused(call.post("/room/prediction", prediction(code, asked) | {"p": id})) == "not_a_phone"


@pytest.mark.parametrize("other", ["", "AAAA", "aaaa", "' OR 1=1", None, 7, "A" * 9000])
def test_another_code_opens_nothing(call: Caller, code: str, asked: int, other: object) -> None:
    answer = call.post("/room/prediction", prediction(code, asked) | {"c": other if other != code else "ZZZZ"})
    assert refused(answer) in ("code", "too_large")
    told = look(call, "ZZZZ" if code != "ZZZZ" else "YYYY").json
    assert told["code"] is None and told["said"] == texts("en")("room.refused_code")


def test_a_code_may_be_typed_in_small_letters(call: Caller, code: str) -> None:
    assert look(call, code.lower()).json["code"] == code


@pytest.mark.parametrize(
    "levers",
    [
        {"s": "mecg_to_scale", "mecg.nothing": "1"},
        {"s": "no_scenario"},
        {"s": "../../etc/passwd"},
        {"s": "mecg_to_scale", "mecg.coverage": "NaN"},
        {"s": "mecg_to_scale", "mecg.coverage": "1e999"},
        {"s": "mecg_to_scale", "mecg.coverage": "50"},
        {"s": "mecg_to_scale", "mecg.coverage": 0.5},
        {"s": "mecg_to_scale", "mecg.start_year": "2035", "mecg.full_year": "2030"},
        {f"x{number}": "1" for number in range(200)},
        {"s": "x" * 500},
        "mecg_to_scale",
        None,
        [1],
    ],
    ids=lambda levers: str(levers)[:40],
)
def test_levers_that_are_none_are_refused(call: Caller, code: str, presenter: Caller, levers: object) -> None:
    assert refused(call.post("/room/scenario", scenario(code, levers))) == "levers"
    assert len(presenter.get("/room/desk").json["overlay"]["lines"]) == 2


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "a\u202eb", "a\x00b", "two\nlines", None, 5, ["x"]], ids=repr)
def test_a_name_that_is_none_is_refused(call: Caller, code: str, name: object) -> None:
    assert refused(call.post("/room/scenario", scenario(code, name=name))) in ("empty", "too_long", "unprintable")


def test_a_script_in_a_name_travels_as_text_and_never_as_a_page(call: Caller, code: str, presenter: Caller) -> None:
    assert call.post("/room/scenario", scenario(code, name=NAME)).status == 200
    desk = presenter.get("/room/desk")
    assert desk.json["overlay"]["lines"][2]["name"] == NAME
    assert desk.headers["content-type"] == "application/json"
    for path in ("/room", "/room-desk", f"/room?c={NAME}&lang={NAME}"):
        page = call.get(path)
        assert NAME.encode() not in page.body and b"<script>" not in page.body
        policy = page.headers["content-security-policy"]
        assert "script-src 'self';" in policy and "unsafe-eval" not in policy


def test_words_cannot_end_the_block_they_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    class Evil:
        def __call__(self, key: str) -> str:
            return "</script><script>alert(1)</script>"

    monkeypatch.setattr(documents, "texts", lambda language: Evil())
    documents.page.cache_clear()
    try:
        plain, _ = documents.page(documents.OF_PHONES, "en")
    finally:
        documents.page.cache_clear()
    assert b"<script>alert" not in plain.replace(b"&lt;", b"")


def test_the_presenter_sees_how_many_were_refused(call: Caller, code: str, asked: int, presenter: Caller) -> None:
    for _ in range(3):
        refused(call.post("/room/prediction", b"{"))
    look(call, "AAAA" if code != "AAAA" else "BBBB")
    assert presenter.get("/room/desk").json["room"]["refused"] == 4


def test_a_disk_that_fails_is_no_fault_of_the_phone(
    call: Caller, code: str, asked: int, presenter: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise refused_by_store("disk_full", folder="x", file="y")

    monkeypatch.setattr(rooms, "predict", full)
    answer = call.post("/room/prediction", prediction(code, asked))
    assert (answer.status, refused(answer)) == (503, "disk_full"), "the phone says it again"
    assert presenter.get("/room/desk").json["room"]["refused"] == 0


def test_an_answer_that_comes_too_late_is_nobody_s_fault(
    call: Caller, code: str, asked: int, presenter: Caller
) -> None:
    presenter.post("/room/desk/advance", {"question": asked, "phase": "shown"})
    assert refused(call.post("/room/prediction", prediction(code, asked))) == "question_closed"
    assert presenter.get("/room/desk").json["room"]["refused"] == 0


def test_how_many_were_refused_outlives_the_server(call: Caller, code: str, hall: Hall, presenter: Caller) -> None:
    for _ in range(3):
        refused(call.post("/room/prediction", b"{"))
    hall._flushed = (0, -1e9)
    presenter.get("/room/desk")
    again = Hall(hall.known)
    assert again.room() and again.refused == 3


def test_a_flood_of_one_phone_stops_that_phone_only(call: Caller, code: str) -> None:
    answers = [look(call, code, 1).status for _ in range(60)]
    assert answers.count(200) <= 40 and answers[-1] == 429
    assert refused(look(call, code, 1)) == "flood"
    assert look(call, code, 2).status == 200


def test_a_flood_of_made_up_phones_stops_newcomers_only(call: Caller, code: str) -> None:
    assert look(call, code, 1).status == 200
    answers = [look(call, code, number).status for number in range(2, 700)]
    assert 429 in answers and answers.count(200) <= 500
    assert look(call, code, 1).status == 200, "who is in the room stays in"
    elsewhere = replace(call, address="10.1.1.78")
    assert look(elsewhere, code, 9999).status == 200


def test_a_hundred_and_twenty_phones_behind_one_router_are_no_flood(call: Caller, code: str, asked: int) -> None:
    for number in range(120):
        assert look(call, code, number).status == 200
        assert look(call, code, number).status == 200
        assert call.post("/room/prediction", prediction(code, asked, 0.1, number)).status == 200


def test_the_hall_holds_no_more_than_it_says(call: Caller, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halls, "MOST_PRESENT", 3)
    assert [look(call, code, number).status for number in range(5)] == [200, 200, 200, 503, 503]
    assert look(call, code, 1).status == 200


def test_buckets_fill_again_and_are_bounded() -> None:
    now = [0.0]
    some, rate = Limits(clock=lambda: now[0]), Rate(2.0, 3.0)
    assert [some.take(rate, "a") for _ in range(4)] == [True, True, True, False]
    now[0] = 0.5
    assert [some.take(rate, "a") for _ in range(2)] == [True, False]
    for number in range(3 * limits.MOST_BUCKETS):
        some.take(rate, str(number))
    assert len(some._buckets) <= limits.MOST_BUCKETS + 1


@pytest.mark.parametrize("act", ["open", "ask", "advance", "hide", "close"])
def test_a_phone_cannot_lead_the_room(call: Caller, code: str, act: str) -> None:
    content = {
        "scenario": LEVERS,
        "measure": "cost",
        "year": 2030,
        "low": 0,
        "high": 1,
        "question": 1,
        "phase": "shown",
    }
    assert refused(call.post(f"/room/desk/{act}", content)) == "not_editor"
    assert refused(call.with_cookie("sp_editor=guess").post(f"/room/desk/{act}", content)) == "not_editor"
    assert call.get("/room/desk").json == {"editor": False}
    assert look(call, code).json["code"] == code


def test_the_door_of_the_desk_does_not_let_itself_be_tried_for_ever(call: Caller) -> None:
    whys = [refused(call.post("/room/desk/enter", {"code": f"AAAA-{n:04d}", "name": "x"})) for n in range(14)]
    assert set(whys[:5]) <= {"wrong_code", "locked"} and "locked" in whys and whys[-1] == "flood"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"measure": "nothing", "year": 2030, "low": 0, "high": 1}, "measure"),
        ({"measure": "cost_gdp", "year": 1990, "low": 0, "high": 1}, "not_a_number"),
        ({"measure": "cost_gdp", "year": 2030, "low": 1, "high": 1}, "range"),
        ({"measure": "cost_gdp", "year": 2030, "low": 0, "high": 1e12}, "range"),
        ({"measure": "cost_gdp", "year": 2030, "low": 1, "high": 2}, "range_hides"),
        ({"measure": "cost_gdp", "year": "2030", "low": 0, "high": 1}, "not_a_number"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(
    presenter: Caller, code: str, content: dict[str, object], why: str
) -> None:
    assert refused(presenter.post("/room/desk/ask", content)) == why


def test_an_unknown_step_is_refused(presenter: Caller, code: str, asked: int) -> None:
    assert refused(presenter.post("/room/desk/erase", {})) == "unknown_act"
    assert refused(presenter.post("/room/desk/advance", {"question": asked, "phase": "back"})) == "unknown_act"
