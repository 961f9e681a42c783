"""The one-time code that lets one person edit: made by run.py, checked by the server.

run.py prints the code on its terminal and hands the server only a seal: a slow salted hash
in an environment variable. Standard library only, because run.py starts before any
package is installed.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

VARIABLE = "SP_EDITOR_CODE"
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is mistaken for another: no 0 O 1 I L
LENGTH = 8  # 31^8 codes: at five tries a minute the odds of a guess in a week are 1 in 17 million
METHOD = "pbkdf2_sha256"
ROUNDS = 200_000  # about 0.1 s a try
SEAL = re.compile(rf"{METHOD}:([0-9]{{1,7}}):([0-9a-f]{{32}}):([0-9a-f]{{64}})", re.ASCII)


def make_code() -> str:
    """Return a new code, in two groups so that it is read out and typed without a slip: K7QM-2XHD."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[: LENGTH // 2]}-{letters[LENGTH // 2 :]}"


def seal(code: str) -> str:
    """Return what the server may know of `code`: method, rounds, salt and hash."""
    salt = secrets.token_bytes(16)
    return f"{METHOD}:{ROUNDS}:{salt.hex()}:{_hash(code, salt, ROUNDS).hex()}"


def is_seal(text: str) -> bool:
    """Say whether `text` is a seal at all; without one nobody can edit."""
    return SEAL.fullmatch(text) is not None


def opens(typed: str, sealed: str) -> bool:
    """Say whether `typed` is the sealed code; capitals, spaces and the hyphen do not matter.

    The comparison takes the same time wherever the first difference is.
    """
    parts = SEAL.fullmatch(sealed)
    if parts is None:
        return False
    rounds, salt, wanted = int(parts[1]), bytes.fromhex(parts[2]), bytes.fromhex(parts[3])
    return hmac.compare_digest(_hash(typed, salt, rounds), wanted)


def _hash(code: str, salt: bytes, rounds: int) -> bytes:
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.pbkdf2_hmac("sha256", plain.encode("utf-8", "replace"), salt, max(rounds, 1))
