"""The neglect screen is filled in and saved with the keyboard alone, and every stop on the way can be seen."""

import json
import unittest

import browser

# What has the focus, with what a sighted keyboard user must see of it.
STOP = """() => {
    const node = document.activeElement;
    const [box] = node.getClientRects();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const style = getComputedStyle(node);
    return {
        id: node.id, tag: node.tagName, type: node.type ?? "", action: node.dataset.action ?? "",
        name: node.name ?? "", value: node.value ?? "", words: (node.closest("[data-item]") ?? node).dataset?.item ?? "",
        isSeen: node === document.body || node.contains(at) || node.closest("label")?.contains(at) === true,
        isMarked: node === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
        width: box.width, height: box.height,
    };
}"""


class Keyboard(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        browser.close()

    def stop(self, page):
        """Where the focus is; it must be visible, not behind anything, and large enough."""
        stop = page.evaluate(STOP)
        self.assertTrue(stop["isSeen"], stop)
        self.assertTrue(stop["isMarked"], stop)
        return stop

    def test_the_neglect_screen(self):
        with browser.opened(browser.form("neglect-screen"), reduced_motion="reduce") as page:
            page.keyboard.press("Tab")
            self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
            page.keyboard.press("Enter")
            seen = set()
            for _ in range(400):
                page.keyboard.press("Tab")
                stop = self.stop(page)
                if stop["action"] == "complete":
                    break
                if stop["id"] in seen and stop["type"] != "checkbox":
                    continue
                seen.add(stop["id"])
                self.answer(page, stop)
            else:
                self.fail("the button to save is never reached")
            with page.expect_download() as waiting:
                page.keyboard.press("Enter")
            with open(waiting.value.path(), encoding="utf-8") as file:
                saved = json.load(file)
        self.assertEqual(saved["status"], "completed")
        self.assertIn("Alex", json.dumps(saved))

    def answer(self, page, stop):
        keys = page.keyboard
        if stop["type"] == "radio":
            # The second option of each question.
            keys.press("ArrowDown")
            self.stop(page)
        elif stop["type"] == "checkbox" and stop["value"] == "none":
            keys.press("Space")
        elif stop["tag"] == "TEXTAREA" or stop["type"] == "text":
            keys.type("Alex")
        elif stop["tag"] == "SELECT":
            keys.press("ArrowDown")
        elif stop["type"] == "date" and stop["id"] == "a2":
            keys.type("04052017")

    def test_none_of_these_does_not_stand_beside_a_danger(self):
        with browser.opened(browser.form("neglect-screen")) as page:
            danger = page.locator("[data-item=danger]")
            danger.locator("input[value=hurt]").check()
            self.assertFalse(danger.locator("[data-error]").is_visible())
            danger.locator("input[value=none]").check()
            # It is said at once, the danger stays, and so does what to do.
            danger.locator("[data-error]").filter(has_text="“None of these” excludes the other answers").wait_for()
            self.assertTrue(danger.locator("input[value=hurt]").is_checked())
            self.assertIn("Is any of this true today?", page.locator("#contradicting").inner_text())
            self.assertNotEqual(page.locator("#alert-titles").inner_text(), "")
            # On paper what must be acted on comes first.
            page.emulate_media(media="print")
            self.assertIn("Act on this, whatever the scores say: Hurt", page.locator("#raised").inner_text())
            page.emulate_media(media="screen")
            danger.locator("input[value=none]").uncheck()
            danger.locator("[data-error]").wait_for(state="hidden")

    def test_errors_lead_to_their_fields(self):
        with browser.opened(browser.form("neglect-screen"), reduced_motion="reduce") as page:
            page.locator("[data-action=complete]").focus()
            page.keyboard.press("Enter")
            self.assertEqual(page.evaluate("document.activeElement.id"), "errors")
            first = page.locator("#errors a").first
            self.assertEqual(first.inner_text(), "Enter: Child")
            page.keyboard.press("Tab")
            self.stop(page)
            page.keyboard.press("Enter")
            stop = self.stop(page)
            self.assertEqual(stop["id"], "a1")
            page.keyboard.type("Alex")
            page.locator("#errors a", has_text="Enter: Child").wait_for(state="detached")
            self.assertEqual(page.locator("#errors li").count(), page.locator(".error:visible").count())

    def test_leaving_with_unsaved_answers_asks_first(self):
        with browser.opened(browser.form("neglect-screen")) as page:
            asked = []
            page.on("dialog", lambda dialog: asked.append(dialog.type))
            page.locator("#a1").fill("Alex")
            page.close(run_before_unload=True)
            page.wait_for_event("close")
            self.assertEqual(asked, ["beforeunload"])

    def test_a_file_of_another_tool_changes_nothing(self):
        for text, words in [
            ('{"resourceType":"QuestionnaireResponse","questionnaire":"urn:child-impact:tool:safety-scale|1.0"}', "safety-scale"),
            ('{"resourceType":"QuestionnaireResponse","questionnaire":"urn:child-impact:tool:neglect-screen|0.9"}', "version 0.9"),
            ('{"resourceType":"Bundle"}', "no answers that a form has saved"),
            ('{"resourceType":"Questionnaire', "not whole"),
        ]:  # fmt: skip
            with self.subTest(words), browser.opened(browser.form("neglect-screen")) as page:
                page.locator("#a1").fill("Alex")
                page.locator("#a1").blur()
                page.evaluate("document.querySelector('#saving [data-action=draft]').click()")
                file = {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
                page.set_input_files("#open", file)
                page.locator("#notice").wait_for()
                self.assertIn(words, page.locator("#notice").inner_text())
                self.assertIn("Nothing here was changed", page.locator("#notice").inner_text())
                self.assertEqual(page.locator("#a1").input_value(), "Alex")


if __name__ == "__main__":
    unittest.main()
