"""The command line: its verbs, its help, and how it ends."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn

from timeline.cli import chronologies, export, filters, review, serve
from timeline.errors import TimelineError


class Verb(NamedTuple):
    name: str
    help: str
    examples: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


VERBS = (
    Verb(
        "serve",
        "show a chronology in the browser",
        """\
  timeline serve war.chronology               the page, at http://127.0.0.1:8050
  timeline serve --sample persian-wars        one of the sample chronologies
  timeline serve war.chronology --port 8060""",
        serve.arguments,
        serve.run,
    ),
    Verb(
        "add",
        "read texts into a chronology",
        """\
  timeline add war.chronology reports/ more.html notes.md
  timeline add war.chronology leaflet.txt --written 1982-05-04
  pdftotext report.pdf - | timeline add war.chronology - --written 1982-05-04""",
        chronologies.add_arguments,
        chronologies.add,
    ),
    Verb(
        "show",
        "print a chronology as a table",
        """\
  timeline show war.chronology
  timeline show war.chronology --query 'actor=Argentina&since=1982-05&until=1982-06-14'
  timeline show war.chronology --actor Argentina --kind ASSAULT
  timeline show war.chronology --disputed --sources 2

"By" counts the sources that are not copies of one another.""",
        chronologies.show_arguments,
        chronologies.show,
    ),
    Verb(
        "export",
        "write a chronology as a picture, a page or data",
        """\
  timeline export war.chronology war.png
  timeline export war.chronology may.svg --query 'since=1982-05-01&until=1982-05-31' --theme dark
  timeline export war.chronology may.png --query "the page's address after the ?" --size slide
  timeline export war.chronology war.png --each actor --size a4       war-argentina.png, war-united-kingdom.png ...
  timeline export war.chronology war.html
      also .svg .pdf .webp .md .csv .json .jsonl .parquet .ics .timelinejs.json""",
        export.arguments,
        export.run,
    ),
    Verb(
        "review",
        "correct events, tell who corrected what, take it back",
        """\
  timeline review war.chronology              every decision, and how many events are reviewed
  timeline review war.chronology --reject e0a1b2c3d4e5f e1a2b3c4d5e6f     (ids from `timeline show --ids`)
  timeline review war.chronology --date e0a1b2c3d4e5f 'between 5 and 9 May 1982'
  timeline review war.chronology --undo
  timeline review again.chronology --from war.chronology""",
        review.arguments,
        review.run,
    ),
    Verb(
        "dates",
        "find and resolve the dates in texts (JSON lines in, JSON lines out)",
        """\
  printf '%s\\n' '{"id": "1", "text": "The talks failed on Friday.", "written": "2026-03-07"}' | timeline dates
  timeline dates --format timeml report.txt    the text as TimeML, its dates marked""",
        filters.date_arguments,
        filters.dates,
    ),
    Verb(
        "actors",
        "find the actors in texts (JSON lines in, JSON lines out)",
        """\
  printf '%s\\n' '{"id": "1", "text": "President Putin met the Iranian Foreign Minister."}' | timeline actors
  timeline actors --actors mine.toml reports.jsonl""",
        filters.actor_arguments,
        filters.actors,
    ),
    Verb(
        "events",
        "find the dated events in texts (JSON lines in, JSON lines out)",
        """\
  printf '%s\\n' '{"id": "1", "text": "Iran fired missiles on Friday.", "written": "2026-03-07"}' | timeline events
  timeline events --actors Phoenix.Countries.actors.txt reports.jsonl""",
        filters.actor_arguments,
        filters.events,
    ),
)


class _Parser(argparse.ArgumentParser):
    """One line for a mistake, as for every other error; argparse would print the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """The whole command line, as argparse reads it."""
    top = _Parser(
        prog="timeline",
        description="Read text. Say when each thing happened, who did it, and how we know. Nothing leaves this machine.",
        epilog="timeline VERB --help shows examples of each.",
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    verbs = top.add_subparsers(metavar="VERB", dest="verb")
    for verb in VERBS:
        sub = verbs.add_parser(
            verb.name,
            help=verb.help,
            description=verb.help[0].upper() + verb.help[1:] + ".",
            epilog="examples:\n" + verb.examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        verb.arguments(sub)
        sub.set_defaults(run=verb.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit status, never a traceback for something a user can mend."""
    top = parser()
    chosen = top.parse_args(arguments)
    if chosen.version:
        from importlib.metadata import version

        print(f"timeline {version('timeline')}")
        return 0
    if chosen.verb is None:
        top.print_help()
        print(f"\ntimeline: name a verb: {', '.join(verb.name for verb in VERBS)}", file=sys.stderr)
        return 2
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
        return status
    except TimelineError as error:
        print(f"timeline {chosen.verb}: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): that is no error, but Python must not flush into it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt as stopped:
        print(f"timeline {chosen.verb}: stopped" + (f"; {stopped}" if str(stopped) else ""), file=sys.stderr)
        return 130
