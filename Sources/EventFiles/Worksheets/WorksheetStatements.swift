import CaseDates
import Diagnostics
import ImpactChronology

/// Turns the cells of one row of a worksheet into statements.
///
/// A cell whose words cannot be read is a finding and adds nothing; a decision whose date cannot be read is not added
/// without it.
struct WorksheetStatements {
    private(set) var additions: [(field: WorksheetField, addition: Addition)] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The columns that are not used, as their words cannot be read.
    private(set) var refused: Set<WorksheetField> = []
    private let row: FilledWorksheet.Row
    private let event: Event
    private let people: PersonIndex
    private let family: Family
    private let options: ReadOptions

    /// Reads a row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - event: The account to which it is added.
    ///   - child: The one child for whom the worksheet is.
    ///   - people: The people of the family by their names.
    ///   - family: The family.
    ///   - options: How dates and words are read.
    init(
        _ row: FilledWorksheet.Row,
        of event: Event,
        child: PersonID?,
        people: PersonIndex,
        family: Family,
        options: ReadOptions
    ) {
        self.row = row
        self.event = event
        self.people = people
        self.family = family
        self.options = options
        for field in WorksheetField.allCases {
            guard let cell = row.cells[field] else { continue }
            switch field {
            case .impact, .physicalImpact, .emotionalImpact, .psychologicalImpact, .socialImpact:
                let domain = field.domain ?? .general
                for (child, text) in parts(of: cell, child) {
                    add(.impact(Impact(child: child, domain: domain, text: text)), cell)
                }
            case .voice:
                for (child, text) in parts(of: cell, child) { add(.voice(Voice(child: child, words: text)), cell) }
            case .significance: readSignificance(cell)
            case .bearing: readBearing(cell)
            case .disputed: readDispute(cell)
            case .decision: readDecision(cell)
            case .decisionDate: if row.cells[.decision] == nil { readDecision(nil) }
            }
        }
    }

    private mutating func add(_ statement: Addition.Statement, _ cell: FilledWorksheet.Cell) {
        let field = row.cells.first { $0.value.place == cell.place }?.key ?? .impact
        additions.append((field, Addition(statement, place: cell.place)))
    }

    private mutating func refuse(_ cell: FilledWorksheet.Cell, _ summary: String) {
        refused.formUnion(row.cells.filter { $0.value.place == cell.place }.keys)
        diagnostics.append(
            Diagnostic(
                id: "worksheet.value.unknown",
                severity: .error,
                summary: summary,
                place: cell.place,
                value: cell.text
            )
        )
    }

    // MARK: Words for a child

    /// The parts of a cell: a line that begins with the name of a child and a colon begins what is that child's, up to
    /// the next such line; what stands before the first is for the child of the worksheet, else for all whom the event
    /// is about.
    private mutating func parts(of cell: FilledWorksheet.Cell, _ only: PersonID?) -> [(PersonID?, String)] {
        guard only == nil else { return [(only, cell.text)] }
        let children = family.people.filter { $0.isChild && event.concerns($0, in: family) }
        let own = children.count == 1 ? children.first?.id : nil
        var parts: [(child: PersonID?, lines: [String])] = [(own, [])]
        for line in cell.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let colon = line.firstIndex(of: ":"), let named = people.person(named: String(line[..<colon]).trimmed),
                let person = family.person(named), person.isChild
            {
                guard event.concerns(person, in: family) else {
                    refuse(cell, "the event is not about a child who is named in the cell; the cell is not used")
                    return []
                }
                parts.append((named, [String(line[line.index(after: colon)...])]))
            } else {
                parts[parts.count - 1].lines.append(String(line))
            }
        }
        return parts.compactMap { child, lines in lines.joined(separator: "\n").nonBlank.map { (child, $0) } }
    }

    // MARK: Chosen words

    private mutating func readSignificance(_ cell: FilledWorksheet.Cell) {
        let word = HeadingTable.folded(cell.text)
        guard WorksheetForm.significances.contains(word) else {
            return refuse(
                cell,
                "Significance is one of \(WorksheetForm.significances.joined(separator: ", ")); the cell is not used"
            )
        }
        add(.significance(word), cell)
    }

    private mutating func readBearing(_ cell: FilledWorksheet.Cell) {
        let word = options.headings.words[.bearing]?[HeadingTable.folded(cell.text)]
        guard let bearing = word.flatMap(Bearing.init(rawValue:)) else {
            return refuse(
                cell,
                "Strength or concern is one of \(WorksheetForm.bearings.joined(separator: ", ")); the cell is not used"
            )
        }
        add(.bearing(bearing), cell)
    }

    private mutating func readDispute(_ cell: FilledWorksheet.Cell) {
        let folded = HeadingTable.folded(cell.text)
        switch options.headings.words[.disputed]?[folded] {
        case "yes": add(.dispute(.disputed("")), cell)
        case "no": add(.dispute(.undisputed), cell)
        case "not stated": break
        default:
            guard folded.hasPrefix("yes") || folded.hasPrefix("disputed") else {
                return refuse(cell, "Disputed is no, or yes and by whom; the cell is not used")
            }
            add(.dispute(.disputed(cell.text)), cell)
        }
    }

    private mutating func readDecision(_ decision: FilledWorksheet.Cell?) {
        guard let cell = decision ?? row.cells[.decisionDate] else { return }
        guard let written = row.cells[.decisionDate] else {
            return add(.decision(Decision(text: cell.text, date: nil)), cell)
        }
        do throws(DateFault) {
            let date = try options.dates.read(written.text, in: DateContext(rowAbove: event.date))
            add(.decision(Decision(text: decision?.text ?? "", date: date)), cell)
        } catch {
            var finding = Diagnostic.date(error, written.place)
            finding.suggestion = "the decision is not used without its date; mend the date in the worksheet"
            diagnostics.append(finding)
            refused.formUnion([.decision, .decisionDate])
        }
    }
}
