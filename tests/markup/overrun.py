"""What a worker does in tests: says the text again, or oversleeps or dies where that asks for it.

Nothing here needs the rendering itself, which each new process would import.
"""

import os
import time

from palmetto_editor.markup.rendered import Rendered


def work(job):
    if "sleep" in job.text:
        time.sleep(60)
    if "die" in job.text:
        os._exit(3)
    return Rendered(job.text)


def elsewhere(_job):
    """Tells which process worked."""
    return Rendered(str(os.getpid()))
