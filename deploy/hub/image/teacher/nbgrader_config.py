"""nbgrader's settings for the teacher: the class's own, and where hand-ins travel.

Formgrader shows an empty list, and no error, unless it reads the class's own settings.
"""

import os

c = get_config()
_class = os.path.expanduser(f"~/{os.environ['RUNNING_MUSCLES_CLASS']}/nbgrader_config.py")
if os.path.exists(_class):  # before `running-muscles class new` there is none
    load_subconfig(_class)
c.Exchange.root = "/srv/exchange"
