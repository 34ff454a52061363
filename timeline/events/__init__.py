"""Resolved dates to mentions: who did what, to whom, and where the text says so."""

from timeline.events.actors import actors_in

__all__ = ["actors_in"]
