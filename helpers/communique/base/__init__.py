"""What every room needs: errors in sentences, places and files, YAML, remembered work, the words that widgets say.

It may import no other room.
"""
