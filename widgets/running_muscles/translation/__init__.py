"""The language that the course speaks, and its catalogues (`locale/`, gettext).

English stands in the source. A sentence that a catalogue does not hold stays English.
"""
