"""What run.py does, one subject per file. Standard library only: it runs before anything is installed.

commands      which words run.py understands
problem       what stops a command, in words for people
places        where things are: the project, its environment, its Python
process       running other programs and passing on their end
environment   the environment .venv: making it, installing into it, knowing that it is complete
serving       starting the dashboard, waiting until it answers, opening the browser
network       ports and the addresses of this computer in its network
apt           installing a program of the distribution
chromium      a browser for the browser tests
office        LibreOffice for the tests of workbooks
checking      tests, checks and benchmarks
bundling      the folder for a USB stick
"""
