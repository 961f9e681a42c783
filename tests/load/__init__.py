"""Benchmarks: `python3 run.py bench`. The bare app is measured in the same run, so that ratios mean something.

__main__    which parts run, in which order
report      figures → table on the terminal and Markdown
servers     a server as a child process: starting, memory, stopping
bare_app    the app to compare with: one slider, one chart, the same settings
core        the model: projection, trace, replay, size of the tape
exports     hand-outs: how long each format takes
screen      a real browser: first chart, control → paint, drag → paint, replay, bytes
capture     what a real browser sends over the websocket when somebody moves something
crowd       many websocket sessions that send it every few seconds
"""
