"""Names gathered into entities: each person or thing once."""
