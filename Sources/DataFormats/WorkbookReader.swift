/// Reads a workbook part by part.
struct WorkbookReader {
    private let package: OfficePackage
    private let list: WorkbookList
    private let relationships: [String: OfficePackage.Relationship]
    private let strings: SharedStrings
    private let styles: WorkbookStyles
    private(set) var findings = WorkbookFindings()
    private var cellsLeft = Workbook.mostCells
    private var partsRead: Set<String> = []

    init(_ package: OfficePackage) throws(WorkbookFault) {
        self.package = package
        let part = try Self.workbookPart(package)
        list = try Self.list(package, part: part)
        var found: [OfficePackage.Relationship] = []
        do throws(OfficePackageFault) {
            found = try package.relationships(of: part)
        } catch {
            findings.add(error.finding(.relationships))
        }
        relationships = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        strings = Self.shared(
            package,
            found.first { $0.type == "sharedstrings" },
            .sharedStrings,
            SharedStrings(),
            findings: &findings,
            SharedStrings.init(_:fault:)
        )
        styles = Self.shared(
            package,
            found.first { $0.type == "styles" },
            .styles,
            WorkbookStyles(),
            findings: &findings,
            WorkbookStyles.init(_:fault:)
        )
    }

    mutating func readSheets() -> [Worksheet] {
        var sheets: [Worksheet] = []
        for sheet in list.sheets { sheets.append(read(sheet)) }
        return sheets
    }

    // MARK: The list of sheets

    private static func workbookPart(_ package: OfficePackage) throws(WorkbookFault) -> String {
        let part =
            package.mainPart
            ?? package.part { $0.contains("sheet.main+xml") || $0.contains("template.main+xml") }
            ?? "xl/workbook.xml"
        if part.lowercased().hasSuffix(".bin") || package.archive.contains("xl/workbook.bin") {
            throw WorkbookFault(kind: .binaryWorkbook)
        }
        if package.archive.contains(part) { return part }
        let isOpen = package.archive.contains("content.xml") && package.archive.contains("META-INF/manifest.xml")
        throw WorkbookFault(kind: isOpen ? .openDocument : .noWorkbook)
    }

    private static func list(_ package: OfficePackage, part: String) throws(WorkbookFault) -> WorkbookList {
        let bytes: [UInt8]?
        do throws(ArchiveFault) {
            bytes = try package.archive.bytes(of: part)
        } catch {
            throw WorkbookFault(kind: .archive(error))
        }
        guard let bytes else { throw WorkbookFault(kind: .noWorkbook) }
        let list: WorkbookList
        do throws(XMLFault) {
            list = try WorkbookList(bytes)
        } catch {
            throw WorkbookFault(kind: .brokenXML(error))
        }
        guard list.isWorkbook else { throw WorkbookFault(kind: .noWorkbook) }
        guard list.sheets.count <= Workbook.mostSheets else { throw WorkbookFault(kind: .tooManySheets) }
        return list
    }

    /// A part that all sheets share; a workbook without it is sound.
    private static func shared<Part>(
        _ package: OfficePackage,
        _ relationship: OfficePackage.Relationship?,
        _ kind: WorkbookPartKind,
        _ none: Part,
        findings: inout WorkbookFindings,
        _ read: ([UInt8], inout XMLFault?) -> Part
    ) -> Part {
        guard let relationship else { return none }
        do throws(OfficePackageFault) {
            guard let name = relationship.part, let bytes = try package.bytes(of: name) else {
                findings.add(.partMissing(kind))
                return none
            }
            var fault: XMLFault?
            let part = read(bytes, &fault)
            if let fault { findings.add(.partBroken(kind, fault)) }
            return part
        } catch {
            findings.add(error.finding(kind))
            return none
        }
    }

    // MARK: One sheet

    private mutating func read(_ sheet: WorkbookList.Sheet) -> Worksheet {
        var content = WorksheetContent()
        let relationship = sheet.relationship.flatMap { relationships[$0] }
        if let relationship, let part = relationship.part {
            content = read(part, type: relationship.type)
        } else {
            content.findings.add(.partMissing(.sheet))
        }
        return Worksheet(
            name: sheet.name,
            isHidden: sheet.isHidden,
            rows: content.rows,
            findings: content.findings.all,
            mergedRanges: content.mergedRanges
        )
    }

    private mutating func read(_ part: String, type: String) -> WorksheetContent {
        var content = WorksheetContent()
        guard type == "worksheet" else {
            content.findings.add(.notAWorksheet(Self.kindOfSheet(type)))
            return content
        }
        guard partsRead.insert(part.lowercased()).inserted else {
            content.findings.add(.partRepeated)
            return content
        }
        do throws(OfficePackageFault) {
            guard let bytes = try package.bytes(of: part) else {
                content.findings.add(.partMissing(.sheet))
                return content
            }
            var reader = WorksheetReader(strings: strings, styles: styles, dates: list.dates, cellsLeft: cellsLeft)
            content = reader.read(bytes)
            cellsLeft -= content.rows.reduce(0) { $0 + $1.cells.count }
            if let root = content.foreignRoot {
                content.findings.add(.notAWorksheet(Self.kindOfSheet(root.lowercased())))
            }
            addCompanions(of: part, to: &content.findings)
        } catch {
            content.findings.add(error.finding(.sheet))
        }
        return content
    }

    private static func kindOfSheet(_ type: String) -> String {
        switch type {
        case "chartsheet": "chart"
        case "dialogsheet": "dialogue"
        case "xlmacrosheet", "xlintlmacrosheet", "macrosheet": "macros"
        default: "unknown"
        }
    }

    /// Notes what stands beside the cells of a sheet and is not read.
    private func addCompanions(of part: String, to findings: inout WorkbookFindings) {
        do throws(OfficePackageFault) {
            let relationships = try package.relationships(of: part)
            if relationships.contains(where: { $0.type == "comments" || $0.type == "threadedcomment" }) {
                findings.add(.commentsNotRead)
            }
            if relationships.contains(where: { $0.type == "drawing" && hasText($0.part) }) {
                findings.add(.shapesNotRead)
            }
        } catch {
            findings.add(error.finding(.relationships))
        }
    }

    /// Whether the shapes of a drawing hold text; one that cannot be read may.
    private func hasText(_ part: String?) -> Bool {
        guard let part else { return false }
        var (isText, found) = (false, false)
        do {
            guard let bytes = try package.bytes(of: part) else { return false }
            try XMLStream.read(ByteSource(bytes), limits: XMLLimits(depth: 64)) { (piece) throws(XMLFault) in
                switch piece {
                case .start(let tag): isText = tag.name == "t"
                case .text(let text): found = found || isText && text.contains { !$0.isWhitespace }
                case .end: isText = false
                }
            }
            return found
        } catch {
            return true
        }
    }
}

extension WorkbookFindings {
    fileprivate mutating func add(_ finding: WorkbookFinding) {
        add(finding.kind, finding.reference)
    }
}

extension OfficePackageFault {
    fileprivate func finding(_ part: WorkbookPartKind) -> WorkbookFinding {
        switch self {
        case .archive(let fault): WorkbookFinding(.partUnreadable(part, fault))
        case .brokenXML(let fault): WorkbookFinding(.partBroken(part, fault))
        }
    }
}
