"""What helps people write packs: a starter, a schema, mending, writing out; plays nothing."""
