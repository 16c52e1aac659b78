"""Who the people and bodies of a story are, and whom a name, a pronoun or a description means."""
