import DataFormats
import Diagnostics
import ImpactChronology

/// Reads one file: what it is, its tables, the children of extracts, and every finding.
struct FileReader {
    let file: SourceFile
    let options: ReadOptions
    private(set) var report: FileReport
    private(set) var tables: [Table] = []
    private(set) var children: [ExtractChild] = []
    /// The chronology that the file is, where child-impact made it.
    private(set) var chronology: Chronology?
    /// The worksheet that the file is, where child-impact made it.
    private(set) var worksheet: FilledWorksheet?
    /// Whether it is a list of rejected rows that child-impact made.
    private(set) var isRejectedList = false
    /// Whether it holds saved answers to tools.
    private var holdsAnswers = false
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the file.
    init(_ file: SourceFile, options: ReadOptions) {
        self.file = file
        self.options = options
        report = FileReport(file: file, digest: "")
        guard let head = file.source.bytes(in: 0..<65_536), let digest = SHA256(of: file.source) else {
            report.format = "not read"
            find("file.unreadable", .error, "the file cannot be read")
            return
        }
        report.digest = digest.hexadecimal
        read(head)
        finish()
    }

    private mutating func find(_ id: String, _ severity: Severity, _ summary: String, _ suggestion: String? = nil) {
        diagnostics.append(
            Diagnostic(
                id: id,
                severity: severity,
                summary: summary,
                place: Place(path: file.name),
                suggestion: suggestion
            )
        )
    }

    // MARK: What it is

    private mutating func read(_ head: [UInt8]) {
        var archive: ZipArchive?
        if FileFormat.isArchive(head) {
            do throws(ArchiveFault) {
                guard let bytes = file.bytes else { return find("file.unreadable", .error, "the file cannot be read") }
                archive = try ZipArchive(bytes)
            } catch {
                report.format = "not read"
                return find("archive.faulty", .error, error.message, error.suggestion)
            }
        }
        let names = archive?.names
        let found = FileFormat(head, names: names)
        if let format = options.format, !found.isOurs { return read(as: format, archive) }
        switch found {
        case .empty:
            report.format = "empty"
            find("file.empty", .error, "the file is empty")
        case .binary:
            report.format = "binary"
            find("file.binary", .error, "the file holds bytes that are no text")
        case .notRead(let what, let advice):
            report.format = "not read"
            find("file.format.notRead", .error, "the file is \(what), which is not read", advice)
        case .ours(let what):
            report.format = "child-impact"
            report.isOwn = true
            isRejectedList = what == FileFormat.rejectedRows
            find("file.ours", .note, "made by child-impact (\(what)); it is no source")
        case .events(let format): read(as: format, archive)
        }
    }

    private mutating func read(as format: EventFileFormat, _ archive: ZipArchive?) {
        report.format = format.rawValue
        if readAnswers(format) { return }
        switch format {
        case .xml: readXML()
        case .xlsx, .docx:
            guard let archive else {
                return find("archive.none", .error, "the file is no \(format.rawValue) file: it is no ZIP archive")
            }
            if format == .xlsx { readWorkbook(archive) } else { readWordDocument(archive) }
        case .csv, .text, .json, .ndjson, .chronology, .fhir:
            guard let bytes = file.bytes else { return find("file.unreadable", .error, "the file cannot be read") }
            switch format {
            case .csv: readCSV()
            case .text: readText(bytes)
            case .json: take(JSONTables(bytes, in: file, options: options))
            case .ndjson: take(JSONTables(lines: bytes, in: file, options: options))
            case .fhir: readBundle(bytes)
            default: readChronology(bytes)
            }
        }
    }

    // MARK: Answers to tools

    /// Reads saved answers to tools; returns whether the file holds them and nothing else.
    private mutating func readAnswers(_ format: EventFileFormat) -> Bool {
        guard let bytes = file.bytes, Self.mayHoldAnswers(bytes, format) else { return false }
        let answers = ToolAnswerTable(bytes, in: file, options: options)
        guard answers.holdsAnswers else { return false }
        report.format = "answers"
        holdsAnswers = true
        diagnostics += answers.diagnostics
        if let table = answers.table { tables.append(table) }
        // A Bundle may hold a health record beside them.
        let records = ["Encounter", "Immunization", "Appointment", "Condition"]
        guard format == .fhir, records.contains(where: { bytes.firstRange(of: "\"\($0)\"".utf8) != nil }) else {
            return true
        }
        return false
    }

