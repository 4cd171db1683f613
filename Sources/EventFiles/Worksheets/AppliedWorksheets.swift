import CaseDates
import Diagnostics
import ImpactChronology

/// Brings what worksheets say to the accounts of the families.
struct AppliedWorksheets {
    /// The accounts of a family, as rows before those of one event are joined.
    typealias Accounts = (key: String?, family: Family, rows: [Event])

    /// The accounts, with what was added.
    private(set) var families: [Accounts]
    /// What was said of pairs, by family.
    private(set) var answers: [[SameEventAnswer]]
    private(set) var diagnostics: [Diagnostic] = []
    /// The first row of each account: its family and its number there.
    private var positions: [EventID: (family: Int, row: Int)] = [:]
    private let options: ReadOptions
    private let indexes: [PersonIndex]

    /// Applies worksheets.
    ///
    /// What a worksheet says of an account takes the place of what it held when the worksheet was made. A worksheet none
    /// of whose accounts is there belongs to another case, and nothing of it is used.
    ///
    /// - Parameters:
    ///   - worksheets: The worksheets, in the order of their names.
    ///   - families: The accounts of each family.
    ///   - earlier: What earlier chronologies hold of pairs, by family.
    ///   - indexes: The people of each family by their names.
    ///   - options: How dates and words are read.
    init(
        _ worksheets: [FilledWorksheet],
        to families: [Accounts],
        earlier: [[SameEventAnswer]],
        indexes: [PersonIndex],
        options: ReadOptions
    ) {
        self.families = families
        self.options = options
        self.indexes = indexes
        answers = earlier
        guard !worksheets.isEmpty || earlier.contains(where: { !$0.isEmpty }) else { return }
        for (number, family) in families.enumerated() {
            for (row, event) in family.rows.enumerated() where positions[event.id] == nil {
                positions[event.id] = (number, row)
            }
        }
        for worksheet in worksheets { apply(worksheet) }
        for index in answers.indices { settle(index) }
    }

    private mutating func find(
        _ id: String,
        _ summary: String,
        _ place: Place?,
        _ suggestion: String? = nil,
        as severity: Severity = .error
    ) {
        diagnostics.append(
            Diagnostic(id: id, severity: severity, summary: summary, place: place, suggestion: suggestion)
        )
    }

    // MARK: One worksheet

    private mutating func apply(_ worksheet: FilledWorksheet) {
        diagnostics += worksheet.diagnostics
        let ids = worksheet.rows.map(\.id) + worksheet.listed
        guard ids.isEmpty || ids.contains(where: { positions[$0] != nil }) else {
            return find(
                "worksheet.otherCase",
                "none of the \(Set(ids).count) events of the worksheet is in the input; nothing in it is used",
                Place(path: worksheet.path),
                "give the files, or the chronology, that the worksheet was made from"
            )
        }
        var changes = Changes()
        for row in worksheet.rows { apply(row, of: worksheet, &changes) }
        let missing = worksheet.listed.filter { id in
            positions[id] != nil && !worksheet.refused.contains(id) && !worksheet.rows.contains { $0.id == id }
        }
        if !missing.isEmpty {
            let named = missing.prefix(20).map(\.text).joined(separator: ", ")
            find(
                "worksheet.row.missing",
                "\(missing.count) event\(missing.count == 1 ? " has" : "s have") no row any more; they stay as they are: \(named)\(missing.count > 20 ? " and more" : "")",
                Place(path: worksheet.path)
            )
        }
        for pair in worksheet.pairs { answer(pair, &changes) }
        find("worksheet.applied", changes.words, Place(path: worksheet.path), as: .note)
    }

    /// What a worksheet changes.
    private struct Changes {
        var added = 0
        var changed = 0
        var cleared = 0
        var same = 0
        var different = 0

        var words: String {
            "cells added: \(added), changed: \(changed), cleared: \(cleared); pairs found to be one event: \(same), to be two: \(different)"
        }
    }

