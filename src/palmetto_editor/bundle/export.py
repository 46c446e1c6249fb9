"""Export: an article becomes a bundle, and counts as exported once it has been read back.

article -> page -> checked -> files -> beside the target -> read back and compared -> swapped into
place. Errors that the checks find stop it, unless a reason for going on is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from palmetto_editor.bundle import manifest as manifests
from palmetto_editor.bundle.blocked import Blocked, overruled
from palmetto_editor.bundle.codec import decode_article, encode_article
from palmetto_editor.bundle.companions import carried_over
from palmetto_editor.bundle.contents import ARTICLE, PROFILE_COPY, Contents, manifest_of
from palmetto_editor.bundle.layout import files
from palmetto_editor.bundle.manifest import MANIFEST, Fingerprint
from palmetto_editor.bundle.profile import decode_publication, encode_publication
from palmetto_editor.bundle.progress import SILENT, Progress, check_in
from palmetto_editor.bundle.read import publication_in
from palmetto_editor.bundle.readback import disagreements, file_place
from palmetto_editor.bundle.siblings import siblings
from palmetto_editor.bundle.sizes import image_size, image_weight
from palmetto_editor.bundle.sound import require
from palmetto_editor.bundle.write import asset_bytes, export_bundle
from palmetto_editor.checks.check import Checked, look
from palmetto_editor.errors import UserError
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.build import Builder
from palmetto_editor.page.page import Page

__all__ = ["Blocked", "Exported", "NotWhole", "build_page", "export", "rendering", "require_whole"]


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the bundle is, what its files hold, the page that was written, what was found in it."""

    path: Path
    fingerprint: Fingerprint
    page: Page
    checked: Checked


class NotWhole(UserError):  # noqa: N818  (what the writer hears)
    """What was written did not read back as meant; `place` says where. The old bundle stands."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(
            f"The export was given up, and nothing was changed on disk: it differs at {place}.",
            message,
            "Change that place, or report this as a fault of the program.",
        )
        self.place = place


def export(
    article: Article,
    publication: Publication,
    target: Path,
    asset: Mapping[str, Path],
    expected: Fingerprint | None = None,
    *,
    force: bool = False,
    forced: str = "",
    progress: Progress = SILENT,
    renderer: Renderer | None = None,
) -> Exported:
    """Write the whole bundle to a folder, or to a zip by the suffix `.zip`; all or nothing.

    `asset` tells where the bytes of each image file are. `expected` and `force` are as for
    `write.save_article`. `forced` is the reason for exporting in spite of errors that the checks
    find; it goes into the manifest with them. `renderer` is used and left open where one is given.
    Raised: Blocked where there are errors and no reason, ChangedOnDisk where files there would be
    lost, NotWhole where the reading back fails, Cancelled where `progress` asks for that, other
    UserErrors.
    """
    require(article)
    encode_article(article)  # a text that no file can keep is told of before the page is built
    publication = _settled(publication)
    check_in(progress, 0.0, "Building the page")
    with rendering(renderer) as renderer:
        page = build_page(article, publication, asset, renderer)
        page = replace(page, siblings=siblings(target))
    check_in(progress, 0.3, "Checking the article")
    checked = look(article, publication, page)
    against = overruled(checked.findings, forced)
    check_in(progress, 0.4, "Making the files")
    made = files(article, publication, page, lambda name: asset_bytes(asset, name), progress)
    made[MANIFEST] = manifests.encode(manifests.build(made, against))

    def verify(staged: Contents) -> None:
        check_in(progress, 0.85, "Reading the bundle back")
        require_whole(article, publication, made, staged)

    written = export_bundle(target, made, expected, force=force, verify=verify, progress=progress)
    progress.report(1.0, "Exported")
    return Exported(written.path, written.fingerprint, page, checked)


def _settled(publication: Publication) -> Publication:
    """The publication as its file gives it back, with what stands in files of their own."""
    return carried_over(decode_publication(encode_publication(publication)), publication)


def build_page(
    article: Article, publication: Publication, asset: Mapping[str, Path], renderer: Renderer
) -> Page:
    """The article's page, built from nothing."""

    def size(file: str) -> tuple[int, int] | None:
        return image_size(asset[file]) if file in asset else None

    def weight(file: str) -> int | None:
        return image_weight(asset[file]) if file in asset else None

    return Builder(renderer.render_all, size, weight).build(article, publication)


@contextmanager
def rendering(renderer: Renderer | None = None) -> Iterator[Renderer]:
    """The renderer that is given, or one that ends with the block."""
    if renderer is not None:
        yield renderer
        return
    own = Renderer(isolated=False)
    try:
        yield own
    finally:
        own.close()


def require_whole(
    article: Article, publication: Publication, made: Mapping[str, bytes], staged: Contents
) -> None:
    """NotWhole where what lies on disk is not, byte for byte and in its meaning, what was meant."""
    for name, data in made.items():
        if staged.read(name) != data:
            raise NotWhole(file_place(name), f"{name} did not come back from the disk as written.")
    manifest = manifest_of(staged)
    own = {name: manifests.stamp(made[name]) for name in staged.names if name in made}
    for difference in manifests.compare(manifest, own) if manifest else ():
        message = f"{difference.file} is not what the manifest says."
        raise NotWhole(file_place(difference.file), message)
    if decode_article(staged.read(ARTICLE)) != article:
        raise NotWhole(file_place(ARTICLE), "The article reads back as another one.")
    if publication_in(staged) != publication:
        raise NotWhole(file_place(PROFILE_COPY), "The profile reads back as another one.")
    for finding in disagreements(article, staged, publication):
        if finding.severity == "error":
            raise NotWhole(finding.place, finding.message)
