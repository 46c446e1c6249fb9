"""The folder on disk: read, written, verified, migrated; a zip of the folder is the same bundle.

Start with `layout` (which files a bundle has), then `export` (page -> files -> read back -> done)
and `read` (a path -> Opened). `codec` is the one door between `article.json` and the Article
(`wire` derives its strict types, `sound` says what types cannot), `profile` that of
`publication.toml`, `manifest` that of `manifest.json`; `companions` are the files beside a profile
(a style, packs of rules). `shaping` and `svg` make the lead image in other shapes. `blocked` is
what errors mean to an export.
`write` saves and exports, all or nothing: `workbench` holds the lock and the swap, `conflicts`
asks whether something would be lost, `disk` and `archive` read what strangers made, within
limits. `verify` tells what is wrong.

May import `checks` and everything below it. Knows no window: progress goes to a `Progress`.
"""
