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

    /// The fields that all results have alike; those of a single result with all that is given.
    var node: HTMLNode {
        guard let first = results.first else { return .group([]) }
        var rows = first.tool.about.compactMap { field -> HTMLNode? in
            guard results.allSatisfy({ $0.response.about[field.name] == first.response.about[field.name] }) else {
                return nil
            }
            return words.text(of: field, in: first.response).map { row(field.label, value($0, field)) }
        }
        if results.count == 1, let months = first.response.ageInMonths {
            rows.append(row("Age on that day", [.text(Self.age(months))]))
        }
        rows.append(row("Tool", [.text("\(first.tool.id), version \(first.tool.version)")]))
        return .element(.dl, ["class": "facts"], rows)
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
    private static func age(_ months: Int) -> String {
        let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
        let parts = [
            years > 0 ? RecordText.count(years, "year") : nil,
            rest > 0 || years == 0 ? RecordText.count(rest, "month") : nil,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}
