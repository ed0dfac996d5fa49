"""How every movement of the course is posed, as people would say it; `data/make/movements.py` solves it."""
