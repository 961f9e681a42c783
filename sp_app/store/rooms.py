"""Services of the room: a meeting on phones that the presenter opens, leads and closes.

    room = open_room(store, who, query)          # an editor; a room that was open is closed
    follow | ask | advance | hide | close_room   # an editor
    predict | submit                             # any phone, while the room (and the question) is open
    current(store)                               # the open room with all that was asked and sent, or None

A phone proves nothing and may do only the last two things; both are bounded in number. All of it is in the
store when a service returns, so a server that was started again goes on where it stopped.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from sp_app.store.editor_code import LETTERS
from sp_app.store.keeping import Clock
from sp_app.store.models import DelegationRow, PredictionRow, QuestionRow, RoomRow
from sp_app.store.opening import Store
from sp_app.store.permission import Permission, fail_unless_editor
from sp_app.store.problem import refused
from sp_app.store.room_records import PHASES, Asked, Delegation, Phase, Question, Room
from sp_app.store.rows import utc_now
from sp_app.store.trail import entered
from sp_app.store.typed_text import Field, checked

CODE_LENGTH = 4  # 31⁴ codes, tried no faster than the limits of sp_app.rooms allow
MOST_PHONES = 1000  # that have answered one question
MOST_DELEGATIONS = 60
DELEGATION = Field("store.field_delegation", 40)


def open_room(store: Store, who: Permission, scenario: Mapping[str, str], now: Clock = utc_now) -> Room:
    """Open a room that follows `scenario` (a query of sp_app.live.link); close the one that was open."""
    editor = fail_unless_editor(who)
    with store.writing() as session:
        at = now()
        for earlier in session.scalars(select(RoomRow).where(RoomRow.closed_at.is_(None))):
            earlier.closed_at = at
            entered(session, editor, "close", earlier, at)
        code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
        row = RoomRow(code=code, opened_by=editor.name, opened_at=at, scenario=dict(scenario), refused=0)
        session.add(row)
        session.flush()
        entered(session, editor, "open", row, at)
        return _record(session, row)


def close_room(store: Store, who: Permission, now: Clock = utc_now) -> None:
    """Close the open room; what was said in it stays in the store."""
    editor = fail_unless_editor(who)
    with store.writing() as session:
        row, at = _open_row(session), now()
        row.closed_at = at
        entered(session, editor, "close", row, at)


def follow(store: Store, who: Permission, scenario: Mapping[str, str]) -> Room:
    """Let the phones follow another state of the levers."""
    fail_unless_editor(who)
    with store.writing() as session:
        row = _open_row(session)
        row.scenario = dict(scenario)
        return _record(session, row)


def ask(store: Store, who: Permission, asked: Asked, now: Clock = utc_now) -> Room:
    """Put a question to the room; an earlier one is over."""
    fail_unless_editor(who)
    with store.writing() as session:
        row = _open_row(session)
        for earlier in session.scalars(select(QuestionRow).where(QuestionRow.room_id == row.id)):
            earlier.phase = "over"
        session.add(QuestionRow(room_id=row.id, asked_at=now(), phase="open", **asked.columns()))
        session.flush()
        return _record(session, row)


def advance(store: Store, who: Permission, question: int, phase: Phase) -> Room:
    """Move a question on: open → shown (the distribution) → answered (the model's answer) → over; never back."""
    fail_unless_editor(who)
    with store.writing() as session:
        row = _open_row(session)
        found = _question_row(session, row, question)
        if PHASES.index(phase) > PHASES.index(found.phase):
            found.phase = phase
        return _record(session, row)


def hide(store: Store, who: Permission, phone: str) -> Room:
    """Take a delegation's scenario off the chart; a later one of the same phone does not bring it back."""
    fail_unless_editor(who)
    with store.writing() as session:
        row = _open_row(session)
        found = session.get(DelegationRow, (row.id, phone))
        if found:
            found.hidden = True
        return _record(session, row)


def predict(store: Store, question: int, phone: str, value: float) -> None:
    """Keep a phone's answer, or its new one. Raises Refused: room_closed, question_closed, out_of_range, room_full."""
    with store.writing() as session:
        found = _question_row(session, _open_row(session), question)
        if found.phase != "open":
            raise refused("question_closed")
        if not found.low <= value <= found.high:  # NaN is never within
            raise refused("outside_question", low=found.low, high=found.high)
        given = session.get(PredictionRow, (question, phone))
        if given:
            given.value = value
            return
        _fail_if_full(session, select(func.count()).where(PredictionRow.question_id == question), MOST_PHONES)
        session.add(PredictionRow(question_id=question, phone=phone, value=value))


def submit(store: Store, phone: str, name: str, scenario: Mapping[str, str], now: Clock = utc_now) -> Delegation:
    """Keep the scenario of a phone under the name of its delegation, in place of an earlier one."""
    kept = checked(DELEGATION, name)
    with store.writing() as session:
        room = _open_row(session)
        row = session.get(DelegationRow, (room.id, phone))
        if row is None:
            count = select(func.count()).where(DelegationRow.room_id == room.id)
            _fail_if_full(session, count, MOST_DELEGATIONS)
            row = DelegationRow(room_id=room.id, phone=phone, hidden=False)
            session.add(row)
        row.name, row.scenario, row.sent_at = kept, dict(scenario), now()
        return Delegation(phone, kept, dict(scenario), row.hidden)


def count_refused(store: Store, refused_so_far: int) -> None:
    """Keep how many requests the open room has refused."""
    with store.writing() as session:
        row = session.scalars(select(RoomRow).where(RoomRow.closed_at.is_(None))).first()
        if row:
            row.refused = refused_so_far


def current(store: Store) -> Room | None:
    """Return the open room with everything in it."""
    with store.reading() as session:
        row = session.scalars(select(RoomRow).where(RoomRow.closed_at.is_(None))).first()
        return _record(session, row) if row else None


def _open_row(session: Session) -> RoomRow:
    row = session.scalars(select(RoomRow).where(RoomRow.closed_at.is_(None))).first()
    if row is None:
        raise refused("room_closed")
    return row


def _question_row(session: Session, room: RoomRow, id: int) -> QuestionRow:
    row = session.get(QuestionRow, id)
    if row is None or row.room_id != room.id:
        raise refused("question_closed")
    return row


def _fail_if_full(session: Session, count: Select[tuple[int]], most: int) -> None:
    if session.scalars(count).one() >= most:
        raise refused("room_full", most=most)


def _record(session: Session, row: RoomRow) -> Room:
    asked = session.scalars(
        select(QuestionRow)
        .where(QuestionRow.room_id == row.id, QuestionRow.phase != "over")
        .order_by(QuestionRow.id.desc())
    ).first()
    sent = session.scalars(select(DelegationRow).where(DelegationRow.room_id == row.id).order_by(DelegationRow.sent_at))
    return Room(
        id=row.id,
        code=row.code,
        opened_by=row.opened_by,
        scenario=dict(row.scenario),
        refused=row.refused,
        question=_question(session, asked) if asked else None,
        delegations=tuple(Delegation(one.phone, one.name, dict(one.scenario), one.hidden) for one in sent),
    )


def _question(session: Session, row: QuestionRow) -> Question:
    given = session.scalars(select(PredictionRow).where(PredictionRow.question_id == row.id))
    asked = Asked(
        scenario=dict(row.scenario), measure=row.measure, year=row.year, low=row.low, high=row.high, answer=row.answer
    )
    return Question(row.id, asked, row.phase, {one.phone: one.value for one in given})
