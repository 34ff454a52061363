"""`python -m timeline.dates`: JSON lines in, JSON lines out."""

from __future__ import annotations

import json
import sys

from timeline.dates.lines import answer

for line in sys.stdin.buffer:
    if line.strip():
        print(json.dumps(answer(json.loads(line)), ensure_ascii=False))
