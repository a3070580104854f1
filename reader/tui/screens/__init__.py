"""The screens: the reading room and the dialogs over it."""
