"""Communiqué: how to read a diplomatic news story, with every claim tied to the exact words behind it."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .base.errors import ArticleError, CommuniqueError, Fault
    from .charts import mention_map, reaction_network, reaction_networks, stance_chart, timeline
    from .drafting.corpus.drafting import draft_corpus
    from .frames.article import Article, draft_article, load_article, voice_shares
    from .frames.corpus import Corpus, load_corpus
    from .frames.scores import score_draft
    from .student.lesson import Lesson, open_lesson
    from .text.times import resolve_date
    from .widgets.reader import Reader
    from .widgets.review import review_bench

#: Module -> its public names. Each is imported when one of them is first used: a reader needs no pandas.
_MODULES = {
    "frames.article": ("Article", "draft_article", "load_article", "voice_shares"),
    "base.errors": ("ArticleError", "CommuniqueError", "Fault"),
    "teacher.report.report": ("ClassReport", "load_class"),
    "frames.corpus": ("Corpus", "load_corpus"),
    "student.lesson": ("Lesson", "open_lesson"),
    "widgets.reader": ("Reader",),
    "drafting.corpus.drafting": ("draft_corpus",),
    "charts": ("mention_map", "reaction_network", "reaction_networks", "stance_chart", "timeline"),
    "text.times": ("resolve_date",),
    "widgets.review": ("review_bench",),
    "frames.scores": ("score_draft",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}
__all__ = [
    "Article",
    "ArticleError",
    "ClassReport",
    "CommuniqueError",
    "Corpus",
    "Fault",
    "Lesson",
    "Reader",
    "draft_article",
    "draft_corpus",
    "load_article",
    "load_class",
    "load_corpus",
    "mention_map",
    "open_lesson",
    "reaction_network",
    "reaction_networks",
    "resolve_date",
    "review_bench",
    "score_draft",
    "stance_chart",
    "timeline",
    "voice_shares",
]
__version__ = "0.2.0"


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"communique has no '{name}'; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
