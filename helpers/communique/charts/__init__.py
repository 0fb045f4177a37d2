"""Charts: a DataFrame in, a plotly Figure out. No widget, no display.

It imports `coding` and `base`, and is shown by `widgets/show`.
"""

from __future__ import annotations

from .mention_map import mention_map
from .reaction_network import reaction_network, reaction_networks
from .stances import stance_chart, stance_charts
from .timeline import timeline

__all__ = ["mention_map", "reaction_network", "reaction_networks", "stance_chart", "stance_charts", "timeline"]
