"""Questions and marks on their way to and from other systems.

The middle form is the bank's own questions (`running_muscles.quiz.questions`): a writer turns
them into one format, a reader makes them of one, and both say what could not be carried and why.
"""
