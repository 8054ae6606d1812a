"""The parts of the night picture: each draws one thing into a float picture, none knows where it is saved."""
