"""What stands behind a result: the parameters and levers that its operations on the tape lead back to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape


def leaves_behind(tape: Tape, results: Iterable[str]) -> tuple[set[tuple[str, int]], set[str]]:
    """Return the parameters (id, year) and the levers that `results` depend on, in any year."""
    wanted = set(results)
    waiting = [number for name, numbers in tape.results if name in wanted for number in numbers]
    first_step = len(tape.levers) + len(tape.values) + len(tape.literals)
    parameters: set[tuple[str, int]] = set()
    levers: set[str] = set()
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        if number >= first_step:
            waiting.extend(tape.steps[number - first_step][1:])
        elif number < len(tape.levers):
            levers.add(tape.levers[number])
        elif number < len(tape.levers) + len(tape.parameters):
            parameters.add(tape.parameters[number - len(tape.levers)])
    return parameters, levers


def credits_behind(
    tape: Tape, inputs: ModelInputs, results: Iterable[str], credit: Callable[[str], str]
) -> tuple[str, ...]:
    """Return the printed credit of every published figure behind `results`, each once, in the order of the inputs."""
    parameters, _ = leaves_behind(tape, results)
    used = [p for p in inputs if (p.id, p.year) in parameters and p.status != "illustrative"]
    return tuple(dict.fromkeys(credit(p.origin) for p in used))


def illustrative_behind(tape: Tape, scenario: Scenario, inputs: ModelInputs, results: Iterable[str]) -> bool:
    """Say whether a lever or a given value behind `results` is an illustrative choice."""
    parameters, levers = leaves_behind(tape, results)
    chosen = any(lever.illustrative for lever in scenario.levers if lever.id in levers)
    return chosen or any(p.status == "illustrative" for p in inputs if (p.id, p.year) in parameters)
