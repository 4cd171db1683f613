"""Chromium without a network, and the checks that every page goes through."""

import contextlib
import functools
import json
import os
import pathlib
import subprocess
import tempfile

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
TODAY = "2026-03-31"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [1280, 320]


def program():
    """The program under test: `CHILD_IMPACT`, else the one that was built last."""
    return os.environ.get("CHILD_IMPACT", str(PACKAGE / ".build/debug/child-impact"))


def run(*arguments, codes=(0,), **options):
    """What the program prints; it must end with one of the codes."""
    done = subprocess.run([program(), *map(str, arguments)], capture_output=True, check=False, **options)
    assert done.returncode in codes, f"{arguments}: {done.returncode}\n{done.stderr.decode()}"
    return done.stdout.decode()


@functools.cache
def folder():
    """A folder that is there as long as the tests run."""
    made = tempfile.TemporaryDirectory()
    folder.keep = made
    return pathlib.Path(made.name)


def tools():
    """The identifiers of the shipped tools."""
    return sorted(path.stem for path in (PACKAGE / "tools-definitions/tools").glob("*.xml"))


def source(tool):
    """The options that name the definition of a tool which is not shipped."""
    return [] if tool in tools() else ["--definitions", PACKAGE / "Tests/BrowserTests/definitions"]


@functools.cache
def form(tool):
    """The file of a tool's form."""
    path = folder() / f"{tool}.html"
    run("form", tool, "-o", path, *source(tool))
    return path


def score(tool, path):
    """What the program says of a file of answers: a line of JSON for each."""
    # Exit 1 says that some answers could not be used.
    return run("score", path, "--json", "--quiet", "--as-of", TODAY, *source(tool), codes=(0, 1)).splitlines()


def definition(page):
    """The definition that a form holds."""
    return json.loads(page.locator("#tool").text_content())


@functools.cache
def chromium():
    """One browser for all tests of a process."""
    chromium.driver = sync_playwright().start()
    options = ["--host-resolver-rules=MAP * ~NOTFOUND", "--lang=en-GB"]
    if os.geteuid() == 0:
        options.append("--no-sandbox")
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return chromium.driver.chromium.launch(executable_path=path, args=options)


def close():
    """Ends the browser."""
    if chromium.cache_info().currsize:
        chromium().close()
        chromium.driver.stop()
        chromium.cache_clear()


class Watch:
    """Everything that a page must not do."""

    def __init__(self, page):
        self.found = []
        page.on("console", lambda message: self.found.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        page.on("request", self.request)
        page.on("dialog", self.dialog)
        page.on("popup", lambda popup: self.found.append("a window was opened"))

    def request(self, request):
        if not request.url.startswith(("file:", "blob:")):
            self.found.append(f"request: {request.url}")

    def dialog(self, dialog):
        if dialog.type == "beforeunload":
            dialog.accept()
        else:
            self.found.append(f"dialog: {dialog.message}")
            dialog.dismiss()


@contextlib.contextmanager
def opened(path, width=1280, scripts=True, **options):
    """A page that is open, with the clock at TODAY; at its end nothing may have been asked, said or opened."""
    context = chromium().new_context(
        viewport={"width": width, "height": 900}, offline=True, java_script_enabled=scripts, locale="en-GB", **options
    )
    try:
        page = context.new_page()
        if scripts:
            page.clock.set_fixed_time(f"{TODAY}T12:00:00")
        page.set_default_timeout(60_000)
        watch = Watch(page)
        page.goto(path.as_uri())
        yield page
        assert watch.found == [], watch.found
    finally:
        context.close()


def parse_errors(path):
    """What an HTML parser by the standard finds wrong in a file."""
    parser = html5lib.HTMLParser()
    parser.parse(path.read_bytes(), transport_encoding="utf-8")
    return parser.errors


def violations(page):
    """What axe finds, rule by rule, with the elements."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
    # A link that lies half under the bar at the lower edge is no small target: it scrolls out from there.
    bar = "node => { node.style.position = %r; }"
    for state in page.locator(".state").all():
        state.evaluate(bar % "static")
    found = Axe().run(page, options=options).response["violations"]
    for state in page.locator(".state").all():
        state.evaluate(bar % "")
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]][:5]) for rule in found]


def is_reflowed(page):
    """Whether nothing has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
