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


if __name__ == "__main__":
    unittest.main()
