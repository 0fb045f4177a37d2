"""From any article to a draft of its coding, which a person then accepts, corrects or deletes row by row."""