    private mutating func apply(_ row: FilledWorksheet.Row, of worksheet: FilledWorksheet, _ changes: inout Changes) {
        guard let position = positions[row.id] else {
            let isListed = worksheet.listed.contains(row.id)
            if row.cells.isEmpty, isListed { return }
            return find(
                "worksheet.id.unknown",
                isListed
                    ? "the event of this row is not in the input any more; what was added is not used"
                    : "there is no event with this identifier; the row is not used",
                row.place
            )
        }
        if row.isFixedChanged {
            find(
                "worksheet.fixed.changed",
                "a fixed cell of the row was changed; the change is not used",
                row.place,
                "mend what a source says in the file of the source",
                as: .warning
            )
        }
        let (number, index) = position
        let event = families[number].rows[index]
        let read = WorksheetStatements(
            row,
            of: event,
            child: worksheet.child,
            people: indexes[number],
            family: families[number].family,
            options: options
        )
        diagnostics += read.diagnostics
        let refused = read.refused
        for field in WorksheetField.allCases {
            let cell = row.cells[field]
            if refused.contains(field) { continue }
            switch (row.before[field], cell) {
            case (nil, nil), (true?, _): break
            case (nil, _?): changes.added += 1
            case (false?, let cell?):
                changes.changed += 1
                find(
                    "worksheet.cell.changed",
                    "the cell was changed since the worksheet was made",
                    cell.place,
                    as: .note
                )
            case (false?, nil):
                changes.cleared += 1
                find(
                    "worksheet.cell.cleared",
                    "\(field.rawValue) was cleared; what it held is taken back",
                    row.place,
                    as: .note
                )
            }
            // What it held before is said anew by the cell, or not at all.
            if row.before[field] != nil { takeBack(field, child: worksheet.child, number, row.id) }
        }
        families[number].rows[index].additions += read.additions.filter {
            !families[number].rows[index].additions.contains($0)
        }
    }

    /// Removes what was added to an account in one column before.
    private mutating func takeBack(_ field: WorksheetField, child: PersonID?, _ family: Int, _ id: EventID) {
        for index in families[family].rows.indices where families[family].rows[index].id == id {
            families[family].rows[index].additions.removeAll { $0.statement.isOf(field, child: child) }
        }
    }

    // MARK: Answers

    private mutating func answer(_ pair: FilledWorksheet.Pair, _ changes: inout Changes) {
        let isSame: Bool
        switch HeadingTable.folded(pair.answer.text) {
        case "yes", "y": isSame = true
        case "no", "n": isSame = false
        default:
            diagnostics.append(
                Diagnostic(
                    id: "worksheet.value.unknown",
                    severity: .error,
                    summary: "the answer is yes or no; the cell is not used",
                    place: pair.answer.place,
                    value: pair.answer.text
                )
            )
            return
        }
        guard let first = positions[pair.first], let second = positions[pair.second], first.family == second.family,
            pair.first != pair.second
        else {
            return find(
                "worksheet.id.unknown",
                "the pair names an event that is not in the input; the answer is not used",
                pair.answer.place
            )
        }
        let events = [first, second].map { families[$0.family].rows[$0.row] }
        guard !isSame || events.allSatisfy(\.date.isDated) else {
            return find(
                "worksheet.answer.undated",
                "an event without a date cannot be joined with another, as it would borrow its date; the answer is not used",
                pair.answer.place
            )
        }
        if isSame { changes.same += 1 } else { changes.different += 1 }
        // A new answer takes the place of an old one.
        answers[first.family].removeAll {
            [$0.first, $0.second] == [pair.first, pair.second] && $0.place.path != pair.answer.place.path
        }
        answers[first.family].append(
            SameEventAnswer(first: pair.first, second: pair.second, isSame: isSame, place: pair.answer.place)
        )
    }

    /// Leaves out answers that say of accounts at once that they are one event and that they are not.
    private mutating func settle(_ family: Int) {
        let all = answers[family]
        guard all.contains(where: { !$0.isSame }) else { return }
        var leader: [EventID: EventID] = [:]
        func find(_ id: EventID) -> EventID {
            var id = id
            while let next = leader[id] { id = next }
            return id
        }
        for answer in all where answer.isSame {
            let (one, other) = (find(answer.first), find(answer.second))
            if one != other { leader[other] = one }
        }
        let torn = Set(all.filter { !$0.isSame && find($0.first) == find($0.second) }.map { find($0.first) })
        guard !torn.isEmpty else { return }
        answers[family].removeAll { torn.contains(find($0.first)) && torn.contains(find($0.second)) }
        for answer in all where torn.contains(find(answer.first)) && torn.contains(find(answer.second)) {
            diagnostics.append(
                Diagnostic(
                    id: "worksheet.answer.contradicts",
                    severity: .error,
                    summary: "the answer contradicts others about the same events; none of them is used",
                    place: answer.place
                )
            )
        }
    }
}

extension Addition.Statement {
    /// Whether a statement belongs into a column of a worksheet; for a worksheet of one child only what is that child's does.
    fileprivate func isOf(_ field: WorksheetField, child: PersonID?) -> Bool {
        switch self {
        case .impact(let impact): impact.domain == field.domain && (child == nil || impact.child == child)
        case .voice(let voice): field == .voice && (child == nil || voice.child == child)
        case .significance: field == .significance
        case .bearing: field == .bearing
        case .dispute: field == .disputed
        case .decision: field == .decision || field == .decisionDate
        }
    }
}
