"""A quiz on paper: the students' sheets, which hold no key, and the key sheet apart from them."""
