"""Result sheets and comparisons go through the same checks as the documents, and stay legible on a narrow screen."""

import functools
import unittest

import browser

COMPARED = {
    "graded-care": ["2025-04-graded-care-noah", "2025-10-graded-care-noah"],
    "neglect-screen": ["2024-11-neglect-screen-noah", "2025-02-neglect-screen-noah"],
    "distance-travelled": ["2025-12-distance-travelled-1", "2026-03-distance-travelled-2"],
}
SMALLEST = """() => Math.min(...[...document.querySelectorAll("svg text")].map((text) => {
  const svg = text.ownerSVGElement;
  return parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
}))"""
BARE = """() => [...document.querySelectorAll("table:not(.signatures) td")].filter(
  (cell) => cell.textContent && getComputedStyle(cell, "::before").content === "none"
).map((cell) => cell.outerHTML.slice(0, 100))"""


@functools.cache
def results():
    """The result of each of the saved answers, and the comparisons."""
    made = browser.folder() / "results"
    made.mkdir()
    answers = browser.PACKAGE / "Examples/harper-family/assessments"
    options = ["--as-of", browser.TODAY, "--quiet"]
    for path in sorted(answers.glob("*.json")):
        browser.run("score", path, "-o", made / f"{path.stem}.html", *options)
    for name, files in COMPARED.items():
        paths = [answers / f"{file}.json" for file in files]
        browser.run("compare", *paths, "-o", made / f"{name}-compared.html", *options)
    return sorted(made.glob("*.html"))


class Results(unittest.TestCase):
    """Each paper on a wide and a narrow screen; a page that asks, says or opens anything fails when it closes."""

    @classmethod
    def tearDownClass(cls):
        browser.close()

    def test_they_are_well_formed(self):
        for path in results():
            with self.subTest(path.stem):
                self.assertEqual(browser.parse_errors(path), [])

    def test_they_are_accessible(self):
        for path in results():
            for width in browser.WIDTHS:
                with self.subTest(path.stem, width=width), browser.opened(path, width) as page:
                    self.assertEqual(browser.violations(page), [])
                    self.assertTrue(browser.is_reflowed(page))

    def test_no_cell_stands_alone_and_no_picture_is_too_small_on_a_narrow_screen(self):
        for path in results():
            with self.subTest(path.stem), browser.opened(path, min(browser.WIDTHS)) as page:
                self.assertEqual(page.evaluate(BARE), [])
                if page.locator("svg").count():
                    self.assertGreaterEqual(page.evaluate(SMALLEST), 12)


if __name__ == "__main__":
    unittest.main()
