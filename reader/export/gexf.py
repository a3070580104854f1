"""GEXF 1.3: the graph of who with whom and who quotes whom, for Gephi."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from ..analysis import Analysis
from .graph import graph_of, in_xml
from .text import Told


def write(analysis: Analysis) -> bytes:
    """The graph as XML. Edges of kind `together` are written once; their direction means nothing.

    One direction for all: networkx and igraph read no graph of both sorts.
    """
    graph = graph_of(Told(analysis))
    root = Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    inside = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    about = SubElement(inside, "attributes", {"class": "node"})
    SubElement(about, "attribute", {"id": "kind", "title": "kind", "type": "string"})
    SubElement(about, "attribute", {"id": "mentions", "title": "mentions", "type": "integer"})
    nodes = SubElement(inside, "nodes")
    for entity in graph.entities:
        node = SubElement(nodes, "node", {"id": entity.id, "label": in_xml(entity.name)})
        values = SubElement(node, "attvalues")
        for name, value in (("kind", str(entity.kind)), ("mentions", str(len(entity.mentions)))):
            SubElement(values, "attvalue", {"for": name, "value": value})
    edges = SubElement(inside, "edges")
    for kind, pairs in (("together", graph.together), ("quotes", graph.quotes)):
        for (first, second), count in pairs.items():
            SubElement(
                edges,
                "edge",
                {
                    "id": f"{kind}-{first}-{second}",
                    "source": first,
                    "target": second,
                    "label": kind,
                    "weight": str(count),
                },
            )
    made: bytes = tostring(root, "utf-8", xml_declaration=True)
    return made + b"\n"
