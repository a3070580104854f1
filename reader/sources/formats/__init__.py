"""The formats that are read, one small module each; `registry.py` names them in order."""
