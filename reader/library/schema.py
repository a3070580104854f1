"""The tables of the library, as a list of migrations; the file's `user_version` counts them."""

MIGRATIONS = (
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        place TEXT NOT NULL,
        published TEXT NOT NULL,
        opened REAL NOT NULL
    );
    CREATE TABLE known (
        sort TEXT NOT NULL,
        value TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        PRIMARY KEY (sort, value)
    ) WITHOUT ROWID;
    CREATE TABLE items (
        id TEXT PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        body TEXT NOT NULL,
        modified REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX items_of_article ON items (article);
    CREATE VIRTUAL TABLE words USING fts5 (title, note, tags, passage, item UNINDEXED,
                                           article UNINDEXED, tokenize = 'unicode61');
    """,
    """
    CREATE TABLE marks (
        article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        letter TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (article, letter)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE steps (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        undone INTEGER NOT NULL,
        body TEXT NOT NULL
    );
    CREATE INDEX steps_of_article ON steps (article);
    """,
)

COPIED = ("articles", "known", "items", "words", "marks", "steps")
"""What is saved from a damaged file, in this order."""
