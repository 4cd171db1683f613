import CaseDates
public import DataFormats  // It writes a workbook.
public import ImpactChronology  // It is made of a chronology.

/// A workbook in which a worker adds to each event what it meant for the child, and says which accounts are one event.
///
/// What the sources say stands in columns that are locked; a reader knows a changed or lost row by the digests in the
/// last sheet. Every cell is text, so that no cell is ever a formula.
public struct ImpactWorksheet: Sendable {
    private let chronology: Chronology
    private let child: Person?
    private let labels: [String: String]

    /// Makes a worksheet.
    ///
    /// - Parameters:
    ///   - chronology: The events.
    ///   - child: The one child for whom it is; only events that concern the child are in it, and what is added is the
    ///     child's. `nil` for all children: what is added is for all whom an event is about, or, in lines that begin with a name
    ///     and a colon, for each.
    public init(_ chronology: Chronology, child: Person? = nil) {
        self.chronology = chronology
        self.child = child
        labels = Dictionary(chronology.sources.map { ($0.agency, $0.label) }, uniquingKeysWith: { first, _ in first })
    }

    /// The workbook.
    ///
    /// - Returns: The bytes. A text that is too long for a cell is cut, and says so.
    /// - Throws: ``WorkbookPlanFault`` when it cannot be written.
    public func written() throws(WorkbookPlanFault) -> WrittenWorkbook {
        let tellings = tellings
        let rows = tellings.enumerated().map { index, event in row(event, number: index + 1) }
        let plan = WorkbookPlan(
            sheets: [about(tellings.count), eventSheet(rows), pairSheet(), rowSheet(rows)],
            title: "Impact worksheet",
            author: "child-impact",
            created: WorkbookPlan.Day(
                year: chronology.asOf.year,
                month: chronology.asOf.month,
                day: chronology.asOf.day
            )
        )
        return try plan.written()
    }

    /// The accounts that have rows.
    private var tellings: [Event] {
        chronology.allEvents.filter { event in child.map { event.concerns($0, in: chronology.family) } ?? true }
            .flatMap(\.tellings)
    }

    /// How many accounts and how many pairs have rows.
    public var counts: (accounts: Int, pairs: Int) { (tellings.count, pairSheet().rows.count) }

    /// A text of a source as far as a cell can hold it.
    private static func shortened(_ text: String) -> String {
        guard text.utf16.count > 32_000 else { return text }
        return String(text.prefix(30_000)) + " … (continues in the chronology)"
    }

    // MARK: Sheets

    private func about(_ count: Int) -> SheetPlan {
        var lines = [
            ParagraphPlan(WorksheetForm.mark, style: .text),
            ParagraphPlan("What each event meant for the child", style: .title),
            ParagraphPlan(
                "This workbook holds \(RecordText.count(count, "account")) of events, as of \(DateText.words(chronology.asOf)). It is as confidential as the records it was made from."
            ),
        ]
        if let name = chronology.family.name { lines.append(ParagraphPlan(WorksheetForm.family + name)) }
        let children = chronology.family.children.map(\.id.text)
        if !children.isEmpty { lines.append(ParagraphPlan(WorksheetForm.children + children.joined(separator: "; "))) }
        if let child { lines.append(ParagraphPlan(WorksheetForm.child + child.id.text)) }
        lines += [
            ParagraphPlan("Events", style: .heading),
            ParagraphPlan(
                "Fill in the white columns. The grey ones, marked (fixed), hold what the sources say: a change in them is not used. Leave a cell blank where there is nothing to say."
            ),
            ParagraphPlan(
                child == nil
                    ? "Where an event is about several children and meant different things for them, begin a line with the name and a colon for each: \"Ella: …\" and, on the next line, \"Noah: …\"."
                    : "What you write is for this child alone."
            ),
            ParagraphPlan(
                "Impact is what it meant for the child's life: physical, emotional, psychological, social, or in general. Child's voice is what the child said or showed. Write fact as fact and your view as your view."
            ),
            ParagraphPlan("Same event", style: .heading),
            ParagraphPlan(
                "Each row shows two accounts that may tell of one event. Answer yes or no; leave it blank where you cannot tell. Accounts that are one event are joined, and each source's words are kept whole."
            ),
            ParagraphPlan("When you have finished", style: .heading),
            ParagraphPlan(
                "Save it beside the other files of the case, and run \"child-impact build\" over all of them. Rows may be sorted or filtered. A row that is taken out is missed, and its event stays."
            ),
        ]
        return SheetPlan(name: WorksheetForm.about, paragraphs: lines, columns: [], rows: [])
    }

