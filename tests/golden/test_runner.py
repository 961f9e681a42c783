"""The golden runner: what it counts, what it says, and rows beyond those in the folder."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.golden.comparing import differences
from tests.golden.rows import Cells, parse
from tests.golden.runner import judge

ROOT = Path(__file__).resolve().parents[2]


def row(expected: dict[str, Any], tolerance: float = 1e-9, tol_type: str = "rel", **inputs: Any) -> Cells:
    """Return a row as a file would hold it: lists and mappings as JSON."""
    cells = {"case": "typed", "tolerance": str(tolerance), "tol_type": tol_type, "formula": inputs.pop("formula", "")}
    for prefix, values in (("in", inputs), ("out", expected)):
        for name, value in values.items():
            wide = isinstance(value, list | dict)
            column = f"{prefix}_{name}" + ("_json" if wide and name != "json" else "")
            cells[column] = json.dumps(value) if wide else str(value)
    return Cells("typed.csv", "typed", cells)


POINT = {"target_population": 1000, "benefit_annual_lcu": 100}
# Worked examples of the methods that the folder has no row for, and other combinations of given columns.
MORE: dict[str, Cells] = {
    "point, nothing but persons and benefit": row({"benefit_expenditure": 1e5, "total_cost": 1e5}, **POINT),
    "point, administration of the total": row({"total_cost": 125000}, **POINT, admin=0.2, admin_basis="of_total"),
    "point, unknown take-up is full": row({"cost_pct_gdp": 10}, **POINT, gdp_lcu=1e6),
    "point, no gdp": row({"total_cost": 1e5, "cost_pct_gdp": "nan"}, **POINT, gdp_lcu=0),
    "ratchet": row({"path": [100, 100, 103]}, B0=100, rates={"1": -0.02, "2": 0.03}, ratchet=True, years=2),
    "every two years": row({"path": [1, 1, 1.21, 1.21]}, B0=1, rates={"1": 0.1, "2": 0.1, "3": 0.5}, every=2, years=3),
    "phase-in from nothing": row({"kappa": [0.0, 0.5, 1.0]}, t0=2025, t1=2027, years=[2025, 2026, 2027]),
    "take-up": row({"path": [0.3, 0.9 - 0.6 / math.e]}, tau0=0.3, tau_inf=0.9, **{"lambda": 0.5, "years": [0, 2]}),
    "take-up by calendar year": row({"path": [0.3]}, tau0=0.3, tau_inf=0.9, **{"lambda": 0.5, "years": [2025]}),
    "cost of everyone": row({"total_cost": 1100}, N=10, B=100, admin=0.1),
    "leakage of nobody": row({"leakage_share": "nan"}, N=10, poor_share=0.5, exclusion_error=1.0),
    "gap by coverage only": row({"gap_coverage_method": 50.0}, items=[{"N": 10, "cov": 0.5, "B": 10}]),
    "health surplus is no gap": row({"gap_usd": 0.0}, population=5, package_cost_pc_usd=60, current_public_pc_usd=70),
    "spi without actual recipients": row(
        {"spi_pct": 100 / 12, "depth_pct": "nan"}, expenditure=1, intended=6, gdp=4, population=2
    ),
    "spi without intended recipients": row(
        {"spi_pct": "nan", "breadth_pct": "nan", "depth_pct": "nan"},
        **{"expenditure": 1, "intended": 0, "actual": 1, "gdp": 4, "population": 2},
    ),
    "maternity": row(
        {"value_pct": 11.246667},
        tolerance=1e-6,
        json={"women": 18000, "live_births": 162000, "twin_rate": 0.012, "triplet_rate": 0.0001},
    ),
    "independence": row({"value_pct": 43.75}, json={"n": [25, 25], "pop": 100}, formula="1-prod(1-n/POP)"),
    "vulnerable": row(
        {"value_pct": 100 * 150 / 6704},
        json={"sa": 150000, "pop": 7.5e6, "contributors": 760000, "retirees": 36000},
    ),
    "self-employed insured": row(
        {"value_pct": 7.6}, tolerance=0.05, tol_type="abs", json={"self_employed": 26793, "insured": 353962}
    ),
    "debt, published with a surplus": row(
        {"debt1_ratio": 53 / 110}, debt0_ratio=0.5, i_dom=0.08, deflator=0.1, primary_balance_ratio=1 / 110
    ),
    "debt without growth": row({"debt1_ratio": "nan"}, debt0_ratio=0.5, real_growth=-1.0),
    "geometric partners": row({"path": [100, 50, 25]}, D0=100, mode="geometric", param=0.5, years=3),
    "frozen benefit": row({"real_value_index": 76.3358778626}, pi=0.31),
    "framework without partners": row({"domestic": 1.5, "total_pct_gdp": 0.5}, gdp=300, baseline=1.2, new_policy=0.3),
    "tornado of administration": row(
        {"base": 0.8127, "swing": 0.09288},
        base={"share": 0.043, "beta": 0.2, "takeup": 0.9, "admin": 0.05},
        param="admin",
        low=0.03,
        high=0.15,
    ),
    "benefit for four months": row(
        {"benefit_share_gdppc": 0.3}, budget_share_gdp=0.01, target_share_pop=0.1, months_share=1 / 3
    ),
    "reserve of a series written as a formula": row(
        {"first_cashflow_deficit_index": 8, "depletion_index": 21, "reserve_before": 4.576, "reserve_at": -3.682},
        tolerance=1e-3,
        tol_type="abs",
        insured_earnings="100*1.02^t, t=0..39",
        expenditure="6*1.06^t, t=0..39",
        R0=20,
        i=0.03,
        contribution_rate=0.08,
    ),
    "scaled premium": row(
        {"scaled_premium": 0.09334415},
        tolerance=1e-7,
        insured_earnings=[100, 102, 104.04],
        expenditure=[8, 9, 10],
        R0=5,
        i=0.04,
    ),
    "simple middle of the year": row(
        {"reserve_end": [10.2]},
        insured_earnings=[100],
        expenditure=[0],
        R0=0,
        i=0.04,
        contribution_rate=0.1,
        timing="simple",
    ),
    "beta curve": row(
        {"H": 0.4511732723, "gini": 0.2894045, "is_valid": "True"},
        **{"tolerance": 1e-6, "form": "BETA", "a": 0.5613531744, "b": 0.93095006605, "c": 0.58002592437},
        mean=109.9,
        z=89,
    ),
    "curve that is none": row({"is_normal": "False", "is_valid": "False"}, form="GQ", a=0.9, b=-1.45, c=-0.1),
    "persons without weights": row({"H": 0.5, "gini": 0.25}, welfare=[1, 3], z=2),
    "own tolerance of a result": row(
        {"trust_fund_ratio_pct": 200.0000001, "reserve_end_musd": 101.9},
        tolerance=2,
        tol_type="abs (musd); ratio rel 1e-9",
        reserve_begin_musd=100,
        total_income_musd=51,
        total_cost_musd=50,
    ),
    "two budgets": row(
        {"x": [0, 1], "objective": 2, "frontier": [[0.5, 2], [1.5, 5]]},
        effect=[3, 2],
        cost=[1, 0.5],
        cap=[1, 1],
        budget=0.5,
    ),
}


@pytest.mark.parametrize("cells", MORE.values(), ids=MORE.keys())
def test_rows_with_other_values_and_other_empty_columns_pass(cells: Cells) -> None:
    assert judge(cells).words == ""


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (row({"total_cost": 1.0}, **POINT), "total_cost: expected 1.0, got 100000.0"),
        (row({"total_cost": "nan"}, **POINT), "total_cost: expected nan"),
        (row({"value": 1.0}, unheard_of=1), "value: no adapter"),
        (row({}, **POINT), "no result is expected of it"),
        (row({"total_cost": 1.0}, **POINT, takeup=60), "take_up: 60 lies outside 0..1"),
        (row({"path": [1, 2]}, B0=1, years=3), "path: expected 2 values"),
        (row({"total_cost": 1.0}, **POINT, admin="much"), "Error"),
        (Cells("x.csv", "x", {"in_N": "1", "out_a": "1", "tolerance": "wide"}), "ValueError"),
    ],
)
def test_a_row_that_does_not_hold_fails_and_says_why(cells: Cells, words: str) -> None:
    assert words in judge(cells).words


def test_the_last_line_counts_and_the_command_fails_with_a_row(tmp_path: Path) -> None:
    good, bad = "case,in_pi,out_real_value_index,tolerance,tol_type\nhalved,1,50,0,exact\n", "wrong,1,51,0.1,abs\n"
    for text, last, code in ((good, "1 passed, 0 failed", 0), (good + bad, "1 passed, 1 failed", 1)):
        (tmp_path / "rows.csv").write_text(text, "utf8")
        command = [sys.executable, "-m", "tests.golden", str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
        assert done.stdout.splitlines()[-1] == last
        assert done.returncode == code


def test_a_row_with_more_cells_than_columns_is_still_read() -> None:
    parsed = parse(Cells("x.csv", "x", {"in_N": "5", None: ["stray"]}))  # type: ignore[dict-item]
    assert parsed.inputs == {"N": 5.0}


@pytest.mark.parametrize(
    ("expected", "got", "tolerance", "tol_type", "same"),
    [
        (0.0, 1e-10, 1e-9, "rel", True),
        (0.0, 1e-8, 1e-9, "rel", False),
        (1e6, 1e6 + 1, 1e-6, "rel with n>=50000 draws", True),
        (1.0, 1.1, 0.05, "abs", False),
        (3.0, 3, 0.0, "exact", True),
        (math.nan, None, 0.0, "abs", True),
        (None, math.nan, 0.0, "abs", True),
        (1.0, math.nan, 9.0, "abs", False),
        (True, True, 0.0, "exact", True),
        (True, False, 1.0, "abs", False),
        ({"0.5": 1.0}, {0.5: 1.0}, 0.0, "exact", True),
        ({"0.5": 1.0}, {"0.9": 1.0}, 0.0, "exact", False),
        ([[0, -0.0]], [(0, 0.0)], 1e-8, "abs", True),
        (1.0, 1.0, 1.0, "roughly", False),
    ],
)
def test_results_are_compared_as_the_row_says(
    expected: object, got: object, tolerance: float, tol_type: str, same: bool
) -> None:
    assert (differences(expected, got, tolerance, tol_type) == "") == same
