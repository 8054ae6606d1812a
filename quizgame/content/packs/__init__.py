"""Packs written by hand, and the pictures beside them; knows no fact."""
