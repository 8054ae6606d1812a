"""What the player sees, hears and presses; knows no files but its own assets."""
