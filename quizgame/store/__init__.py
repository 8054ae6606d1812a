"""What a player would cry over: scores and settings on disk; knows no window and no question files."""
