"""Bytes to nodes: what stands between a file and its places and words; knows no question."""
