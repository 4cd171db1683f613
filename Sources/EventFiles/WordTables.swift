import DataFormats
import Diagnostics

/// The tables of a Word document as rows of cells, and the paragraphs outside them.
struct WordTables {
    private(set) var tables: [(part: TablePart, rows: [[TableCell]])] = []
    private(set) var prose: [DatedParagraphs.Paragraph] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let file: SourceFile
    private let options: ReadOptions

    init(in file: SourceFile, options: ReadOptions) {
        self.file = file
        self.options = options
    }

    /// The paragraphs stand behind all tables.
    var prosePart: TablePart { TablePart(number: 1_000_000, name: "text", naming: .paragraphs) }

    /// Reads the document in an archive.
    mutating func read(_ archive: ZipArchive) {
        do throws(ArchiveFault) {
            guard let bytes = try WordDocument.mainPart(of: archive) else {
                return find("document.missing", .error, "the archive has no document part; the file may be damaged")
            }
            read(bytes)
        } catch {
            find("archive.faulty", .error, error.message, suggestion: error.suggestion)
        }
    }

    private mutating func read(_ bytes: [UInt8]) {
        do throws(XMLFault) {
            take(try WordDocument(parsing: bytes))
        } catch {
            find("document.faulty", .error, "the document is damaged at line \(error.line): \(error.message)")
        }
    }

    private mutating func take(_ document: WordDocument) {
        var previous: (columns: Int, isMapped: Bool, isDirect: Bool) = (0, false, false)
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph):
                guard paragraph.text.nonBlank != nil else { continue }
                prose.append(DatedParagraphs.Paragraph(text: paragraph.text, number: paragraph.number))
                previous.isDirect = false
            case .table(let table):
                let rows = Self.rows(of: table)
                let columns = rows.map(\.count).max() ?? 0
                let hasHeadings = Self.hasHeadings(rows, options)
                let filled = table.rows.count { $0.cells.contains { $0.isFilledFromAbove } }
                let part = TablePart(number: table.number, name: "table \(table.number)", naming: .table)
                if filled > 0 {
                    find(
                        "document.merged",
                        .note,
                        "cells merged over rows are read on each of \(filled + 1) rows",
                        part
                    )
                }
                if !hasHeadings, previous.isMapped, previous.isDirect, columns == previous.columns, !tables.isEmpty,
                    table.depth == 0
                {
                    // A table that goes on behind a page break is often two, and the second has no headings.
                    find(
                        "document.tableGoesOn",
                        .note,
                        "the table has no headings; it is read on from the one above",
                        part
                    )
                    continued(rows, part)
                } else {
                    tables.append((part, rows))
                    previous.isMapped = hasHeadings
                    previous.columns = columns
                }
                previous.isDirect = true
            }
        }
        report(document)
    }

    /// Reads the rows of a table under the headings of the one above.
    private mutating func continued(_ rows: [[TableCell]], _ part: TablePart) {
        guard let above = tables.last, let headings = above.rows.first(where: { Self.hasHeadings([$0], options) })
        else {
            return
        }
        tables.append((part, [headings.map { TableCell(text: $0.text, line: nil, column: $0.column) }] + rows))
    }

    private static func hasHeadings(_ rows: [[TableCell]], _ options: ReadOptions) -> Bool {
        rows.prefix(TableReader.mostTitleRows).contains { TableReader.bestMatch($0.map(\.text), options).isComplete }
    }

    private static func rows(of table: WordTable) -> [[TableCell]] {
        table.rows.map { row in
            var cells: [TableCell] = []
            for cell in row.cells {
                while cells.count + 1 < cell.column {
                    cells.append(TableCell(text: "", line: row.number, column: cells.count + 1))
                }
                cells.append(TableCell(text: cell.text, line: row.number, column: cell.column))
            }
            return cells
        }
    }

    private mutating func report(_ document: WordDocument) {
        let counts: [(Int, String, String, Severity)] = [
            (document.counts.insertions, "insertions", "tracked insertion(s) are read as accepted", .note),
            (document.counts.deletions, "deletions", "tracked deletion(s) are left out as accepted", .note),
            (document.counts.textBoxes, "textBoxes", "text box(es) are not read", .warning),
            (document.counts.footnotes, "footnotes", "footnote(s) are not read", .warning),
            (document.counts.comments, "comments", "comment(s) are not read", .note),
            (document.counts.equations, "equations", "equation(s) are not read", .warning),
            (document.counts.importedParts, "imported", "other document(s) that stand inside are not read", .warning),
            (document.counts.hiddenRuns, "hidden", "hidden text(s) are read", .note),
            (document.counts.symbolsReplaced, "symbols", "symbol(s) of a picture font are shown as U+FFFD", .warning),
        ]
        for (count, id, words, severity) in counts where count > 0 {
            let words = words.replacingSuffix(isOne: count == 1)
            find("document.\(id)", severity, "\(count) \(words)")
        }
    }

    private mutating func find(
        _ id: String,
        _ severity: Severity,
        _ summary: String,
        _ part: TablePart? = nil,
        suggestion: String? = nil
    ) {
        let place = TablePart.place(in: file, part, line: nil, column: nil)
        diagnostics.append(
            Diagnostic(id: id, severity: severity, summary: summary, place: place, suggestion: suggestion)
        )
    }
}

extension String {
    /// "comment(s) are" in the singular or the plural.
    fileprivate func replacingSuffix(isOne: Bool) -> String {
        var text = ""
        var rest = self[...]
        while let character = rest.first {
            if rest.hasPrefix("(s)") {
                text += isOne ? "" : "s"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("(es)") {
                text += isOne ? "" : "es"
                rest = rest.dropFirst(4)
            } else if isOne, rest.hasPrefix(" are ") {
                text += " is "
                rest = rest.dropFirst(5)
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        return text
    }
}
