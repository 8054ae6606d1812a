"""Making what somebody typed fit for a high-score table, and telling players apart; knows no table."""

from __future__ import annotations

import unicodedata

MAX_NAME = 24

# Control, format (bidi overrides, zero-width joiners), surrogates and private characters.
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co"})
# Letters and marks that Unicode wants drawn as nothing, though their category does not say so.
_UNSEEN = frozenset(
    map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x1810)))
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


def clean_name(text: str) -> str:
    """`text` as a name of at most 24 visible characters (NFC, single blanks); "" if nothing is left."""
    spaced = " ".join(text.split())
    seen = "".join(c for c in spaced if unicodedata.category(c) not in _UNFIT and c not in _UNSEEN)
    # Composed last, for taking a joiner out may bring a letter and its accent together.
    composed = " ".join(unicodedata.normalize("NFC", seen).split())
    return composed[:MAX_NAME].rstrip()


def fold(name: str) -> str:
    """`name` without what makes no difference in a table: capitals, blanks, wide letters."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
