"""The headline workshop: a headline compared with the report's facts, by words and stems."""
