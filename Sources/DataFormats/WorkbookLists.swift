/// The lists of a plan as formulas, and the sheet for those that a cell cannot hold itself.
struct WorkbookLists: Sendable {
    /// One list of the sheet of lists.
    struct List: Sendable, Hashable {
        let words: [String]
        let cells: ChoicesPlan.Column?
    }

    /// What a cell of the sheet of lists holds.
    enum Cell: Sendable, Hashable {
        case text(String)
        /// What stands in a cell of another sheet, and its text as planned.
        case reference(formula: String, text: String)
    }

    /// The lists of the sheet, a column each.
    private(set) var lists: [List] = []
    private let plan: WorkbookPlan

    /// The row of the first word of each list, from 0.
    static let firstRow = 2

    init(_ plan: WorkbookPlan) {
        self.plan = plan
        for choices in plan.sheets.flatMap(\.columns).compactMap(\.choices) {
            let list = List(words: choices.words, cells: choices.column)
            if !list.words.isEmpty, list.cells != nil || !Self.canStandInCell(list.words), !lists.contains(list) {
                lists.append(list)
            }
        }
    }

    /// Returns the formula that gives the list.
    func formula(of choices: ChoicesPlan) -> String {
        let list = List(words: choices.words, cells: choices.column)
        guard let column = lists.firstIndex(of: list) else {
            if let cells = choices.column.flatMap(plan.cells) {
                return Self.filled(Self.reference(cells.sheet.name, cells.column, cells.rows))
            }
            return "\"\(choices.words.joined(separator: ","))\""
        }
        let reference = Self.reference(plan.listsName, column, Self.firstRow...(Self.firstRow + count(of: list) - 1))
        return list.cells == nil ? "=" + reference : Self.filled(reference)
    }

    /// The headings of the columns that choose from a list.
    func heading(of list: List) -> String {
        var headings: [String] = []
        for column in plan.sheets.flatMap(\.columns) {
            guard let choices = column.choices, List(words: choices.words, cells: choices.column) == list,
                !headings.contains(column.heading)
            else { continue }
            headings.append(column.heading)
        }
        return headings.joined(separator: ", ")
    }

    /// The cells of a list of the sheet, from its first word.
    func cells(of list: List) -> [Cell] {
        var cells = list.words.map(Cell.text)
        guard let source = list.cells.flatMap(plan.cells) else { return cells }
        let range = Self.reference(source.sheet.name, source.column, source.rows)
        for (index, row) in source.rows.enumerated() {
            // By its number in the range, which stays one when somebody deletes a row of it.
            let cell = "INDEX(\(range),\(index + 1))"
            let planned = row - source.sheet.headingRow
            let texts = planned < source.sheet.rows.count ? source.sheet.rows[planned].cells : []
            let text = source.column < texts.count ? texts[source.column] : ""
            cells.append(.reference(formula: "=IF(\(cell)=\"\",\"\",\(cell))", text: text))
        }
        return cells
    }

    private func count(of list: List) -> Int {
        list.words.count + (list.cells.flatMap(plan.cells)?.rows.count ?? 0)
    }

    /// Whether words can be written in the rule of a cell itself, which parts them by commas and holds 255 characters.
    private static func canStandInCell(_ words: [String]) -> Bool {
        words.joined(separator: ",").utf16.count <= 255
            && words.allSatisfy { word in
                !word.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
                    && word.utf8.first != 0x20 && word.utf8.last != 0x20 && word.utf8.first != UInt8(ascii: "=")
            }
    }

    /// The cells of a range down to the last that is filled, so that no list ends in blanks.
    private static func filled(_ range: String) -> String {
        "=OFFSET(\(range),0,0,MAX(1,COUNTIF(\(range),\"?*\")),1)"
    }

    private static func reference(_ sheet: String, _ column: Int, _ rows: ClosedRange<Int>) -> String {
        let name = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        let letters = CellReference(column: column + 1, row: 1)?.columnName ?? "A"
        return "'\(name)'!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
    }
}
