"""The documents of `build` go through the same checks as the forms."""

import functools
import unittest

import browser


@functools.cache
def documents():
    """The documents of the example family."""
    made = browser.folder() / "harper"
    # Exit 1 says that some rows could not be used, which the example holds on purpose.
    family = browser.PACKAGE / "Examples/harper-family"
    browser.run("build", family, "-o", made, "--as-of", browser.TODAY, "--quiet", codes=(0, 1))
    return sorted(made.rglob("*.html"))


class Documents(unittest.TestCase):
    """Each document on a wide and a narrow screen; a page that asks, says or opens anything fails when it closes."""

    @classmethod
    def tearDownClass(cls):
        browser.close()

    def test_there_is_one_for_each_checkpoint(self):
        self.assertLessEqual({"care-planning", "legal-gateway"}, {path.stem for path in documents()})

    def test_they_are_well_formed(self):
        for path in documents():
            with self.subTest(path.stem):
                self.assertEqual(browser.parse_errors(path), [])

    def test_they_are_accessible(self):
        for path in documents():
            for width in browser.WIDTHS:
                with self.subTest(path.stem, width=width), browser.opened(path, width) as page:
                    self.assertEqual(browser.violations(page), [])
                    self.assertTrue(browser.is_reflowed(page))


if __name__ == "__main__":
    unittest.main()
