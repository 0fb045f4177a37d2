"""The negotiating table: moves with evidence, and the communiqué they end in; no party of any report is named here."""
