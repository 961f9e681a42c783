"""The door to editing: one code, one person, five tries, and a lock that counts for everybody."""

from __future__ import annotations

import hmac
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sp_app.i18n import texts
from sp_app.store import editor_code
from sp_app.store.permission import Editor, EditorDesk, Viewer
from sp_app.store.problem import Refused

CODE = "K7QM-2XHD"
WRONG = "AAAA-2222"
ROOT = Path(__file__).resolve().parents[2]


class Clock:
    """A clock that goes on when told."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> EditorDesk:
    """Return a desk whose hash takes one round, so that the tests do not wait."""
    monkeypatch.setattr(editor_code, "ROUNDS", 1)
    return EditorDesk(editor_code.seal(CODE), clock)


def kind(attempt: Callable[[], object]) -> str:
    """Return the kind of problem an attempt meets, or "in"."""
    try:
        attempt()
    except Refused as error:
        return error.problems[0].kind
    return "in"


def test_the_code_makes_one_person_editor_under_the_name_typed(desk: EditorDesk) -> None:
    token = desk.admit(CODE, " ທ່ານ ບຸນມີ ")
    assert desk.permission(token) == Editor("ທ່ານ ບຸນມີ")
    assert desk.permission(None) == desk.permission("") == desk.permission(token[:-1]) == Viewer()


@pytest.mark.parametrize("typed", ["k7qm2xhd", " K7QM 2XHD ", "K7QM–2XHD\n"])
def test_capitals_blanks_and_dashes_do_not_matter(desk: EditorDesk, typed: str) -> None:
    assert kind(lambda: desk.admit(typed, "Noy")) == "in"


@pytest.mark.parametrize("typed", ["", "K7QM-2XH", "K7QM-2XHDD", "ກ" * 8, "\ud800", "K7QM-2XHD" * 1000])
def test_anything_else_is_wrong(desk: EditorDesk, typed: str) -> None:
    assert kind(lambda: desk.admit(typed, "Noy")) == "wrong_code"


def test_a_second_person_with_the_same_code_is_refused_until_the_first_leaves(desk: EditorDesk) -> None:
    first = desk.admit(CODE, "Noy")
    assert kind(lambda: desk.admit(CODE, "Bounmy")) == "code_used"
    assert desk.permission(first) == Editor("Noy")
    desk.leave("not the token")
    assert desk.permission(first) == Editor("Noy")
    desk.leave(first)
    assert desk.permission(first) == Viewer()
    assert desk.permission(desk.admit(CODE, "Bounmy")) == Editor("Bounmy")
    assert desk.permission(first) == Viewer()


def test_five_wrong_tries_lock_the_door_for_a_minute_for_everybody(desk: EditorDesk, clock: Clock) -> None:
    tries = [kind(lambda: desk.admit(WRONG, "Noy")) for _ in range(5)]
    assert tries == ["wrong_code"] * 4 + ["locked"]
    assert kind(lambda: desk.admit(CODE, "Noy")) == "locked"
    clock.seconds = 59.9
    with pytest.raises(Refused, match="again in 1 seconds") as caught:
        desk.admit(CODE, "Noy")
    assert "1 ວິນາທີ" in caught.value.sentences(texts("lo"))[0]
    clock.seconds = 60.0
    assert kind(lambda: desk.admit(CODE, "Noy")) == "in"


def test_tries_during_the_lock_do_not_make_it_longer_and_five_new_ones_lock_again(
    desk: EditorDesk, clock: Clock
) -> None:
    for _ in range(9):
        kind(lambda: desk.admit(WRONG, "Noy"))
    clock.seconds = 60.0
    assert [kind(lambda: desk.admit(WRONG, "Noy")) for _ in range(5)] == ["wrong_code"] * 4 + ["locked"]


def test_the_sentence_says_how_many_tries_are_left(desk: EditorDesk) -> None:
    with pytest.raises(Refused, match="Tries left: 4"):
        desk.admit(WRONG, "Noy")


def test_a_right_code_forgives_earlier_slips(desk: EditorDesk) -> None:
    for _ in range(4):
        kind(lambda: desk.admit(WRONG, "Noy"))
    desk.leave(desk.admit(CODE, "Noy"))
    assert kind(lambda: desk.admit(WRONG, "Noy")) == "wrong_code"


def test_whoever_is_in_stays_in_while_others_guess(desk: EditorDesk) -> None:
    token = desk.admit(CODE, "Noy")
    for _ in range(7):
        kind(lambda: desk.admit(WRONG, "x"))
    assert desk.permission(token) == Editor("Noy")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\u202eb"])
def test_an_editor_has_a_name_and_asking_for_it_costs_no_try(desk: EditorDesk, name: str) -> None:
    assert {kind(lambda: desk.admit(CODE, name)) for _ in range(6)} <= {"empty", "too_long", "unprintable"}
    assert kind(lambda: desk.admit(CODE, "Noy")) == "in"


@pytest.mark.parametrize("sealed", ["", "nonsense", "pbkdf2_sha256:1:zz:zz", CODE])
def test_a_server_started_without_a_code_lets_nobody_edit(sealed: str) -> None:
    assert kind(lambda: EditorDesk(sealed).admit(CODE, "Noy")) == "no_code"
    assert not editor_code.opens(CODE, sealed)


def together(number: int, attempt: Callable[[], str]) -> Counter[str]:
    """Return how often each outcome came when `number` threads tried at the same moment."""
    outcomes: list[str] = []
    barrier = threading.Barrier(number)

    def go() -> None:
        barrier.wait()
        outcomes.append(attempt())

    threads = [threading.Thread(target=go) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter(outcomes)


def test_of_many_who_type_the_code_at_once_one_gets_in(desk: EditorDesk) -> None:
    assert together(16, lambda: kind(lambda: desk.admit(CODE, "Noy"))) == {"in": 1, "code_used": 15}


def test_guessing_from_many_windows_at_once_gives_no_more_tries(desk: EditorDesk) -> None:
    assert together(32, lambda: kind(lambda: desk.admit(WRONG, "Noy"))) == {"wrong_code": 4, "locked": 28}


def test_codes_are_compared_in_constant_time(desk: EditorDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[int, int]] = []
    real = hmac.compare_digest

    def spy(one: bytes, other: bytes) -> bool:
        compared.append((len(one), len(other)))
        return real(one, other)

    monkeypatch.setattr(editor_code.hmac, "compare_digest", spy)
    for typed in (WRONG, "", CODE):
        kind(lambda typed=typed: desk.admit(typed, "Noy"))
    assert compared == [(32, 32)] * 3, "whole digests, whatever was typed"


def test_codes_are_many_and_have_no_letters_that_look_alike() -> None:
    codes = {editor_code.make_code() for _ in range(200)}
    assert len(codes) == 200
    assert set("".join(codes)) <= {*editor_code.LETTERS, "-"}
    assert not set("01OIL") & set(editor_code.LETTERS)


def test_the_seal_is_slow_salted_and_does_not_hold_the_code() -> None:
    one, other = editor_code.seal(CODE), editor_code.seal(CODE)
    assert one != other and CODE not in one and "K7QM2XHD" not in one
    assert int(one.split(":")[1]) >= 100_000
    assert editor_code.opens(CODE, one) and not editor_code.opens(WRONG, one)


def test_the_servers_desk_takes_its_seal_from_the_environment() -> None:
    words = (
        "from sp_app.store.permission import editor_desk as d; "
        f"print(type(d().permission(d().admit('{CODE}', 'Noy'))).__name__, d() is d())"
    )
    environment = {**os.environ, editor_code.VARIABLE: editor_code.seal(CODE)}
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == ["Editor", "True"], done.stderr
