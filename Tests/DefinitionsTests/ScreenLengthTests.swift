import CareTools
import Definitions
import Testing

/// The neglect screen stays as short as its guide says: tools that are too long are not used.
@Suite struct ScreenLengthTests {
    private static func words(_ texts: [String]) -> Int {
        texts.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
    }

    /// The words of an item as a worker meets them, with the prompts of one age.
    private static func words(_ item: Item, in tool: CareTools.Tool, months: Int) -> Int {
        let labels = tool.scale(of: item)?.options.map(\.label) ?? []
        let prompts = item.prompts.filter { $0.ages?.holds(months) ?? true }.map(\.text)
        return words([item.text] + item.guidance + labels + prompts + item.anchors.map(\.text))
    }

    @Test func theScreenHasSixteenQuestionsAndUnderNineHundredWordsAtAnyAge() throws {
        let tool = try #require(try DefinitionSource().tool("neglect-screen"))
        let questions = tool.sections.filter { !["contact", "decide"].contains($0.id) }.flatMap(\.allItems)
        #expect(questions.count <= 16)
        for months in stride(from: 0, to: 216, by: 6) {
            let asked = tool.items.filter { $0.ages?.holds(months) ?? true }
            let count = asked.reduce(0) { $0 + Self.words($1, in: tool, months: months) }
            #expect((1...900).contains(count), "\(months) months: \(count) words")
        }
    }

    /// Every form of neglect is asked about at every age, and no step that clears comes before one that does not.
    @Test func everyFormIsAskedAtEveryAge() throws {
        let tool = try #require(try DefinitionSource().tool("neglect-screen"))
        let forms: Set = ["physical", "medical", "nutritional", "educational", "emotional", "supervision"]
        for months in 0..<216 {
            let asked = Set(tool.items.filter { $0.ages?.holds(months) ?? true }.compactMap(\.form))
            #expect(asked == forms, "\(months) months")
        }
        #expect(
            tool.suggestions?.steps.map(\.code) == [
                "childrens-services-today", "graded-care-profile", "early-help-assessment", "talk-and-help",
                "no-concern-now",
            ]
        )
    }

    /// Nothing that is asked may be missing or not known where no concern is suggested.
    @Test func aGapNeverClearsAChild() throws {
        let tool = try #require(try DefinitionSource().tool("neglect-screen"))
        var response = Response(to: tool)
        response.about = [.child: "C", .born: "2018-01-01", .completed: "2026-01-01", .respondent: "school"]
        for (id, code) in [
            ("contact.consent", "agreed"), ("contact.child", "alone"), ("contact.with", "none"), ("danger", "none"),
            ("care.physical", "met"), ("care.nutritional", "met"), ("care.medical", "met"), ("care.educational", "met"),
            ("care.emotional", "met"), ("care.supervision", "met"), ("child.doing", "well"), ("child.needs", "none"),
            ("time.before", "none"), ("around.load", "none"), ("around.strengths", "own-life"),
        ] where tool.item(ItemID(id))?.scale != nil {
            response.answers[AnswerKey(ItemID(id))] = .codes([code])
        }
        response.answers[AnswerKey(ItemID("child.voice"))] = .text("I like my room.")
        #expect(tool.result(of: response).suggestion?.code == "no-concern-now")
        let needed = response.answers.keys.filter { !["contact.consent", "contact.with"].contains($0.item.text) }
        for key in needed {
            var other = response
            other.answers[key] = nil
            #expect(tool.result(of: other).suggestion?.code != "no-concern-now", "\(key.text) missing")
            guard let item = tool.item(key.item), tool.scale(of: item)?.option("not-known") != nil else { continue }
            other.answers[key] = .codes(["not-known"])
            #expect(tool.result(of: other).suggestion?.code != "no-concern-now", "\(key.text) not known")
        }
    }
}
