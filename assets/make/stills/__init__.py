"""The places of the game as film stills: a small ray tracer and what stands in each place."""
