"""The reader in a browser on the same machine: `reader --serve ARTICLE` (extra `web`)."""
