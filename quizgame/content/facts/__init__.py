"""Fact files and what stands behind each fact; makes no question."""
