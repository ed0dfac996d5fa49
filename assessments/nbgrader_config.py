"""nbgrader's settings for this class; what is peculiar to it stands in class.toml."""

import os

from running_muscles.classroom.config import configure

c = get_config()
configure(c, os.path.dirname(os.path.abspath(__file__)))

# Where hand-ins travel, the same folder for you and your students:
# c.Exchange.root = "/srv/nbgrader/exchange"
