"""A page, a file or bytes become paragraphs, a headline and a day; no script is run, and nothing is fetched."""
