"""A job that ends its process, for the test of processes: a module of its own, which a new process finds quickly."""

from __future__ import annotations

import os

from communique.drafting.corpus.drafting import code_one
from communique.drafting.corpus.manifest import FileOutcome, Job


def code_or_die(job: Job) -> FileOutcome:
    """Code the file, or end the process without a word where the file's name is amp.html."""
    if job.file.endswith("amp.html"):
        os._exit(9)
    return code_one(job)
