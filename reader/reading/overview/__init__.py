"""What an overview shows: of one article, of several together, or of one against the others."""

from .ahead import count
from .company import MOST_IN_TRIANGLE, TRIANGLE, Triangle, triangle
from .figures import Statistic, figures
from .histogram import Bin, Unit, histogram
from .material import LONG, Key, Material, OverviewArticle, Somebody, Stop, is_long, kept_with
from .places import Country, Named, countries
from .speakers import Sort, Speaker, speakers

__all__ = [
    "LONG",
    "MOST_IN_TRIANGLE",
    "TRIANGLE",
    "Bin",
    "Country",
    "Key",
    "Material",
    "Named",
    "OverviewArticle",
    "Somebody",
    "Sort",
    "Speaker",
    "Statistic",
    "Stop",
    "Triangle",
    "Unit",
    "count",
    "countries",
    "figures",
    "histogram",
    "is_long",
    "kept_with",
    "speakers",
    "triangle",
]
