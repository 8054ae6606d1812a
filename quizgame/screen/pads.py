"""The pads that come and go: kept open so that they are heard, and told apart; knows no button's meaning."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

from quizgame.screen.scene import Input, Plugged

if TYPE_CHECKING:
    from pygame._sdl2.controller import Controller


class Pads:
    """The game controllers that are plugged in.

    Each is called by its number, "pad 1", which it gets again when it comes back: the system would call it
    another one then. Of two pads of the same make that were both pulled out, the first to come back is
    taken for the first that went.
    """

    def __init__(self) -> None:
        from pygame._sdl2 import controller  # costs milliseconds that the first frame need not wait for

        self._controller = controller
        self._open: dict[int, Controller] = {}
        self._makes: list[str] = []
        self._numbers: dict[int, int] = {}
        controller.init()
        for number in range(controller.get_count()):
            self._plug(number)

    def plugged(self) -> frozenset[str]:
        """The pads that are there now."""
        return frozenset(self.name(instance) for instance in self._open)

    @property
    def there(self) -> bool:
        """Whether anything is plugged in that may be a pad, be it heard or not."""
        return bool(self._controller.get_count())

    def name(self, instance: int) -> str:
        """What a pad is called that SDL knows by this number."""
        return f"pad {self._numbers.get(instance, instance) + 1}"

    def notice(self, event: pygame.Event) -> list[Input]:
        """Follow what is plugged in and out, and tell."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            instance = self._plug(event.device_index)
            return [] if instance is None else [Plugged(self.name(instance), True)]
        if event.type == pygame.CONTROLLERDEVICEREMOVED and event.instance_id in self._open:
            del self._open[event.instance_id]
            return [Plugged(self.name(event.instance_id), False)]
        return []

    def _plug(self, number: int) -> int | None:
        """Open a pad; gives back its number, or None where it was open already or cannot be opened."""
        if not self._controller.is_controller(number):
            return None
        with suppress(pygame.error):
            pad = self._controller.Controller(number)
            joystick = pad.as_joystick()
            instance = joystick.get_instance_id()
            if instance not in self._open:
                self._numbers[instance] = self._place(joystick.get_guid())
                self._open[instance] = pad
                return int(instance)
        return None

    def _place(self, make: str) -> int:
        """The number of a pad that has gone and is of the same make, or else a new one."""
        taken = {self._numbers[instance] for instance in self._open}
        for place, known in enumerate(self._makes):
            if known == make and place not in taken:
                return place
        self._makes.append(make)
        return len(self._makes) - 1
