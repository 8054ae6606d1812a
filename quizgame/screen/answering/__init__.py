"""The ways to answer a question on the screen, one module each; knows no clock, no crew and no answer."""
