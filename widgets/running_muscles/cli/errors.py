"""What goes wrong on the command line, said in one sentence."""


class CommandError(Exception):
    """A command cannot be done; the message names what, where and the mend."""
