"""Other programs: the editor, commands that get words, and files that they change."""
