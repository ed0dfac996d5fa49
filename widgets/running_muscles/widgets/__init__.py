"""The only room that knows about the browser: one small module a widget."""

from running_muscles.widgets.in_page import say_none_as_null

say_none_as_null()
