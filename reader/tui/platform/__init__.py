"""The terminal and the event loop: the only folder with private names of Textual and asyncio."""
