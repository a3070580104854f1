"""What a person does to an article: correct it, highlight it, note, undo, and look it all over."""
