@testable import CareTools

/// The counts of a report as they are printed, and what logic says of them besides.
///
/// It knows nothing of the sums that the report itself wrote down: only the tables, and what the questions mean.
struct PrintedReport {
    private(set) var tally = Tally()
    private var hidden: Set<Int> = []
    private let printed: ReportPart
    private let full: ReportPart

    /// Takes a report, and the same with all counts.
    init(_ printed: Report, _ full: Report) {
        self.printed = printed.parts[0]
        self.full = full.parts[0]
    }

    func hides(_ id: CountID) -> Bool { hidden.contains(id.number) }

    /// The counts of a column of a table by the labels of the rows; `nil` where the table is left out.
    mutating func counts(_ table: String, column: Int = 0) -> [String: CountID]? {
        guard let shown = printed.tables.first(where: { $0.id == table }),
            let full = full.tables.first(where: { $0.id == table })
        else { return nil }
        var counts: [String: CountID] = [:]
        for row in full.rows {
            guard let number = Self.count(row.cells[column])?.number else { continue }
            guard let cell = shown.rows.first(where: { $0.label == row.label })?.cells[column] else { continue }
            let id = tally.count(number)
            counts[row.label] = id
            if Self.count(cell) == .hidden { hidden.insert(id.number) }
        }
        return counts
    }

    private static func count(_ cell: ReportCell) -> ShownCount? {
        switch cell {
        case .count(let count), .share(let count, of: _): count
        case .words, .none: nil
        }
    }

    /// Says that a count is the sum of others.
    mutating func add(_ total: CountID?, isSumOf parts: [CountID?]) {
        guard let total else { return }
        tally.state(total, isSumOf: parts.compactMap(\.self))
    }

    /// Says that counts together are not above another.
    mutating func add(_ parts: [CountID?], atMost total: CountID?) {
        guard let total else { return }
        tally.slack(above: parts.compactMap(\.self), upTo: total)
    }

    /// The counts that a reader can work out.
    var workedOut: [Int] { Attacker(tally, hides: hides).workedOut }
}
