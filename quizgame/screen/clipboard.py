"""The clipboard behind the wall: text out and in; knows no scene."""

from __future__ import annotations

import pygame

MOST = 4_000  # characters that are taken in: whoever pastes a book gets its beginning


def copy(text: str) -> bool:
    """Put a text on the clipboard; False where the system has none."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return False
    return True


def paste() -> str:
    """The text on the clipboard, or its beginning; "" where there is none."""
    try:
        return pygame.scrap.get_text()[:MOST] if pygame.scrap.has_text() else ""
    except pygame.error:
        return ""
