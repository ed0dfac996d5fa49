"""Where the built scripts and style sheets of the widgets lie; `widgets/js` is their source."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
