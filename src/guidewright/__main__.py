"""`python -m guidewright` is the command line."""

from guidewright.cli import main

main(prog_name="guidewright")
