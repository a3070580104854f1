"""What is known before an article is read: word lists and gazetteers, through one loader."""
