"""Pictures for the README, and the program that takes them."""

import os

# In English, whatever language this machine's own learner has chosen.
os.environ["RUNNING_MUSCLES_LANGUAGE"] = "en"
