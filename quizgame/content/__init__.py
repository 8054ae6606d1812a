"""Words on disk turned into questions; knows no window and no scores."""
