/// Makes a Word document of the pieces of its main part.
///
/// What an element means hangs on its name, on what it stands in and on what is done with text there. An element that
/// is not known is read through, so that content controls, smart tags and the like hide nothing.
struct WordReader {
    /// What is done with what stands inside an element.
    private enum Mode {
        /// Text is read.
        case read
        /// A tracked change deletes it: changes and tables are counted, no text is read.
        case deleted
        /// A drawing or an equation: only text boxes are looked for.
        case drawn
        /// A text box: its paragraphs are counted.
        case boxed
        /// Passed over.
        case ignored
    }

    /// What an element is to those inside it.
    private enum Kind {
        case other
        case paragraph, paragraphProperties, paragraphMark
        case run, runProperties
        case text(keepsSpaces: Bool)
        case table, row, rowProperties, cell, cellProperties
        case alternatives(isChosen: Bool)
        case boxParagraph(hasText: Bool)
    }

    private struct Scope {
        var kind: Kind
        var mode: Mode
    }

    private struct Run {
        var isHidden = false
        var hasText = false
    }

    private var scopes: [Scope] = []
    private var counts = WordCounts()
    private var blocks: [WordDocument.Block] = []
    private var paragraph: WordParagraphText?
    private var run: Run?
    /// A paragraph outside tables that goes on in the next.
    private var joined: WordParagraphText?
    /// The tables that are open, the outermost first.
    private var tables: [WordTableContent] = []
    /// The tables inside the outermost one that have ended.
    private var ended: [WordTable] = []
    private var paragraphCount = 0
    private var tableCount = 0
    private var rowCount = 0
    private var cellCount = 0

    mutating func take(_ piece: XMLStream.Piece) throws(XMLFault) {
        switch piece {
        case .start(let tag): scopes.append(try begin(tag))
        case .text(let text): take(text)
        case .end: if let scope = scopes.popLast() { try end(scope) }
        }
    }

    mutating func finish() -> ([WordDocument.Block], WordCounts) {
        endJoined()
        return (blocks, counts)
    }

    // MARK: Where elements begin

    private mutating func begin(_ tag: XMLTag) throws(XMLFault) -> Scope {
        let isWord = WordNames.isWord(tag.namespace)
        guard let parent = scopes.last else {
            guard isWord, tag.name == "document" else {
                throw XMLFault(message: "the root element is not that of a Word document", line: tag.line, column: 0)
            }
            return Scope(kind: .other, mode: .read)
        }
        if case .ignored = parent.mode { return parent }
        if tag.namespace == WordNames.compatibility { return beginAlternative(tag, in: parent) }
        switch parent.mode {
        case .read: return isWord ? try beginRead(tag, in: parent.kind) : beginForeign(tag)
        case .deleted: return beginDeleted(tag, isWord: isWord)
        case .drawn: return isWord && tag.name == "txbxContent" ? beginTextBox() : Scope(kind: .other, mode: .drawn)
        case .boxed: return isWord ? beginBoxed(tag) : Scope(kind: .other, mode: .boxed)
        case .ignored: return parent
        }
    }

    /// Of several forms of one content, the first that is understood is read and no other.
    private mutating func beginAlternative(_ tag: XMLTag, in parent: Scope) -> Scope {
        if tag.name == "AlternateContent" { return Scope(kind: .alternatives(isChosen: false), mode: parent.mode) }
        guard case .alternatives(isChosen: false) = parent.kind,
            tag.name == "Fallback" || tag.name == "Choice" && WordNames.understands(tag["Requires"])
        else { return Scope(kind: .other, mode: .ignored) }
        scopes[scopes.count - 1].kind = .alternatives(isChosen: true)
        return Scope(kind: .other, mode: parent.mode)
    }

    private mutating func beginForeign(_ tag: XMLTag) -> Scope {
        if WordNames.isEquation(tag) { counts.equations += 1 }
        return Scope(kind: .other, mode: .drawn)
    }

    private mutating func beginTextBox() -> Scope {
        counts.textBoxes += 1
        return Scope(kind: .other, mode: .boxed)
    }

    private func beginBoxed(_ tag: XMLTag) -> Scope {
        switch tag.name {
        case "p": Scope(kind: .boxParagraph(hasText: false), mode: .boxed)
        case "t": Scope(kind: .text(keepsSpaces: true), mode: .boxed)
        case "del", "moveFrom": Scope(kind: .other, mode: .ignored)
        default: Scope(kind: .other, mode: .boxed)
        }
    }

    private mutating func beginDeleted(_ tag: XMLTag, isWord: Bool) -> Scope {
        guard isWord else { return Scope(kind: .other, mode: .ignored) }
        // Word counts a table until its deletion is accepted.
        if tag.name == "tbl" { tableCount += 1 }
        count(change: tag.name)
        return Scope(kind: .other, mode: .deleted)
    }

    /// Whether a name is that of a tracked change, which is counted.
    @discardableResult
    private mutating func count(change name: String) -> Bool {
        switch name {
        case "ins", "moveTo", "cellIns": counts.insertions += 1
        case "del", "moveFrom", "cellDel": counts.deletions += 1
        default: return false
        }
        return true
    }

