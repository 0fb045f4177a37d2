"""The coding desk: two codings of one text compared, and how far they agree."""
