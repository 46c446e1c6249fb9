"""What a stranger might write to make a page act: each is put into every text of an article.

`HOST` is an address that listens; a request there means that a page reached out.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# What a script would do to be seen: the title in the document, a mark on its root.
_ACT = "document.title='pwned';document.documentElement.setAttribute('pwned','1')"

_VECTORS = (
    "<script>ACT</script>",
    "</script><script>ACT</script>",
    '<script src="HOST/s.js"></script>',
    '<img src=x onerror="ACT">',
    '<img src="HOST/i.png">',
    '<img src="file:///etc/hostname">',
    '<img srcset="HOST/set.png 1x" src="assets/a.png">',
    '<svg onload="ACT"></svg>',
    "<svg><script>ACT</script></svg>",
    '<svg><image href="HOST/svg.png" /></svg>',
    '<svg><use href="HOST/u.svg#x" /></svg>',
    '<iframe src="HOST/f.html"></iframe>',
    '<iframe srcdoc="<script>parent.ACT</script>"></iframe>',
    '<iframe src="javascript:parent.ACT"></iframe>',
    '<object data="HOST/o.swf"></object>',
    '<embed src="HOST/e.swf">',
    '<link rel="stylesheet" href="HOST/l.css">',
    '<link rel="import" href="HOST/l.html">',
    '<link rel="preload" as="image" href="HOST/p.png">',
    '<link rel="prefetch" href="HOST/pf.html"><link rel="dns-prefetch" href="HOST">',
    '<base href="HOST/">',
    '<meta http-equiv="refresh" content="0;url=HOST/r.html">',
    '<meta http-equiv="refresh" content="0;url=javascript:ACT">',
    '<style>@import url("HOST/im.css");</style>',
    '<style>body { background: url("HOST/bg.png") }</style>',
    '<p style="background: url(HOST/st.png)">styled</p>',
    '<video src="HOST/v.mp4" poster="HOST/v.png" autoplay></video>',
    '<audio src="HOST/a.mp3" autoplay></audio>',
    '<form action="HOST/form"><button autofocus onfocus="ACT">go</button></form>',
    '<input type="image" src="HOST/in.png"><input autofocus onfocus="ACT">',
    '<body background="HOST/b.png" onload="ACT">',
    '<table background="HOST/t.png"><tr><td>x</td></tr></table>',
    '<details open ontoggle="ACT">x</details>',
    '<marquee onstart="ACT">x</marquee>',
    '<a href="javascript:ACT" ping="HOST/ping">link</a>',
    '<a href="data:text/html,<script>ACT</script>">link</a>',
    '<math><mtext><mglyph><style><img src=x onerror="ACT"></style></mglyph></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=ACT>"></noscript>',
    '"><img src=x onerror="ACT">',
    "' onmouseover='ACT' x='",
    "--><script>ACT</script><!--",
    "]]><script>ACT</script>",
    "</title><script>ACT</script>",
    "</style><script>ACT</script>",
    "![x](HOST/md.png)",
    "![x](javascript:ACT)",
    "![x](file:///etc/hostname)",
    "[x](javascript:ACT)",
    "[x](data:text/html,<script>ACT</script>)",
    '[x](HOST/ok "\\" onmouseover=ACT")',
    '{{< figure "><script>ACT</script> >}}',
    "javascript:ACT",
    "data:text/html,<script>ACT</script>",
    "file:///etc/hostname",
    "HOST/plain.png",
)


def payloads(host: str) -> tuple[str, ...]:
    """Every vector, reaching for `host`."""
    return tuple(vector.replace("ACT", _ACT).replace("HOST", host) for vector in _VECTORS)


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on the loopback: its address, and the paths that were asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
