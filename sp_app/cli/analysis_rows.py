"""Answers of sp_core.analysis as rows for CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator

from sp_app.cli.question import Question
from sp_app.cli.writing import Row as Line
from sp_app.data.projection_text import SIMULATED
from sp_app.explanation.saying import Said
from sp_core.analysis import Answer, Fan, Found, Node, Tornado, Uncertainty
from sp_core.analysis import Row as Compared


def solved(asked: Question, lever: str, result: str, year: int, target: float, answer: Answer) -> Line:
    """Return the answer of a solve: found with value and result, or none with what the results can be."""
    found = isinstance(answer, Found)
    return {
        "status": SIMULATED,
        "lever": lever,
        "lever_unit": asked.scenario.lever(lever).unit,
        "result": result,
        "unit": asked.unit(result),
        "year": year,
        "target": target,
        "answer": "found" if found else "none",
        "value": answer.value if isinstance(answer, Found) else None,
        "reached": answer.result if isinstance(answer, Found) else None,
        "exact": answer.exact if isinstance(answer, Found) else None,
        "also": list(answer.others) if isinstance(answer, Found) else [],
        "lowest": None if isinstance(answer, Found) else answer.lowest,
        "highest": None if isinstance(answer, Found) else answer.highest,
    }


def fanned(asked: Question, fan: Fan) -> Iterator[Line]:
    """Yield one row per year: the scenario's own line, quantiles and their standard errors."""
    words = [f"p{round(100 * probability):02d}" for probability in fan.probabilities]
    for at, year in enumerate(fan.years):
        yield {
            "result": fan.name,
            "unit": asked.unit(fan.name),
            "year": year,
            "status": SIMULATED,
            "draws": fan.count,
            "seed": fan.seed,
            "central": fan.central[at],
            **dict(zip(words, fan.quantiles[at], strict=True)),
            **{f"se_{word}": error for word, error in zip(words, fan.errors[at], strict=True)},
        }


def bars(asked: Question, answer: Tornado, spread: Uncertainty) -> list[Line]:
    """Return the bars of a tornado, the widest first; `spread` says how sure each range is."""
    status = {lever.id: one.status for lever, one in spread.of(asked.scenario)}
    return [
        {
            "rank": rank,
            "lever": bar.lever,
            "lever_unit": asked.scenario.lever(bar.lever).unit,
            "basis": status.get(bar.lever, "whole range"),
            "status": SIMULATED,
            "low": bar.low,
            "high": bar.high,
            "result_at_low": bar.at_low,
            "result_at_high": bar.at_high,
            "swing": bar.swing,
            "base": answer.base,
        }
        for rank, bar in enumerate(answer.bars, start=1)
    ]


def explained(node: Node, said: Said, depth: int = 0) -> Iterator[Line]:
    """Yield the nodes of an explanation from the top down, each with its depth."""
    yield {"depth": depth, **_node(node, said)}
    for one, words in zip(node.inputs, said.inputs, strict=True):
        yield from explained(one.node, words, depth + 1)


def tree(node: Node, said: Said) -> Line:
    """Return an explanation as nested objects."""
    inputs = [tree(one.node, words) for one, words in zip(node.inputs, said.inputs, strict=True)]
    return {**_node(node, said), "inputs": inputs}


def compared(row: Compared) -> Line:
    """Return one row of a comparison."""
    return {
        "result": row.result,
        "unit": row.unit,
        "year": row.year,
        "scenario": row.scenario,
        "status": SIMULATED,
        "baseline": row.baseline,
        "modified_baseline": row.modified_baseline,
        "value": row.value,
        "assumption_effect": row.assumption_effect,
        "policy_effect": row.policy_effect,
        "against_first": row.against_first,
    }


def _node(node: Node, said: Said) -> Line:
    return {
        "name": node.name,
        "status": SIMULATED if node.kind == "quantity" else "",
        "kind": node.kind,
        "year": node.year,
        "value": node.value,
        "unit": node.unit,
        "formula": node.formula,
        "short": said.short,
        "title": said.title,
        "shown": said.value,
        "words": said.words,
        "numbers": said.values,
        "note": said.note,
        "illustrative": said.illustrative,
        "origin": said.origin,
        "locator": said.locator,
    }
