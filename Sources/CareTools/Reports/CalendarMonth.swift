import CaseDates

/// A month of a year, to count by.
public struct CalendarMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
    private let year: Int
    private let month: Int

    init(_ day: CalendarDay) {
        (year, month) = (day.year, day.month)
    }

    private init(number: Int) {
        (year, month) = (number / 12, number % 12 + 1)
    }

    private var number: Int { year * 12 + month - 1 }

    /// The month as ISO 8601, such as `2026-03`.
    public var description: String { String(CalendarDay.first(ofMonth: month, in: year).description.prefix(7)) }

    /// Whether the first month comes before the second.
    public static func < (first: CalendarMonth, second: CalendarMonth) -> Bool { first.number < second.number }

    /// The longest run of months of which every one is listed.
    private static let longestRun = 36

    /// The groups of answers by the month of completion, empty months between them too unless they are very many, and
    /// those whose day is not known.
    static func groups(_ answers: [ReportedAnswers]) -> [(label: String, count: Int)] {
        let months = answers.compactMap { $0.completed.map(CalendarMonth.init) }
        let counts = Dictionary(months.map { ($0, 1) }, uniquingKeysWith: +)
        var groups: [(label: String, count: Int)] = []
        if let first = months.min(), let last = months.max() {
            let listed =
                last.number - first.number < longestRun
                ? (first.number...last.number).map(CalendarMonth.init) : counts.keys.sorted()
            groups = listed.map { ($0.description, counts[$0] ?? 0) }
        }
        if months.count < answers.count { groups.append(("Day not known", answers.count - months.count)) }
        return groups
    }
}
