"""GraphML: the same graph for yEd, igraph and networkx."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from ..analysis import Analysis
from .graph import graph_of, in_xml
from .text import Told

_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("mentions", "node", "int"),
    ("relation", "edge", "string"),
    ("weight", "edge", "int"),
)


def write(analysis: Analysis) -> bytes:
    """The graph as XML.

    Edges of relation `together` are written once; their direction means nothing.
    """
    graph = graph_of(Told(analysis))
    root = Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for name, of, kind in _KEYS:
        SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    inside = SubElement(root, "graph", {"id": "article", "edgedefault": "directed"})
    for entity in graph.entities:
        node = SubElement(inside, "node", {"id": entity.id})
        _data(node, name=entity.name, kind=entity.kind, mentions=len(entity.mentions))
    for relation, pairs in (("together", graph.together), ("quotes", graph.quotes)):
        for (first, second), count in pairs.items():
            edge = SubElement(
                inside,
                "edge",
                {
                    "id": f"{relation}-{first}-{second}",
                    "source": first,
                    "target": second,
                },
            )
            _data(edge, relation=relation, weight=count)
    made: bytes = tostring(root, "utf-8", xml_declaration=True)
    return made + b"\n"


def _data(parent: Element, **values: object) -> None:
    for name, value in values.items():
        SubElement(parent, "data", {"key": name}).text = in_xml(str(value))
