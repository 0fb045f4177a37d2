"""Charts: a DataFrame in, a plotly Figure out. No widget, no display."""

from __future__ import annotations

from .mention_map import mention_map
from .reaction_network import reaction_network, reaction_networks
from .timeline import timeline

__all__ = ["mention_map", "reaction_network", "reaction_networks", "timeline"]
