"""The ways to show how an answer went, one module each; knows no money but what it is told."""
