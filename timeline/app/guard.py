"""What every answer carries and every request must bring: nothing is loaded from, sent to, or asked by another host."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import flask
from dash import Dash

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guard(app: Dash, hosts: Collection[str] | None) -> None:
    """Put the headers on all answers of an app, and refuse requests that name another host than these (None: any).

    The check of the host keeps a page elsewhere from reading the texts through a name that it points at this machine.
    """

    @cache
    def policy() -> str:
        # Only known once all callbacks are there: some are inline scripts, allowed by their hashes.
        scripts = " ".join(["'self'", *app.csp_hashes()])
        return (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'"
        )

    def refuse() -> flask.Response | None:
        if hosts is None or _name(flask.request.host) in hosts:
            return None
        return flask.Response("This page answers to its own machine's name only.\n", 403, mimetype="text/plain")

    def protect(response: flask.Response) -> flask.Response:
        response.headers["Content-Security-Policy"] = policy()
        response.headers.update(HEADERS)
        return response

    app.server.before_request(refuse)
    app.server.after_request(protect)


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    return host[1:].split("]")[0] if host.startswith("[") else host.split(":")[0]