    private static func mayHoldAnswers(_ bytes: [UInt8], _ format: EventFileFormat) -> Bool {
        switch format {
        case .fhir, .json, .ndjson: bytes.firstRange(of: "QuestionnaireResponse".utf8) != nil
        case .csv:
            String(decoding: DecodedText(Array(bytes.prefix { $0 != 0x0A }.prefix(8192))).utf8, as: UTF8.self)
                .lowercased().split(whereSeparator: { ",;\t|\"".contains($0) })
                .contains { String($0).trimmed == "tool" || $0.hasPrefix("about.") }
        case .text, .xlsx, .docx, .chronology, .xml: false
        }
    }

    // MARK: Text

    private mutating func readCSV() {
        let (rows, findings) = CSVTables.rows(of: file, options: options)
        diagnostics += findings
        if rows.isEmpty || rows.allSatisfy({ $0.allSatisfy(\.isBlank) }) {
            report.format = "empty"
            return find("file.empty", .error, "the file holds only blank lines")
        }
        let (isProse, unread) = take(rows, part: nil)
        guard unread else { return }
        report.format = isProse ? EventFileFormat.text.rawValue : "empty"
        if isProse, options.readsDatedParagraphs {
            readText(file.bytes ?? [])
        } else if isProse {
            find(
                "file.prose",
                .warning,
                "the file holds no table; its text is not read",
                "if its paragraphs begin with dates, give --dated-paragraphs"
            )
        }
    }

    private mutating func readText(_ bytes: [UInt8]) {
        let text = DecodedText(bytes, as: options.encoding)
        var paragraphs: [DatedParagraphs.Paragraph] = []
        for (index, line) in String(decoding: text.utf8, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        ).enumerated() where String(line).nonBlank != nil {
            paragraphs.append(DatedParagraphs.Paragraph(text: String(line), number: index + 1))
        }
        take(DatedParagraphs(paragraphs, in: file, part: nil, options: options))
    }

    // MARK: Workbooks and documents

    private mutating func readWorkbook(_ archive: ZipArchive) {
        do throws(WorkbookFault) {
            let workbook = try Workbook(archive)
            guard !FilledWorksheet.isWorksheet(workbook) else {
                report.format = "worksheet"
                diagnostics += WorkbookTables(workbook, in: file).diagnostics
                worksheet = FilledWorksheet(workbook, in: file)
                return
            }
            let tables = WorkbookTables(workbook, in: file)
            diagnostics += tables.diagnostics
            for sheet in tables.sheets { takePart(sheet.rows, sheet.part) }
            for part in tables.notRead {
                report.parts.append(PartReport(number: part.number, name: part.name, note: "not read"))
            }
            if report.parts.count == tables.sheets.count + tables.notRead.count,
                report.parts.allSatisfy({ $0.note == "empty" || $0.note == "not read" })
            {
                find("file.empty", .error, "no sheet of the workbook holds a row")
            }
        } catch {
            find("workbook.faulty", .error, error.message, error.suggestion)
        }
    }

    private mutating func readWordDocument(_ archive: ZipArchive) {
        var document = WordTables(in: file, options: options)
        document.read(archive)
        diagnostics += document.diagnostics
        for table in document.tables { takePart(table.rows, table.part) }
        guard !document.prose.isEmpty else { return }
        if options.readsDatedParagraphs {
            take(DatedParagraphs(document.prose, in: file, part: document.prosePart, options: options))
        } else {
            let count = document.prose.count
            find(
                "document.prose",
                .note,
                "\(count) paragraph\(count == 1 ? "" : "s") outside tables \(count == 1 ? "is" : "are") not read",
                "if they begin with dates, give --dated-paragraphs"
            )
        }
    }

    // MARK: Extracts and bundles

    private mutating func readXML() {
        let root: String
        do throws(XMLFault) {
            root = try XMLStream.root(of: file.source.bytes(in: 0..<65_536) ?? []).name
        } catch {
            let place = Place(of: error, in: file.name)
            diagnostics.append(
                Diagnostic(id: "xml.faulty", severity: .error, summary: error.message, place: place)
            )
            return
        }
        guard let extract = options.extracts.value.first(where: { $0.root == root }) else {
            let name = root.utf8.count <= 40 ? "<\(root)>" : "an unknown element"
            return find("xml.unknown", .error, "XML of \(name) is not read", "give the events as a table")
        }
        report.format = extract.id
        var reader = ExtractXML(extract, in: file, dates: options.dates)
        reader.read()
        diagnostics += reader.diagnostics
        for rows in reader.rows { take(rows) }
        if let schema = options.schema { check(against: schema) }
    }

