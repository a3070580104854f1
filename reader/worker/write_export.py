"""The process that writes one export; it ends with its standard input."""

from __future__ import annotations

from queue import SimpleQueue

from ..analysis import Analysis, ModelError
from ..analysis.analyzer import Analyzer
from ..export.registry import FORMATS
from .channel import claim_standard_output, decoder, listen, send
from .exporting import Order, Written

_orders = decoder(Order)


def main() -> None:
    """Answer one order."""
    results = claim_standard_output()
    orders: SimpleQueue[Order] = SimpleQueue()
    listen(_orders.decode, orders.put)
    send(results, _written(orders.get()))


def _written(order: Order) -> Written:
    try:
        form = FORMATS[order.form]
        parse = Analyzer(order.model).parse(order.article)
        analysis = Analysis.of(order.article, order.annotations, order.notes)
        if form.is_folder:
            return Written(form.files(analysis, parse))
        return Written({"": form.write(analysis, parse)})
    except ModelError as error:
        return Written({}, str(error))
    except ImportError as error:
        needs = f"The format {order.form} needs the package {error.name}"
        return Written({}, f"{needs}: install reading-room[cas].")
    except Exception as error:  # noqa: BLE001  border of the process: say it
        return Written({}, f"The export failed: {type(error).__name__}: {error}")
