import CaseDates
import DataFormats
import EventFiles
import Exports
import Foundation
import ImpactChronology

/// The inputs to begin with: real files of the package, public files where they are at hand, and small ones.
struct Seeds {
    private let options: ReadOptions
    private let package = FileManager.default.currentDirectoryPath

    init(options: ReadOptions) {
        self.options = options
    }

    /// Returns the seeds of a reader, always in the same order.
    func seeds(for reader: Reader) -> [Seed] {
        switch reader {
        case .csv:
            lines(in: ["Examples/harper-family", "Tests/Fixtures/same-case/csv", "../shared/data/csv"])
                + SmallSeeds.tables
        case .xlsx:
            archives(in: ["Tests/Fixtures/workbooks", "Tests/Fixtures/same-case/xlsx", "Examples/reed-family"], "xl")
        case .docx:
            archives(in: ["Tests/Fixtures/word", "Tests/Fixtures/same-case/docx", "Examples/reed-family"], "word")
        case .json: SmallSeeds.json
        case .ndjson:
            lines(in: ["Examples/reed-family", "Tests/Fixtures/same-case/ndjson"], ["ndjson"]) + SmallSeeds.ndjson
        case .chronology: chronologies()
        case .cinCensus: texts(in: ["../shared/data/cin", "Examples/reed-family"], ["xml"]) + records("cin-census")
        case .ssda903: records("ssda903")
        case .annexA: archives(in: ["../shared/data/annex-a"], "xl") + sheets("annex-a")
        case .ssd: tables("ssd") + tables("ssda903")
        case .fhir:
            texts(in: ["Examples/reed-family"], ["json"]) + SmallSeeds.bundles
        case .dates: dates()
        case .zip: archives(in: ["Tests/Fixtures/workbooks", "Tests/Fixtures/hostile"], nil)
        case .worksheet: worksheets()
        case .answers: texts(in: ["Examples/harper-family/assessments"], ["json"])
        case .tool: texts(in: ["tools-definitions/tools"], ["xml"])
        case .paragraphs: SmallSeeds.paragraphs + texts(in: ["Examples/harper-family"], ["md"])
        }
    }

    // MARK: Worksheets

    /// Worksheets of the small case: as they are made, and filled in.
    private func worksheets() -> [Seed] {
        let files = [("a.csv", SmallSeeds.events), ("b.csv", SmallSeeds.eventsOfAnother), ("f.csv", SmallSeeds.family)]
        let reading = CaseReading(
            of: files.map { SourceFile(path: $0.0, name: $0.0, bytes: Array($0.1.utf8)) },
            options: options
        )
        return reading.chronologies.flatMap { chronology -> [Seed] in
            guard let made = try? ImpactWorksheet(chronology).written().bytes else { return [] }
            return [made, filledIn(made)].compactMap { $0.flatMap { Seed(archive: $0) } }
        }
    }

    /// A workbook with something in each of its blank cells.
    private func filledIn(_ bytes: [UInt8]) -> [UInt8]? {
        guard let archive = try? ZipArchive(bytes), let workbook = try? Workbook(archive) else { return nil }
        let words = ["A: x", "yes", "12/03/2019", "high", "strength", "no", "=1+1"]
        let sheets = workbook.sheets.map { sheet in
            let width = sheet.rows.map { $0.cells.last?.column ?? 0 }.max() ?? 1
            let rows = sheet.rows.dropFirst().map { row in
                RowPlan((1...max(1, width)).map { row[$0] ?? words[($0 + row.number) % words.count] })
            }
            let headings = (1...max(1, width)).map { ColumnPlan(sheet.rows.first?[$0] ?? " ") }
            return SheetPlan(name: sheet.name, columns: headings, rows: rows)
        }
        let day = WorkbookPlan.Day(year: 2026, month: 3, day: 31)
        return try? WorkbookPlan(sheets: sheets, title: "x", author: "x", created: day).written().bytes
    }

    // MARK: Files

    private func files(in folders: [String], _ endings: [String]?) -> [[UInt8]] {
        var files: [[UInt8]] = []
        for folder in folders {
            let path = "\(package)/\(folder)"
            for name in ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
            where endings?.contains(where: { name.hasSuffix(".\($0)") }) ?? true {
                if let data = FileManager.default.contents(atPath: "\(path)/\(name)") { files.append(Array(data)) }
            }
        }
        return files
    }

    private func texts(in folders: [String], _ endings: [String]) -> [Seed] {
        files(in: folders, endings).filter { $0.count < 30_000 }.map { Seed($0) }
    }

