"""Checks the Questionnaires that `tools export --fhir` writes.

    python3 check_questionnaires.py PROGRAM [ROUNDS] [SEED]

1. The models of fhir.resources accept each of them. (They are those of R4B, whose Questionnaire is that of R4.)
2. Each linkId stands once, and each enableWhen looks at a question that is there.
   The built-in tools are checked, and one of definitions/ that holds every kind of condition.
3. A form that was written from the text of FHIR alone (r4_form.py) fills each of them in at random. Its responses are
   accepted too, and score the same as the same answers in a table of this program. Where everything that the form asks
   is answered, nothing is unanswered and nothing is hidden: it asks what the program asks, no more and no less.
"""

import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from r4_form import Form

AS_OF = "2026-03-31"
DEFINITIONS = str(pathlib.Path(__file__).resolve().parent / "definitions")
program = str(pathlib.Path(sys.argv[1]).resolve())
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 40
seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
failures = []


def run(*arguments):
    return subprocess.run([program, *arguments, "--definitions", DEFINITIONS], capture_output=True, text=True, check=False)


def fail(*words):
    failures.append(" ".join(map(str, words)))
    print("FAILED:", *words)


def walk(items):
    for item in items:
        yield item
        yield from walk(item.get("item", []))


def check_structure(name, questionnaire):
    items = list(walk(questionnaire["item"]))
    links = [item["linkId"] for item in items]
    for link in {link for link in links if links.count(link) > 1}:
        fail(name, "has two items", link)
    questions = {item["linkId"]: item for item in items if item["type"] not in ("group", "display")}
    for item in items:
        for test in item.get("enableWhen", []):
            question = questions.get(test["question"])
            if question is None:
                fail(name, item["linkId"], "looks at", test["question"], "which is no question")
            elif "answerCoding" in test:
                codes = [
                    (option["valueCoding"]["system"], option["valueCoding"]["code"])
                    for option in question.get("answerOption", [])
                ]
                if (test["answerCoding"]["system"], test["answerCoding"]["code"]) not in codes:
                    fail(name, item["linkId"], "looks for", test["answerCoding"]["code"], "which cannot be chosen")


def extension(item, name, kind):
    for one in item.get("extension", []):
        if one["url"].endswith(f"/{name}"):
            return one[kind]
    return None


class Respondent:
    """Answers at random: everything that is asked, or some of it."""

    def __init__(self, numbers, share):
        self.numbers = numbers
        self.share = share
        self.months = numbers.randrange(0, 216)

    def __call__(self, item):
        link = item["linkId"]
        fixed = self.fixed(link)
        if fixed is not None:
            return [fixed]
        if link.startswith("override."):
            return self.override(item)
        if self.numbers.random() > self.share:
            return []
        return self.values(item)

    def override(self, item):
        if item["type"] == "text":
            return [{"valueString": "a reason"}]
        return [{"valueDecimal": self.numbers.choice([1, 2, 3, 4.5])}] if self.numbers.random() < 0.2 else []

    def fixed(self, link):
        years, months = divmod(self.months, 12)
        if link == "about.completed":
            return {"valueDate": "2026-03-01"}
        if link == "about.born":
            return {"valueDate": f"{2026 - years - (1 if months >= 3 else 0)}-{(2 - months) % 12 + 1:02}-01"}
        if link == "about.from":
            return {"valueDate": "2026-01-01"}
        if link == "about.age-months":
            return {"valueInteger": self.months}
        return None

    def values(self, item):
        if item["type"] == "choice":
            count = self.numbers.randint(1, min(3, len(item["answerOption"]))) if item.get("repeats") else 1
            chosen = self.numbers.sample(item["answerOption"], count)
            alone = [option for option in chosen if extension(option, "questionnaire-optionExclusive", "valueBoolean")]
            return [{"valueCoding": coding(option)} for option in alone[:1] or chosen]
        if item["type"] == "date":
            return [{"valueDate": f"2026-0{self.numbers.randint(1, 3)}-1{self.numbers.randint(0, 9)}"}]
        if item["type"] == "decimal":
            places = extension(item, "maxDecimalPlaces", "valueInteger") or 0
            lowest, highest = (extension(item, name, "valueDecimal") for name in ("minValue", "maxValue"))
            steps = round((highest - lowest) * 10**places)
            number = lowest + self.numbers.randint(0, steps) / 10**places
            return [{"valueDecimal": round(number, places) if places else round(number)}]
        return [{"valueString": self.numbers.choice(["words", "more words", "1", "<b>&amp;</b>"])}]


