"""What holds for the project as a whole: its shape, its words, its packages, its lists."""
