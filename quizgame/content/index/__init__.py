"""The catalogue of all questions: filled, compared and dealt from; reads no YAML."""
