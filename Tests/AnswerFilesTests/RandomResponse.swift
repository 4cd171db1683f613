import CareTools
import CaseDates

/// Random answers to a tool, also to what is not shown, with every kind of text in them.
struct RandomResponse {
    private let tool: Tool
    private var numbers: SeededGenerator

    init(to tool: Tool, seed: UInt64) {
        self.tool = tool
        numbers = SeededGenerator(seed: seed)
    }

    mutating func response() -> Response {
        var response = Response(to: tool, status: AnswerSheet.Status.completed)
        for field in tool.about where isChosen(3) {
            if let options = field.options {
                response.about[field.name] = options.randomElement(using: &numbers)?.code
            } else {
                response.about[field.name] = field.name.isDay ? day().description : text()
            }
        }
        for section in tool.sections { fill(section, repeatedIn: nil, &response) }
        for score in tool.scores where score.isOverridable && isChosen(1) {
            guard let values = tool.reachableValues(of: score) else { continue }
            response.overrides[score.id] = Override(
                value: isChosen(2) ? values.lowest : values.highest,
                reason: isChosen(2) ? text() : nil
            )
        }
        return response
    }

    private mutating func fill(_ section: Section, repeatedIn instance: Int?, _ response: inout Response) {
        guard let repetition = section.repetition else {
            for item in section.items { fill(item, AnswerKey(item.id, instance: instance), &response) }
            for section in section.sections { fill(section, repeatedIn: instance, &response) }
            return
        }
        let count = Int.random(in: 0...min(3, repetition.most), using: &numbers)
        guard count > 0 else { return }
        response.instances[section.id] = count
        for number in 1...count {
            for item in section.items { fill(item, AnswerKey(item.id, instance: number), &response) }
        }
    }

    private mutating func fill(_ item: Item, _ key: AnswerKey, _ response: inout Response) {
        if isChosen(2) { response.answers[key] = answer(to: item) }
        if isChosen(1) { response.evidence[key] = text() }
    }

    private mutating func answer(to item: Item) -> Answer? {
        let codes = tool.scale(of: item)?.options.map(\.code) ?? []
        switch item.kind {
        case .choice: return codes.randomElement(using: &numbers).map { .codes([$0]) }
        case .choices:
            let chosen = codes.filter { _ in isChosen(2) }
            return chosen.isEmpty ? nil : .codes(chosen)
        case .text: return .text(text())
        case .day: return .day(day())
        case .number(let from, let to, _): return .number(isChosen(2) ? from : to)
        case .itemOfTool: return tool.items.filter(\.isScorable).randomElement(using: &numbers).map { .item($0.id) }
        }
    }

    /// Whether so many times in four.
    private mutating func isChosen(_ quarters: Int) -> Bool { Int.random(in: 0..<4, using: &numbers) < quarters }

    private mutating func day() -> CalendarDay {
        CalendarDay(number: Int.random(in: 15_000...20_000, using: &numbers))
    }

    private mutating func text() -> String {
        let pieces = ["a", " b", "\n", "\"", "\\", "é", "<script>", "🧒", ";", "\u{202E}", "\t", "1", "不"]
        let length = Int.random(in: 1...12, using: &numbers)
        return "x" + (0..<length).compactMap { _ in pieces.randomElement(using: &numbers) }.joined()
    }
}
