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
    /// The first row of each account, by family.
    private var positions: [[EventID: Int]] = []
    private let options: ReadOptions
    private let indexes: [PersonIndex]

    /// Applies worksheets.
    ///
    /// What a worksheet says of an account takes the place of what it held when the worksheet was made; of two
    /// worksheets the one that was made knowing more comes later. A worksheet of another family, or none of whose
    /// accounts is there, belongs to another case, and nothing of it is used.
    ///
    /// - Parameters:
    ///   - worksheets: The worksheets, in any order.
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
        positions = families.map { family in
            Dictionary(family.rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
        }
        let ordered = worksheets.sorted { first, second in
            let known = (first.knownBefore, second.knownBefore)
            return known.0 == known.1 ? first.path.utf8.lexicographicallyPrecedes(second.path.utf8) : known.0 < known.1
        }
        for worksheet in ordered { apply(worksheet) }
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

    /// The family that a worksheet is of: the one that it names and most of whose accounts it has.
    private func family(of worksheet: FilledWorksheet) -> Int? {
        let ids = Set(worksheet.rows.map(\.id) + worksheet.listed)
        let known = families.indices.filter { worksheet.isOf(families[$0].family) }
            .map { family in (family: family, count: ids.count { positions[family][$0] != nil }) }
        return known.filter { $0.count > 0 || ids.isEmpty }.max { $0.count < $1.count }?.family
    }

    private mutating func apply(_ worksheet: FilledWorksheet) {
        diagnostics += worksheet.diagnostics
        guard let family = family(of: worksheet) else {
            let count = Set(worksheet.rows.map(\.id) + worksheet.listed).count
            return find(
                "worksheet.otherCase",
                "the worksheet, of \(count) event\(count == 1 ? "" : "s"), belongs to another case; nothing in it is used",
                Place(path: worksheet.path),
                "give the files, or the chronology, that the worksheet was made from"
            )
        }
        var changes = Changes()
        for row in worksheet.rows { apply(row, of: worksheet, to: family, &changes) }
        let present = Set(worksheet.rows.map(\.id)).union(worksheet.refused)
        let missing = worksheet.listed.filter { positions[family][$0] != nil && !present.contains($0) }
        if worksheet.hasEvents, !missing.isEmpty {
            let named = missing.prefix(20).map(\.text).joined(separator: ", ")
            find(
                "worksheet.row.missing",
                "no row any more for \(missing.count) event\(missing.count == 1 ? "" : "s"), which stay\(missing.count == 1 ? "s" : "") as before: \(named)\(missing.count > 20 ? " and more" : "")",
                Place(path: worksheet.path)
            )
        }
        for pair in worksheet.pairs { answer(pair, of: family, &changes) }
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

    private mutating func apply(
        _ row: FilledWorksheet.Row,
        of worksheet: FilledWorksheet,
        to family: Int,
        _ changes: inout Changes
    ) {
        guard let index = positions[family][row.id] else {
            let isListed = worksheet.listed.contains(row.id)
            if row.cells.isEmpty, isListed { return }
            return find(
                "worksheet.id.unknown",
                isListed
                    ? "the event of this row is not in the input any more; what was added is not used"
                    : "there is no event with this identifier; the row is not used",
                row.place,
                isListed ? "make a new worksheet and copy the row into it, if its source was corrected" : nil
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
        // An untouched cell says what is held, which may be more than one cell can say again.
        let touched = WorksheetField.units.filter { unit in
            let isKnown = unit.contains { row.before[$0] != nil }
            return !isKnown || !row.isUntouched(unit) || held(unit, row.id, worksheet.child, in: family).isEmpty
        }
        var read = row
        read.cells = row.cells.filter { cell in touched.contains { $0.contains(cell.key) } }
        let statements = WorksheetStatements(
            read,
            of: account(row.id, in: family),
            child: worksheet.child,
            people: indexes[family],
            family: families[family].family,
            options: options
        )
        diagnostics += statements.diagnostics
        for unit in touched where statements.refused.isDisjoint(with: unit) {
            let isKnown = unit.contains { row.before[$0] != nil }
            if !isKnown || !row.isUntouched(unit) { for field in unit { count(field, row, &changes) } }
            let held = isKnown ? [] : held(unit, row.id, worksheet.child, in: family)
            if isKnown { takeBack(unit, row.id, worksheet.child, in: family) }
            let added = statements.additions.filter { unit.contains($0.field) }.map(\.addition)
            compare(added, with: held)
            let known = Set(held.map(\.statement))
            families[family].rows[index].additions += added.filter { !known.contains($0.statement) }
        }
    }

    /// An account with all whom any of its rows is about.
    private func account(_ id: EventID, in family: Int) -> Event {
        let rows = families[family].rows.filter { $0.id == id }
        var account = rows[0]
        let isAboutAll = rows.contains { $0.people.isEmpty }
        account.people = isAboutAll ? [] : rows.flatMap(\.people)
        return account
    }

    private mutating func count(_ field: WorksheetField, _ row: FilledWorksheet.Row, _ changes: inout Changes) {
        switch (row.before[field], row.cells[field]) {
        case (nil, nil), (true?, _): break
        case (nil, _?): changes.added += 1
        case (false?, let cell?):
            changes.changed += 1
            find("worksheet.cell.changed", "the cell was changed since the worksheet was made", cell.place, as: .note)
        case (false?, nil):
            changes.cleared += 1
            find(
                "worksheet.cell.cleared",
                "\(field.rawValue) was cleared; what it held is taken back",
                row.place,
                as: .note
            )
        }
    }

    /// What was added to an account in some columns before.
    private func held(_ unit: [WorksheetField], _ id: EventID, _ child: PersonID?, in family: Int) -> [Addition] {
        families[family].rows.filter { $0.id == id }.flatMap(\.additions).filter { addition in
            unit.contains { addition.statement.isOf($0, child: child) }
        }
    }

    private mutating func takeBack(_ unit: [WorksheetField], _ id: EventID, _ child: PersonID?, in family: Int) {
        for index in families[family].rows.indices where families[family].rows[index].id == id {
            families[family].rows[index].additions.removeAll { addition in
                unit.contains { addition.statement.isOf($0, child: child) }
            }
        }
    }

    /// Says so where worksheets that do not know of each other say different things of one account.
    private mutating func compare(_ added: [Addition], with held: [Addition]) {
        for addition in added {
            let others = held.filter {
                $0.place.path != addition.place.path && $0.statement.child == addition.statement.child
            }
            guard !others.isEmpty, !others.contains(where: { $0.statement == addition.statement }) else { continue }
            find(
                "worksheet.differs",
                "another worksheet says something else here; both are kept",
                addition.place,
                "make one worksheet of both: build with them, make a worksheet of the chronology, and mend it there",
                as: .warning
            )
        }
    }

    // MARK: Answers

    private mutating func answer(_ pair: FilledWorksheet.Pair, of family: Int, _ changes: inout Changes) {
        let place = pair.place
        func isOfPair(_ answer: SameEventAnswer) -> Bool {
            Set([answer.first, answer.second]) == Set([pair.first, pair.second])
        }
        guard let cell = pair.answer else {
            if answers[family].contains(where: isOfPair) {
                answers[family].removeAll(where: isOfPair)
                find("worksheet.cell.cleared", "the answer was cleared; it is taken back", place, as: .note)
            }
            return
        }
        let isSame: Bool
        switch HeadingTable.folded(cell.text) {
        case "yes", "y": isSame = true
        case "no", "n": isSame = false
        default:
            diagnostics.append(
                Diagnostic(
                    id: "worksheet.value.unknown",
                    severity: .error,
                    summary: "the answer is yes or no; the cell is not used",
                    place: place,
                    value: cell.text
                )
            )
            return
        }
        guard let first = positions[family][pair.first], let second = positions[family][pair.second],
            pair.first != pair.second
        else {
            return find(
                "worksheet.id.unknown",
                "the pair names an event that is not in the input; the answer is not used",
                place
            )
        }
        guard !isSame || [first, second].allSatisfy({ families[family].rows[$0].date.isDated }) else {
            return find(
                "worksheet.answer.undated",
                "an event without a date cannot be joined with another, as it would borrow its date; the answer is not used",
                place
            )
        }
        if isSame { changes.same += 1 } else { changes.different += 1 }
        // An answer that was known, and stands as it was, is not said twice; one that was changed takes its place.
        if answers[family].contains(where: { isOfPair($0) && $0.isSame == isSame }) { return }
        if pair.before != nil { answers[family].removeAll(where: isOfPair) }
        answers[family].append(SameEventAnswer(first: pair.first, second: pair.second, isSame: isSame, place: place))
    }

    /// Leaves out answers that say of accounts at once that they are one event and that they are not.
    private mutating func settle(_ family: Int) {
        let all = answers[family]
        guard all.contains(where: { !$0.isSame }) else { return }
        let one = Clusters(all.filter(\.isSame).map { ($0.first, $0.second) })
        let torn = Set(
            all.filter { !$0.isSame && one.leader(of: $0.first) == one.leader(of: $0.second) }
                .map { one.leader(of: $0.first) }
        )
        guard !torn.isEmpty else { return }
        func isTorn(_ answer: SameEventAnswer) -> Bool {
            torn.contains(one.leader(of: answer.first)) && torn.contains(one.leader(of: answer.second))
        }
        answers[family].removeAll(where: isTorn)
        for answer in all where isTorn(answer) {
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

extension FilledWorksheet.Row {
    /// Whether some cells hold what they held when the worksheet was made, or nothing then and now.
    fileprivate func isUntouched(_ unit: [WorksheetField]) -> Bool {
        unit.allSatisfy { before[$0] ?? (cells[$0] == nil) }
    }
}

extension WorksheetField {
    /// The columns, those together that say one thing.
    fileprivate static let units: [[WorksheetField]] =
        allCases.filter { $0 != .decision && $0 != .decisionDate }.map { [$0] } + [[.decision, .decisionDate]]
}

extension Addition.Statement {
    /// Whether a statement belongs into a column of a worksheet; for a worksheet of one child only what is that child's
    /// does.
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

    /// The one child whom a statement is about.
    fileprivate var child: PersonID? {
        switch self {
        case .impact(let impact): impact.child
        case .voice(let voice): voice.child
        case .significance, .bearing, .dispute, .decision: nil
        }
    }
}
