import DataFormats
import Foundation
import Testing

/// A workbook of `Tests/Fixtures`, and what each of its cells must be read as.
struct WorkbookFixture: Sendable, CustomTestStringConvertible {
    let name: String

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = package.appending(path: "Tests/Fixtures/workbooks")

    static let all: [WorkbookFixture] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".xlsm") }.sorted().map(WorkbookFixture.init)
    }()

    var testDescription: String { name }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: package.appending(path: path)))
    }

    func workbook() throws -> Workbook {
        try Workbook(ZipArchive(Self.bytes("Tests/Fixtures/workbooks/\(name)")))
    }

    /// The lines of the expectation: sheet, cell and text.
    func expectation() throws -> [String] {
        let stem = String(name.prefix { $0 != "." })
        let bytes = try Self.bytes("Tests/Fixtures/workbooks/\(stem).expected.tsv")
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension Workbook {
    /// All cells in the form of an expectation, errors among them as `<error #N/A>`.
    var lines: [String] {
        sheets.flatMap { sheet in
            var cells: [(reference: CellReference, text: String)] = []
            for row in sheet.rows {
                for cell in row.cells {
                    guard let reference = CellReference(column: cell.column, row: row.number) else { continue }
                    cells.append((reference, cell.text.escaped))
                }
            }
            for finding in sheet.findings {
                if case .errorValue(let code) = finding.kind, let reference = finding.reference {
                    cells.append((reference, "<error \(code)>"))
                }
            }
            cells.sort { ($0.reference.row, $0.reference.column) < ($1.reference.row, $1.reference.column) }
            return cells.map { "\(sheet.name)\t\($0.reference)\t\($0.text)" }
        }
    }
}

extension String {
    fileprivate var escaped: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