    private mutating func check(against schema: [UInt8]) {
        do throws(XMLFault) {
            for fault in try XMLSchema(parsing: schema).faults(in: file.source) {
                let message = SchemaMessage(fault.message)
                diagnostics.append(
                    Diagnostic(
                        id: "xml.schema",
                        severity: .warning,
                        summary: "not as the schema has it: \(message.summary)",
                        place: Place(of: fault, in: file.name),
                        value: message.value
                    )
                )
            }
        } catch {
            find("schema.faulty", .error, "the schema cannot be used: \(error.message)")
        }
    }

    private mutating func readBundle(_ bytes: [UInt8]) {
        var bundle = FHIRBundle(in: file, categories: options.categories.value)
        bundle.read(bytes)
        diagnostics += bundle.diagnostics
        children += bundle.children
        tables += bundle.tables
        if let format = bundle.otherResource { report.format = format }
    }

    private mutating func readChronology(_ bytes: [UInt8]) {
        do throws(ChronologyDocument.Fault) {
            chronology = try ChronologyDocument(parsing: bytes, path: file.name).chronology
        } catch {
            diagnostics.append(error.diagnostic)
        }
    }

    // MARK: Tables

    /// Takes the rows of a sheet or table of a document; one that holds no rows of a record is named, not rejected.
    private mutating func takePart(_ rows: [[TableCell]], _ part: TablePart) {
        guard rows.contains(where: { !$0.allSatisfy(\.isBlank) }) else {
            report.parts.append(PartReport(number: part.number, name: part.name, note: "empty"))
            return
        }
        let (isProse, isUnread) = take(rows, part: part)
        guard isUnread else { return }
        report.parts.append(PartReport(number: part.number, name: part.name, note: "not events"))
        let count = rows.count { !$0.allSatisfy(\.isBlank) }
        diagnostics.append(
            Diagnostic(
                id: "table.notEvents",
                // A sheet of guidance is no loss; a table may be one.
                severity: isProse ? .note : .warning,
                summary: "no headings of events are found; \(count) row\(count == 1 ? " is" : "s are") not read",
                place: TablePart.place(in: file, part, line: nil, column: nil),
                suggestion: isProse
                    ? nil : "if it holds events, name the columns with --map \"Date=HEADING\" --map \"Event=HEADING\""
            )
        )
    }

    /// Takes the rows of a table; returns whether they are prose, and whether they were left unread.
    @discardableResult
    private mutating func take(_ rows: [[TableCell]], part: TablePart?) -> (isProse: Bool, isUnread: Bool) {
        var reader = TableReader(file: file, part: part, options: options)
        let found = reader.tables(of: rows)
        let isComplete = !found.isEmpty && found.allSatisfy { $0.mapping != nil }
        if !isComplete, let match = ExtractTableReader.match(rows, in: options.extracts.value) {
            let (rows, findings) = ExtractTableReader.read(
                rows,
                as: match,
                in: file,
                part: part,
                dates: options.dates
            )
            report.format = match.extract.id
            diagnostics += findings
            take(rows)
            if !rows.hasRecords { passOver(part, match.table) }
            return (false, false)
        }
        if found.isEmpty { return (reader.isProse, true) }
        if !isComplete, part != nil, !TableReader.holdsDates(rows, options) { return (false, true) }
        diagnostics += reader.diagnostics
        tables += found
        return (false, false)
    }

    /// Says that a list of an extract has headings and no rows, as some of every workbook have.
    private mutating func passOver(_ part: TablePart?, _ list: ExtractTable) {
        guard let part else { return find("file.noRows", .error, "the file has headings and no rows") }
        report.parts.append(PartReport(number: part.number, name: list.title, note: "empty"))
    }

    private mutating func take(_ rows: ExtractRows) {
        diagnostics += rows.diagnostics
        children += rows.children
        tables += rows.tables()
    }

    private mutating func take(_ json: JSONTables) {
        diagnostics += json.diagnostics
        tables += json.tables
    }

    private mutating func take(_ paragraphs: DatedParagraphs) {
        diagnostics += paragraphs.diagnostics
        if let table = paragraphs.table { tables.append(table) }
    }

    // MARK: The report

    private mutating func finish() {
        report.isUsed = chronology != nil || worksheet != nil || holdsAnswers || tables.contains { $0.mapping != nil }
        report.kind = tables.lazy.compactMap(\.mapping?.kind).first
        for table in tables { report.add(table) }
        if tables.isEmpty, !report.isUsed, !diagnostics.contains(where: { $0.severity != .note }), !report.isOwn {
            find("file.noTable", .warning, "nothing in the file is read as events")
        }
        report.parts.sort { $0.number < $1.number }
        if !tables.isEmpty, tables.allSatisfy({ $0.count == 0 }), report.isUsed {
            find("file.noRows", .error, "the file has headings and no rows")
        }
    }
}
