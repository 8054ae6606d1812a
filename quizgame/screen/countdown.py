"""The pulse of the last ten seconds: which beat is due; knows no clock and no sound device."""

from __future__ import annotations

LAST_MS = 10_000
LATE_MS = 300  # whoever looks later than this into a second for the first time has missed its beat


class Countdown:
    """Names the sound of each second that begins, once."""

    def __init__(self) -> None:
        self._second: int | None = None

    def due(self, left_ms: int | None) -> str:
        """The sound for what is left of a clock, in ms; "" where none is due, or no clock runs."""
        before, self._second = self._second, None if left_ms is None else -(-left_ms // 1000)
        if not left_ms or not 0 < left_ms <= LAST_MS or self._second == before:
            return ""
        late = before is None and -left_ms % 1000 > LATE_MS
        return "" if late else f"pulse_{self._second}"
