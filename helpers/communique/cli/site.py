"""Build the course as a website that runs in the browser alone, with nothing to install.

The folder works on any web host and from a USB stick with: python -m http.server. Answers stay in each student's
browser. Needs: pip install 'communique[site]'.
"""

import argparse
from collections.abc import Iterator

from .arguments import path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique site`."""
    parser.add_argument("out", type=path, help="the folder to build, new or built by this command before")
    help_pyodide = "a folder with Pyodide, to be part of the site, so that it needs no other (default: jsDelivr's)"
    parser.add_argument("--pyodide", metavar="FOLDER", type=path, help=help_pyodide)


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Build the site and say how to look at it."""
    from ..student.site.building import build_site

    build_site(chosen.out, chosen.pyodide)
    yield f"The site is in {chosen.out.resolve()}"
    yield f"Put it on any web host, or look at it here: python -m http.server --bind 127.0.0.1 --directory {chosen.out}"
