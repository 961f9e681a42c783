"""The one error tree of the project.

SocialProtectionError
├── InvalidInput          a value handed to a formula is outside what the formula allows
│   ├── OutOfBounds       a share, rate, age or lever outside its range
│   └── YearMismatch      series that must share their years do not
├── HiddenBranch          the traced model tried to decide on a value
├── BadScenario           a scenario, programme or parameter contradicts itself
├── DataError             a data file is wrong: file, line, column, value, what would be right
├── ExportError           a hand-out cannot be made or written; the message says what to do
│   └── Stopped           whoever asked for it wants it no longer
└── MissingText           a text key does not exist in a language
"""

from __future__ import annotations


class SocialProtectionError(Exception):
    """Anything this project refuses to do, in one plain sentence."""


class InvalidInput(SocialProtectionError, ValueError):
    """A formula was given something it cannot use."""


class OutOfBounds(InvalidInput):
    """A value lies outside its accepted range."""


class YearMismatch(InvalidInput):
    """Two series that must cover the same years do not."""


class HiddenBranch(SocialProtectionError, TypeError):
    """The traced model asked for the truth, equality, integer or item of a number."""


class BadScenario(SocialProtectionError):
    """A scenario, programme, parameter or lever contradicts itself."""


class DataError(SocialProtectionError):
    """A data file cannot be used; the message says where and what would be right."""


class ExportError(SocialProtectionError):
    """A hand-out cannot be made or written; the message says what stands in the way."""


class Stopped(ExportError):
    """Whoever asked for a hand-out wants it no longer."""


class MissingText(SocialProtectionError, KeyError):
    """A text key is missing in a language."""
