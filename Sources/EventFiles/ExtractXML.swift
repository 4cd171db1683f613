import CaseDates
import DataFormats
import Diagnostics

/// Reads the XML form of an extract as a stream, child by child.
struct ExtractXML {
    /// The rows and children of one or all children of the file.
    private(set) var rows: [ExtractRows] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let extract: Extract
    private let file: SourceFile
    private let dates: DateReader
    private let tables: [ExtractTable]
    private let numbers: [Int: TablePart]
    private var builder = XMLElementBuilder()
    /// The open elements outside a child.
    private var path: [XMLTag] = []
    /// What stands outside the children: the year and the reference date among them.
    private var header: [String: (text: String, line: Int)] = [:]
    private var outerText = ""
    private var year: Int?
    private var childCount = 0

    init(_ extract: Extract, in file: SourceFile, dates: DateReader) {
        self.extract = extract
        self.file = file
        self.dates = dates
        tables = extract.tables.filter { $0.element != nil }
        var numbers: [Int: TablePart] = [:]
        for (index, table) in tables.enumerated() {
            numbers[index] = TablePart(number: index + 1, name: table.title, naming: .lines)
        }
        self.numbers = numbers
        startRows()
    }

    /// Reads the file to its end, or to the first fault; what stands before it is used.
    mutating func read() {
        read(batch: .max, where: { _ in true }) { _ in }
    }

    /// Reads the file a number of children at a time.
    ///
    /// - Parameters:
    ///   - batch: After how many children `each` is called; it is called once more at the end.
    ///   - isWanted: Which children are read, by the hash of their identifiers.
    ///   - each: Is given the reader, and may take its rows away with ``removeRows()``.
    mutating func read(batch: Int, where isWanted: (UInt64) -> Bool, each: (inout ExtractXML) -> Void) {
        var reader = self
        do throws(XMLFault) {
            try XMLStream.read(file.source) { (piece) throws(XMLFault) in
                guard let child = reader.take(piece) else { return }
                reader.childCount += 1
                if isWanted(reader.hash(of: child)) { reader.take(child) }
                if reader.childCount % batch == 0 { each(&reader) }
            }
        } catch {
            reader.diagnostics.append(
                Diagnostic(
                    id: "xml.faulty",
                    severity: .error,
                    summary: "\(error.message); what stands before is used, what follows is not read",
                    place: Place(of: error, in: file.name)
                )
            )
        }
        if reader.childCount == 0 {
            reader.diagnostics.append(
                Diagnostic(
                    id: "extract.empty",
                    severity: .error,
                    summary: "there is no <\(extract.record ?? "")> in the file",
                    place: Place(path: file.name)
                )
            )
        }
        each(&reader)
        self = reader
    }

    /// Takes away the rows and findings of the children so far.
    mutating func removeRows() {
        startRows()
        diagnostics = []
    }

    private mutating func startRows() {
        rows = tables.enumerated().map { index, table in
            ExtractRows(table, of: extract, in: file, part: numbers[index], year: year, dates: dates)
        }
    }

    /// Takes the next piece; returns the element of a child when it ends.
    private mutating func take(_ piece: XMLStream.Piece) -> XMLElement? {
        if builder.isInside { return builder.take(piece) }
        switch piece {
        case .start(let tag) where tag.name == extract.record: _ = builder.take(piece)
        case .start(let tag):
            path.append(tag)
            outerText = ""
        case .text(let text): outerText += text
        case .end:
            guard let tag = path.popLast() else { return nil }
            if let text = outerText.nonBlank, header.count < 100, header[tag.name] == nil {
                header[tag.name] = (text, tag.line)
                if tag.name == "Year" || tag.name == "ReferenceDate" { readYear() }
            }
            outerText = ""
        }
        return nil
    }

    // MARK: Children that stand twice

    /// The hashes of the identifiers that more than one child has.
    static func repeatedChildren(of extract: Extract, in file: SourceFile, dates: DateReader) -> Set<UInt64> {
        var reader = ExtractXML(extract, in: file, dates: dates)
        var seen: Set<UInt64> = []
        var repeated: Set<UInt64> = []
        try? XMLStream.read(file.source) { (piece) throws(XMLFault) in
            guard let child = reader.take(piece) else { return }
            let hash = reader.hash(of: child)
            if !seen.insert(hash).inserted { repeated.insert(hash) }
        }
        return repeated
    }