    private func eventSheet(_ rows: [Row]) -> SheetPlan {
        let widths: [Double] = [12, 7, 16, 16, 22, 48, 30]
        var columns = zip([WorksheetForm.id] + WorksheetForm.fixed, widths).map { heading, width in
            var column = ColumnPlan(heading, width: width)
            column.isLocked = true
            return column
        }
        columns[0].style = .quiet
        columns += WorksheetField.allCases.map(Self.column)
        var sheet = SheetPlan(
            name: WorksheetForm.events,
            paragraphs: [],
            columns: columns,
            rows: rows.map { RowPlan([$0.id] + $0.fixed + $0.filled) }
        )
        sheet.isProtected = true
        sheet.frozenColumns = 3
        sheet.pagesAcross = 3
        return sheet
    }

    private static func column(_ field: WorksheetField) -> ColumnPlan {
        switch field {
        case .impact:
            ColumnPlan(field.rawValue, width: 30, guidance: "What the event meant for the child's life, in general")
        case .physicalImpact, .emotionalImpact, .psychologicalImpact, .socialImpact:
            ColumnPlan(field.rawValue, width: 26, guidance: "Only what you know, and from whom")
        case .voice:
            ColumnPlan(field.rawValue, width: 30, guidance: "What the child said or showed, in the child's words")
        case .significance:
            ColumnPlan(field.rawValue, width: 13, choices: ChoicesPlan(WorksheetForm.significances))
        case .bearing: ColumnPlan(field.rawValue, width: 14, choices: ChoicesPlan(WorksheetForm.bearings))
        case .disputed:
            ColumnPlan(field.rawValue, width: 18, guidance: "No, or yes and who disputes it: Yes, by the mother")
        case .decision:
            ColumnPlan(field.rawValue, width: 26, guidance: "What a manager or a meeting decided because of the event")
        case .decisionDate: ColumnPlan(field.rawValue, width: 14, guidance: "As exact as it is known: 12/03/2026")
        }
    }

