public import CaseDates  // The day on which the workbook is made.
public import DataFormats  // It makes the plan of a workbook.
import EventFiles
import ImpactChronology

extension DefinitionSource {
    /// The path of the definition of the workbook for a new case.
    public static let caseWorkbookPath = "exports/profiles/case-workbook.xml"

    /// Reads `exports/profiles/case-workbook.xml`: the workbook to fill in for a new case.
    ///
    /// - Parameter created: The day that the file says it was made on.
    /// - Returns: The plan, with its guidance, its empty rows and one row of examples in each table.
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements, headings that would not be read back, a table
    ///   that lacks a column it needs, lists of nothing.
    public func caseWorkbook(created: CalendarDay) throws(DefinitionFaults) -> WorkbookPlan {
        let root = try root(at: Self.caseWorkbookPath, named: "case-workbook")
        var reader = CaseWorkbookReader(
            headings: try headings(),
            categories: try eventCategories().all.map(\.label),
            marking: root["marking"] ?? ""
        )
        reader.faults.checkNames(of: root, attributes: ["title", "marking"], children: ["guidance", "table"])
        let sheets = root.children.map { $0.name == "guidance" ? reader.guidance($0) : reader.table($0) }
        reader.checkColumns(of: sheets)
        let title = reader.faults.attribute("title", of: root)
        try reader.faults.throwIfAny()
        var plan = WorkbookPlan(
            sheets: sheets,
            title: title,
            author: "child-impact",
            created: WorkbookPlan.Day(year: created.year, month: created.month, day: created.day)
        )
        plan.listsNote = ReadingMark.notRead + " the words that the other sheets offer"
        do throws(WorkbookPlanFault) {
            try plan.check()
        } catch {
            reader.faults.add(error.message, at: root)
            try reader.faults.throwIfAny()
        }
        return plan
    }
}

/// Reads the sheets of the workbook for a new case.
private struct CaseWorkbookReader {
    let headings: HeadingTable
    let categories: [String]
    let marking: String
    var faults = FaultList(DefinitionSource.caseWorkbookPath)
    /// The columns that lists name, each with the element that does.
    private var named: [(column: ChoicesPlan.Column, element: XMLElement)] = []

    private static let warning = "It is not in the list. Choose Yes to keep it, if it is right."

    init(headings: HeadingTable, categories: [String], marking: String) {
        self.headings = headings
        self.categories = categories
        self.marking = marking
    }

    mutating func guidance(_ element: XMLElement) -> SheetPlan {
        faults.checkNames(of: element, attributes: ["name"], children: ["title", "heading", "p"])
        let styles: [String: ParagraphPlan.Style] = ["title": .title, "heading": .heading]
        let paragraphs = element.children.map { ParagraphPlan($0.words, style: styles[$0.name] ?? .text) }
        var sheet = SheetPlan(name: faults.attribute("name", of: element), paragraphs: paragraphs)
        sheet.marking = marking
        return sheet
    }

    mutating func table(_ element: XMLElement) -> SheetPlan {
        faults.checkNames(
            of: element,
            attributes: ["name", "kind", "blank-rows", "frozen-columns", "pages-across"],
            children: ["column"]
        )
        let known = TableKind.allCases.first { $0.rawValue == element["kind"] }.flatMap { headings.columns[$0] }
        if known == nil {
            let kinds = TableKind.allCases.map(\.rawValue).joined(separator: ", ")
            faults.add("the kind of a table is one of \(kinds)", at: element)
        }
        let columns = element.children("column").map { column($0, known) }
        if let known { check(columns, have: known, element) }
        var sheet = SheetPlan(
            name: faults.attribute("name", of: element),
            columns: columns,
            rows: example(of: element),
            blankRows: number("blank-rows", of: element, in: 1...10_000, default: nil)
        )
        sheet.frozenColumns = number("frozen-columns", of: element, in: 0...columns.count, default: 0)
        sheet.pagesAcross = number("pages-across", of: element, in: 1...20, default: 1)
        sheet.marking = marking
        return sheet
    }

