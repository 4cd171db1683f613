"""Fills forms in as a person does: with the pointer and the keyboard, one question after another."""

import random

from browser import TODAY, definition

# What is typed into every line and box; it must come out as the text that it is.
MARKUP = "</script><img src=x onerror=alert(1)><b>&amp; \"'"


class Filling:
    """A form that is being filled in."""

    def __init__(self, page, seed, text="Seen on a visit, the kitchen was warm"):
        self.page = page
        self.random = random.Random(seed)
        self.text = text
        self.done = set()

    def about(self):
        """Fills in who and when."""
        ages = definition(self.page).get("ages") or {}
        born = "2012-05-04" if (ages.get("from") or 0) > 100 else "2017-05-04"
        for field in self.page.locator("[data-about]").all():
            name = field.get_attribute("data-about")
            control = field.locator("[data-control]")
            if control.evaluate("node => node.tagName") == "SELECT":
                control.select_option(index=1)
            elif control.get_attribute("type") == "date":
                days = {"born": born, "expected": "2026-08-01", "from": "2026-01-05", "completed": TODAY}
                control.fill(days[name])
            else:
                control.fill(f"{self.text} {name}")

    def questions(self, share=1.0):
        """Answers what is shown, until nothing new comes up; with a share below 1 some is left out."""
        while True:
            names = self.page.eval_on_selector_all(
                "[data-item]:not([hidden])",
                "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.id)",
            )
            new = [name for name in names if name not in self.done]
            if not new:
                return
            for name in new:
                self.done.add(name)
                if self.random.random() < share:
                    self.answer(self.page.locator(f"[id='{name}']"))

    def answer(self, item):
        """Answers one question, if it is still shown."""
        is_shown, count, kind, has_beside, tag = item.evaluate(
            """node => [
                node.checkVisibility(), node.querySelectorAll(".option").length, node.dataset.kind,
                node.querySelector("[data-beside]") !== null, node.querySelector("[data-control]")?.tagName,
            ]"""
        )
        if not is_shown:
            return
        if count:
            item.locator(".option input").nth(self.random.randrange(count)).check()
            if has_beside:
                item.locator("[data-beside] textarea").fill(f"{self.text}, twice")
            return
        control = item.locator("[data-control]")
        if tag == "SELECT":
            control.select_option(index=1 + self.random.randrange(2))
        elif kind == "day":
            control.fill("2026-03-02")
        elif kind == "number":
            control.fill(self.number(item.get_attribute("data-item")))
        else:
            control.fill(f"{self.text} {item.get_attribute('data-item')}")

    def number(self, name):
        """A number that the question can have."""
        first, last = self.page.evaluate(
            """name => {
                const sections = JSON.parse(document.getElementById("tool").textContent).sections;
                const all = sections.flatMap(function items(section) {
                    return [...section.items, ...section.sections.flatMap(items)];
                });
                const item = all.find(item => item.id === name);
                return [Number(item.from), Number(item.to)];
            }""",
            name,
        )
        return str(self.random.randint(int(first), int(last)))

    def repeat(self):
        """Adds one instance to each repeated section."""
        for button in self.page.locator("[data-action=add]").all():
            if button.is_visible():
                button.click()

    def left(self):
        """Answers what has no answer yet."""
        self.done.update(
            self.page.eval_on_selector_all(
                "[data-item]",
                """nodes => nodes
                    .filter(node => [...node.querySelectorAll("input, select, [data-control]")]
                        .some(control => ["radio", "checkbox"].includes(control.type) ? control.checked : control.value))
                    .map(node => node.id)""",
            )
        )
        self.questions()


def downloaded(page, action):
    """The text of the file that a button saves."""
    with page.expect_download() as waiting:
        page.locator(f"#saving [data-action={action}]").click()
    with open(waiting.value.path(), encoding="utf-8", newline="") as file:
        return file.read()


def reopen(page, text):
    """Gives a saved file to a form."""
    page.set_input_files("#open", {"name": "saved.json", "mimeType": "application/json", "buffer": text.encode()})
    page.locator("#notice").wait_for()
