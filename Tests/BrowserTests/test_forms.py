"""Every form can be filled in, saved, opened again, printed and read, by everyone, and tells nobody."""

import functools
import io
import json
import re
import unittest

from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from pypdf import PdfReader

import browser
from filling import MARKUP, Filling, downloaded, reopen
from responses import below


def fold(text):
    """Text without the line ends of a layout."""
    return re.sub(r"\s+", "", text)


class Filled:
    """One form, filled in by hand in two sittings: what was saved, shown and printed."""

    def __init__(self, tool):
        path = browser.form(tool)
        with browser.opened(path) as page:
            self.filling = Filling(page, tool, text=MARKUP)
            self.filling.about()
            self.filling.repeat()
            self.filling.questions(share=0.5)
            self.draft = downloaded(page, "draft")
        with browser.opened(path) as page:
            reopen(page, self.draft)
            self.notice = page.locator("#notice").inner_text()
            self.same_draft = downloaded(page, "draft")
            Filling(page, tool, text=MARKUP).left()
            self.text = downloaded(page, "complete")
            self.live = page.evaluate("text => window.childImpact.score(text)", self.text)
            self.shown = page.locator("[data-score] [data-value]").all_inner_texts()
            self.pages = [page.extract_text() for page in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
            self.images = page.locator("img, main b").count()


filled = functools.cache(Filled)


class Forms(unittest.TestCase):
    """The tests of one tool are added below, one method for each thing that is shown."""

    @classmethod
    def tearDownClass(cls):
        browser.close()

    def is_well_formed(self, tool):
        self.assertEqual(browser.parse_errors(browser.form(tool)), [])

    def is_accessible(self, tool):
        states = {"empty": None, "half": filled(tool).draft, "complete": filled(tool).text}
        for width in browser.WIDTHS:
            with browser.opened(browser.form(tool), width) as page:
                for state, text in states.items():
                    if text:
                        reopen(page, text)
                    # Half a form shows its errors too.
                    if state == "half":
                        page.locator("[data-action=complete]").click()
                        self.assertTrue(page.locator("#errors").is_visible())
                    with self.subTest(width=width, state=state):
                        self.assertEqual(browser.violations(page), [])
                        self.assertTrue(browser.is_reflowed(page))

    def keeps_a_draft(self, tool):
        """A draft that is opened again is the same draft."""
        self.assertEqual(json.loads(filled(tool).draft)["status"], "in-progress")
        QuestionnaireResponse.model_validate_json(filled(tool).draft)
        self.assertIn("Opened a draft", filled(tool).notice)
        self.assertEqual(filled(tool).same_draft, filled(tool).draft)

    def saves_what_it_shows(self, tool):
        """The completed file scores as the form said."""
        text, live = filled(tool).text, filled(tool).live
        file = json.loads(text)
        self.assertEqual((file["status"], file["authored"]), ("completed", browser.TODAY))
        QuestionnaireResponse.model_validate_json(text)
        result = json.loads(live)
        self.assertTrue(result["complete"])
        self.assertEqual([score["value"] or "No score" for score in result["scores"]], filled(tool).shown)
        path = browser.folder() / f"{tool}.json"
        path.write_text(text, encoding="utf-8")
        [printed] = browser.score(tool, path)
        self.assertTrue(printed.startswith(live[:-1] + ","), f"\nscript:  {live}\nprogram: {printed}")

    def prints(self, tool):
        pages = filled(tool).pages
        self.assertGreater(len(pages), 0)
        for number, text in enumerate(pages, 1):
            self.assertIn(f"Page {number} of {len(pages)}", text)
            self.assertIn("OFFICIAL-SENSITIVE", text)
        self.assertIn(fold(MARKUP), fold("".join(pages)))

    def is_readable_without_scripts(self, tool):
        with browser.opened(browser.form(tool), scripts=False) as page:
            definition = browser.definition(page)
            text = fold(page.inner_text("body"))
            printed = fold("".join(page.extract_text() for page in PdfReader(io.BytesIO(page.pdf())).pages))
        self.assertIn(fold("Scripts are off"), text)
        for section in definition["sections"]:
            for item in below(section):
                self.assertIn(fold(item["text"]), text)
                self.assertIn(fold(item["text"]), printed)

    def shows_markup_as_text(self, tool):
        self.assertEqual(filled(tool).images, 0)
        file = json.loads(filled(tool).text)
        file["item"].append({"linkId": MARKUP, "answer": [{"valueString": MARKUP}]})
        with browser.opened(browser.form(tool)) as page:
            reopen(page, json.dumps(file))
            self.assertIn(MARKUP, page.locator("#notice").inner_text())
            self.assertEqual(page.locator("img, main b").count(), 0)
            again = json.loads(downloaded(page, "complete"))
        self.assertEqual(again["item"], file["item"])
        self.assertEqual(again["status"], "amended")


CHECKS = [
    "is_well_formed",
    "is_accessible",
    "keeps_a_draft",
    "saves_what_it_shows",
    "prints",
    "is_readable_without_scripts",
    "shows_markup_as_text",
]
for tool in [*browser.tools(), "every-rule"]:
    for check in CHECKS:
        name = f"test_{tool.replace('-', '_')}_{check}"
        setattr(Forms, name, lambda self, tool=tool, check=check: getattr(self, check)(tool))

if __name__ == "__main__":
    unittest.main()
