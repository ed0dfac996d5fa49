"""The documentation as a site: guides, API and lesson pages, made of files that exist already."""
