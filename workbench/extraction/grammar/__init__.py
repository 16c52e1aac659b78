"""What English grammar says of words: nouns, verbs and their tenses, subjects, roles and nations."""
