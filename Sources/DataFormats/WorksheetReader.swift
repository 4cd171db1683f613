/// Reads the part of one sheet piece by piece.
struct WorksheetReader {
    private let strings: SharedStrings
    private let styles: WorkbookStyles
    private let dates: SerialDate.System
    /// How many more cells may be kept.
    private var cellsLeft: Int
    private var content = WorksheetContent()
    private var stack = SpreadsheetStack()

    // The row that is open.
    private var row = 0
    /// Whether the row has no number of its own, so that its first cell may tell it.
    private var isRowCounted = false
    private var column = 0
    private var cells: [WorksheetCell] = []
    private var areCellsInOrder = true
    private var areRowsInOrder = true

    // The cell that is open.
    private var type = ""
    private var style = 0
    private var value: String?
    private var inline: SpreadsheetText?
    private var hasFormula = false
    private var isYearShown = true

    private var hasTooManyMergedRanges = false

    /// More merged ranges than are kept.
    static let mostMergedRanges = 100_000
    private static let full = XMLFault(message: "too many cells", line: 0, column: 0)

    init(strings: SharedStrings, styles: WorkbookStyles, dates: SerialDate.System, cellsLeft: Int) {
        self.strings = strings
        self.styles = styles
        self.dates = dates
        self.cellsLeft = cellsLeft
    }

    /// Reads the part; whole rows before a fault are kept.
    mutating func read(_ bytes: [UInt8]) -> WorksheetContent {
        do throws(XMLFault) {
            try XMLStream.read(ByteSource(bytes), limits: XMLLimits(depth: 64)) { (piece) throws(XMLFault) in
                try take(piece)
            }
        } catch {
            if error == Self.full {
                endRow()
                content.findings.add(.tooManyCells)
            } else {
                content.findings.add(.partBroken(.sheet, error))
            }
        }
        if !areRowsInOrder { orderRows() }
        return content
    }

    private mutating func take(_ piece: XMLStream.Piece) throws(XMLFault) {
        switch piece {
        case .start(let tag): begin(tag)
        case .text(let text):
            switch stack.top {
            case .value: value = value.map { $0 + text } ?? text
            case .text: inline?.add(text)
            default: break
            }
        case .end:
            switch stack.close() {
            case .cell: try endCell()
            case .row: endRow()
            default: break
            }
        }
    }

    private mutating func begin(_ tag: XMLTag) {
        if stack.isEmpty {
            if tag.name != "worksheet" { content.foreignRoot = tag.name }
            stack.open(root: tag, as: tag.name == "worksheet" ? .worksheet : .other)
            return
        }
        switch stack.open(tag) {
        case .row: beginRow(tag)
        case .cell: beginCell(tag)
        case .value: value = value ?? ""
        case .formula: hasFormula = true
        case .string: inline = inline ?? SpreadsheetText()
        case .text: inline?.begin(keepsSpaces: stack.keepsSpaces)
        case .mergedRange: addMergedRange(tag)
        default: break
        }
    }

    // MARK: Rows

    private mutating func beginRow(_ tag: XMLTag) {
        let stated = tag["r"].map { Int($0) }
        isRowCounted = stated == nil
        if let number = stated ?? row + 1, 1...CellReference.mostRows ~= number {
            row = number
        } else {
            content.findings.add(.badReference, reference(column: 1, row: row + 1))
            row += 1
            isRowCounted = true
        }
        column = 0
        cells.removeAll(keepingCapacity: true)
        areCellsInOrder = true
    }

    private mutating func endRow() {
        guard !cells.isEmpty else { return }
        if !areCellsInOrder { cells = Self.ordered(cells, row: row, findings: &content.findings) }
        if let last = content.rows.last, last.number >= row { areRowsInOrder = false }
        // A copy without the room that the array has grown for more: a sheet has many rows.
        var kept: [WorksheetCell] = []
        kept.reserveCapacity(cells.count)
        kept.append(contentsOf: cells)
        content.rows.append(WorksheetRow(number: row, cells: kept))
        cells.removeAll(keepingCapacity: true)
    }

