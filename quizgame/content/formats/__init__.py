"""Other programs' question files, a module each; none of them knows a folder, a pack or another format."""
