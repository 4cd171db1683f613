import DataFormats

/// The parts of a small workbook, written in a test and put together in memory.
struct WorkbookParts {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// All parts but the sheets, by name; a test may take one out or put another in.
    var parts: [String: String]

    /// A workbook of one sheet named "S".
    init(
        rows: String = "",
        behind: String = "",
        strings: [String]? = nil,
        formats: [String] = [],
        is1904: Bool = false
    ) {
        let sheet =
            "<worksheet xmlns='\(Self.main)' xmlns:r='\(Self.office)'><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
        let codes = formats.enumerated().map { "<numFmt numFmtId='\(164 + $0)' formatCode='\($1)'/>" }.joined()
        let styles = formats.indices.map { "<xf numFmtId='\(164 + $0)'/>" }.joined()
        parts = [
            "_rels/.rels": Self.relationships([("r", "officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml":
                """
            <workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'><workbookPr date1904='\(is1904)'/>\
            <sheets><sheet name='S' sheetId='1' r:id='a'/></sheets></workbook>
            """,
            "xl/_rels/workbook.xml.rels": Self.relationships(
                [("a", "worksheet", "worksheets/sheet1.xml"), ("y", "styles", "styles.xml")]
                    + (strings == nil ? [] : [("s", "sharedStrings", "sharedStrings.xml")])
            ),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/styles.xml":
                """
            <styleSheet xmlns='\(Self.main)'><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
            <cellXfs><xf numFmtId='0'/>\(styles)</cellXfs></styleSheet>
            """,
        ]
        if let strings {
            let items = strings.map { "<si>\($0)</si>" }.joined()
            parts["xl/sharedStrings.xml"] = "<sst xmlns='\(Self.main)'>\(items)</sst>"
        }
    }

    /// A part of relationships: identifier, last word of the type, target.
    static func relationships(_ list: [(String, String, String)]) -> String {
        let items = list.map { "<Relationship Id='\($0.0)' Type='\(office)/\($0.1)' Target='\($0.2)'/>" }.joined()
        return "<Relationships xmlns='\(package)'>\(items)</Relationships>"
    }

    /// Puts sheets into the list behind the first: name, attributes, type and target.
    mutating func addSheets(_ sheets: [(name: String, attributes: String, type: String, target: String)]) {
        var relationships = [("a", "worksheet", "worksheets/sheet1.xml")]
        var list = ""
        for (index, sheet) in sheets.enumerated() {
            list += "<sheet name='\(sheet.name)' \(sheet.attributes) r:id='m\(index)'/>"
            relationships.append(("m\(index)", sheet.type, sheet.target))
        }
        parts["xl/workbook.xml"] =
            """
            <workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'>\
            <sheets><sheet name='S' r:id='a'/>\(list)</sheets></workbook>
            """
        parts["xl/_rels/workbook.xml.rels"] = Self.relationships(relationships)
    }

    var archive: ZipArchive {
        get throws {
            try ZipArchive(ZipBuilder(parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).bytes)
        }
    }

    var workbook: Workbook { get throws { try Workbook(archive) } }

    /// The first sheet's cells and findings, as `A1 text` and `? finding`.
    var lines: [String] {
        get throws {
            let workbook = try workbook
            let cells = workbook.lines.filter { !$0.contains("<error") }.map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().joined(separator: " ")
            }
            return cells + workbook.sheets.flatMap(\.findings).map(\.line) + workbook.findings.map(\.line)
        }
    }
}

extension WorkbookFinding {
    /// The finding in a few words: what and where; without those of libxml2, which change from version to version.
    var line: String { "? " + kind.word + (reference.map { " \($0)" } ?? "") }
}

extension WorkbookFinding.Kind {
    fileprivate var word: String {
        switch self {
        case .errorValue(let code): "error \(code)"
        case .notAWorksheet(let kind): "not a worksheet: \(kind)"
        case .partMissing(let part): "missing: \(part)"
        case .partBroken(let part, let fault): "broken: \(part), line \(fault.line)"
        case .partUnreadable(let part, let fault): "unreadable: \(part): \(fault.kind)"
        case .mergedRangeFilled(let range): "filled \(range)"
        case .mergedRangeNotFilled(let range): "not filled \(range)"
        case .moreFindings(let count): "\(count) more"
        default: "\(self)"
        }
    }
}
