"""Thirty Seconds Flat, a trivia quiz about the film Heat; this file knows the version and nothing else."""

__version__ = "0.1.0"