    private mutating func beginRead(_ tag: XMLTag, in parent: Kind) throws(XMLFault) -> Scope {
        switch parent {
        case .paragraphProperties: return beginParagraphProperty(tag)
        case .paragraphMark:
            takeParagraphMark(tag)
            return Scope(kind: .other, mode: .ignored)
        case .runProperties:
            if tag.name == "vanish", WordNames.isOn(tag) { run?.isHidden = true }
            return Scope(kind: .other, mode: .ignored)
        case .rowProperties:
            takeRowProperty(tag)
            return Scope(kind: .other, mode: .ignored)
        case .cellProperties:
            takeCellProperty(tag)
            return Scope(kind: .other, mode: .ignored)
        case .text: return Scope(kind: .other, mode: .ignored)
        default: return try beginContent(tag, in: parent)
        }
    }

    private mutating func beginContent(_ tag: XMLTag, in parent: Kind) throws(XMLFault) -> Scope {
        switch (tag.name, parent) {
        case ("pPr", .paragraph): return Scope(kind: .paragraphProperties, mode: .read)
        case ("rPr", .run): return Scope(kind: .runProperties, mode: .read)
        case ("trPr", .row): return Scope(kind: .rowProperties, mode: .read)
        case ("tcPr", .cell): return Scope(kind: .cellProperties, mode: .read)
        default: break
        }
        switch tag.name {
        case "p": return beginParagraph()
        case "r": return beginRun()
        case "tbl": return beginTable()
        case "tr": return try beginRow(tag)
        case "tc": return try beginCell(tag)
        case "t": return Scope(kind: .text(keepsSpaces: tag["space"] == "preserve"), mode: .read)
        case "del", "moveFrom", "ins", "moveTo":
            let isDeleted = tag.name == "del" || tag.name == "moveFrom"
            count(change: tag.name)
            return Scope(kind: .other, mode: isDeleted ? .deleted : .read)
        case "drawing", "pict", "object": return Scope(kind: .other, mode: .drawn)
        case "txbxContent": return beginTextBox()
        default:
            if WordNames.isProperties(tag.name) { return Scope(kind: .other, mode: .ignored) }
            takeMark(tag)
            return Scope(kind: .other, mode: .read)
        }
    }

    private mutating func beginParagraph() -> Scope {
        guard paragraph == nil else { return Scope(kind: .other, mode: .read) }
        if tables.last?.cell == nil { paragraphCount += 1 }
        paragraph = WordParagraphText(number: paragraphCount)
        return Scope(kind: .paragraph, mode: .read)
    }

    private mutating func beginRun() -> Scope {
        guard run == nil else { return Scope(kind: .other, mode: .read) }
        run = Run()
        return Scope(kind: .run, mode: .read)
    }

    private mutating func beginTable() -> Scope {
        guard paragraph == nil else { return Scope(kind: .other, mode: .read) }
        tableCount += 1
        if tables.isEmpty {
            endJoined()
        } else {
            counts.nestedTables += 1
            tables[tables.count - 1].cell?.endJoined()
        }
        tables.append(WordTableContent(number: tableCount, depth: tables.count))
        return Scope(kind: .table, mode: .read)
    }

    private mutating func beginRow(_ tag: XMLTag) throws(XMLFault) -> Scope {
        guard paragraph == nil, let table = tables.last, table.row == nil else {
            return Scope(kind: .other, mode: .read)
        }
        rowCount += 1
        guard rowCount <= WordDocument.mostRows else {
            throw XMLFault(message: "the tables have too many rows", line: tag.line, column: 0)
        }
        tables[tables.count - 1].beginRow()
        return Scope(kind: .row, mode: .read)
    }

    private mutating func beginCell(_ tag: XMLTag) throws(XMLFault) -> Scope {
        guard paragraph == nil, let table = tables.last, table.row != nil, table.cell == nil else {
            return Scope(kind: .other, mode: .read)
        }
        try countCells(1, line: tag.line)
        tables[tables.count - 1].cell = WordTableContent.Cell()
        return Scope(kind: .cell, mode: .read)
    }

    // MARK: Properties

    private mutating func beginParagraphProperty(_ tag: XMLTag) -> Scope {
        switch tag.name {
        case "pStyle": if WordNames.isHeadingStyle(tag["val"]) { paragraph?.isHeading = true }
        case "outlineLvl": if let level = tag["val"].flatMap(Int.init), 0..<9 ~= level { paragraph?.isHeading = true }
        case "rPr": return Scope(kind: .paragraphMark, mode: .read)
        default: break
        }
        return Scope(kind: .other, mode: .ignored)
    }

    private mutating func takeParagraphMark(_ tag: XMLTag) {
        guard count(change: tag.name) else { return }
        if tag.name == "del" || tag.name == "moveFrom" { paragraph?.isJoinedToNext = true }
    }

