import DataFormats
import Foundation
import Testing

/// A Word document of `Tests/Fixtures`, and what it must be read as.
struct WordFixture: Sendable, CustomTestStringConvertible {
    let name: String

    private static let folder = WorkbookFixture.package.appending(path: "Tests/Fixtures/word")

    static let all: [WordFixture] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".docx") || $0.hasSuffix(".docm") }.sorted().map(WordFixture.init)
    }()

    var testDescription: String { name }

    func document() throws -> WordDocument {
        let archive = try ZipArchive(WorkbookFixture.bytes("Tests/Fixtures/word/\(name)"))
        return try WordDocument(parsing: #require(try WordDocument.mainPart(of: archive)))
    }

    /// The lines of the expectation: the cells of each table by row and column, then what else is counted.
    func expectation() throws -> [String] {
        let stem = String(name.prefix { $0 != "." })
        let bytes = try WorkbookFixture.bytes("Tests/Fixtures/word/\(stem).expected.txt")
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension WordDocument {
    /// Every cell with its table, row and column, in the form of an expectation.
    var cellLines: [String] {
        tables.flatMap { table in
            table.rows.flatMap { row in
                row.cells.map { cell in
                    let text = cell.text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
                        .replacing("\t", with: "\\t")
                    return "\(table.number)\t\(row.number)\t\(cell.column)\t\(text)"
                }
            }
        }
    }

    /// The whole document in the form of an expectation.
    var lines: [String] {
        cellLines + [
            "prose\t\(paragraphs.count)", "textboxes\t\(counts.textBoxes)",
            "changes\t\(counts.insertions)\t\(counts.deletions)",
        ]
    }
}
