"""spaCy to columns: pipelines found and loaded, articles cut into passages and parsed."""

from .threads import use_one_thread

use_one_thread()  # before any module here imports numpy
