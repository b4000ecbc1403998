"""Guidewright: source articles in, clean and linked Markdown guides out."""

__version__ = "0.1.0"
