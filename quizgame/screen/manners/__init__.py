"""How a question is put: to one alone, against the one clock, in turns, on buzzers; knows no scene."""
