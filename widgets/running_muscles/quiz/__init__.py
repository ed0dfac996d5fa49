"""A question and its answer: the bank, scoring, building quizzes, grading inside nbgrader."""