    private mutating func takeRowProperty(_ tag: XMLTag) {
        let table = tables.count - 1
        count(change: tag.name)
        switch tag.name {
        case "tblHeader": tables[table].row?.isHeading = WordNames.isOn(tag)
        case "gridBefore":
            let width = columns(tag, atLeast: 0)
            tables[table].row?.columnsBefore = width
        case "gridAfter":
            let width = columns(tag, atLeast: 0)
            tables[table].row?.columnsAfter = width
        case "del":
            tables[table].row?.isDeleted = true
            // The properties stand first, so that all that follows in the row is left out.
            scopes[scopes.count - 2].mode = .deleted
        default: break
        }
    }

    /// A width in columns, brought to what Word knows.
    private mutating func columns(_ tag: XMLTag, atLeast least: Int) -> Int {
        let stated = tag["val"].flatMap(Int.init)
        let columns = min(max(stated ?? least, least), WordNames.mostColumns)
        if columns != stated { counts.widthsCorrected += 1 }
        return columns
    }

    private mutating func takeCellProperty(_ tag: XMLTag) {
        let table = tables.count - 1
        count(change: tag.name)
        switch tag.name {
        case "gridSpan":
            let width = columns(tag, atLeast: 1)
            tables[table].cell?.columns = width
        case "vMerge": tables[table].cell?.merge = tag["val"] == "restart" ? .begins : .goesOn
        case "cellDel":
            tables[table].cell?.isDeleted = true
            scopes[scopes.count - 2].mode = .deleted
        default: break
        }
    }

    // MARK: Text

    private mutating func take(_ text: String) {
        guard let scope = scopes.last, case .text(let keepsSpaces) = scope.kind else { return }
        switch scope.mode {
        case .read: add(WordParagraphText.shown(text, keepsSpaces: keepsSpaces))
        case .boxed: if !WordParagraphText.trimmed(text).isEmpty { countBoxParagraph() }
        case .deleted, .drawn, .ignored: return
        }
    }

    private mutating func countBoxParagraph() {
        let found = scopes.lastIndex { if case .boxParagraph = $0.kind { true } else { false } }
        guard let found, case .boxParagraph(hasText: false) = scopes[found].kind else { return }
        scopes[found].kind = .boxParagraph(hasText: true)
        counts.textBoxParagraphs += 1
    }

    private mutating func add(_ text: String) {
        guard paragraph?.isInInstruction == false, !text.isEmpty else { return }
        paragraph?.text += text
        run?.hasText = true
    }

    /// An empty element that stands for text or for something that is counted.
    private mutating func takeMark(_ tag: XMLTag) {
        switch tag.name {
        case "br", "cr": add("\n")
        case "tab", "ptab": add("\t")
        case "noBreakHyphen": add("\u{2011}")
        case "sym": addSymbol(tag)
        case "fldChar": paragraph?.take(fieldCharacter: tag["fldCharType"])
        case "footnoteReference", "endnoteReference": counts.footnotes += 1
        case "commentReference": counts.comments += 1
        case "altChunk", "subDoc": counts.importedParts += 1
        default: break
        }
    }

    private mutating func addSymbol(_ tag: XMLTag) {
        guard paragraph?.isInInstruction == false else { return }
        if let scalar = WordNames.symbol(tag) {
            add(String(Character(scalar)))
        } else {
            add("\u{FFFD}")
            counts.symbolsReplaced += 1
        }
    }

    // MARK: Where elements end

    private mutating func end(_ scope: Scope) throws(XMLFault) {
        switch scope.kind {
        case .paragraph: endParagraph()
        case .run:
            if let run, run.isHidden, run.hasText { counts.hiddenRuns += 1 }
            run = nil
        case .table: endTable()
        case .row: try endRow()
        case .cell: tables[tables.count - 1].endCell()
        default: break
        }
    }

    private mutating func endParagraph() {
        guard let whole = paragraph else { return }
        paragraph = nil
        if tables.last?.cell != nil {
            tables[tables.count - 1].cell?.add(whole)
        } else if joined != nil {
            joined?.join(whole)
        } else {
            joined = whole
        }
        if joined?.isJoinedToNext == false { endJoined() }
    }

    private mutating func endJoined() {
        guard let whole = joined else { return }
        joined = nil
        let text = WordParagraphText.trimmed(whole.text)
        guard !text.isEmpty else { return }
        blocks.append(.paragraph(WordParagraph(number: whole.number, text: text, isHeading: whole.isHeading)))
    }

    private mutating func endRow() throws(XMLFault) {
        if let row = tables.last?.row, !row.isDeleted { try countCells(row.width - row.cells.count, line: 0) }
        tables[tables.count - 1].endRow()
    }

    private mutating func countCells(_ more: Int, line: Int) throws(XMLFault) {
        cellCount += more
        guard cellCount <= WordDocument.mostCells else {
            throw XMLFault(message: "the tables have too many cells", line: line, column: 0)
        }
    }

    private mutating func endTable() {
        guard let table = tables.popLast() else { return }
        ended.append(table.table)
        guard tables.isEmpty else { return }
        // A table inside another one ends before it, but began after it.
        blocks += ended.sorted { $0.number < $1.number }.map(WordDocument.Block.table)
        ended = []
    }
}