    /// Files of which the first lines are as good as the whole.
    private func lines(in folders: [String], _ endings: [String] = ["csv", "tsv"]) -> [Seed] {
        files(in: folders, endings).map { bytes in
            let end = bytes.prefix(4000).lastIndex(of: 0x0A) ?? bytes.prefix(4000).endIndex
            return Seed(Array(bytes[..<(bytes.count < 4000 ? bytes.count : end)]))
        }
    }

    private func archives(in folders: [String], _ kind: String?) -> [Seed] {
        files(in: folders, ["xlsx", "xlsm", "docx", "docm", "zip"]).compactMap { bytes in
            // An archive that is refused still is a seed for the reader of archives.
            guard let kind else { return bytes.count < 60_000 ? Seed(archive: bytes) ?? Seed(bytes) : nil }
            guard let seed = Seed(archive: bytes), seed.parts.contains(where: { $0.name.lowercased().hasPrefix(kind) })
            else { return nil }
            return seed
        }
    }

    private func dates() -> [Seed] {
        files(in: ["Tests/Fixtures/dates", "../shared/data/edtf"], nil).flatMap { file in
            file.split(separator: 0x0A).map { line in Seed(Array(line.prefix { $0 != 0x09 })) }
        }
    }

    // MARK: Extracts

    /// A value that a column may well hold.
    private func value(_ column: ExtractColumn, in table: ExtractTable, child: Int) -> String {
        if column == table.child.id { return "10\(child)" }
        if column == table.child.birth { return "0\(child)/05/2015" }
        let isDate = table.events.contains { event in
            if case .column(column.name, _) = event.when { true } else { false }
        }
        if isDate { return "1\(child)/02/2024" }
        return column.isJSON ? "{\"a\":[1,null]}" : child == 1 ? "1" : "S"
    }

    private func extract(_ id: String) -> [ExtractTable] {
        options.extracts.value.first { $0.id == id }?.tables ?? []
    }

    private func rows(_ table: ExtractTable) -> [[String]] {
        let columns = table.child.all + table.columns
        return [columns.map(\.name)] + (1...2).map { child in columns.map { value($0, in: table, child: child) } }
    }

    /// Each table as CSV.
    private func tables(_ id: String) -> [Seed] {
        extract(id).map { table in
            let lines = rows(table).map { row in
                row.map { $0.contains(",") ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }.joined(separator: ",")
            }
            return Seed(Array((lines.joined(separator: "\n") + "\n").utf8))
        }
    }

    /// Each table as a workbook, and all of them as one.
    private func sheets(_ id: String) -> [Seed] {
        let tables = extract(id).map { SmallSeeds.sheet(rows($0)) }
        return tables.map { SmallSeeds.workbook([$0]) } + [SmallSeeds.workbook(tables)]
    }

    /// The tables as records of two children in XML.
    private func records(_ id: String) -> [Seed] {
        guard let extract = options.extracts.value.first(where: { $0.id == id }), let root = extract.root,
            let record = extract.record
        else { return [] }
        let tables = extract.tables.filter { $0.element != nil }
        func document(_ tables: [ExtractTable]) -> Seed {
            var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root)><Header><Year>2024</Year></Header>\n"
            for child in 1...2 {
                text += "<\(record)>\n"
                for table in tables { text += element(table, child: child) }
                text += "</\(record)>\n"
            }
            return Seed(Array((text + "</\(root)>\n").utf8))
        }
        return tables.map { document([tables[0], $0]) } + [document(tables)]
    }

    private func element(_ table: ExtractTable, child: Int) -> String {
        let path = table.element ?? []
        var text = path.map { "<\($0)>" }.joined() + "\n"
        for column in table.child.all + table.columns {
            text += "<\(column.name)>\(value(column, in: table, child: child))</\(column.name)>\n"
        }
        return text + path.reversed().map { "</\($0)>" }.joined() + "\n"
    }

    // MARK: Chronologies

    /// What is made of the seeds of other readers.
    private func chronologies() -> [Seed] {
        let files = [Reader.csv, .ndjson, .cinCensus, .ssd, .paragraphs].flatMap { reader in
            seeds(for: reader).map { (reader, $0) }
        }
        return files.compactMap { reader, seed in
            var options = options
            options.format = reader.format
            options.readsDatedParagraphs = true
            let file = SourceFile(path: "a", name: "a", bytes: seed.bytes)
            guard let chronology = CaseReading(of: [file], options: options).chronologies.first else { return nil }
            let bytes = ChronologyXML.bytes(of: chronology)
            return bytes.count < 20_000 ? Seed(bytes) : nil
        }
    }
}
