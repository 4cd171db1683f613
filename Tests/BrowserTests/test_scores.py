"""The script in Chromium and the program come to the same, to the character."""

import json
import unittest

import browser
from responses import Responses

COUNT = 2000
SEED = 1


class Scores(unittest.TestCase):
    """One test for each tool, added below."""

    @classmethod
    def tearDownClass(cls):
        browser.close()

    def compare(self, tool):
        with browser.opened(browser.form(tool)) as page:
            made = Responses(browser.definition(page), SEED)
            texts = [made.text() for _ in range(COUNT)]
            ours = page.evaluate("texts => texts.map(text => window.childImpact.score(text))", texts)
        path = browser.folder() / f"{tool}.ndjson"
        path.write_text("".join(text + "\n" for text in texts), encoding="utf-8")
        theirs = browser.score(tool, path)
        self.assertEqual(len(theirs), COUNT)
        kinds = set()
        for text, mine, other in zip(texts, ours, theirs):
            if not other.startswith(mine[:-1] + ","):
                self.fail(f"\n{text}\nscript:  {mine}\nprogram: {other}")
            result = json.loads(mine)
            kinds.add(result["complete"])
            kinds.update("value" if score["value"] is not None else "none" for score in result["scores"])
            kinds.update(["hidden"] if result["hidden"] else [])
        # Answers that come to nothing would show nothing.
        self.assertIn("value" if made.tool["scores"] else False, kinds)
        self.assertIn(False, kinds)


# The last is no shipped tool: it holds what those do not use.
for tool in [*browser.tools(), "every-rule"]:
    setattr(Scores, f"test_{tool.replace('-', '_')}", lambda self, tool=tool: self.compare(tool))

if __name__ == "__main__":
    unittest.main()
