"""Spending, health by source and aid: breaks are gaps, unknown is drawn, scopes are never joined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sp_app.data.queries import Queries
from sp_app.figures.aid import aid_by_year, aid_of_income
from sp_app.figures.expenditure import apart, envelope, lone, spending_of_members
from sp_app.figures.health_financing import GAP, PUBLISHED, break_before, paid_by_member, paid_by_year, parts_by_source
from sp_app.figures.render import render
from sp_core.records import Observation
from tests.figures.conftest import Worded
from tests.figures.test_members import MEMBERS


def members_of(observations: tuple[Observation, ...]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for o in observations:
        found.setdefault(o.area, []).append(o)
    return found


def health(q: Queries) -> dict[str, tuple[Observation, ...]]:
    return {name: q.observations(name, areas=MEMBERS) for name in PUBLISHED}


def test_a_flagged_year_is_not_joined_to_its_neighbours(q: Queries) -> None:
    years, values = apart(q.observations("cofog10_gdp", areas=("THA",)))
    at = years.index(2020)
    assert values[at - 1] is None and values[at] is not None and values[at + 1] is None


def test_a_missing_year_leaves_a_gap(q: Queries) -> None:
    published = q.observations("cofog10_gdp", areas=("IDN",))
    years, values = apart([o for o in published if o.year != 2018])
    assert None in values and 2018 not in [year for year, value in zip(years, values, strict=True) if value]


def test_a_lone_dot_is_named(q: Queries, told: Worded) -> None:
    dot = lone(q.observations("cofog10_gdp", areas=("SGP",)))
    assert dot is not None and (dot.year, round(dot.value, 1)) == (2020, 7.8)
    published = q.observations("cofog10_gdp", areas=MEMBERS)
    spec = spending_of_members(members_of(published), told(published, MEMBERS))
    assert "Singapore 7.8" in [note.text for note in spec.notes]


def test_the_lao_pdr_has_no_line_of_spending_and_says_so(q: Queries, told: Worded) -> None:
    published = q.observations("cofog10_gdp", areas=MEMBERS)
    spec = spending_of_members(members_of(published), told(published, MEMBERS))
    assert "LAO" not in [series.key for series in spec.series] and "Lao PDR" in spec.unknown
    assert spec.table.columns[-1] == "Lao PDR"
    assert {row[-1] for row in spec.table.rows} == {"Not published"}


def test_once_the_lao_pdr_publishes_it_is_the_first_line(q: Queries, told: Worded) -> None:
    published = q.observations("cofog10_gdp", areas=MEMBERS)
    thai = [o for o in published if o.area == "THA"]
    lao = [replace(o, area="LAO", value=1.0, flags=()) for o in thai]
    spec = spending_of_members({**members_of(published), "LAO": lao}, told(published, MEMBERS))
    assert spec.series[0].key == "LAO" and spec.series[0].role == "lao" and not spec.unknown


def test_the_four_sources_of_health_money_add_up_to_all_of_it(q: Queries) -> None:
    for area, years in parts_by_source(health(q)).items():
        for year, parts in years.items():
            rounding = 0.4 if area == "LAO" else 1.0
            assert sum(parts.values()) == pytest.approx(100.0, abs=rounding), (area, year)


def test_the_break_of_2021_is_a_gap_between_the_bars(q: Queries, told: Worded) -> None:
    published = health(q)
    broken = break_before([o for o in published["ext_che"] if o.area == "LAO"])
    assert broken == 2021
    spec = paid_by_year(parts_by_source(published)["LAO"], "Lao PDR", told(published["oop_che"]), broken)
    external = next(series for series in spec.series if series.key == "external")
    places = dict(zip(range(2000, 2023), external.x, strict=True))
    assert places[2021] - places[2020] == pytest.approx(1.0 + GAP)
    assert spec.bands[0][:2] == (2020.5, 2020.5 + GAP)
    assert spec.x_labels[-1] == "2022"
    assert "17.7%" in spec.notes[0].text and "38.0%" in spec.notes[0].text


def test_a_country_without_a_flag_has_no_gap(q: Queries, told: Worded) -> None:
    published = health(q)
    broken = break_before([o for o in published["ext_che"] if o.area == "THA"])
    assert broken is None
    spec = paid_by_year(parts_by_source(published)["THA"], "Thailand", told(published["oop_che"]), broken)
    assert not spec.bands and not spec.notes and spec.series[0].x[-1] == 2022


def test_members_stand_by_what_the_government_pays_in_one_year(q: Queries, told: Worded) -> None:
    published = health(q)
    same_year = {area: years[2022] for area, years in parts_by_source(published).items()}
    spec = paid_by_member(same_year, told(published["oop_che"], MEMBERS), 2022)
    government = [value for value in spec.series[0].y if value is not None]
    assert government == sorted(government, reverse=True)
    assert spec.title == "No other member depends as much on external funds"


def test_a_narrow_stack_names_its_first_and_last_year_only(q: Queries, told: Worded) -> None:
    published = health(q)
    spec = paid_by_year(parts_by_source(published)["LAO"], "Lao PDR", told(published["oop_che"]), 2021)
    assert render(spec)["narrow"]["layout"]["xaxis"]["ticktext"] == ["2000", "2022"]
    assert render(spec)["layout"]["xaxis"]["ticktext"][0] == "2000"


def test_aid_in_kip_uses_the_rate_of_each_year(q: Queries, told: Worded) -> None:
    aid = q.observations("aid_sp_usd", areas=("LAO",))
    total = {o.year: o.value for o in q.observations("aid_total_usd", areas=("LAO",))}
    rates = {o.year: o.value for o in q.observations("exchange_rate_official", areas=("LAO",))}
    lak = {o.year: o.value * 1e6 * rates[o.year] for o in aid}
    spec = aid_by_year(aid, total, {o.year: 100 * o.value / total[o.year] for o in aid}, lak, told(aid))
    assert spec.table.rows[-1] == ("2022", "7.7", "648.4", "1.2%", "LAK 109 bn")


def test_all_aid_says_from_where_to_where_it_fell(q: Queries, told: Worded) -> None:
    spec = aid_of_income(q.observations("oda_gni", areas=("LAO",)), told(q.observations("oda_gni", areas=("LAO",))))
    assert spec.title == "All aid fell from 14.1% of national income in 2000 to 3.5% in 2023"
    assert spec.y_range == (0.0, 15.0)


def test_projections_of_the_budget_stand_on_their_own_ground(q: Queries, told: Worded) -> None:
    revenue, spent = (q.observations(name, areas=("LAO",)) for name in ("gov_revenue_gdp", "gov_expenditure_gdp"))
    spec = envelope(revenue, spent, told((*revenue, *spent)))
    assert spec.ground_from == 2024.5 and "18.0%" in spec.title and "2024" in spec.title
