"""Fills in Questionnaires with Smart Forms, the open renderer of CSIRO, in Chromium.

    python3 smart_forms.py PROGRAM RENDERER TOOL...

RENDERER is the unpacked package fhir-questionaire-renderer, which holds Smart Forms as a web page. Every question that it
asks is answered at random; then the program scores what it saves. Nothing may be unanswered, hidden or wrong: the two show
the same questions. It is an old version, to which a test for no answer is one for an answer, and 0 is no number: so the tool of
definitions/ is none for it.
"""

import functools
import http.server
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading

from playwright.sync_api import sync_playwright

program, renderer, *tools = sys.argv[1:]
pages = next(pathlib.Path(renderer).rglob("dist"))

# The next question that is to be seen and was not looked at yet; it is marked.
NEXT = """() => {
  for (const box of document.querySelectorAll("[data-test^=q-item-][data-test$=-box]")) {
    const kind = box.dataset.test;
    if (/group|repeat|display/.test(kind) || box.dataset.seen || box.offsetParent === null) continue;
    document.querySelectorAll("[data-current]").forEach((other) => delete other.dataset.current);
    box.dataset.seen = box.dataset.current = "yes";
    return { kind, lines: box.innerText.split("\\n").map((line) => line.trim()) };
  }
  return null;
}"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def walk(items):
    for item in items:
        yield item
        yield from walk(item.get("item", []))


def answer(box, question, items, numbers):
    named = [item for item in items if item["text"] in question["lines"]]
    item = next((item for item in named if item["type"] in question["kind"]), {"linkId": ""})
    fixed = {"about.completed": "01/03/2026", "about.born": "01/03/2013", "about.age-months": "156"}.get(item["linkId"])
    if item["linkId"].startswith("override."):
        return
    if box.locator("input[type=radio]").count():
        options = box.locator("input[type=radio]")
        options.nth(numbers.randrange(options.count())).evaluate("(control) => control.click()")
    elif box.locator("input[type=checkbox]").count():
        options = box.locator("input[type=checkbox]")
        for number in numbers.sample(range(options.count()), min(2, options.count())):
            options.nth(number).evaluate("(control) => control.click()")
    elif box.get_by_role("combobox").count() == 1:
        box.get_by_role("combobox").click()
        box.page.get_by_role("option").first.click()
    elif "date" in question["kind"]:
        box.locator("input").first.fill(fixed or "12/02/2026")
        box.page.keyboard.press("Escape")
    elif "decimal" in question["kind"] or "integer" in question["kind"]:
        # It takes 0 for no answer.
        most = [one["valueDecimal"] for one in item.get("extension", []) if one["url"].endswith("maxValue")]
        box.locator("input").first.fill(fixed or str(numbers.randint(1, *most)))
    else:
        box.locator("input,textarea").first.fill(fixed or "words")


def fill(page, questionnaire, numbers):
    items = [item for item in walk(questionnaire["item"]) if "text" in item]
    page.wait_for_selector("[data-test^=q-item-]")
    quiet = 0
    while quiet < 5:
        question = page.evaluate(NEXT)
        # It shows what an answer opens a little later.
        quiet = 0 if question else quiet + 1
        if question:
            answer(page.locator("[data-current]"), question, items, numbers)
        page.wait_for_timeout(300)
    page.get_by_text("Submit").click()
    saved = "() => window.messages.find((message) => message?.type === 'streamlit:setComponentValue')?.value"
    return page.wait_for_function(saved).json_value()


def check(browser, address, folder, tool):
    questionnaire = json.loads((folder / f"{tool}.json").read_text())
    page = browser.new_page()
    page.add_init_script(
        "window.messages = []; window.addEventListener('message', (event) => window.messages.push(event.data));"
    )
    page.goto(address)
    page.wait_for_function("() => window.messages.some((one) => one?.type === 'streamlit:componentReady')")
    message = {"type": "streamlit:render", "args": {"name": "form", "questionaire": questionnaire}, "disabled": False}
    page.evaluate("(message) => window.postMessage(message, '*')", message)
    response = fill(page, questionnaire, random.Random(tool))
    page.close()
    saved = folder / "response.json"
    saved.write_text(json.dumps(response))
    score = [program, "score", str(saved), "--json", "--tool", tool, "--as-of", "2026-03-31"]
    done = subprocess.run(score, capture_output=True, text=True, check=False)
    result = json.loads(done.stdout)
    answers = sum(1 for item in walk(response["item"]) if "answer" in item)
    errors = [one["summary"] for one in result["diagnostics"] if one["severity"] == "error"]
    faults = [*result["unanswered"], *result["hidden"], *result["evidenceMissing"], *errors]
    print(f"{tool}: {answers} answers", *(["FAILED", *faults] if faults or not result["complete"] else []))
    return result["complete"] and not faults


def main():
    handler = functools.partial(QuietHandler, directory=pages)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as path, sync_playwright() as playwright:
        folder = pathlib.Path(path)
        subprocess.run([program, "tools", "export", path, "--fhir"], check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        passed = [check(browser, f"http://127.0.0.1:{server.server_port}/", folder, tool) for tool in tools]
        browser.close()
    print(f"{passed.count(True)} passed, {passed.count(False)} failed")
    sys.exit(0 if passed and all(passed) else 1)


main()