    /// The cells of a row in their order; of two in one column the later stays.
    private static func ordered(
        _ cells: [WorksheetCell],
        row: Int,
        findings: inout WorkbookFindings
    ) -> [WorksheetCell] {
        // The standard library's sort is stable.
        let sorted = cells.sorted { $0.column < $1.column }
        var result: [WorksheetCell] = []
        result.reserveCapacity(sorted.count)
        for cell in sorted {
            if result.last?.column == cell.column {
                result[result.count - 1] = cell
                findings.add(.cellRepeated, CellReference(column: cell.column, row: row))
            } else {
                result.append(cell)
            }
        }
        return result
    }

    private mutating func orderRows() {
        let sorted = content.rows.sorted { $0.number < $1.number }
        content.rows = []
        var index = 0
        while index < sorted.count {
            let number = sorted[index].number
            var cells = sorted[index].cells
            var next = index + 1
            while next < sorted.count, sorted[next].number == number {
                cells += sorted[next].cells
                next += 1
            }
            if next > index + 1 { cells = Self.ordered(cells, row: number, findings: &content.findings) }
            content.rows.append(WorksheetRow(number: number, cells: cells))
            index = next
        }
        content.findings.add(.outOfOrder)
    }

    // MARK: Cells

    private mutating func beginCell(_ tag: XMLTag) {
        (type, style, value, inline, hasFormula, isYearShown) = (tag["t"] ?? "n", 0, nil, nil, false, true)
        if let text = tag["s"] { style = Int(text) ?? 0 }
        guard let text = tag["r"] else {
            column += 1
            return
        }
        guard let place = CellReference(text) else {
            column += 1
            content.findings.add(.badReference, reference(column: column, row: row))
            return
        }
        if isRowCounted, cells.isEmpty, place.row > row { row = place.row }
        if place.row != row { content.findings.add(.badReference, place) }
        column = place.column
    }

    private mutating func endCell() throws(XMLFault) {
        guard let text = cellText(), !text.isBlank else { return }
        guard let place = reference(column: column, row: row) else {
            content.findings.add(.badReference)
            return
        }
        guard cellsLeft > 0 else { throw Self.full }
        cellsLeft -= 1
        if let last = cells.last, last.column >= column {
            if last.column > column { content.findings.add(.outOfOrder, place) }
            areCellsInOrder = false
        }
        cells.append(WorksheetCell(column: column, text: text, isYearShown: isYearShown))
    }

    private func reference(column: Int, row: Int) -> CellReference? {
        CellReference(column: column, row: row)
    }

    /// The text of the cell that ends here; `nil` when it holds nothing.
    private mutating func cellText() -> String? {
        guard value != nil || inline != nil else {
            if hasFormula { note(.formulaWithoutValue) }
            return nil
        }
        // An inline string is one, whatever the cell says it is.
        if let inline, value == nil || type == "inlineStr" { return noted(inline.result) }
        guard let value else { return nil }
        switch type {
        case "s": return sharedString(value)
        case "str", "inlineStr": return noted(SpreadsheetText.decoded(value))
        case "n": return number(value)
        case "b": return boolean(value)
        case "d": return date(value)
        case "e":
            note(.errorValue(Self.errors.contains(value) ? value : "#?"))
            return nil
        default:
            note(.unknownCellType)
            return noted(SpreadsheetText.decoded(value))
        }
    }

    private static let errors: Set<String> = [
        "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!",
        "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!", "#EXTERNAL!", "#TIMEOUT!",
    ]

    private mutating func note(_ kind: WorkbookFinding.Kind) {
        content.findings.add(kind, reference(column: column, row: row))
    }

    private mutating func noted(_ result: (text: String, hasControls: Bool)) -> String? {
        if result.hasControls { note(.controlCharacters) }
        return result.text
    }

