"""What a worker does in tests: renders, but oversleeps or dies where the text asks for it."""

import os
import time

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Rendered


def work(job):
    if "sleep" in job.text:
        time.sleep(60)
    if "die" in job.text:
        os._exit(3)
    return render(job)


def elsewhere(_job):
    """Tells which process worked."""
    return Rendered(str(os.getpid()))