    /// A hash of the identifier of a child, the same in every run (FNV-1a); of children without one all the same.
    private func hash(of child: XMLElement) -> UInt64 {
        guard let id = (tables.first?.child.id).flatMap({ Self.leaf($0, in: child) }) else { return 0 }
        return HeadingTable.folded(id.text).utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// A census year ends on 31 March; the header states the year and the day, and they do not always agree.
    private mutating func readYear() {
        guard let written = header["Year"], let number = Int(written.text), (2000...2100).contains(number) else {
            return
        }
        if year == nil {
            year = number
            startRows()
        }
        guard let day = header["ReferenceDate"], let ofDay = Int(day.text.prefix(4)), ofDay != number else { return }
        diagnostics.append(
            Diagnostic(
                id: "extract.year.differs",
                severity: .warning,
                summary:
                    "the header gives the year \(number) and the reference date \(day.text.prefix(10)); codes are read as of \(number)",
                place: Place(path: file.name, line: written.line)
            )
        )
    }

    // MARK: One child

    private mutating func take(_ child: XMLElement) {
        let columns = tables.first?.child
        let id = columns?.id.flatMap { Self.leaf($0, in: child) }
        if id == nil {
            diagnostics.append(
                Diagnostic(
                    id: "extract.child.noIdentifier",
                    severity: .error,
                    summary: "<\(child.name)> has no \(columns?.id?.name ?? "identifier"); its events cannot be used",
                    place: Place(path: file.name, line: child.line)
                )
            )
        }
        visit(child, path: [], table: nil, child: id)
    }

    /// Takes the records in an element: one for each table whose path ends there, with the leaves below it.
    private mutating func visit(_ element: XMLElement, path: [String], table outer: Int?, child: TableCell?) {
        let index = tables.firstIndex { $0.element == path }
        let table = index ?? outer
        if !element.children.isEmpty { reportStrayText(element) }
        if let index {
            var record = ExtractRecord(start: TableCell(text: "", line: element.line, column: element.column))
            collect(element, path: path, table: tables[index], into: &record)
            rows[index].take(record, child: child)
        } else if table == nil {
            checkLeaves(element)
        }
        for inner in element.children { visit(inner, path: path + [inner.name], table: table, child: child) }
    }

    /// Collects the leaves below an element, but not those of deeper tables.
    private mutating func collect(
        _ element: XMLElement,
        path: [String],
        table: ExtractTable,
        into record: inout ExtractRecord
    ) {
        for inner in element.children {
            let innerPath = path + [inner.name]
            if tables.contains(where: { $0.element == innerPath }) { continue }
            guard inner.children.isEmpty else {
                collect(inner, path: innerPath, table: table, into: &record)
                continue
            }
            let cell = TableCell(text: inner.text, line: inner.line, column: inner.column)
            if cell.isBlank { reportEmpty(inner) }
            if let column = table.column(named: inner.name) {
                record.add(cell, to: column)
                checkYear(of: column, inner)
            } else if !cell.isBlank {
                reportUnknown(inner)
                record.add(cell, under: inner.name)
            }
        }
    }

    private static func leaf(_ column: ExtractColumn, in element: XMLElement) -> TableCell? {
        for inner in element.children {
            if inner.children.isEmpty, column.names.contains(HeadingTable.folded(inner.name)),
                inner.text.nonBlank != nil
            {
                return TableCell(text: inner.text.trimmed, line: inner.line, column: inner.column)
            }
            if let found = leaf(column, in: inner) { return found }
        }
        return nil
    }

    // MARK: Findings

    /// Checks the leaves that stand outside every table: only those about the child may.
    private mutating func checkLeaves(_ element: XMLElement) {
        for inner in element.children where inner.children.isEmpty && inner.text.nonBlank != nil {
            guard let column = tables.first?.column(named: inner.name) else {
                reportUnknown(inner)
                continue
            }
            checkYear(of: column, inner)
        }
    }

    private mutating func reportUnknown(_ element: XMLElement) {
        diagnostics.append(
            Diagnostic(
                id: "extract.element.unknown",
                severity: .warning,
                summary: "<\(element.name)> is not known here; it is kept as it is",
                place: Place(path: file.name, line: element.line)
            )
        )
    }

    private mutating func reportEmpty(_ element: XMLElement) {
        diagnostics.append(
            Diagnostic(
                id: "extract.element.empty",
                severity: .note,
                summary: "<\(element.name)> is empty",
                place: Place(path: file.name, line: element.line)
            )
        )
    }

    private mutating func reportStrayText(_ element: XMLElement) {
        guard !TableCell(text: element.text).isBlank else { return }
        diagnostics.append(
            Diagnostic(
                id: "extract.text.stray",
                severity: .warning,
                summary: "text stands between the elements of <\(element.name)>; it is not used",
                place: Place(path: file.name, line: element.line),
                value: element.text.nonBlank
            )
        )
    }

    private mutating func checkYear(of column: ExtractColumn, _ element: XMLElement) {
        guard let year, year < column.from ?? year || year > column.to ?? year else { return }
        diagnostics.append(
            Diagnostic(
                id: "extract.element.year",
                severity: .note,
                summary: "<\(element.name)> is not part of the return of \(year); it is read all the same",
                place: Place(path: file.name, line: element.line)
            )
        )
    }
}
