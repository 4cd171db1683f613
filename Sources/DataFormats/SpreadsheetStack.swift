/// The elements that are open while a part of a workbook is read.
struct SpreadsheetStack: Sendable {
    private var open: [(element: SpreadsheetElement, keepsSpaces: Bool)] = []
    private var namespace: String?

    var top: SpreadsheetElement { open.last?.element ?? .other }

    var isEmpty: Bool { open.isEmpty }

    /// Whether the spaces of the text that comes next stay.
    var keepsSpaces: Bool { open.last?.keepsSpaces ?? false }

    /// Opens the outermost element; those inside it count only in its namespace.
    mutating func open(root tag: XMLTag, as element: SpreadsheetElement) {
        namespace = tag.namespace
        open.append((element, tag["space"] == "preserve"))
    }

    /// Opens an element and says what it is.
    mutating func open(_ tag: XMLTag) -> SpreadsheetElement {
        let isOurs = top.canHoldMore && tag.namespace == namespace
        let element = isOurs ? top.child(tag.name) : .other
        var keeps = keepsSpaces
        if element == .text || element == .run || element == .string {
            keeps = tag["space"].map { $0 == "preserve" } ?? keeps
        }
        open.append((element, keeps))
        return element
    }

    /// Closes the innermost element and says what it was.
    mutating func close() -> SpreadsheetElement {
        open.popLast()?.element ?? .other
    }
}

extension SpreadsheetElement {
    /// Whether any element inside this one is known.
    fileprivate var canHoldMore: Bool {
        switch self {
        case .other, .value, .formula, .text, .mergedRange: false
        case .worksheet, .sheetData, .row, .cell, .sharedStrings, .string, .run, .mergedRanges: true
        }
    }
}
