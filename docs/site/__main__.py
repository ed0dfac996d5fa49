"""Build the documentation: python -m docs.site FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.site import lessons
from docs.site.build import BuildError, build, checked

out = Path(sys.argv[1])
try:
    build(out)
    lessons.write(out / "lessons")
    checked(out)
except BuildError as error:
    sys.exit(str(error))
print(f"The documentation is in {out}: open {out / 'index.html'}.")
