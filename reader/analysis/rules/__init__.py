"""The registry of rules: each with an id, a phrase for people, an example and a counter-example.

The steps name rules by id. What a person reads comes from here, and nothing else may depend on
the wording. The rules of a step are the tables of `data/STEP.toml`; a test analyses every
example and counter-example.
"""

from __future__ import annotations

from .registry import STEPS, Rule, phrase, rule, rules_of

__all__ = ["STEPS", "Rule", "phrase", "rule", "rules_of"]