def coding(option):
    return {name: option["valueCoding"][name] for name in ("system", "code", "display")}


def table(questionnaire, form):
    """The same answers as a table of this program: a column for each item of each instance, and one row."""
    columns = {"tool": questionnaire["url"].rsplit(":", 1)[1], "version": questionnaire["version"], "status": "completed"}

    def add(nodes, number):
        for node in nodes:
            if not form.is_enabled(node):
                continue
            values = [next(iter(answer.values())) for answer in node.answers]
            texts = [value["code"] if isinstance(value, dict) else str(value) for value in values]
            if texts and node.link != "about.age-months":
                columns[node.link + number] = ";".join(texts)
            for index, instance in enumerate(node.instances, 1):
                add(instance, f"#{index}" if node.is_repeating_group else number)

    add(form.roots, "")
    text = io.StringIO()
    csv.writer(text).writerows([columns.keys(), columns.values()])
    return text.getvalue()


def scores(paths):
    """What the program makes of files: for each the result, and the errors."""
    done = run("score", *map(str, paths), "--json", "--as-of", AS_OF)
    # Ages and values in place of scores are chosen without a look at what the tool is for.
    passed = ("answers.age.outside", "answers.override.outside")
    found = {}
    for line in filter(None, done.stdout.splitlines()):
        result = json.loads(line)
        path = result.pop("path")
        result.pop("status")
        errors = [one for one in result.pop("diagnostics") if one["severity"] == "error"]
        found[path] = result, [one["summary"] for one in errors if one["id"] not in passed]
    return [found.get(str(path), ({}, [done.stderr])) for path in paths]


def fill(name, questionnaire, number):
    """A form that is filled in at random; every other one as a whole."""
    numbers = random.Random(f"{seed} {name} {number}")
    form = Form(questionnaire)

    def more_instances(item):
        most = extension(item, "questionnaire-maxOccurs", "valueInteger") or 3
        return numbers.randint(0, min(2, most - 1))

    form.fill(Respondent(numbers, 1 if number % 2 == 0 else numbers.random()), more_instances)
    return form


def check_answers(name, questionnaire, folder):
    forms = [fill(name, questionnaire, number) for number in range(rounds)]
    theirs = [folder / f"{name}-{number}.json" for number in range(rounds)]
    ours = [folder / f"{name}-{number}.csv" for number in range(rounds)]
    for form, response, row in zip(forms, theirs, ours):
        text = json.dumps(form.response())
        QuestionnaireResponse.model_validate_json(text)
        response.write_text(text)
        row.write_text(table(questionnaire, form))
    found = scores([*theirs, *ours])
    for number in range(rounds):
        (first, errors), (second, _) = found[number], found[rounds + number]
        if "scores" not in first or errors:
            fail(name, number, "has errors", errors)
        elif first != second:
            different = [(first[key], second.get(key)) for key in first if first[key] != second.get(key)]
            fail(name, number, "scores otherwise as a table", different)
        elif first["hidden"]:
            fail(name, number, "is asked and not shown", first["hidden"])
        elif number % 2 == 0 and not (first["complete"] and first["unanswered"] == []):
            fail(name, number, "is shown and not asked", first["unanswered"], first["evidenceMissing"])


def main():
    with tempfile.TemporaryDirectory() as path:
        folder = pathlib.Path(path)
        done = run("tools", "export", str(folder / "questionnaires"), "--fhir")
        if done.returncode != 0:
            sys.exit(done.stderr)
        files = sorted((folder / "questionnaires").glob("*.json"))
        for file in files:
            Questionnaire.model_validate_json(file.read_text())
            questionnaire = json.loads(file.read_text())
            check_structure(file.stem, questionnaire)
            check_answers(file.stem, questionnaire, folder)
            print(f"{file.stem}: {rounds} responses")
    passed = len(files) * rounds + len(files)
    print(f"{passed - len(failures)} passed, {len(failures)} failed")
    sys.exit(1 if failures or not files else 0)


main()
