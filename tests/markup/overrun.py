"""What a worker does in tests: renders, but oversleeps or dies where the text asks for it."""

import os
import time

from palmetto_editor.markup.render import render


def work(job):
    if "sleep" in job.text:
        time.sleep(60)
    if "die" in job.text:
        os._exit(3)
    return render(job)