    private func pairSheet() -> SheetPlan {
        let headings = [WorksheetForm.first, WorksheetForm.second] + WorksheetForm.fixedOfPair
        let widths: [Double] = [12, 12, 48, 48, 26]
        var columns = zip(headings, widths).map { heading, width in
            var column = ColumnPlan(heading, width: width)
            column.isLocked = true
            return column
        }
        columns.append(
            ColumnPlan(
                WorksheetForm.answer,
                width: 12,
                guidance: "yes, no or blank",
                choices: ChoicesPlan(["yes", "no"])
            )
        )
        let tellings = Dictionary(
            chronology.allEvents.flatMap(\.tellings).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let answered = chronology.answers.map { answer in
            let word = answer.isSame ? "yes" : "no"
            return (answer.first, answer.second, WorksheetForm.answered + word, word)
        }
        let open = chronology.duplicates.flatMap(\.pairs).map { ($0.first, $0.second, $0.reason, "") }
        var seen: Set<[EventID]> = []
        let rows = (open + answered).compactMap { first, second, reason, answer -> RowPlan? in
            guard let one = tellings[first], let other = tellings[second], seen.insert([first, second]).inserted else {
                return nil
            }
            if let child, ![one, other].contains(where: { $0.concerns(child, in: chronology.family) }) { return nil }
            return RowPlan([first.text, second.text, account(one), account(other), reason, answer])
        }
        var sheet = SheetPlan(name: WorksheetForm.pairs, paragraphs: [], columns: columns, rows: rows)
        sheet.isProtected = true
        return sheet
    }

    private func account(_ event: Event) -> String {
        Self.shortened("\(DateText.words(event.date)), \(labels[event.agency] ?? event.agency): \(event.what)")
    }

    private func rowSheet(_ rows: [Row]) -> SheetPlan {
        var sheet = SheetPlan(
            name: WorksheetForm.rows,
            paragraphs: [],
            columns: WorksheetForm.rowColumns.map {
                var column = ColumnPlan($0, width: 30)
                column.isLocked = true
                column.style = .quiet
                return column
            },
            rows: rows.map { RowPlan([$0.id, Self.digest([$0.id] + $0.fixed), Self.digests($0.filled)]) }
        )
        sheet.isProtected = true
        return sheet
    }

    private static func digest(_ cells: [String]) -> String {
        String(SHA256(of: Array(WorksheetForm.comparable(cells).utf8)).hexadecimal.prefix(16))
    }

    /// The digests of the cells to fill, "-" for a blank one.
    private static func digests(_ cells: [String]) -> String {
        cells.map { $0.isEmpty ? "-" : digest([$0]) }.joined(separator: " ")
    }

    // MARK: Rows

    /// The cells of one account.
    private struct Row {
        let id: String
        let fixed: [String]
        let filled: [String]
    }

    private func row(_ event: Event, number: Int) -> Row {
        var source = labels[event.agency] ?? event.agency
        if let document = event.source { source += ": \(document)" }
        let about = event.people.compactMap { chronology.family.person($0)?.displayName }
        let time = (event.time?.text ?? event.date.time?.description).map { ", \($0)" } ?? ""
        return Row(
            id: event.id.text,
            fixed: [
                "\(number)", DateText.words(event.date) + time, RecordText.list(about), source,
                Self.shortened(event.what),
                Self.shortened(recorded(event)),
            ],
            filled: WorksheetField.allCases.map { Self.shortened(filled($0, event)) }
        )
    }

    /// What the source itself says beside the event, so that it is not written twice.
    private func recorded(_ event: Event) -> String {
        var lines: [String] = []
        for impact in event.impacts {
            let domain =
                impact.domain == .general
                ? "Impact"
                : "\(impact.domain.rawValue.prefix(1).uppercased())\(impact.domain.rawValue.dropFirst()) impact"
            lines.append("\(domain)\(name(impact.child)): \(impact.text)")
        }
        for voice in event.voices { lines.append("Said\(name(voice.child)): \(voice.words)") }
        if let words = event.significance { lines.append("Significance: \(words)") }
        if let bearing = event.bearing { lines.append("Strength or concern: \(bearing.rawValue)") }
        if case .disputed(let words) = event.dispute { lines.append("Disputed: \(words.isEmpty ? "yes" : words)") }
        if let decision = event.decision { lines.append("Decision: \(decision.text)") }
        return lines.joined(separator: "\n")
    }

    private func name(_ child: PersonID?) -> String {
        child.flatMap { chronology.family.person($0) }.map { ", \($0.displayName)" } ?? ""
    }

    /// What was added to an event before, in the form in which it is written into a cell.
    private func filled(_ field: WorksheetField, _ event: Event) -> String {
        var cells: [(child: PersonID?, text: String)] = []
        for addition in event.additions {
            switch addition.statement {
            case .impact(let impact) where impact.domain == field.domain: cells.append((impact.child, impact.text))
            case .voice(let voice) where field == .voice: cells.append((voice.child, voice.words))
            case .significance(let words) where field == .significance: cells.append((nil, words))
            case .bearing(let bearing) where field == .bearing: cells.append((nil, bearing.rawValue))
            case .dispute(.undisputed) where field == .disputed: cells.append((nil, "No"))
            case .dispute(.disputed(let words)) where field == .disputed:
                cells.append((nil, words.isEmpty ? "Yes" : words))
            case .decision(let decision) where field == .decision: cells.append((nil, decision.text))
            case .decision(let decision) where field == .decisionDate: cells.append((nil, decision.date?.text ?? ""))
            case .impact, .voice, .significance, .bearing, .dispute, .decision: break
            }
        }
        if let child {
            let own = cells.filter { $0.child == nil || $0.child == child.id }
            return own.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
        }
        return cells.map { cell in
            let name = cell.child.flatMap { chronology.family.person($0)?.displayName }
            return name.map { "\($0): \(cell.text)" } ?? cell.text
        }
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
