"""Words for the model: every quantity, input and parameter has a name in both languages, and formulas stay true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.explanation.formula import OPERANDS, RAMP, WHOLE, FormulaWriter
from sp_app.explanation.saying import Said, Speaker
from sp_app.explanation.values import value_words
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_core.analysis import Explainer, explain
from sp_core.errors import InvalidInput
from sp_core.model import quantities
from sp_core.scenario import Scenario
from tests.core import ground
from tests.core.test_analysis_explain import MOVED, PAID, financed, mixture

LAO = re.compile("[\u0e80-\u0eff]")
SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-"})


def models() -> Iterator[tuple[str, Explainer]]:
    """Yield every scenario of the library, and scenarios of every structure."""
    queries = open_database().queries()
    for name in scenario_ids():
        scenario = load_scenario(name)
        yield name, Explainer(scenario, model_inputs(queries, scenario), scenario.overrides)
    yield "mixture", Explainer(mixture(), ground.inputs(), MOVED)
    for phase_out in ("linear", "step", "geometric"):
        yield phase_out, Explainer(financed(phase_out), ground.inputs(), PAID)


MODELS = dict(models())


def all_said(said: Said) -> Iterator[Said]:
    yield said
    for one in said.inputs:
        yield from all_said(one)


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("name", MODELS)
def test_every_quantity_input_and_parameter_can_be_said(name: str, language: str) -> None:
    """A new quantity, short name, parameter or unit fails here until it gets its texts in model.*.po."""
    explainer = MODELS[name]
    speaker = Speaker(texts(language), explainer.scenario)
    for quantity in quantities(explainer.scenario):
        for year in (explainer.years[0], explainer.years[5]):
            said = speaker.say(explainer.explain(quantity.name, year, 1))
            assert said.title and said.words and said.values
            for one in all_said(said):
                assert "{" not in one.title + one.words + one.values + one.short, one
                assert one.value and one.kind


def test_a_cost_is_said_in_words_and_numbers() -> None:
    said = Speaker(texts("en"), scene("mecg_to_scale")).say(MODELS["mecg_to_scale"].explain("cost_lak.mecg", 2030, 1))
    assert said.words == "cost, Mother and Early Childhood Grant, 2030 = benefits paid × (1 + administration)"
    assert said.values == "335.8 billion kip = 319.8 billion kip × (1 + 5%)"
    rate = said.inputs[1]
    assert (rate.title, rate.value, rate.note, rate.origin) == ("Administration rate", "5%", "as today", "ilo_rap_2011")


def test_the_same_cost_in_lao() -> None:
    said = Speaker(texts("lo"), scene("mecg_to_scale")).say(MODELS["mecg_to_scale"].explain("cost_lak.mecg", 2030, 1))
    assert said.words.endswith(" = ເງິນອຸດໜູນທີ່ຈ່າຍ × (1 + ຄ່າໃຊ້ຈ່າຍບໍລິຫານ)")
    assert said.values == "335,8 ຕື້ກີບ = 319,8 ຕື້ກີບ × (1 + 5%)"
    assert all(LAO.search(one.title) for one in all_said(said))


def test_a_moved_lever_and_an_illustrative_one_say_so() -> None:
    said = Speaker(texts("en"), scene("mecg_to_scale")).say(MODELS["mecg_to_scale"].explain("coverage.mecg", 2030, 1))
    inputs = {one.short: one for one in said.inputs}
    assert inputs["coverage reached"].note == "moved; today 0.4%"
    assert inputs["take-up"].illustrative
    assert inputs["coverage today, 2025"].note == "estimate"
    assert inputs["coverage today, 2025"].origin == "unicef_lao_2021"


def test_a_total_names_its_programmes() -> None:
    said = Speaker(texts("en"), mixture()).say(MODELS["mixture"].explain("cost_lak", 2030, 1))
    assert said.words == "cost, 2030 = cost, a + cost, b + cost, c + cost, d"


def test_a_total_of_many_programmes_numbers_its_subtotals() -> None:
    many = ground.scenario(*(ground.programme(f"p{number}") for number in range(9)))
    said = Speaker(texts("en"), many).say(explain(many, ground.inputs(), {}, "recipients", 2030, 2))
    assert said.words == "recipients, 2030 = recipients, subtotal 1 + recipients, subtotal 2"
    assert said.inputs[1].words == "recipients, subtotal 2, 2030 = recipients, p7 + recipients, p8"


def test_the_first_year_of_a_chain_and_a_negative_input_are_said() -> None:
    speaker = Speaker(texts("en"), mixture())
    assert speaker.say(MODELS["mixture"].explain("growth_factor", 2025, 1)).words.endswith("set to 1 in the first year")
    assert speaker.say(MODELS["mixture"].explain("growth", 2030, 1)).values.startswith("1.458% = 2.458% + (−1%)")


def scene(name: str) -> Scenario:
    return MODELS[name].scenario


class Symbols:
    """Texts that write a function as Python does, so that what was written can be read back."""

    def __call__(self, key: str, /, **values: object) -> str:
        name = key.removeprefix("model.function_")
        return f"{name}({', '.join(str(values[letter]) for letter in OPERANDS if letter in values)})"


FORMULAS = sorted({one.formula for explainer in MODELS.values() for one in quantities(explainer.scenario)})


@pytest.mark.parametrize("formula", FORMULAS)
def test_words_and_brackets_keep_the_formula(formula: str) -> None:
    """Written with its own short names and read back, every formula of the model is itself."""
    writer = FormulaWriter(Symbols(), numbers("en"), lambda short: short, in_words=False)  # type: ignore[arg-type]
    written = writer.write(formula).translate(SIGNS)
    assert ast.dump(ast.parse(written, mode="eval")) == ast.dump(ast.parse(formula, mode="eval"))


def test_parts_said_as_a_whole_are_parts_of_the_model() -> None:
    """When the model writes such a part otherwise, its sentence must be written anew."""
    assert RAMP in FORMULAS
    assert all(any(part in formula for formula in FORMULAS) for part in WHOLE)


def test_a_formula_with_another_sign_is_refused() -> None:
    writer = FormulaWriter(texts("en"), numbers("en"), lambda short: short, in_words=True)
    with pytest.raises(InvalidInput, match=r"a \*\* 2"):
        writer.write("a ** 2")


@pytest.mark.parametrize(
    ("value", "unit", "english", "lao"),
    [
        (0.0047014, "share", "0.4701%", "0,4701%"),
        (0.05, "share", "5%", "5%"),
        (-0.0125, "share", "−1.25%", "−1,25%"),
        (2.9051e12, "lak", "2,905 billion kip", "2.905 ຕື້ກີບ"),
        (4.2e7, "lak", "42 million kip", "42 ລ້ານກີບ"),
        (0.0, "lak", "0 kip", "0 ກີບ"),
        (616155.2, "lak_month", "616,155 kip a month", "616.155 ກີບຕໍ່ເດືອນ"),
        (1.2345678, "factor", "1.235", "1,235"),
        (374192.4, "persons", "374,192 persons", "374.192 ຄົນ"),
        (11_597_000.0, "usd", "11.6 million US dollars", "11,6 ລ້ານໂດລາສະຫະລັດ"),
        (2030.0, "year", "2030", "2030"),
    ],
)
def test_values_are_printed_with_their_unit(value: float, unit: str, english: str, lao: str) -> None:
    assert value_words(texts("en"), numbers("en"), value, unit) == english
    assert value_words(texts("lo"), numbers("lo"), value, unit) == lao


def test_what_is_shown_to_the_leaves_keeps_its_source() -> None:
    """Every given number beneath the cost of a real scenario names its origin and place."""
    explainer = MODELS["social_pension_65"]
    node = explain(explainer.scenario, explainer.inputs, explainer.values, "cost_lak.social_pension", 2030, 8)
    leaves = [one for one in all_said(Speaker(texts("en"), explainer.scenario).say(node)) if one.origin]
    assert len(leaves) > 10
    assert all(one.locator for one in leaves)
