"""Questions put to a scenario: why, what would it take, how sure, what matters, what differs.

explain · solve · simulate and fan · tornado · compare · framework · stress · delay
debt_change · guarantee_gaps
"""

from sp_core.analysis.comparison import Row, Run, compare
from sp_core.analysis.debt_change import DebtMoved, debt_change
from sp_core.analysis.delay import Delay, delay
from sp_core.analysis.draws import Draws
from sp_core.analysis.explanation import CARD_DEPTH, Explainer, Input, LeverSource, Node, ParameterSource, explain
from sp_core.analysis.framework import Framework, Line, framework
from sp_core.analysis.guarantee_gaps import GuaranteeGap, guarantee_gaps
from sp_core.analysis.one_at_a_time import Bar, Tornado, tornado, uncertain_ranges
from sp_core.analysis.quantiles import PROBABILITIES, Fan, fan
from sp_core.analysis.simulation import Simulation, difference, simulate
from sp_core.analysis.solution import Answer, Found, NoSolution, solve
from sp_core.analysis.stress import Stressed, stress
from sp_core.analysis.uncertainty import Beta, History, Lognormal, TwoPiece, Uncertain, Uncertainty, Variants

__all__ = [
    "CARD_DEPTH",
    "PROBABILITIES",
    "Answer",
    "Bar",
    "Beta",
    "DebtMoved",
    "Delay",
    "Draws",
    "Explainer",
    "Fan",
    "Found",
    "Framework",
    "GuaranteeGap",
    "History",
    "Input",
    "LeverSource",
    "Line",
    "Lognormal",
    "NoSolution",
    "Node",
    "ParameterSource",
    "Row",
    "Run",
    "Simulation",
    "Stressed",
    "Tornado",
    "TwoPiece",
    "Uncertain",
    "Uncertainty",
    "Variants",
    "compare",
    "debt_change",
    "delay",
    "difference",
    "explain",
    "fan",
    "framework",
    "guarantee_gaps",
    "simulate",
    "solve",
    "stress",
    "tornado",
    "uncertain_ranges",
]
