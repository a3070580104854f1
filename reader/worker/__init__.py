"""The processes that read and analyse, outside the process of the interface."""
