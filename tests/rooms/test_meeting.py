"""A meeting: open, follow, predict, reveal, overlay, close; and a server that is started in the middle of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.applications import Starlette

from sp_app.rooms.hall import Hall
from sp_app.rooms.inviting import here_only, invitation
from sp_app.rooms.known import Known
from sp_app.rooms.measuring import counted, nice_above, step_of
from sp_app.rooms.routes import room_routes
from sp_app.store.opening import close_stores
from sp_core.model import project
from tests.rooms.calling import Caller, look, phone

QUERY = {"s": "mecg_to_scale", "v": "1"}


def predict(call: Caller, code: str, question: int, number: int, value: float) -> int:
    content = {"c": code, "p": phone(number), "question": question, "value": value}
    return call.post("/room/prediction", content).status


def submit(call: Caller, code: str, number: int, name: str, coverage: str) -> int:
    levers = {**QUERY, "mecg.coverage": coverage}
    return call.post("/room/scenario", {"c": code, "p": phone(number), "name": name, "scenario": levers}).status


def test_a_phone_follows_the_presenter_in_either_language(call: Caller, code: str) -> None:
    english, lao = look(call, code).json, look(call, code, 2, "lo").json
    assert english["scenario"]["query"]["mecg.coverage"] == "0.6"
    assert "Coverage reached 60%" in english["scenario"]["moved"]
    assert lao["scenario"]["title"] != english["scenario"]["title"]
    assert set(english["scenario"]["packs"]) == {"en", "lo"}
    assert english["question"] is None


def test_what_a_phone_shows_already_is_not_sent_again(call: Caller, code: str, presenter: Caller) -> None:
    first = look(call, code)
    again = look(call, code, if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    presenter.post("/room/desk/ask", {"measure": "cost_gdp", "year": 2030, "low": 0, "high": 0.2})
    changed = look(call, code, if_none_match=first.headers["etag"])
    assert changed.status == 200 and changed.json["question"]["phase"] == "open"


def test_the_answer_is_nowhere_before_it_is_revealed(call: Caller, code: str, asked: int, presenter: Caller) -> None:
    for number, value in ((1, 0.05), (2, 0.1), (1, 0.06)):
        assert predict(call, code, asked, number, value) == 200
    open_ = look(call, code).json["question"]
    assert not open_.keys() & {"answer", "bins", "median", "count"}
    assert presenter.get("/room/desk").json["question"]["count"] == 2
    presenter.post("/room/desk/advance", {"question": asked, "phase": "shown"})
    shown = look(call, code).json["question"]
    assert (sum(shown["bins"]), shown["count"], "answer" in shown) == (2, 2, False)
    assert shown["median"] == pytest.approx(0.08)
    presenter.post("/room/desk/advance", {"question": asked, "phase": "answered"})
    assert "answer" in look(call, code).json["question"]
    assert predict(call, code, asked, 3, 0.1) == 409


def test_answers_of_others_are_no_news_to_a_phone_before_the_reveal(
    call: Caller, code: str, asked: int, presenter: Caller
) -> None:
    tag = look(call, code).headers["etag"]
    assert predict(call, code, asked, 2, 0.1) == 200 and submit(call, code, 3, "ກ", "0.9") == 200
    assert look(call, code, if_none_match=tag).status == 304
    presenter.post("/room/desk/advance", {"question": asked, "phase": "shown"})
    assert look(call, code, if_none_match=tag).json["question"]["count"] == 1


def test_the_answer_is_the_model_s(call: Caller, code: str, asked: int, presenter: Caller, known: Known) -> None:
    presenter.post("/room/desk/advance", {"question": asked, "phase": "answered"})
    ground = known.ground("mecg_to_scale")
    values = ground.scenario.values() | {"mecg.coverage": 0.6}
    expected = project(ground.scenario, ground.given, values).at("cost_gdp", 2030) * 100
    assert look(call, code).json["question"]["answer"] == pytest.approx(expected, rel=1e-12)


def test_delegations_are_laid_over_each_other_from_their_levers(
    call: Caller, code: str, presenter: Caller, known: Known
) -> None:
    assert submit(call, code, 1, "ຄະນະ ກ", "0.9") == 200
    assert submit(call, code, 2, "Savannakhet", "0.3") == 200
    lines = presenter.get("/room/desk").json["overlay"]["lines"]
    assert [line["kind"] for line in lines] == ["baseline", "presenter", "delegation", "delegation"]
    assert [line["name"] for line in lines[2:]] == ["ຄະນະ ກ", "Savannakhet"]
    ground = known.ground("mecg_to_scale")
    found = project(ground.scenario, ground.given, ground.scenario.values() | {"mecg.coverage": 0.9})
    assert lines[2]["values"] == pytest.approx([value * 100 for value in found.results["cost_gdp"]], rel=1e-5)
    presenter.post("/room/desk/hide", {"phone": phone(1)})
    assert [line["name"] for line in presenter.get("/room/desk").json["overlay"]["lines"][2:]] == ["Savannakhet"]


def test_two_phones_of_one_delegation_are_told_apart(call: Caller, code: str, presenter: Caller) -> None:
    for number in (1, 2, 3):
        assert submit(call, code, number, "ຄະນະ ກ", "0.9") == 200
    lines = presenter.get("/room/desk").json["overlay"]["lines"]
    assert [line["name"] for line in lines[2:]] == ["ຄະນະ ກ", "ຄະນະ ກ (2)", "ຄະນະ ກ (3)"]


def test_results_a_phone_claims_are_not_heard(call: Caller, code: str, presenter: Caller) -> None:
    content = {"c": code, "p": phone(1), "name": "ກ", "scenario": QUERY, "values": [99.0] * 16, "cost_gdp": 99}
    assert call.post("/room/scenario", content).status == 200
    assert max(presenter.get("/room/desk").json["overlay"]["lines"][2]["values"]) < 5


def test_a_server_that_was_started_again_goes_on(call: Caller, code: str, asked: int, known: Known) -> None:
    assert predict(call, code, asked, 1, 0.05) == 200
    assert submit(call, code, 1, "ຄະນະ ກ", "0.9") == 200
    before = look(call, code)
    close_stores()
    again = Hall(known)
    new = Caller(Starlette(routes=room_routes(again)))
    after = look(new, code, if_none_match=before.headers["etag"])
    assert after.status == 304, "what phones show is the same to the last byte"
    assert predict(new, code, asked, 1, 0.07) == 200
    room = again.room()
    assert room and room.question and room.question.predictions == {phone(1): 0.07}
    assert [one.name for one in room.delegations] == ["ຄະນະ ກ"]


def test_what_the_editor_commits_reaches_phones_and_a_viewer_s_commit_does_not(
    call: Caller, code: str, hall: Hall
) -> None:
    from sp_app.store.permission import Editor, Viewer
    from sp_app.store.problem import Refused

    hall.follow(Editor("ທ່ານ ສົມພອນ"), {"s": "high_road", "v": "1"})
    assert look(call, code).json["scenario"]["query"]["s"] == "high_road"
    with pytest.raises(Refused):
        hall.follow(Viewer(), {"s": "low_road", "v": "1"})
    assert look(call, code).json["scenario"]["query"]["s"] == "high_road"


def test_the_desk_counts_phones_that_are_here(call: Caller, code: str, presenter: Caller) -> None:
    for number in range(1, 6):
        look(call, code, number)
    look(call, code, 1)
    assert presenter.get("/room/desk").json["room"]["phones"] == 5


def test_a_phone_that_went_away_is_no_longer_counted(known: Known) -> None:
    now = [0.0]
    hall = Hall(known, clock=lambda: now[0])
    hall.enter(phone(1))
    now[0] = 10.0
    hall.enter(phone(2))
    now[0] = 25.0
    assert hall.phones() == 1


def test_a_closed_room_says_so(call: Caller, code: str, asked: int, presenter: Caller) -> None:
    presenter.post("/room/desk/close", {})
    told = look(call, code).json
    assert told["code"] is None and "closed" in told["said"]
    assert predict(call, code, asked, 1, 0.05) == 410
    assert presenter.get("/room/desk").json == {"room": None}


def test_every_scenario_of_the_library_can_be_asked_about(presenter: Caller, code: str, known: Known) -> None:
    for name in known.scenarios():
        desk = presenter.post("/room/desk/open", {"scenario": {"s": name}}).json
        assert len(desk["measures"]) >= 4
        for offer in desk["measures"]:
            for place in (0, 5, -1):
                low, high = offer["ranges"][place]
                content = {"measure": offer["key"], "year": desk["years"][place], "low": low, "high": high}
                assert presenter.post("/room/desk/ask", content).status == 200, (name, content)


def test_the_address_on_the_screen_is_one_that_phones_can_open() -> None:
    assert invitation("http://localhost:8501/", "10.1.1.5", "AB23", "lo") == "http://10.1.1.5:8501/room?c=AB23&lang=lo"
    assert invitation("https://mol.example/", "10.1.1.5", "AB23", "en").startswith("https://mol.example/room?")
    assert here_only(invitation("http://127.0.0.1:8501/", "", "AB23", "en"))


@pytest.mark.parametrize(("value", "nice"), [(0.069, 0.1), (1.0, 1.0), (2.1, 2.5), (260.0, 500.0), (0.0, 1.0)])
def test_a_range_ends_at_a_round_number(value: float, nice: float) -> None:
    assert nice_above(value) == pytest.approx(nice)


@pytest.mark.parametrize(
    ("high", "step", "digits"), [(0.2, 0.002, 3), (2.5, 0.02, 2), (1.0, 0.01, 2), (1000.0, 10.0, 0), (5.0, 0.05, 2)]
)
def test_a_slider_has_about_a_hundred_round_steps(high: float, step: float, digits: int) -> None:
    assert step_of(0.0, high) == (step, digits)


def test_answers_at_both_ends_are_counted() -> None:
    bins = counted([0.0, 1.0, 1.0, 0.5], 0.0, 1.0)
    assert (bins[0], bins[-1], sum(bins)) == (1, 2, 4)


def test_nothing_is_read_before_somebody_asks(known: Known) -> None:
    def unreadable() -> object:
        raise AssertionError("the store was opened")

    assert not Hall(replace(known, store=unreadable)).ready  # type: ignore[arg-type]
