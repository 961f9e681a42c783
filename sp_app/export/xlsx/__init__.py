"""A scenario as a workbook of live formulas: a lever moved in Excel or LibreOffice gives what Python gives.

formula   one quantity of the model as a formula        plan    which sheet and row each number has
writing   the head of a sheet, a row of years           levers, tables, framework, check, sources, cover: sheets
"""
