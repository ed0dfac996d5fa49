"""How a lesson becomes a page: `jupyter nbconvert --to html --execute 03-core.ipynb` in this folder.

Widgets need a kernel and scripts from the network; their static pictures need neither.
"""

c = get_config()  # noqa: F821

PAGES = ["text/html", "text/markdown", "image/svg+xml", "image/png", "text/plain"]
c.HTMLExporter.exclude_input = True
c.HTMLExporter.exclude_output_prompt = True
c.NbConvertBase.display_data_priority = PAGES
# Nothing is fetched from elsewhere when the page is read.
c.HTMLExporter.mathjax_url = ""
c.HTMLExporter.require_js_url = ""