    private mutating func sharedString(_ value: String) -> String? {
        guard let index = Int(value.trimmingSpaces), strings.strings.indices.contains(index) else {
            note(.sharedStringOutOfRange)
            return nil
        }
        if !strings.withControls.isEmpty, strings.withControls.contains(index) { note(.controlCharacters) }
        return strings.strings[index]
    }

    private mutating func boolean(_ value: String) -> String? {
        switch value.trimmingSpaces {
        case "1", "true": return "TRUE"
        case "0", "false": return "FALSE"
        default: return unreadable(value)
        }
    }

    private mutating func date(_ value: String) -> String? {
        SerialDate.text(iso: value.trimmingSpaces) ?? unreadable(value)
    }

    private mutating func unreadable(_ value: String) -> String? {
        let text = value.trimmingSpaces
        if text.isEmpty {
            if hasFormula { note(.formulaWithoutValue) }
            return nil
        }
        note(.valueUnreadable)
        return text
    }

    private mutating func number(_ value: String) -> String? {
        let format = styles.format(style)
        if format == .general, value.isShortWholeNumber { return value }
        guard let number = DecimalNumber(value.trimmingSpaces.utf8) else { return unreadable(value) }
        let plain = number.text ?? value.trimmingSpaces
        switch format.kind(for: number) {
        case .plain: return plain
        case .padded(let length): return number.isWhole ? Self.padded(plain, to: length) : plain
        case .date(let showsYear, let showsMonth, let showsDay):
            guard let text = shown(SerialDate.moment(number, in: dates, isTimeOnly: false)) else { return plain }
            // A number below 1 is a time, whatever the format.
            if !showsYear, text.utf8.count >= 10 {
                note(.yearNotShown)
                isYearShown = false
            }
            guard !showsDay else { return text }
            // A workbook makes the first day of "March 2019"; a day that nobody wrote is not read as one.
            if text.hasSuffix("-01-01"), !showsMonth { return String(text.dropLast(6)) }
            if text.hasSuffix("-01"), text.utf8.count == 10 { return String(text.dropLast(3)) }
            note(.dayNotShown)
            return text
        case .time: return shown(SerialDate.moment(number, in: dates, isTimeOnly: true)) ?? plain
        case .elapsed: return shown(SerialDate.elapsed(number)) ?? plain
        }
    }

    /// What a moment shows as; `nil`, with a finding, where the number is none.
    private mutating func shown(_ moment: SerialDate.Moment) -> String? {
        switch moment {
        case .text(let text): return text
        case .dayThatNeverWas: note(.dayThatNeverWas)
        case .outOfRange: note(.dateOutOfRange)
        }
        return nil
    }

    private static func padded(_ text: String, to length: Int) -> String {
        let figures = text.drop { $0 == "-" }
        let sign = text.utf8.count > figures.utf8.count ? "-" : ""
        return sign + String(repeating: "0", count: max(0, length - figures.utf8.count)) + figures
    }

    // MARK: Merged ranges

    private mutating func addMergedRange(_ tag: XMLTag) {
        guard let range = tag["ref"].flatMap({ CellRange($0) }) else {
            content.findings.add(.badReference)
            return
        }
        guard content.mergedRanges.count < Self.mostMergedRanges else {
            if !hasTooManyMergedRanges { content.findings.add(.tooManyMergedRanges) }
            hasTooManyMergedRanges = true
            return
        }
        content.mergedRanges.append(range)
    }
}

extension String {
    /// Whether it holds nothing but white space.
    fileprivate var isBlank: Bool {
        if let first = utf8.first, 0x21..<0x7F ~= first { return false }
        return allSatisfy(\.isWhitespace)
    }

    /// The text without the spaces of XML at its ends.
    fileprivate var trimmingSpaces: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
        guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else { return self }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }), let end = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }

    /// Whether it is a whole number as it would be written out: the form of nearly all numbers.
    fileprivate var isShortWholeNumber: Bool {
        guard let first = utf8.first, utf8.count <= 15 else { return false }
        return utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            && (first != UInt8(ascii: "0") || utf8.count == 1)
    }
}
