"""How the extraction reads the English cases of a public recognizer suite, named on the command line.

The suite's cases stand in files outside the project, a JSON object a line. Each part has a module with a `judge`
that says of one expected result whether it was read right, read wrong or not read, and why not.
"""
