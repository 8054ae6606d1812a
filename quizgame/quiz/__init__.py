"""The game itself: questions, chance, rules and state; knows no file, no clock and no window."""
