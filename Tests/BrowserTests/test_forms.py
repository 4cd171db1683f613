"""Every form can be filled in, saved, opened again, printed and read, by everyone, and tells nobody."""

import io
import json
import re
import unittest

from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from pypdf import PdfReader

import browser
from filling import MARKUP, Filling, downloaded, reopen


def fold(text):
    """Text without the line ends of a layout."""
    return re.sub(r"\s+", "", text)


class Forms(unittest.TestCase):
    """The tests of one tool are added below, one method for each thing that is shown."""

    @classmethod
    def tearDownClass(cls):
        browser.close()

    def is_accessible(self, tool):
        self.assertEqual(browser.parse_errors(browser.form(tool)), [])
        for width in browser.WIDTHS:
            with browser.opened(browser.form(tool), width) as page:
                filling = Filling(page, tool)
                for state in ("empty", "half", "complete"):
                    if state == "half":
                        filling.about()
                        filling.questions(share=0.5)
                        page.locator("[data-action=complete]").click()
                    if state == "complete":
                        filling.done.clear()
                        filling.repeat()
                        filling.questions()
                        page.locator("[data-action=complete]").click()
                    with self.subTest(width=width, state=state):
                        self.assertEqual(browser.violations(page), [])
                        self.assertTrue(browser.is_reflowed(page))

    def goes_round(self, tool):
        """A draft that is opened again is the same draft, and the completed file scores as the form said."""
        path = browser.form(tool)
        with browser.opened(path) as page:
            filling = Filling(page, tool)
            filling.about()
            filling.repeat()
            filling.questions(share=0.5)
            draft = downloaded(page, "draft")
        self.assertEqual(json.loads(draft)["status"], "in-progress")
        with browser.opened(path) as page:
            reopen(page, draft)
            self.assertIn("Opened a draft", page.locator("#notice").inner_text())
            self.assertEqual(downloaded(page, "draft"), draft)
            filling = Filling(page, tool)
            filling.about()
            filling.questions()
            text = downloaded(page, "complete")
            live = page.evaluate("text => window.childImpact.score(text)", text)
            shown = page.locator("[data-score] [data-value]").all_inner_texts()
            printed = page.pdf(prefer_css_page_size=True)
        self.is_saved(tool, text, live, shown)
        self.is_printed(printed, filling)

    def is_saved(self, tool, text, live, shown):
        file = json.loads(text)
        self.assertEqual(file["status"], "completed")
        self.assertEqual(file["authored"], browser.TODAY)
        QuestionnaireResponse.model_validate_json(text)
        result = json.loads(live)
        self.assertTrue(result["complete"])
        self.assertEqual([score["value"] or "No score" for score in result["scores"]], shown)
        path = browser.folder() / f"{tool}.json"
        path.write_text(text, encoding="utf-8")
        printed = browser.run("score", path, "--json", "--quiet", "--as-of", browser.TODAY)
        self.assertTrue(printed.startswith(live[:-1] + ","), f"\nscript:  {live}\nprogram: {printed}")

    def is_printed(self, pdf, filling):
        pages = PdfReader(io.BytesIO(pdf)).pages
        self.assertGreater(len(pages), 0)
        texts = [page.extract_text() for page in pages]
        for number, text in enumerate(texts, 1):
            self.assertIn(f"Page {number} of {len(pages)}", text)
            self.assertIn("Confidential", text)
        self.assertIn(fold(filling.text), fold("".join(texts)))

    def is_readable_without_scripts(self, tool):
        with browser.opened(browser.form(tool)) as page:
            tool_definition = browser.definition(page)
        with browser.opened(browser.form(tool), scripts=False) as page:
            text = fold(page.inner_text("body"))
            printed = fold("".join(page.extract_text() for page in PdfReader(io.BytesIO(page.pdf())).pages))
        self.assertIn(fold("Scripts are off"), text)
        from responses import below

        for section in tool_definition["sections"]:
            for item in below(section):
                self.assertIn(fold(item["text"]), text)
                self.assertIn(fold(item["text"]), printed)

    def shows_markup_as_text(self, tool):
        path = browser.form(tool)
        with browser.opened(path) as page:
            filling = Filling(page, tool, text=MARKUP)
            filling.whole()
            text = downloaded(page, "complete")
        file = json.loads(text)
        file["item"].append({"linkId": MARKUP, "answer": [{"valueString": MARKUP}]})
        with browser.opened(path) as page:
            reopen(page, json.dumps(file))
            self.assertIn(MARKUP, page.locator("#notice").inner_text())
            self.assertEqual(page.locator("img, main b").count(), 0)
            again = json.loads(downloaded(page, "complete"))
        self.assertEqual(again["item"], file["item"])
        self.assertEqual(again["status"], "amended")


CHECKS = ["is_accessible", "goes_round", "is_readable_without_scripts", "shows_markup_as_text"]
for tool in browser.tools():
    for check in CHECKS:
        name = f"test_{tool.replace('-', '_')}_{check}"
        setattr(Forms, name, lambda self, tool=tool, check=check: getattr(self, check)(tool))

if __name__ == "__main__":
    unittest.main()
