"""Adapters from the columns of golden files to the functions of the core, one file per subject.

They know columns, not rows or files. A result in percent is the core's share times 100.
"""

from tests.golden.adapters import costing, indicators, sdg131

ADAPTERS = tuple(adapter for subject in (costing, indicators, sdg131) for adapter in subject.adapters.all)
