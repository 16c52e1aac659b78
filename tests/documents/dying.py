"""A reader that a file has made to crash."""

import os
import signal

os.kill(os.getpid(), signal.SIGSEGV)
