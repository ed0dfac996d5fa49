"""The report on a class: what it has learned, and which questions failed it.

It holds keys and, unless it is asked not to, names: it belongs into the class's own folder.
"""
