"""What answers say about questions: pure functions on arrays, for any quiz and any class."""
