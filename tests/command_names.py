"""The commands of the game, in the order in which its help names them."""

from __future__ import annotations

COMMANDS = (
    "play",
    "challenge",
    "new",
    "check",
    "schema",
    "preview",
    "packs",
    "import",
    "export",
    "list",
    "facts",
    "scores",
    "reports",
    "simulate",
)
