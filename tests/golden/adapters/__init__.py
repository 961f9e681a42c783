"""Adapters from the columns of golden files to the functions of the core, one file per subject.

They know columns, not rows or files. A result in percent is the core's share times 100.
"""

from tests.golden.adapters import costing, distribution, fiscal, indicators, pension, sdg131, uncertainty

SUBJECTS = (costing, indicators, sdg131, fiscal, uncertainty, distribution, pension)
ADAPTERS = tuple(adapter for subject in SUBJECTS for adapter in subject.adapters.all)
