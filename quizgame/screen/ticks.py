"""The beat of all that moves by itself behind a screen; knows not what that is."""

TICK_MS = 160  # between two pictures of what goes quickly
SLOWLY = 2  # ticks from one picture to the next of what goes slowly
