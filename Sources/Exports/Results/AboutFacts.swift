import CareTools
import CaseDates
import DataFormats

/// Who, when, by whom: the fields above the questions, of one result or of several that share them.
struct AboutFacts {
    private let results: [Result]
    private let words: ToolWords

    init(_ results: [Result], _ words: ToolWords) {
        self.results = results
        self.words = words
    }

    /// Whom they are about and the fields that all results have alike; those of a single result with all that is given.
    var node: HTMLNode {
        guard let first = results.first else { return .group([]) }
        var rows = first.tool.about.compactMap { field -> HTMLNode? in
            let texts = results.compactMap { words.text(of: field, in: $0.response) }
            guard let text = texts.first, isShared(field, texts) else { return nil }
            return row(field.label, value(text, field))
        }
        if results.count == 1, let months = first.response.ageInMonths {
            rows.append(row("Age on that day", [.text(Self.age(months))]))
        }
        rows.append(row("Tool", [.text("\(first.tool.id), version \(first.tool.version)")]))
        return .element(.dl, ["class": "facts"], rows)
    }

    /// Whether all say the same; for whom they are about it is enough that none says something else.
    private func isShared(_ field: AboutField, _ texts: [String]) -> Bool {
        switch field.name {
        case .child, .born, .carer, .case, .link: Set(texts.map(FoldedText.init)).count == 1
        default: texts.count == results.count && Set(texts).count == 1
        }
    }

    private func row(_ name: String, _ content: [HTMLNode]) -> HTMLNode {
        .element(.div, [:], .element(.dt, [:], .text(name)), .element(.dd, [:], content))
    }

    private func value(_ text: String, _ field: AboutField) -> [HTMLNode] {
        guard field.name.isDay else { return [RecordText.record(text)] }
        return [Self.day(text)]
    }

    /// A day as it is read, for programs too.
    static func day(_ text: String) -> HTMLNode {
        guard let day = CalendarDay(iso: text) else { return RecordText.record(text) }
        return .element(.time, ["datetime": day.description], .text(DateText.words(day)))
    }

    /// "3 years 2 months", "7 months".
    static func age(_ months: Int) -> String {
        let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
        let parts = [
            years > 0 ? RecordText.count(years, "year") : nil,
            rest > 0 || years == 0 ? RecordText.count(rest, "month") : nil,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}
