"""The people of the real figures under the low and the high variant, against what the United Nations publish."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sp_app.data.database import open_database
from sp_app.data.people_inputs import People
from sp_app.data.places import DATA
from sp_app.data.queries import Queries
from sp_core.errors import DataError
from sp_core.programme import EVERYBODY, TargetGroup
from sp_core.records import Observation

YEARS = tuple(range(2025, 2041))
FIVE_YEARS = tuple(f"{first}-{first + 4}" for first in range(0, 20, 5))
BIRTHS = TargetGroup(kind="births", series="births", months=("months",))


@pytest.fixture(scope="module")
def queries() -> Iterator[Queries]:
    yield open_database().queries()


def aged(*ages: str, sex: str = "T") -> TargetGroup:
    return TargetGroup(kind="age_group", series="aged", ages=ages, sex=sex)


def read(queries: Queries, group: TargetGroup, years: tuple[int, ...] = YEARS) -> dict[tuple[str, int], float]:
    found = People(queries, years, DATA).parameters(group)
    return {(one.id.removeprefix(group.series), one.year): one.value for one in found}


def published(queries: Queries, variant: str, year: int) -> float:
    found = queries.observation(f"population_31dec{variant}", "LAO", year)
    assert found is not None
    return found.value


@pytest.mark.parametrize("year", YEARS)
def test_children_born_since_2024_account_for_the_published_totals(queries: Queries, year: int) -> None:
    """UN WPP 2024, low, medium and high on 31 December: their distances are those of the ages below 20 added up."""
    children = [read(queries, aged(ages), (year,)) for ages in FIVE_YEARS]
    derived = sum(one["", year] * one["_spread", year] for one in children)
    ends = [(published(queries, "_high", at) - published(queries, "_low", at)) / 2 for at in (year - 1, year)]
    assert derived == pytest.approx(sum(ends) / 2, rel=0.015)
    assert derived == pytest.approx(sum(ends) / 2, abs=0.0007 * published(queries, "", year))


def test_the_whole_population_is_the_published_variant(queries: Queries) -> None:
    """1 July is taken between two 31 Decembers: 2030 low -124,112 and high +123,986; our distance is their mean."""
    found = read(queries, EVERYBODY)
    for year in YEARS:
        for variant, sign in (("_low", -1), ("_high", 1)):
            ends = [published(queries, variant, at) - published(queries, "", at) for at in (year - 1, year)]
            assert sign * found["", year] * found["_spread", year] == pytest.approx(sum(ends) / 2, abs=600)


def test_births_differ_as_fertility_does(queries: Queries) -> None:
    """2030: 1.8108, 2.2108 and 2.6108 children per woman, so 0.4 / 2.2108 more or fewer births."""
    found = read(queries, BIRTHS)
    assert found["", 2030] == 154942
    assert found["_spread", 2030] == pytest.approx(0.4 / 2.2108, rel=1e-12)
    assert found["_spread", 2026] == pytest.approx(0.25 / 2.3278, rel=1e-12)


def test_nobody_born_before_2024_differs(queries: Queries) -> None:
    for group in (aged("65+"), aged("60+"), aged("20-24", "25-29"), aged("15-19", sex="F")):
        found = read(queries, group, tuple(range(2025, 2039)))
        assert {value for (name, _), value in found.items() if name == "_spread"} == {0.0}


def test_a_wide_group_is_the_sum_of_its_five_years(queries: Queries) -> None:
    wide, parts = read(queries, aged("0-14")), [read(queries, aged(ages)) for ages in FIVE_YEARS[:3]]
    several = read(queries, aged(*FIVE_YEARS[:3]))
    for year in YEARS:
        differing = sum(one["", year] * one["_spread", year] for one in parts)
        assert wide["", year] * wide["_spread", year] == pytest.approx(differing, rel=1e-12)
        assert several["_spread", year] == pytest.approx(wide["_spread", year], rel=1e-4)


def test_every_distance_says_how_it_was_derived(queries: Queries) -> None:
    for group in (EVERYBODY, BIRTHS, aged("0-4")):
        for one in People(queries, YEARS, DATA).parameters(group):
            if one.id.endswith("_spread"):
                assert (one.unit, one.locator[:9], one.status) == ("share", "derived: ", "projection"), one


def test_a_count_has_no_variant(queries: Queries) -> None:
    group = TargetGroup(kind="direct_count", series="mecg_enrolled")
    assert {one.id for one in People(queries, YEARS, DATA).parameters(group)} == {"mecg_enrolled"}


def test_a_variant_that_is_missing_is_named(queries: Queries) -> None:
    class Without2031(Queries):
        def __init__(self) -> None:
            pass

        def observations(self, indicator: str, *rest: object, **more: object) -> tuple[Observation, ...]:
            found = queries.observations(indicator, *rest, **more)  # type: ignore[arg-type]  # passed on as given
            return tuple(one for one in found if (indicator, one.year) != ("tfr_low", 2031))

        def population(self, *rest: object, **more: object) -> Observation | None:
            return queries.population(*rest, **more)  # type: ignore[arg-type]  # passed on as given

    with pytest.raises(DataError, match="needs tfr_low of LAO for 2031"):
        tuple(People(Without2031(), YEARS, DATA).parameters(BIRTHS))
