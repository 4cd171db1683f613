"""Reports go through the same checks as the forms."""

import functools
import unittest

import browser


@functools.cache
def reports():
    """A report of each kind over the examples."""
    examples = browser.PACKAGE / "Examples"
    made = []
    for kind, options in [("screening", []), ("survey", ["--show-values"]), ("audit", ["--show-small"])]:
        path = browser.folder() / f"report-{kind}.html"
        # Exit 1 says that some of the examples could not be used, which they hold on purpose.
        browser.run("report", kind, examples, "-o", path, "--as-of", browser.TODAY, "--quiet", *options, codes=(0, 1))
        made.append(path)
    return made


class Reports(unittest.TestCase):
    """Each report on a wide and a narrow screen; a page that asks, says or opens anything fails when it closes."""

    @classmethod
    def tearDownClass(cls):
        browser.close()

    def test_they_are_well_formed(self):
        for path in reports():
            with self.subTest(path.stem):
                self.assertEqual(browser.parse_errors(path), [])

    def test_they_are_accessible(self):
        for path in reports():
            for width in browser.WIDTHS:
                with self.subTest(path.stem, width=width), browser.opened(path, width) as page:
                    self.assertEqual(browser.violations(page), [])
                    self.assertTrue(browser.is_reflowed(page))

    def test_a_table_that_is_too_wide_scrolls_by_itself_and_shows_it(self):
        for path in reports():
            with self.subTest(path.stem), browser.opened(path, 320) as page:
                tables = page.evaluate(
                    """[...document.querySelectorAll('.counts')].map(region => {
                        const edge = region.getBoundingClientRect().right;
                        return {
                            columns: region.querySelectorAll('thead th:not(.bar)').length,
                            isCut: region.scrollWidth > region.clientWidth,
                            captionFits: [...region.querySelectorAll('caption > span')].every(
                                words => words.getBoundingClientRect().right <= edge),
                            hasShadow: getComputedStyle(region).backgroundImage.includes('gradient'),
                            takesFocus: region.tabIndex === 0,
                        };
                    })"""
                )
                self.assertTrue(any(table["isCut"] for table in tables))
                for table in tables:
                    self.assertTrue(table["captionFits"] and table["hasShadow"] and table["takesFocus"], table)
                    # A label and a count stand beside each other on the narrowest screen.
                    self.assertTrue(table["columns"] > 2 or not table["isCut"], table)
                wide = page.locator(".counts").nth(next(n for n, table in enumerate(tables) if table["isCut"]))
                wide.focus()
                page.keyboard.press("ArrowRight")
                page.wait_for_function("region => region.scrollLeft > 0", arg=wide.element_handle())
                fits = "words => words.getBoundingClientRect().left >= 0"
                self.assertTrue(wide.locator("caption > span").first.evaluate(fits))


if __name__ == "__main__":
    unittest.main()
