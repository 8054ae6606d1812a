"""Facts times templates to questions that nobody can contest; reads no file."""
