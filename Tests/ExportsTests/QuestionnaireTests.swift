import CareTools
import Exports
import Foundation
import Testing

/// What Tests/FHIRTests does not see: what a form cannot ask, and the words that are in the way of nothing.
@Suite struct QuestionnaireTests {
    private func tool(_ items: [Item], scores: [Score] = [], repeated: Section? = nil) -> Tool {
        var sections = [Section(id: "part", title: "Part", items: items)]
        if let repeated { sections.insert(repeated, at: 0) }
        var tool = Tool(id: "small", version: "1", title: "Small", subject: .case, sections: sections)
        tool.scales = [
            Scale(
                id: "grade",
                polarity: .higherIsWorse,
                options: [
                    .init(code: "good", label: "Good", value: 0),
                    .init(code: "bad", label: "Bad", value: 1, needsEvidence: true),
                ]
            )
        ]
        tool.scores = scores
        return tool
    }

    private func choice(_ id: String) -> Item {
        Item(id: ItemID(id), text: "Item \(id)", kind: .choice, scale: "grade")
    }

    private func text(_ id: String, when condition: Condition) -> Item {
        var item = Item(id: ItemID(id), text: "Words \(id)", kind: .text)
        item.condition = condition
        return item
    }

    private func json(_ tool: Tool) throws -> [String: Any] {
        let bytes = QuestionnaireJSON.bytes(of: tool)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    /// All items, by `linkId`.
    private func items(_ tool: Tool) throws -> [String: [String: Any]] {
        var found: [String: [String: Any]] = [:]
        func add(_ items: Any?) {
            for item in items as? [[String: Any]] ?? [] {
                if let link = item["linkId"] as? String { found[link] = item }
                add(item["item"])
            }
        }
        add(try json(tool)["item"])
        return found
    }

    private func operators(_ item: [String: Any]?) -> [String] {
        (item?["enableWhen"] as? [[String: Any]] ?? []).compactMap { test in
            (test["question"] as? String).flatMap { question in
                (test["operator"] as? String).map { "\(question) \($0)" }
            }
        }
    }

    @Test func anOptionHasItsValueAsAnOrdinal() throws {
        let bytes = QuestionnaireJSON.bytes(of: tool([choice("a")]))
        let option = """
            {"valueCoding":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}],\
            "system":"urn:child-impact:tool:small:grade","code":"bad","display":"Bad"}}
            """
        #expect(String(decoding: bytes, as: UTF8.self).contains(option))
    }

    @Test func anOptionThatStandsAloneSaysSoWhereThereCanBeSeveral() throws {
        var several = choice("many")
        several.kind = .choices
        var tool = tool([choice("one"), several])
        tool.scales[0].options[0].standsAlone = true
        let options = try items(tool).mapValues { item in
            (item["answerOption"] as? [[String: Any]] ?? []).map {
                ($0["extension"] as? [[String: Any]])?.first?["url"] as? String
            }
        }
        let url = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
        #expect(options["many"]?.first == url)
        #expect(options["many"]?.dropFirst().allSatisfy { $0 == nil } == true)
        #expect(options["one"]?.allSatisfy { $0 == nil } == true)
    }

    @Test func aCaseHasNoSubjectOfFHIR() throws {
        #expect(try json(tool([choice("a")]))["subjectType"] == nil)
        #expect(try json(tool([choice("a")]))["name"] as? String == "Small")
    }

    @Test func aScoreThatNoFormCanWorkOutShowsTheItemWithANote() throws {
        let sum = Score(
            id: ScoreID("s"),
            title: "Sum",
            method: .sum,
            polarity: .higherIsWorse,
            inputs: [.init(.item(ItemID("a"))), .init(.item(ItemID("b")))]
        )
        let items = try items(
            tool(
                [choice("a"), choice("b"), text("c", when: .atLeast(.score(ScoreID("s")), 2))],
                scores: [sum]
            )
        )
        #expect(items["c"]?["enableWhen"] == nil)
        #expect(
            items["c/note"]?["text"] as? String
                == "This form shows it always, or too often: it is for when the score \"Sum\" is 2 or more. "
                + "Otherwise it is not scored."
        )
    }

    @Test func whatCanBeAskedOfAConditionIsAskedAllTheSame() throws {
        let condition = Condition.all([.isAnswered(ItemID("a"), code: "bad"), .atLeast(.score(ScoreID("none")), 2)])
        let items = try items(tool([choice("a"), text("c", when: condition)]))
        #expect(operators(items["c"]) == ["a ="])
        #expect(items["c/note"] != nil)
    }

    @Test func anAnswerToWhatIsShownTooOftenIsNotTakenForOne() throws {
        let hidden = text("b", when: .atLeast(.score(ScoreID("none")), 2))
        let items = try items(tool([hidden, text("c", when: .not(.answered(ItemID("b"))))]))
        #expect(items["c"]?["enableWhen"] == nil)
        #expect(items["c/note"] != nil)
    }

    @Test func oneOfSeveralInstancesIsNotAskedFromOutside() throws {
        let section = Section(
            id: "carers",
            title: "Carers",
            repetition: .init(label: "Carer", most: 3),
            items: [choice("a"), text("b", when: .isAnswered(ItemID("a"), code: "bad"))]
        )
        let items = try items(
            tool([text("c", when: .isAnswered(ItemID("a"), code: "bad"))], repeated: section)
        )
        #expect(operators(items["b"]) == ["a ="])
        #expect(items["c"]?["enableWhen"] == nil)
        #expect(items["c/note"] != nil)
        #expect(items["carers"]?["repeats"] as? Bool == true)
    }

    @Test func aConditionOfTooManyPartsShowsTheItem() throws {
        let pairs = (0..<8).map { number in
            Condition.all([.answered(ItemID("a\(number)")), .answered(ItemID("b\(number)"))])
        }
        let asked = (0..<8).flatMap { number in
            ["a\(number)", "b\(number)"].map { Item(id: ItemID($0), text: $0, kind: .text) }
        }
        let items = try items(tool(asked + [text("c", when: .any(pairs))]))
        #expect(items["c"]?["enableWhen"] == nil)
        #expect(items["c/note"] != nil)
        let fewer = try self.items(tool(asked + [text("c", when: .any(Array(pairs.prefix(3))))]))
        #expect(fewer["c/note"] == nil)
        #expect(fewer.keys.count { $0.hasPrefix("c/when") } == 7)
    }

    @Test func helpHasNoNameThatAnItemCouldHave() throws {
        var item = choice("a")
        item.guidance = ["Ask."]
        item.prompts = [.init(text: "Look.", ages: AgeBand(from: 132, to: nil))]
        item.anchors = [.init(code: "bad", text: "Nothing there.")]
        item.takesEvidence = true
        let items = try items(tool([item]))
        #expect(items["a/guidance1"]?["text"] as? String == "Ask.")
        #expect(items["a/prompt1"]?["text"] as? String == "From 11 years: Look.")
        #expect(items["a/anchor1"]?["text"] as? String == "Bad: Nothing there.")
        #expect(items["a/anchor1"]?["type"] as? String == "display")
        #expect(operators(items["a.evidence"]) == ["a ="])
    }

    @Test func itIsOneLineAndTheSameEachTime() {
        let bytes = QuestionnaireJSON.bytes(of: tool([choice("a")]))
        #expect(bytes.count { $0 == 0x0A } == 1)
        #expect(bytes == QuestionnaireJSON.bytes(of: tool([choice("a")])))
    }
}
