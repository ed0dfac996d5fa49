"""The only room that knows about the browser: one small module a widget."""
