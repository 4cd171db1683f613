"""A form of another maker: it fills in any FHIR R4 Questionnaire, and knows nothing of child-impact.

It is written from the text of R4 alone (https://hl7.org/fhir/R4/questionnaire.html): an item is asked while its
enableWhen holds and everything above it is asked; an item that is not asked counts as having no answer.
"""

import operator

COMPARISONS = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt}


class Node:
    """One item in one place: each instance of a repeating group has nodes of its own."""

    def __init__(self, item, parent, scope=()):
        self.item = item
        self.parent = parent
        self.link = item["linkId"]
        # The instances of repeating groups that it stands in, the outermost first.
        self.scope = scope
        self.answers = []
        self.instances = []
        self.is_repeating_group = item["type"] == "group" and item.get("repeats", False)
        self.add_instance()

    def add_instance(self):
        scope = (*self.scope, (self.link, len(self.instances))) if self.is_repeating_group else self.scope
        self.instances.append([Node(child, self, scope) for child in self.item.get("item", [])])

    def walk(self):
        yield self
        for instance in self.instances:
            for child in instance:
                yield from child.walk()


class Form:
    def __init__(self, questionnaire):
        self.questionnaire = questionnaire
        self.roots = [Node(item, None) for item in questionnaire["item"]]
        self.change()

    def change(self):
        """Forgets what was found out before an instance was added."""
        self.nodes = [node for root in self.roots for node in root.walk()]
        self.by_link = {}
        for node in self.nodes:
            self.by_link.setdefault(node.link, []).append(node)
        self.enabled = {}

    # Where enableWhen looks

    def find(self, link, seen_from):
        """The nearest question of a linkId: in the same instances, as far as there is one."""

        def nearness(node):
            return sum(1 for one, other in zip(node.scope, seen_from.scope) if one == other)

        return max(self.by_link[link], key=nearness)

    def is_enabled(self, node):
        if id(node) not in self.enabled:
            self.enabled[id(node)] = self.works_out_enabled(node)
        return self.enabled[id(node)]

    def works_out_enabled(self, node):
        if node.parent is not None and not self.is_enabled(node.parent):
            return False
        tests = node.item.get("enableWhen", [])
        if not tests:
            return True
        combine = any if node.item.get("enableBehavior") == "any" else all
        return combine(self.holds(test, node) for test in tests)

    def holds(self, test, node):
        question = self.find(test["question"], node)
        answers = question.answers if self.is_enabled(question) else []
        (kind,) = [name for name in test if name.startswith("answer")]
        wanted = test[kind]
        if test["operator"] == "exists":
            return bool(answers) == wanted
        if kind == "answerCoding":
            same = any(
                answer["valueCoding"]["code"] == wanted["code"]
                and answer["valueCoding"]["system"] == wanted["system"]
                for answer in answers
            )
            return same if test["operator"] == "=" else not same
        values = [next(iter(answer.values())) for answer in answers]
        return any(COMPARISONS[test["operator"]](value, wanted) for value in values)

    # Filling in

    def fill(self, answer, more_instances):
        """Answers whatever is asked, until nothing new is asked.

        `answer` gives the answers to an item, or none; `more_instances` how many more instances of a repeating group.
        """
        seen = set()
        while True:
            node = next((node for node in self.nodes if id(node) not in seen and self.is_enabled(node)), None)
            if node is None:
                return
            seen.add(id(node))
            if node.is_repeating_group:
                for _ in range(more_instances(node.item)):
                    node.add_instance()
                self.change()
            elif node.item["type"] not in ("group", "display"):
                node.answers = answer(node.item)
                self.enabled = {}

    def response(self):
        """The QuestionnaireResponse: only what is asked, with items below a question inside its answer."""
        return {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": f"{self.questionnaire['url']}|{self.questionnaire['version']}",
            "status": "completed",
            "item": self.items(self.roots),
        }

    def items(self, nodes):
        made = []
        for node in nodes:
            if node.item["type"] == "display" or not self.is_enabled(node):
                continue
            for instance in node.instances:
                below = self.items(instance)
                item = {"linkId": node.link}
                if node.item.get("text"):
                    item["text"] = node.item["text"]
                if node.answers:
                    item["answer"] = [dict(answer) for answer in node.answers]
                    if below:
                        item["answer"][0]["item"] = below
                elif below:
                    item["item"] = below
                if len(item) > 1 and ("answer" in item or "item" in item):
                    made.append(item)
        return made
