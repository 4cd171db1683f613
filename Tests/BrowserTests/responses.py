"""Seeded random answers to a tool, good and bad, as QuestionnaireResponses."""

import json
import random

from browser import TODAY

BLANKS = ["", " ", "\u00a0\t", "\u200b", "\n"]
NUMBERS = ["0", "1", "2", "3", "10", "-1", "2.5", "3.25", "0.125", "1.0000001", "1e1", "007", "5.0", "999999999", "1234567890"]
DAYS = [
    "2026-03-31", "2026-04-01", "2026-02-29", "2024-02-29", "31/03/2026", "1/2/2025", "2025-13-01", "2025-06", "2025",
    "2025-06-01T10:00:00Z", "2025-06-01 and so on", " 2025-06-01 ", "01-06-2025", "0000-02-29", "yesterday", "2099-01-01",
]  # fmt: skip
BIRTHS = ["2026-03-30", "2025-10-31", "2024-04-01", "2021-03-31", "2015-02-28", "2012-02-29", "2009-07-07", "2008-04-01", "1990-01-01"]


class Number(str):
    """Figures that stand in JSON as they are."""


def write(value):
    """JSON with figures as they are."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{write(member)}" for name, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


class Responses:
    """Random answers to one tool; the same for the same seed."""

    def __init__(self, tool, seed):
        self.tool = tool
        self.random = random.Random(f"{tool['id']} {seed}")
        self.scales = {scale["id"]: scale for scale in tool["scales"]}
        self.items = [item for section in tool["sections"] for item in below(section)]
        self.trouble = 0.0
        self.share = 1.0

    def text(self):
        """One response on one line."""
        # A third is whole, a third has gaps, a third has everything that can go wrong.
        self.trouble, self.share = self.random.choice([(0.0, 1.0), (0.02, 0.9), (0.0, 0.6), (0.25, 0.8)])
        # A quarter is of families without a worry, which evenly thrown answers never are.
        self.is_calm = self.random.random() < 0.25
        self.favoured = 0.0 if self.is_calm else self.random.random()
        item = [self.about(), *(group for section in self.tool["sections"] for group in self.groups(section))]
        item += self.overrides()
        if self.happens(self.trouble / 2):
            item.append(self.item("no.such.item", [self.words("something")]))
        if self.happens(self.trouble / 2):
            item = [part for group in item for part in (group.get("item") or [group])]
        response = {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": f"urn:child-impact:tool:{self.tool['id']}|{self.tool['version']}",
            "status": self.random.choice(["completed", "in-progress", "amended"]),
            "item": [part for part in item if part],
        }
        return write(response)

    def happens(self, share):
        return self.random.random() < share

    @staticmethod
    def item(link, answers):
        return {"linkId": link, "answer": answers}

    @staticmethod
    def words(text):
        return {"valueString": text}

    def code(self, scale, code):
        return {"valueCoding": {"system": f"urn:child-impact:tool:{self.tool['id']}:{scale}", "code": code}}

    # Who and when

    def about(self):
        items = []
        for field in self.tool["about"]:
            if not self.happens(self.share + 0.05):
                continue
            link = f"about.{field['name']}"
            if self.happens(self.trouble):
                items.append(self.item(link, self.odd(DAYS)))
            elif field["options"]:
                items.append(self.item(link, [self.code(field["name"], self.random.choice(field["options"])["code"])]))
            elif field["isDay"]:
                day = {"born": self.random.choice(BIRTHS), "completed": self.random.choice([TODAY, "2026-02-28", "2025-12-01"])}
                items.append(self.item(link, [{"valueDate": day.get(field["name"], "2025-11-30")}]))
            else:
                items.append(self.item(link, [self.words("A word")]))
        return {"linkId": "about", "item": items} if items else None

    # Questions

    def groups(self, section):
        if "repeats" not in section:
            items = self.answers(section) + [group for part in section["sections"] for group in self.groups(part)]
            return [{"linkId": section["id"], "item": items}] if items else []
        most = section["repeats"]["most"]
        count = self.random.choice([0, 1, 1, 2, 3, most + 1 if self.happens(self.trouble) else min(4, most)])
        groups = []
        for _ in range(count):
            items = self.answers(section)
            groups.append({"linkId": section["id"], "item": items} if items else {"linkId": section["id"]})
        return groups

    def answers(self, section):
        items = []
        for item in section["items"]:
            if not self.happens(self.share):
                continue
            answers = self.odd_answers(item) if self.happens(self.trouble) else self.good_answers(item)
            if answers:
                made = self.item(item["id"], answers)
                if self.happens(self.trouble / 4):
                    made["answer"][0]["item"] = [self.item(f"{item['id']}.evidence", [self.words("Seen")])]
                if self.happens(self.trouble / 8):
                    # What is no object in a list is no answer.
                    made["answer"] = self.random.choice([["b"], ["b", *made["answer"]], made["answer"][0]])
                items.append(made)
                if self.happens(self.trouble / 8):
                    items.append(self.item(item["id"], self.good_answers(item)))
            if self.happens(0.7 if item["evidence"] else self.trouble / 8):
                words = self.random.choice(BLANKS) if self.happens(self.trouble) else "Seen by two of us"
                items.append(self.item(f"{item['id']}.evidence", [self.words(words)]))
        return items

    def good_answers(self, item):
        kind = item["kind"]
        if kind in ("choice", "choices"):
            options = self.scales[item["scale"]]["options"]
            if kind == "choice":
                # Answers that lean to one end reach what answers thrown evenly never do.
                place = min(len(options) - 1, int(self.random.triangular(0, len(options), self.favoured * len(options))))
                if self.is_calm and self.happens(0.9):
                    place = 0
                return [self.code(item["scale"], options[place]["code"])]
            none = [option for option in options if option["code"] == "none"]
            if none and self.is_calm and self.happens(0.9):
                return [self.code(item["scale"], "none")]
            chosen = self.random.sample(options, self.random.randint(1, min(3, len(options))))
            return [self.code(item["scale"], option["code"]) for option in chosen]
        if kind == "number":
            first, last = int(float(item["from"])), int(float(item["to"]))
            number = str(self.random.randint(first, last))
            if item["places"] and self.happens(0.4):
                number += "." + "".join(self.random.choices("0123456789", k=self.random.randint(1, item["places"])))
            return [{"valueDecimal": Number(number)}]
        if kind == "day":
            return [{"valueDate": self.random.choice(["2026-03-01", "2025-12-24"])}]
        if kind == "item":
            return [self.words(self.random.choice(self.items)["id"])]
        return [self.words("Some words")]

    def odd(self, texts):
        text = self.random.choice(texts + BLANKS)
        return [self.random.choice([{"valueDate": text}, self.words(text)])]

    def odd_answers(self, item):
        options = self.scales[item["scale"]]["options"] if "scale" in item else []
        ways = [
            lambda: self.odd(DAYS),
            lambda: [self.words(self.random.choice(BLANKS))],
            lambda: [self.words(self.random.choice(NUMBERS))],
            lambda: [{"valueDecimal": Number(self.random.choice(["0", "1", "2.5", "-3", "10", "1e1", "1.0000001", "2.50"]))}],
            lambda: [{"valueInteger": Number(self.random.choice(["0", "1", "4", "11"]))}],
            lambda: self.good_answers(item) + self.good_answers(item),
            lambda: [{"valueBoolean": True}],
            lambda: [{"valueCoding": {"system": "urn:x", "code": "none-of-these"}}],
            lambda: [],
        ]
        if options:
            labels = [option["label"] for option in options]
            codes = [option["code"] for option in options]
            ways += [
                lambda: [self.words(self.random.choice(labels))],
                lambda: [self.words(" " + self.random.choice(labels).upper() + "\u00a0")],
                lambda: [self.words(self.random.choice(codes))],
                lambda: [self.words("; ".join(self.random.choices(codes + labels, k=2)))],
                lambda: [{"valueCoding": {"display": self.random.choice(labels)}}],
                lambda: [{"valueCoding": {"code": self.random.choice(labels)}}],
                lambda: [self.code(item["scale"], self.random.choice(codes)) for _ in range(2)],
            ]
        return self.random.choice(ways)()

    # A person's values beside scores

    def overrides(self):
        items = []
        for score in self.tool["scores"]:
            if not self.happens(0.08 if score["overridable"] else self.trouble / 16):
                continue
            link = f"override.{score['id']}"
            if not self.happens(self.trouble):
                ends = [end for band in score["bands"] for end in (band["from"], band["to"])]
                number = self.random.choice(ends or score.get("reachable", {}).get("values", ["1"]))
                items.append(self.item(link, [{"valueDecimal": Number(number)}]))
            elif self.happens(0.7):
                items.append(self.item(link, [self.words(self.random.choice(NUMBERS + BLANKS))]))
            if self.happens(0.7):
                reason = self.random.choice(["Known to me better", "“Quoted” \\ and\nnext line", " "])
                items.append(self.item(f"{link}.reason", [self.words(reason)]))
        return [{"linkId": "overrides", "item": items}] if items else []


def below(section):
    """The items of a section and of those in it."""
    return section["items"] + [item for part in section["sections"] for item in below(part)]
