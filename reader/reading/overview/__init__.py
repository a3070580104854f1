"""What an overview shows: of one article, of several together, or of one against the others."""

from .company import MOST_IN_TRIANGLE, Triangle, triangle
from .figures import Figure, figures
from .histogram import Bin, Unit, histogram
from .material import Document, Key, Material, Somebody, Stop
from .places import Country, Named, countries
from .speakers import Sort, Speaker, speakers

__all__ = [
    "MOST_IN_TRIANGLE",
    "Bin",
    "Country",
    "Document",
    "Figure",
    "Key",
    "Material",
    "Named",
    "Somebody",
    "Sort",
    "Speaker",
    "Stop",
    "Triangle",
    "Unit",
    "countries",
    "figures",
    "histogram",
    "speakers",
    "triangle",
]
