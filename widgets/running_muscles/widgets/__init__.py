"""The only room that knows about the browser: one small module a widget."""

from running_muscles.widgets.in_page import talk_as_over_a_server

talk_as_over_a_server()