    /// The row of examples, which begins with the mark by which no reader takes it for a record; none when all are
    /// blank.
    private func example(of table: XMLElement) -> [RowPlan] {
        var cells = table.children("column").map { $0.child("example")?.words ?? "" }
        guard let first = cells.first, cells.contains(where: { !$0.isEmpty }) else { return [] }
        cells[0] = first.isEmpty ? ReadingMark.example : "\(ReadingMark.example) \(first)"
        return [RowPlan(cells, isExample: true)]
    }

    private mutating func column(_ element: XMLElement, _ known: HeadingTable.Columns?) -> ColumnPlan {
        faults.checkNames(
            of: element,
            attributes: ["heading", "width", "style"],
            children: ["guidance", "choices", "example"]
        )
        let heading = faults.attribute("heading", of: element)
        if !heading.isEmpty, let known, known.fields[HeadingTable.folded(heading)] == nil {
            faults.add("'\(heading)' is no heading that the table is read by", at: element)
        }
        let guidance = element.child("guidance")?.words ?? ""
        if guidance.utf16.count > 255 { faults.add("guidance has at most 255 characters", at: element) }
        var column = ColumnPlan(
            heading,
            width: Double(number("width", of: element, in: 1...255, default: nil)),
            guidance: guidance,
            choices: element.child("choices").map { choices($0) }
        )
        switch element["style"] {
        case nil: break
        case "strong": column.style = .strong
        case "quiet": column.style = .quiet
        case let other?: faults.add("style is 'strong' or 'quiet', not '\(other)'", at: element)
        }
        return column
    }

    private mutating func choices(_ element: XMLElement) -> ChoicesPlan {
        faults.checkNames(of: element, attributes: ["definition", "sheet", "column"], children: ["word"])
        var choices = ChoicesPlan(element.children("word").map(\.words), message: Self.warning)
        switch element["definition"] {
        case nil: break
        case "event-categories": choices.words += categories
        case let other?: faults.add("there is no definition '\(other)' for a list", at: element)
        }
        if let sheet = element["sheet"], let heading = element["column"] {
            let column = ChoicesPlan.Column(sheet: sheet, heading: heading)
            choices.column = column
            named.append((column, element))
        } else if element["sheet"] != nil || element["column"] != nil {
            faults.add("a list names a sheet and a column of it, or neither", at: element)
        }
        if choices.column == nil, choices.words.isEmpty || choices.words.contains("") {
            faults.add("a list needs words", at: element)
        }
        return choices
    }

    private mutating func check(_ columns: [ColumnPlan], have known: HeadingTable.Columns, _ element: XMLElement) {
        let fields = columns.map { known.fields[HeadingTable.folded($0.heading)] }
        for field in known.required where !fields.contains(field) {
            faults.add("the table needs a column for \(field.rawValue)", at: element)
        }
        if !known.requiredOneOf.isEmpty, !known.requiredOneOf.contains(where: { fields.contains($0) }) {
            let names = known.requiredOneOf.map(\.rawValue).joined(separator: ", ")
            faults.add("the table needs a column for one of \(names)", at: element)
        }
        for (index, field) in fields.enumerated() where field != nil && fields[..<index].contains(field) {
            faults.add("two columns are for \(field?.rawValue ?? "")", at: element)
        }
    }

    /// Reports lists that name a column which no sheet has.
    mutating func checkColumns(of sheets: [SheetPlan]) {
        for (column, element) in named {
            let sheet = sheets.first { $0.name == column.sheet }
            guard sheet?.columns.contains(where: { $0.heading == column.heading }) != true else { continue }
            faults.add("there is no column '\(column.heading)' on a sheet '\(column.sheet)'", at: element)
        }
    }

    /// The whole number that an attribute gives; with a fault where it is none in the range, or missing and needed.
    private mutating func number(
        _ name: String,
        of element: XMLElement,
        in range: ClosedRange<Int>,
        default missing: Int?
    ) -> Int {
        if element[name] == nil, let missing { return missing }
        if let text = element[name], text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            range.contains(number)
        {
            return number
        }
        faults.add("\(name) is a number from \(range.lowerBound) to \(range.upperBound)", at: element)
        return range.lowerBound
    }
}

extension XMLElement {
    /// The text with single spaces, as it was broken into lines for the file only.
    fileprivate var words: String { text.split { $0.isWhitespace }.joined(separator: " ") }
}
