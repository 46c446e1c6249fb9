"""The folder on disk: read, written, verified, migrated; a zip of the folder is the same bundle.

Start with `layout` (which files a bundle has), then `export` (page -> files -> read back -> done)
and `read` (a path -> Opened). `codec` is the one door between `article.json` and the Article,
`profile` that of `publication.toml`, `manifest` that of `manifest.json`. `swap` and `disk` keep
writing all or nothing; `archive` and `folder` read what strangers made, within limits. What is
written stands in `write`, what is wrong with a bundle in `verify`.

May import `checks` and everything below it. Knows no window: progress goes to a `Progress`.
"""
