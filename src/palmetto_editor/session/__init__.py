"""The open document, without a window: history, recovery, settings, the pipeline. No Qt.

Start with `document` (the Session: the one door for edits), then `history`. `recovery` keeps
copies apart from the file; `files` opens, saves and exports; `pipeline` turns an article into
a page, its patches and its findings. May import everything below it.
"""
