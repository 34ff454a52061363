"""The walk from a shell: `timeline serve | add | show | export | review | dates | actors | events`.

`main` is the only place where an error becomes an exit status: 0 done, 1 done but for what was named on standard error (or
not done at all), 2 called wrongly. Each verb is one row of VERBS; its module is imported when it is called, so the filters
start without loading the page.
"""

from timeline.cli.main import main

__all__ = ["main"]
