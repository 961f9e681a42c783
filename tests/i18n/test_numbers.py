"""Numbers read as officials write them."""

import datetime
import math

import pytest

from sp_app.i18n.numbers import DASH, numbers


@pytest.mark.parametrize(("language", "expected"), [("en", "1,604.5"), ("lo", "1.604,5")])
def test_decimals_and_groups_follow_the_language(language: str, expected: str) -> None:
    assert numbers(language).decimal(1604.5) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "LAK 5,053 bn"), ("lo", "5.053 ຕື້ກີບ")])
def test_large_money_is_in_billions_of_kip(language: str, expected: str) -> None:
    assert numbers(language).billion_lak(5.053e12) == expected


@pytest.mark.parametrize("nothing", [None, math.nan, math.inf])
def test_what_does_not_exist_is_a_dash_and_never_a_zero(nothing: float | None) -> None:
    n = numbers("en")
    assert n.decimal(nothing) == n.percent(nothing) == n.billion_lak(nothing) == DASH


def test_negative_numbers_carry_the_minus_sign_and_changes_their_sign() -> None:
    assert numbers("en").decimal(-62, 0) == "\u221262"
    assert numbers("en").signed(0.54, 2) == "+0.54"
    assert numbers("lo").signed(-0.54, 2) == "\u22120,54"


def test_nothing_is_never_negative_or_positive() -> None:
    for value in (-0.04, -0.0, 0.04):
        assert numbers("en").decimal(value) == numbers("en").signed(value) == "0.0"


def test_dates_are_day_first_in_both_languages() -> None:
    day = datetime.date(2026, 11, 2)
    assert numbers("en").date(day) == "2 Nov 2026"
    assert numbers("lo").date(day) == "2 ພ.ຈ. 2026"
