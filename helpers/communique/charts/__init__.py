"""Charts: a DataFrame in, a Chart out. No widget, no display.

It may import `tools`, `review` and the floors below, and is shown by `widgets/show`.
"""

from .chart import Chart, ChartLabel, ChartMark
from .mention_map import mention_map
from .positions import stance_chart
from .reactions import reaction_network, reaction_networks
from .timeline import timeline

__all__ = [
    "Chart",
    "ChartLabel",
    "ChartMark",
    "mention_map",
    "reaction_network",
    "reaction_networks",
    "stance_chart",
    "timeline",
]
