"""Turn words and an ordered list of faces into shaped lines, as wide as the engine draws them."""

from broadside.fonts.faces import Face, choose_weights, find_missing, is_joined
from broadside.fonts.shaping import Run, Shaped, shape, split_runs

__all__ = ["Face", "Run", "Shaped", "choose_weights", "find_missing", "is_joined", "shape", "split_runs"]
